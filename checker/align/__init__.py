"""Same subject? Comparable scope? "Regional Cooperation 22" and "Regional Co-operation 2022" are one, with evidence.

"Regional Co-operation 2022"  and  “Regional Cooperation 22”   one subject: spelling, two- and four-digit suffix
10,000 in 2017                and  4,500 in 2015               not comparable: other period
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from checker.align.entries import entries_of
from checker.align.facts import fact_subjects
from checker.align.instalments import Instalment, base_name, instalments
from checker.align.rows import row_instalments
from checker.align.scopes import cells
from checker.align.sentences import Occasions
from checker.align.series import merge_names
from checker.align.undated import supposed_cells
from checker.model import Claim, Kind, Subject
from checker.rulebook import Names

# Claims of these kinds stand where the occasion is named.
_NAMING = ("exercise_name", "year_suffix")


@dataclass(frozen=True, slots=True)
class Alignment:
    """The subjects that claims are about, and how many claims stand alone, by reason."""

    subjects: tuple[Subject, ...]
    not_comparable: Mapping[str, int]
    keyed: int


def align(claims: Iterable[Claim], kinds: Mapping[str, Kind], names: Names) -> Alignment:
    """Group claims by subject and, within a subject, by what may be compared. Cost grows with the claims once."""
    reasons: Counter[str] = Counter()
    rows: list[Claim] = []
    named: list[Claim] = []
    facts: list[Claim] = []
    for claim in claims:
        (rows if claim.entry else facts if kinds[claim.kind].by_sentence else named).append(claim)
    subjects = list(_named_subjects(named, rows, kinds, names, reasons))
    keyed = sum(len(subject.claims) for subject in subjects) + len(facts)
    subjects.extend(fact_subjects(facts, occasions_of(subjects), reasons))
    return Alignment(tuple(sorted(subjects, key=lambda subject: subject.key)), dict(sorted(reasons.items())), keyed)


def _named_subjects(
    claims: list[Claim], rows: list[Claim], kinds: Mapping[str, Kind], names: Names, reasons: Counter[str]
) -> Iterator[Subject]:
    entries = entries_of(rows)
    bases = (base_name(claim, kinds) for claim in claims)
    series = merge_names(chain(bases, (entry.name for entry in entries)), names)
    told = instalments(claims, series, kinds)
    for instalment in row_instalments(entries, told, series, names, reasons) if entries else told:
        if instalment.established:
            yield _subject(instalment, reasons)
        else:
            reasons["not clear that it is a name"] += len(instalment.claims)


def occasions_of(subjects: Iterable[Subject]) -> Occasions:
    """The named occasions that each statement speaks of."""
    found: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for subject in subjects:
        for claim in subject.claims:
            if claim.kind in _NAMING:
                found.setdefault((claim.where.path, claim.statement), set()).add(
                    (subject.series, subject.key.removeprefix(subject.series))
                )
    return {statement: frozenset(keys) for statement, keys in found.items()}


def _subject(instalment: Instalment, reasons: Counter[str]) -> Subject:
    return Subject(
        key=instalment.key,
        name=instalment.name,
        claims=instalment.claims,
        cells=cells(instalment, reasons),
        supposed=supposed_cells(instalment),
        evidence=instalment.evidence,
        series=instalment.series,
    )
