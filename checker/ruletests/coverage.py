"""What the tests of a rule made it do: "3 tests: 5 candidates, 4 tested, 2 conflicts, none unknown"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.model import RuleCoverage
from checker.rulebook import RuleBook
from checker.ruletests.running import counts_of, prepare


@dataclass(frozen=True, slots=True)
class Exercise:
    """A rule under its own tests: how many there are of each outcome, and what they added up to.

    `missing` are phrases on what they never made it do."""

    rule: str
    path: str
    line: int
    tests: int
    counts: RuleCoverage
    missing: tuple[str, ...]


def exercised(book: RuleBook) -> list[Exercise]:
    """What the tests of each rule made it do, in the order of the rules."""
    found = []
    for rule in book:
        outcomes: Counter[str] = Counter()
        total: Counter[str] = Counter()
        idle = []
        for ready in prepare(book, rule):
            counts = counts_of(rule, ready.report(book, rule))
            outcomes[ready.test.outcome] += 1
            total.update(
                candidates=counts.candidates, tested=counts.tested, conflicts=counts.conflicts, unknown=counts.unknown
            )
            if ready.test.outcome == "ok" and not counts.candidates:
                idle.append(str(ready.number))
        counts = RuleCoverage(**total)
        missing = _missing(outcomes, counts, idle)
        found.append(Exercise(rule.id, rule.path, rule.line, len(rule.tests), counts, missing))
    return found


def _missing(tests: Counter[str], counts: RuleCoverage, idle: list[str]) -> tuple[str, ...]:
    found = []
    if not counts.candidates:
        found.append("inert: no test gives it a candidate")
    if not counts.unknown:
        found.append("no test makes it answer unknown")
    if idle and len(idle) == tests["ok"]:
        found.append("no ok test gives it a candidate")
    return tuple(found)
