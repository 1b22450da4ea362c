"""Subjects, findings and the report: what align, judge and settle hand on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.claim import Claim
from checker.model.decision import Decision, Origin, Standing, State
from checker.model.document import Document


class Severity(StrEnum):
    """How bad a finding is; how sure it is, is its confidence."""

    note = "note"
    warning = "warning"
    error = "error"

    @property
    def rank(self) -> int:
        return ("note", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be processed, and why: an input, a text that is not English, the rule of that id."""

    path: str
    reason: str
    rule: str = ""


class Net(StrEnum):
    """How claims whose subject nobody named were found to tell one fact."""

    copy = "copy"  # each sentence is a copy of the other but for its values
    sentence = "sentence"  # the sentences say nearly the same
    slot = "slot"  # the same is said around the values
    told = "told"  # the same is told of one name
    story = "story"  # the sources have other figures in common, and these differ as by a slip of the hand


@dataclass(frozen=True, slots=True)
class Cell:
    """Claims of one subject and attribute that speak of the same scope, and so may be compared.

    `cap` is the highest severity that a conflict among them deserves; `because` says what made them comparable, and
    `nets` which nets did, where no name did. Cells of a subject that are alike `apart_from_period` hold one attribute
    at several times.
    """

    kind: str
    claims: tuple[Claim, ...]
    because: str = ""
    cap: Severity = Severity.error
    nets: tuple[Net, ...] = ()
    apart_from_period: Hashable = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What claims are about, after aliases, transliteration and fuzzy matching; `evidence` is one line per merge.

    An instalment of a series is a subject of its own ("Regional Cooperation 2022"), and so is the series. A report that
    tells no time is in a cell of its own in `cells`, and in `supposed` beside what is stated for its year.
    """

    key: str
    name: str
    claims: tuple[Claim, ...]
    cells: tuple[Cell, ...] = ()
    evidence: tuple[str, ...] = ()
    series: str = ""  # the key of the series that an instalment belongs to
    supposed: tuple[Cell, ...] = ()  # further ones, of which some claims stand in `cells` under a time of their own


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of a finding that agree with each other. `outlier` marks the side that is probably wrong."""

    claims: tuple[Claim, ...]
    outlier: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """What a finding is known by, today and after the next edit: its rule, the key of its subject, and the values that
    exclude each other. Lines, files and display names are no part of it, nor are the `wordings`: of each side that is
    known by one value, what else is said on it."""

    rule: str
    subject: str
    values: tuple[str, ...]
    wordings: tuple[frozenset[str], ...] = ()

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits."""
        text = "\x1f".join([self.rule, self.subject, *self.values])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One disagreement about one attribute of one subject. The outlier's side comes first."""

    rule: str
    title: str
    severity: Severity
    confidence: float
    fingerprint: str
    subject: str
    message: str
    because: str
    sides: tuple[Side, ...]
    neutral: tuple[Claim, ...] = ()  # claims that are compatible with several sides
    also: tuple[str, ...] = ()
    nets: tuple[Net, ...] = ()  # as in `Cell`
    suggestion: str | None = None
    explanation: tuple[str, ...] = ()  # how it was judged: each clause with its values, or what each side allows
    decision: Decision | None = None  # that counts for it; none where it is disputed
    identities: tuple[Identity, ...] = ()  # its own, whose fingerprint it has, then those of what stands under it

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all sides, the outlier's first."""
        return tuple(claim for side in self.sides for claim in side.claims)

    @property
    def settled(self) -> bool:
        """Has somebody decided that it may stay? It then fails no run."""
        return self.decision is not None and self.decision.settles

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError(f"a finding of {self.rule} without a place")


@dataclass(frozen=True, slots=True)
class AskedRule:
    """A rule that took part in a run, as its report tells of it."""

    id: str
    title: str
    why: str = ""
    severity: Severity = Severity.error
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """How often one rule had something to judge, and what came of it."""

    candidates: int = 0
    tested: int = 0
    conflicts: int = 0
    unknown: int = 0

    @property
    def inert(self) -> bool:
        """Did the rule meet nothing that it could have judged? Its silence then says nothing."""
        return not self.candidates


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what was read took part: values seen, read, keyed to a subject, compared with another."""

    seen: int = 0
    read: int = 0
    keyed: int = 0
    compared: int = 0
    not_comparable: Mapping[str, int] = field(default_factory=Counter)
    rules: Mapping[str, RuleCoverage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    coverage: Coverage
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    passed_over: int = 0  # files of a walked folder that no reader claims
    unmapped: tuple[str, ...] = ()  # tables in it that no mapping says how to read
    untouched: int = 0  # findings that are not among `findings`, since they touch no claim that has changed
    standings: tuple[Standing, ...] = ()  # every decision that was read, and how it stands to the findings
    rules: tuple[AskedRule, ...] = ()  # those that ran, by id

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has settled."""
        return tuple(finding for finding in self.findings if not finding.settled)

    @property
    def has_baseline(self) -> bool:
        """Did a baseline take part?"""
        origins = {standing.decision.origin for standing in self.standings if standing.state is not State.not_checked}
        origins |= {finding.decision.origin for finding in self.findings if finding.decision is not None}
        return Origin.baseline in origins
