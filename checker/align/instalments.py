"""Instalments: the 2022 occasion of a series, whatever its label says, and the years of dates that have none.

"Regional Cooperation 20 has begun", datelined August 2022, belongs to the instalment of 2022 with a wrong suffix; an
off-year label with nothing that anchors it is the sibling edition that it names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from checker.align.series import Series
from checker.align.years import with_year, year_from_dateline
from checker.language.editions import edition_of, split_label
from checker.language.labels import read_label
from checker.model import Claim, Kind, Period, Severity, fold


@dataclass(frozen=True, slots=True)
class Instalment:
    """The claims about one occasion of a series (or about a thing that has no occasions: `year` is None)."""

    key: str
    name: str
    series: str
    year: int | None
    claims: tuple[Claim, ...]
    evidence: tuple[str, ...]
    established: bool
    label_cap: Severity = Severity.note  # of what is wrong with the one label that it has: an occasion may be put off


# Dates of these kinds say in which year the occasion is.
_DATING = ("start_date", "end_date")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with the year that its label names, and the year that its clause or dateline puts it in."""

    claim: Claim
    label_year: int | None
    anchor: int | None


def instalments(claims: list[Claim], series: Mapping[str, Series], kinds: Mapping[str, Kind]) -> Iterator[Instalment]:
    """The subjects, each with its claims in order of place and with the years of their dates filled in."""
    members: dict[str, list[Claim]] = defaultdict(list)
    by_key: dict[str, Series] = {}
    for claim in claims:
        one = series[fold(base_name(claim, kinds))]
        members[one.key].append(claim)
        by_key[one.key] = one
    for key in sorted(members):
        yield from _of_series(by_key[key], members[key], kinds)


def base_name(claim: Claim, kinds: Mapping[str, Kind]) -> str:
    """The name of what the claim is about; an occasion's without its edition."""
    if claim.entry:
        return read_label(claim.subject).name
    return split_label(claim.subject)[0] if kinds[claim.kind].occasion else claim.subject


def _of_series(series: Series, claims: list[Claim], kinds: Mapping[str, Kind]) -> Iterator[Instalment]:
    placed = [_place(claim) if kinds[claim.kind].occasion else _Placed(claim, None, None) for claim in claims]
    established = any(item.claim.scope.established for item in placed)
    for year, items in sorted(_by_year(placed).items(), key=lambda pair: (pair[0] is None, pair[0] or 0)):
        resolved = [_resolved(item, year) for item in items]
        yield Instalment(
            key=f"{series.key} {year}" if year is not None else series.key,
            name=f"{series.name} {year}" if year is not None else series.name,
            series=series.key,
            year=year,
            claims=tuple(sorted(resolved, key=_by_place)),
            evidence=(*series.evidence, *_evidence(items, year)),
            established=established,
        )


def _by_year(placed: list[_Placed]) -> dict[int | None, list[_Placed]]:
    """The claims of each instalment; what has no year of its own is of the only one that there is."""
    meaning = _meanings(placed)
    years: dict[int | None, list[_Placed]] = defaultdict(list)
    for item in placed:
        label = meaning.get(item.label_year, item.label_year) if item.label_year is not None else None
        years[item.anchor if item.anchor is not None else label].append(item)
    known = [year for year in years if year is not None]
    if len(known) == 1 and None in years:
        years[known[0]].extend(years.pop(None))
    return years


def _by_place(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.where.path, claim.where.start, claim.where.end, claim.kind)


def _place(claim: Claim) -> _Placed:
    _, digits = split_label(claim.subject)
    label = edition_of(digits, claim.scope.reported).year if digits else None
    anchor = claim.scope.occasion
    if anchor is None and isinstance(claim.value, Period) and claim.kind in _DATING:
        anchor = claim.value.year
    return _Placed(claim, label, anchor)


def _meanings(placed: list[_Placed]) -> dict[int | None, int]:
    """Off-year labels: "Harbour Games 2020" throughout, held in 2021, means the instalment of 2021.

    A label means another year only if it is anchored there, never in its own year, no other label is,
    and none names that year.
    """
    anchors: dict[int, Counter[int]] = defaultdict(Counter)
    for item in placed:
        if item.label_year is not None and item.anchor is not None:
            anchors[item.label_year][item.anchor] += 1
    labels_of: dict[int, set[int]] = defaultdict(set)
    for label, years in anchors.items():
        for year in years:
            labels_of[year].add(label)
    labels = {item.label_year for item in placed}
    meaning: dict[int | None, int] = {}
    for label, years in anchors.items():
        year = years.most_common(1)[0][0]
        if label not in years and len(years) == 1 and labels_of[year] == {label} and year not in labels:
            meaning[label] = year
    return meaning


def _resolved(item: _Placed, year: int | None) -> Claim:
    """The claim with a year for its dates: that of the dateline if it fits the instalment's, else the instalment's."""
    claim, value, reported = item.claim, item.claim.value, item.claim.scope.reported
    if not isinstance(value, Period) or not value.yearless:
        return claim
    if reported is not None and _tells_years(item, year, reported):
        nearest, because = year_from_dateline(value, reported)
        if year is None or abs(nearest - year) <= 1:
            return with_year(claim, nearest, "dateline", because)
    return claim if year is None else with_year(claim, year, "occasion", f"the year {year} from the occasion")


def _tells_years(item: _Placed, year: int | None, reported: date) -> bool:
    """May the dateline give the claim's dates their year? Not those of an instalment that only its label places, nor
    of one that is long past."""
    if year is None:
        return True
    return abs(year - reported.year) <= 1 and (item.anchor is not None or item.label_year is None)


def _evidence(items: list[_Placed], year: int | None) -> tuple[str, ...]:
    """Why claims under another label (or under none) belong to this instalment."""
    if year is None:
        return ()
    misnamed = (item.claim for item in items if item.label_year != year and item.claim.scope.occasion_because)
    return tuple(dict.fromkeys(f"{placed(claim)} {year}: {claim.scope.occasion_because}" for claim in misnamed))


def placed(claim: Claim) -> str:
    """How the evidence for one claim begins."""
    return f"{claim.subject} at {claim.where} is of"
