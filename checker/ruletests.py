"""Runs the tests that rules carry: `conflict: ["It ends on 22 August 2022.", "It ended on 20 August 2022."]`.

Each rule is run alone, over the documents of one test at a time, through the whole of `check()`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from checker.model import Document, Record, Report
from checker.pipeline import check
from checker.rulebook import ClaimRecord, Rule, RuleBook, RuleTest, TestText


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


def run_tests(book: RuleBook) -> list[TestOutcome]:
    """The outcome of every test of every rule, in the order of the rules and of their tests."""
    return [run_test(book, rule, test, number) for rule in book for number, test in enumerate(rule.tests, start=1)]


def run_test(book: RuleBook, rule: Rule, test: RuleTest, number: int) -> TestOutcome:
    """The outcome of one test."""
    report = check(documents_of(test), book.only(rule))
    why = _why_not(rule, test, report)
    return TestOutcome(rule.id, number, test.outcome, not why, why, rule.path, rule.test_line(number))


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


def _why_not(rule: Rule, test: RuleTest, report: Report) -> str:
    """Why the test fails; empty if it passes."""
    messages = [found.message for found in report.findings if rule.id in (found.rule, *found.also)]
    skipped = [f"{skip.path}: {skip.reason}" for skip in report.skipped]
    if skipped:
        return f"could not be checked: {'; '.join(skipped)}"
    match test.outcome:
        case "conflict" if not messages:
            return f"found no conflict; {_coverage(rule, report)}"
        case "conflict" if test.message is not None and test.message not in messages:
            return f'says "{messages[0]}" instead of "{test.message}"'
        case "ok" | "unknown" if messages:
            return f'found a conflict: "{messages[0]}"'
        case "unknown" if not _undecided(rule, report):
            return f"was decided instead of unknown; {_coverage(rule, report)}"
        case _:
            return ""


def _undecided(rule: Rule, report: Report) -> bool:
    coverage = report.coverage.rules.get(rule.id)
    return coverage is None or coverage.unknown > 0 or coverage.tested == 0


def _coverage(rule: Rule, report: Report) -> str:
    """How far the rule came: the first thing to know about a test that fails."""
    coverage = report.coverage.rules.get(rule.id)
    if coverage is None or not coverage.candidates:
        read = sorted({claim.kind for claim in report.claims})
        return f"the rule met no candidate (claims read: {', '.join(read) or 'none'})"
    return f"candidates {coverage.candidates}, tested {coverage.tested}, unknown {coverage.unknown}"
