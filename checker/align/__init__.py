"""Same subject? Comparable scope? Each answer carries its evidence.

"Regional Co-operation 2022"  and  “Regional Cooperation 22”   one subject: spelling, two- and four-digit suffix
10,000 in 2017                and  4,500 in 2015               not comparable: other period
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.align.facts import Occasions, fact_subjects
from checker.align.instalments import Instalment, instalments
from checker.align.scopes import cells
from checker.align.series import merge_names, split_label
from checker.model import Claim, Kind, Subject
from checker.rulebook import Names


@dataclass(frozen=True, slots=True)
class Alignment:
    """The subjects that claims are about, and how many claims stand alone, by reason."""

    subjects: tuple[Subject, ...]
    not_comparable: Mapping[str, int]
    keyed: int


def align(claims: Iterable[Claim], kinds: Mapping[str, Kind], names: Names) -> Alignment:
    """Group claims by subject and, within a subject, by what may be compared. Cost grows with the claims once."""
    everything = list(claims)
    claims = [claim for claim in everything if not kinds[claim.kind].by_sentence]
    reasons: Counter[str] = Counter()
    series = merge_names((_base(claim, kinds) for claim in claims), names)
    subjects = []
    keyed = 0
    for instalment in instalments(claims, series, kinds):
        if not instalment.established:
            reasons["not clear that it is a name"] += len(instalment.claims)
            continue
        keyed += len(instalment.claims)
        subjects.append(_subject(instalment, reasons))
    facts = [claim for claim in everything if kinds[claim.kind].by_sentence]
    subjects.extend(fact_subjects(facts, _occasions(subjects), reasons))
    keyed += len(facts)
    return Alignment(tuple(sorted(subjects, key=lambda subject: subject.key)), dict(sorted(reasons.items())), keyed)


def _occasions(subjects: list[Subject]) -> Occasions:
    """The named occasions that each statement speaks of."""
    found: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for subject in subjects:
        for claim in subject.claims:
            if claim.kind in _NAMING:
                found.setdefault((claim.where.path, claim.statement), set()).add(
                    (subject.series, subject.key.removeprefix(subject.series))
                )
    return {statement: frozenset(keys) for statement, keys in found.items()}


_NAMING = ("exercise_name", "year_suffix")


def _base(claim: Claim, kinds: Mapping[str, Kind]) -> str:
    """The name of what the claim is about; an occasion's without its edition."""
    return split_label(claim.subject)[0] if kinds[claim.kind].occasion else claim.subject


def _subject(instalment: Instalment, reasons: Counter[str]) -> Subject:
    return Subject(
        key=instalment.key,
        name=instalment.name,
        claims=instalment.claims,
        cells=cells(instalment, reasons),
        evidence=instalment.evidence,
        series=instalment.series,
    )
