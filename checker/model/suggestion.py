"""Suggestions: the cell that says "27 June 2016" might say "17 June 2016"."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.claim import Claim, Where
from checker.model.report import Finding


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`claim` of a finding might have `value`. `where` is its cell, or its place in a text; `new` is what to write
    there, None where that cannot be said."""

    finding: Finding
    claim: Claim
    value: str
    where: Where
    new: str | None = None
