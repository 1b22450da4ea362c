"""Rows of datasets: one occasion each, matched one to one across datasets and with what articles tell of it.

Steppe Eagle 84, 5 to 17 March 1984 (register.csv:12)  and  Ex. STEPPE EAGLE, 5-17 Mar 1984 (survey.csv:40)   one
Steppe Eagle 84-2, 24 to 30 March 1984 (register.csv:13)                                                      another
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.align.affinity import shown, why_matched
from checker.align.counterparts import Group, Pair, groups_of, shared_keys
from checker.align.entries import Entry
from checker.align.instalments import Instalment
from checker.align.namesakes import namesakes
from checker.align.series import Series
from checker.align.years import with_year
from checker.language.labels import is_generic
from checker.model import Claim, Period, Severity, fold
from checker.rulebook import Names

_SEVERAL = "several instalments of a dataset in that year"
_FISCAL = "a calendar year and a fiscal year"
_NEAR = 31  # days from an instalment within which an article tells of it, where a year has several
_FISCAL_FROM = 10  # the month in which a fiscal year begins that has the number of the next year


@dataclass(slots=True, eq=False)
class _Occasion:
    """The entries of one occasion, and the years that it may be spoken of by."""

    entries: list[Entry]
    year: int | None
    labels: frozenset[int]

    @property
    def days(self) -> tuple[int, int] | None:
        spans = [span for entry in self.entries for span in (entry.start, entry.end) if span]
        return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None


def row_instalments(
    entries: Sequence[Entry],
    others: Iterable[Instalment],
    series: Mapping[str, Series],
    names: Names,
    reasons: Counter[str],
) -> Iterator[Instalment]:
    """The occasions of datasets, each with what the `others` tell of it, and the others that are none of them."""
    by_series: dict[str, list[Entry]] = defaultdict(list)
    named: dict[str, Series] = {}
    for entry in entries:
        one = series[fold(entry.name)]
        by_series[one.key].append(entry)
        named[one.key] = one
    order = _order(entries)
    shared: frozenset[Pair] = frozenset()
    if len(order) > 1:
        for alias, one in namesakes(by_series, named, names).items():
            by_series[one.key] += by_series.pop(alias)
            named[one.key] = one
        shared = shared_keys(by_series[key] for key in sorted(by_series))
    told: dict[str, list[Instalment]] = defaultdict(list)
    for instalment in others:
        if instalment.series in by_series:
            told[instalment.series].append(instalment)
        else:
            yield instalment
    for key in sorted(by_series):
        groups = groups_of(by_series[key], order, shared, generic=is_generic(key))
        yield from _of_series(named[key], groups, told.get(key, []), reasons)


def _order(entries: Iterable[Entry]) -> list[str]:
    """The datasets, the most trusted and the longest first, whatever the order of arguments."""
    sizes: Counter[str] = Counter()
    tiers: dict[str, int] = {}
    for entry in entries:
        sizes[entry.path] += 1
        tiers[entry.path] = entry.claims[0].scope.tier.rank
    return sorted(sizes, key=lambda path: (-tiers[path], -sizes[path], path))


def _of_series(
    series: Series, groups: Sequence[Group], told: Sequence[Instalment], reasons: Counter[str]
) -> Iterator[Instalment]:
    occasions = [_occasion(group.entries) for group in groups]
    besides: dict[int, list[Instalment]] = defaultdict(list)
    for instalment in told:
        found = _spoken_of(instalment, occasions)
        if found is not None:
            besides[found].append(instalment)
            continue
        if instalment.year is not None and any(instalment.year == one.year for one in occasions):
            reasons[_SEVERAL] += len(instalment.claims)
        yield instalment
    taken = {instalment.key for instalment in told} - {one.key for ones in besides.values() for one in ones}
    conventions = _conventions(occasions)
    caps = _label_caps(occasions)
    for number, key in _keys(series, occasions, taken):
        told_of = besides.get(number, ())
        yield _instalment(series, occasions[number], key, told_of, conventions, caps[number], reasons)


def _occasion(entries: list[Entry]) -> _Occasion:
    years = Counter(year for entry in entries for year in entry.years)
    year = min(years, key=lambda one: (-years[one], one)) if years else None
    return _Occasion(entries, year, frozenset(entry.label for entry in entries if entry.label is not None))


def _keys(series: Series, occasions: Sequence[_Occasion], taken: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The key of each occasion: series and year; its first day too where the year has several."""
    used = set(taken)
    counted = Counter(one.year for one in occasions)
    for number, one in enumerate(occasions):
        key = series.key if one.year is None else f"{series.key} {one.year}"
        if counted[one.year] > 1 or key in used:
            first = one.days
            key = f"{key} {date.fromordinal(first[0])}" if first else f"{key} undated"
        if key in used:
            key = f"{key} {min(f'{entry.path} {entry.key}' for entry in one.entries)}"
        used.add(key)
        yield number, key


def _spoken_of(instalment: Instalment, occasions: Sequence[_Occasion]) -> int | None:
    """Which of the occasions of rows an article's instalment is: the only one of its year or label, or the nearest."""
    if instalment.year is None:
        return 0 if len(occasions) == 1 else None
    found = [number for number, one in enumerate(occasions) if one.year == instalment.year]
    labelled = [number for number, one in enumerate(occasions) if instalment.year in one.labels]
    found = found or labelled
    if len(found) < 2:
        return found[0] if found else None
    days = [
        claim.value
        for claim in instalment.claims
        if claim.kind in ("start_date", "end_date") and isinstance(claim.value, Period) and not claim.value.yearless
    ]
    near = sorted(
        (distance, number) for number in found if (distance := _distance(occasions[number], days)) is not None
    )
    if not near or near[0][0] > _NEAR or (len(near) > 1 and near[1][0] == near[0][0]):
        return None
    return near[0][1]


def _distance(occasion: _Occasion, days: Iterable[Period]) -> int | None:
    """Days between the dates that an article gives and those of the occasion."""
    gaps = []
    for period in days:
        for entry in occasion.entries:
            for span in (entry.start, entry.end):
                if span:
                    first, last = period.first.toordinal(), period.last.toordinal()
                    gaps.append(max(0, max(span[0], first) - min(span[1], last)))
    return min(gaps, default=None)


def _instalment(
    series: Series,
    occasion: _Occasion,
    key: str,
    besides: Sequence[Instalment],
    conventions: Mapping[str, Counter[bool]],
    label_cap: Severity,
    reasons: Counter[str],
) -> Instalment:
    claims = [claim for entry in occasion.entries for claim in entry.claims]
    evidence = [*series.evidence]
    for entry, before in zip(occasion.entries[1:], range(1, len(occasion.entries)), strict=True):
        evidence.append(why_matched(entry, occasion.entries[:before]))
    for one in besides:
        claims += [_dated(claim, occasion.year) for claim in one.claims]
        evidence += [line for line in one.evidence if line not in evidence]
        evidence.append(f"{shown(occasion.entries[0])} is the occasion of {one.name} that is told of")
    return Instalment(
        key=key,
        name=_name(series, occasion, key),
        series=series.key,
        year=occasion.year,
        claims=tuple(sorted(_said(claims, occasion, conventions, reasons), key=_by_place)),
        evidence=tuple(evidence),
        established=True,
        label_cap=label_cap,
    )


def _label_caps(occasions: Sequence[_Occasion]) -> list[Severity]:
    """How bad a label that does not fit its dates is: an error if it is that of another occasion, which it fits;
    else the occasion may have been put off."""
    fitting = {label for one in occasions for label in one.labels if label == one.year}
    return [
        Severity.error if one.labels - {one.year} and one.labels - {one.year} <= fitting else Severity.warning
        for one in occasions
    ]


def _name(series: Series, occasion: _Occasion, key: str) -> str:
    """The series and its year; the first day too where the key has it."""
    if occasion.year is None:
        return series.name
    name = f"{series.name} {occasion.year}"
    several = key != f"{series.key} {occasion.year}" and occasion.days
    return f"{name} (from {date.fromordinal(several[0]):%-d %B})" if several else name


def _by_place(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.where.path, claim.where.start, claim.where.end, claim.kind)


def _dated(claim: Claim, year: int | None) -> Claim:
    return claim if year is None else with_year(claim, year, "occasion", f"the year {year} from the occasion")


# Editions of a calendar year beside those of a fiscal year.


def _is_fiscal(entry: Entry) -> bool | None:
    """Is a row's edition that of the fiscal year it falls in, and not of its calendar year? None where it is neither,
    or the two are one."""
    span = entry.start or entry.end
    if entry.label is not None and entry.fiscal:
        return True
    if span is None or entry.label is None:
        return None
    day = date.fromordinal(span[0])
    if day.month < _FISCAL_FROM or span[1] - span[0] > 92 or entry.label not in (day.year, day.year + 1):
        return None
    return entry.label != day.year


def _conventions(occasions: Iterable[_Occasion]) -> dict[str, Counter[bool]]:
    """How often each dataset counts this series by its fiscal year and how often not."""
    found: dict[str, Counter[bool]] = defaultdict(Counter)
    for occasion in occasions:
        for entry in occasion.entries:
            if (fiscal := _is_fiscal(entry)) is not None:
                found[entry.path][fiscal] += 1
    return found


def _said(
    claims: Iterable[Claim], occasion: _Occasion, conventions: Mapping[str, Counter[bool]], reasons: Counter[str]
) -> Iterator[Claim]:
    """The claims; editions that differ because one counts calendar years and another fiscal years are set apart."""
    fiscal = {(entry.path, entry.key): told for entry in occasion.entries if (told := _is_fiscal(entry)) is not None}
    said = {entry.label for entry in occasion.entries if entry.fiscal}
    for entry in occasion.entries:
        if entry.label is not None and entry.label + 1 in said:
            fiscal.setdefault((entry.path, entry.key), False)  # a calendar year, beside "FY84"
    if len(set(fiscal.values())) < 2 or any(_is_odd(conventions[path], told) for (path, _), told in fiscal.items()):
        yield from claims
        return
    for claim in claims:
        told = fiscal.get((claim.where.path, claim.entry)) if claim.kind == "year_suffix" and claim.entry else None
        if told is None:
            yield claim
            continue
        reasons[_FISCAL] += 1
        role = ("counted by", "fiscal year" if told else "calendar year")
        yield replace(claim, scope=replace(claim.scope, roles=(*claim.scope.roles, role)))


def _is_odd(counted: Counter[bool], fiscal: bool) -> bool:
    """Does the dataset count all others of the series the other way?"""
    return counted[fiscal] == 1 and counted[not fiscal] > 1
