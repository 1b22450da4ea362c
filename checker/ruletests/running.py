"""Runs the tests that rules carry: `conflict: ["It ends on 22 August 2022.", "It ended on 20 August 2022."]`.

Each rule is run alone, over the documents of one test at a time, through the whole of a check. Reading and aligning the
documents is nearly all of the work and is the same for every rule: it is done once, and mutants are judged on it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checker.align import Alignment, align
from checker.model import Document, Record, Report, RuleCoverage
from checker.pipeline import Extracted, extract, judged, report
from checker.rulebook import ClaimRecord, Rule, RuleBook, RuleTest, TestText
from checker.ruletests.reached import reached


@dataclass(frozen=True, slots=True)
class TestOutcome:
    """What came of test `number` (from 1) of a rule. `why` is empty when it passed; else a sentence to print."""

    __test__ = False  # pytest collects classes by name

    rule: str
    number: int
    kind: str
    passed: bool
    why: str
    path: str
    line: int

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}"
        return f"{place}: {self.rule}: test {self.number} ({self.kind}) " + ("passed" if self.passed else self.why)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Test `number` of a rule with its documents read and aligned, so that only the judging is left."""

    number: int
    test: RuleTest
    read: Extracted
    alignment: Alignment

    def report(self, book: RuleBook, rule: Rule) -> Report:
        """What that rule, or a mutant of it, says of the documents."""
        return report(judged(self.read, self.alignment, book.only(rule)))

    def why_not(self, book: RuleBook, rule: Rule) -> str:
        """Why the test fails for that rule; empty if it passes."""
        return self._told(rule, self.report(book, rule), lambda: reached(book, rule, self.read, self.alignment))

    def passes(self, book: RuleBook, rule: Rule) -> bool:
        """Whether it passes, without asking why it does not: that is to judge again."""
        return not self._told(rule, self.report(book, rule), lambda: "")

    def _told(self, rule: Rule, report: Report, came_to: Callable[[], str]) -> str:
        messages = [found.message for found in report.findings if rule.id in (found.rule, *found.also)]
        skipped = [f"{skip.path}: {skip.reason}" for skip in report.skipped]
        if skipped:
            return f"could not be checked: {'; '.join(skipped)}"
        match self.test.outcome:
            case "conflict" if not messages:
                return f"found no conflict; {came_to()}"
            case "conflict" if self.test.message is not None and self.test.message not in messages:
                return f'says "{messages[0]}" instead of "{self.test.message}"'
            case "ok" | "unknown" if messages:
                return f'found a conflict: "{messages[0]}"'
            case "unknown" if not _undecided(rule, report):
                return f"was decided instead of unknown; {came_to()}"
            case _:
                return ""


def run_tests(book: RuleBook) -> list[TestOutcome]:
    """The outcome of every test of every rule, in the order of the rules and of their tests."""
    return [outcome for rule in book for outcome in outcomes_of(book, rule, prepare(book, rule))]


def outcomes_of(book: RuleBook, rule: Rule, tests: Iterable[Prepared]) -> list[TestOutcome]:
    """The outcome of each test of one rule."""
    found = []
    for ready in tests:
        why, line = ready.why_not(book, rule), rule.test_line(ready.number)
        found.append(TestOutcome(rule.id, ready.number, ready.test.outcome, not why, why, rule.path, line))
    return found


def prepare(book: RuleBook, rule: Rule) -> list[Prepared]:
    """The rule's tests with their documents read."""
    alone = book.only(rule)
    prepared = []
    for number, test in enumerate(rule.tests, start=1):
        read = extract(documents_of(test), alone)
        prepared.append(Prepared(number, test, read, align(read.claims, book.kinds, book.names)))
    return prepared


def documents_of(test: RuleTest) -> list[Document]:
    """One document per item, each a source of its own."""
    return [_document(item, number) for number, item in enumerate(test.items, start=1)]


def _document(item: TestText | ClaimRecord, number: int) -> Document:
    if isinstance(item, ClaimRecord):
        return _record(item, number)
    name = item.name or f"document-{number}.txt"
    return Document.from_text(name, item.text, item.published, tier=item.tier)


def _record(item: ClaimRecord, number: int) -> Document:
    """A claim record as a dataset of one row."""
    name = f"record-{number}.jsonl"
    row = json.dumps(item.cells, ensure_ascii=False, default=str)
    document = Document(path=name, source=row, text="", parsed=True)
    return document.with_text("", (), records=(Record(cells=item.cells, where=document.place(0, len(row))),))


def counts_of(rule: Rule, report: Report) -> RuleCoverage:
    """What the rule came to in that report."""
    return report.coverage.rules.get(rule.id, RuleCoverage())


def _undecided(rule: Rule, report: Report) -> bool:
    counts = counts_of(rule, report)
    return counts.unknown > 0 or counts.tested == 0
