"""Reference: `kind: reference, on: end_date, to: reference`: a draft agrees with the curated list."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from checker.model import Tier
from checker.rulebook.comparing import BySubject


class Reference(BySubject):
    """What a trusted source says of a subject is right: every other source is held against it, and not against others.

    `to` is the lowest tier that is trusted, reference or primary; the configuration says which sources are of which
    tier, and a record may (`tier: reference`). Where no trusted source gives the value the answer is unknown, as it is
    where the trusted sources disagree among themselves. The other keys are those of `kind: agree`.
    """

    kind: Literal["reference"] = "reference"
    to: Literal["reference", "primary"] = Field("reference", description="the lowest tier of source that is trusted")

    @cached_property
    def trusted(self) -> frozenset[Tier]:
        """The tiers that are trusted."""
        return frozenset(tier for tier in Tier if tier.rank >= Tier(self.to).rank)
