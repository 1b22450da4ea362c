"""What one rule came to: its findings, and its coverage ("12 candidates, 9 tested, 1 conflict, 3 unknown")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from checker.model import Claim, Finding, RuleCoverage


@dataclass(slots=True)
class Verdict:
    """Filled while a rule is judged. A candidate is a group of claims that the rule might have judged; it was tested
    when there was enough to compare, and is unknown when something that the rule needs was missing."""

    findings: list[Finding] = field(default_factory=list)
    candidates: int = 0
    tested: int = 0
    unknown: int = 0
    reasons: Counter[str] = field(default_factory=Counter)  # why what is unknown could not be decided
    asked: list[Collection[Claim]] = field(default_factory=list)  # claims that were compared with each other

    def undecided(self, reason: str, times: int = 1) -> None:
        """Counts what could not be decided."""
        if times:
            self.unknown += times
            self.reasons[reason] += times

    @property
    def compared(self) -> frozenset[str]:
        """Ids of the claims that took part."""
        return frozenset(claim.id for claims in self.asked for claim in claims)

    @property
    def coverage(self) -> RuleCoverage:
        return RuleCoverage(self.candidates, self.tested, len(self.findings), self.unknown)
