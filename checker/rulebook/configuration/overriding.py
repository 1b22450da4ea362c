"""What holds for some sources only: `paths = ["drafts/**"], severity = {facts = "note"}`, as one rule sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import Claim, Severity, Tier
from checker.rulebook.configuration.patterns import Patterns


@dataclass(frozen=True)
class Override:
    """Some sources, by path and by tier, and what is other for them: the rule does not see them (`unheard`), or a
    finding whose outlier stands in them alone counts at most `cap`."""

    sources: Patterns
    tiers: tuple[Tier, ...] = ()
    unheard: bool = False
    cap: Severity | None = None

    def covers(self, claim: Claim) -> bool:
        """Whether the claim's source is one of them."""
        if self.tiers and claim.scope.tier not in self.tiers:
            return False
        return not self.sources.globs or self.sources.match(claim.where.path)


def cap_of(overrides: Iterable[Override], outlier: Iterable[Claim]) -> Severity:
    """The most that a finding with that outlier counts."""
    claims = list(outlier)
    caps = [found.cap for found in overrides if found.cap is not None and all(map(found.covers, claims))]
    return min(caps, key=lambda cap: cap.rank, default=Severity.error)
