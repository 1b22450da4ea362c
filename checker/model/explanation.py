"""Why two places are, or are not, set against each other: "40 trucks" and "12 trucks": comparable no, other speaker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.claim import Claim
from checker.model.document import Document
from checker.model.report import Finding


@dataclass(frozen=True, slots=True)
class Relation:
    """What align says of two claims. `evidence` tells why their subjects are one, or two; `because` what makes them
    comparable, or keeps them apart."""

    one_subject: bool
    evidence: tuple[str, ...]
    comparable: bool
    because: str


class Outcome(StrEnum):
    """What one rule says of two claims."""

    agree = "agree"
    differ = "differ"
    unknown = "unknown"  # something that the rule needs was not said
    not_applicable = "not applicable"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One rule on two claims, and why. `finding` is the one that the report shows for it, `explanation` how it came
    about: `2020 == 2022 is false`."""

    rule: str
    outcome: Outcome
    because: str = ""
    finding: Finding | None = None
    explanation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two claims: how they stand to each other, what the rules that read both say, and the other findings on either."""

    first: Claim
    second: Claim
    relation: Relation
    rulings: tuple[Ruling, ...]
    elsewhere: tuple[Finding, ...] = ()

    @property
    def finding(self) -> Finding | None:
        """The weightiest finding that sets one against the other."""
        found = [ruling.finding for ruling in self.rulings if ruling.finding and ruling.outcome is Outcome.differ]
        return max(found, key=lambda finding: finding.severity.rank, default=None)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was asked about, as it was asked: what was read there, and what was read nearby if that is nothing.
    `line` and `column` count from 1; a column of 0 is the whole line."""

    asked: str
    path: str
    line: int
    column: int
    here: tuple[Claim, ...]
    nearby: tuple[Claim, ...] = ()
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Two places and the pairs of claims that stand there, the most telling first; `left_out` pairs are not told."""

    places: tuple[Place, Place]
    explanations: tuple[Explanation, ...]
    left_out: int = 0
