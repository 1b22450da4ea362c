"""What rows that were not read as claims count for: 412,000 values read and keyed, 98,000 tested by one rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checker.align import Alignment
from checker.judge import Verdict
from checker.model import RuleCoverage


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts as in `Coverage`: `claims` were read, `keyed` have a subject, `compared` took part in a comparison."""

    claims: int = 0
    keyed: int = 0
    compared: int = 0
    not_comparable: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, RuleCoverage] = field(default_factory=dict)

    def times(self, number: int) -> Tally:
        """What so many such rows count for."""
        return Tally(
            self.claims * number,
            self.keyed * number,
            self.compared * number,
            {reason: count * number for reason, count in self.not_comparable.items()},
            {rule: _times(counts, number) for rule, counts in self.rules.items()},
        )


NOTHING = Tally()
NO_COVERAGE = RuleCoverage()


def tally_of(claims: int, alignment: Alignment, verdicts: Mapping[str, Verdict]) -> Tally:
    """What a run over so many claims counts for."""
    compared = {claim for verdict in verdicts.values() for claim in verdict.compared}
    rules = {rule: verdict.coverage for rule, verdict in verdicts.items() if verdict.candidates}
    return Tally(claims, alignment.keyed, len(compared), alignment.not_comparable, rules)


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    claims = keyed = compared = 0
    reasons: Counter[str] = Counter()
    rules: dict[str, RuleCoverage] = {}
    for tally in tallies:
        claims, keyed, compared = claims + tally.claims, keyed + tally.keyed, compared + tally.compared
        reasons.update(tally.not_comparable)
        for rule, counts in tally.rules.items():
            rules[rule] = plus(rules.get(rule, NO_COVERAGE), counts)
    return Tally(claims, keyed, compared, dict(reasons), rules)


def plus(one: RuleCoverage, other: RuleCoverage) -> RuleCoverage:
    """The counts of both."""
    return RuleCoverage(
        one.candidates + other.candidates,
        one.tested + other.tested,
        one.conflicts + other.conflicts,
        one.unknown + other.unknown,
    )


def _times(counts: RuleCoverage, number: int) -> RuleCoverage:
    return RuleCoverage(counts.candidates * number, counts.tested * number, 0, counts.unknown * number)
