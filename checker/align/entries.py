"""Entries: what a dataset says of one occasion: "Steppe Eagle 84, 1984-03-05 to 1984-03-17, 4,317 people" in row 12."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from checker.align.years import with_year
from checker.language.editions import edition_of
from checker.language.labels import FISCAL, qualifiers, read_label
from checker.model import Claim, Edition, Period
from checker.model.claim import keyless

# Two digits are the year of that century in which the dates of the row are; without any, 1970 to 2069.
_SHORT = 2

Span = tuple[int, int]  # the first and the last day that a date allows, as day numbers


@dataclass(slots=True, eq=False)
class Entry:
    """The claims of one entry of a dataset, in order, and what tells its occasion from others of the series.

    `name` is that of the series; `start` and `end` are what its dates allow, None where it gives none; `label` is the
    year of its edition and `serial` which one of that year. `named` is whether the dataset gives its entries keys, so
    that `key` is more than a number.
    `aside` is what stands in brackets behind the name; `fiscal` says that the edition is told to be a fiscal year's.
    """

    path: str
    key: str
    named: bool
    name: str
    claims: list[Claim]
    start: Span | None = None
    end: Span | None = None
    label: int | None = None
    serial: int = 0
    aside: frozenset[str] = frozenset()
    fiscal: bool = False
    told: dict[str, Claim] = field(default_factory=dict)  # the first claim of each kind

    @property
    def period(self) -> Hashable:
        """For when and by whom its figures are; None where it has dates, which tell more."""
        if self.start or self.end or self.label is not None:
            return None
        return frozenset((str(claim.scope.as_of), claim.scope.roles) for claim in self.claims)

    @property
    def place(self) -> tuple[str, int]:
        """Where its first claim stands."""
        return (self.path, self.claims[0].where.start)

    @property
    def exact(self) -> tuple[int, int] | None:
        """First and last day, where both are given to the day."""
        if self.start and self.end and self.start[0] == self.start[1] and self.end[0] == self.end[1]:
            return self.start[0], self.end[0]
        return None

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it may begin and end; the label's where there are no dates."""
        dated = {date.fromordinal(span[0]).year for span in (self.start, self.end) if span and _one_year(span)}
        return tuple(sorted(dated)) or ((self.label,) if self.label is not None else ())


def _one_year(span: Span) -> bool:
    return date.fromordinal(span[0]).year == date.fromordinal(span[1]).year


def entries_of(claims: Iterable[Claim]) -> list[Entry]:
    """The entries of some claims of datasets, in order of path and place."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.where.path, claim.entry), []).append(claim)
    return [_entry(path, key, said) for (path, key), said in found.items()]


def _entry(path: str, key: str, claims: list[Claim]) -> Entry:
    told: dict[str, Claim] = {}
    for claim in claims:
        told.setdefault(claim.kind, claim)
    label = read_label(claims[0].subject)
    named = key != keyless(claims[0].row)
    entry = Entry(path, key, named, label.name, claims, serial=label.serial, told=told, aside=qualifiers(label))
    entry.fiscal = FISCAL.search(claims[0].subject) is not None
    _date(entry, label.year)
    _label(entry, label.year)
    return entry


def _label(entry: Entry, digits: str) -> None:
    """Gives the entry the year of its edition, and that of two digits the century of its dates."""
    suffix = entry.told.get("year_suffix")
    edition = suffix.value if suffix is not None and isinstance(suffix.value, Edition) else None
    if suffix is None or edition is None or edition.year is None:
        entry.label = edition_year(digits, _days(entry)) if digits else None
        return
    entry.label = edition.year
    if edition.short:
        entry.label = edition_year(f"{edition.year % 100:02d}", _days(entry))
        if entry.label != edition.year:
            right = replace(suffix, value=replace(edition, year=entry.label))
            entry.claims[:] = [right if one is suffix else one for one in entry.claims]
            entry.told["year_suffix"] = right


def _date(entry: Entry, digits: str) -> None:
    """Gives the entry its dates; those without a year are of that of its label, or of its occasion."""
    year = entry.claims[0].scope.occasion or (edition_year(digits, ()) if digits else None)
    for kind in ("start_date", "end_date"):
        claim = entry.told.get(kind)
        if claim is None or not isinstance(claim.value, Period):
            continue
        if claim.value.yearless and year is not None:
            dated = _in_its_year(claim, year, entry.start)
            entry.claims[:] = [dated if one is claim else one for one in entry.claims]
            entry.told[kind] = claim = dated
        span = _span(claim.value)
        if kind == "start_date":
            entry.start = span
        else:
            entry.end = span


def _in_its_year(claim: Claim, year: int, start: Span | None) -> Claim:
    """The claim in that year, or in the next one where it would end before it begins."""
    dated = with_year(claim, year, "occasion", f"the year {year} from the row")
    if start and isinstance(dated.value, Period) and dated.value.last.toordinal() < start[0]:
        return with_year(claim, year + 1, "occasion", f"the year {year + 1} from the row, which begins in {year}")
    return dated


def _span(value: object) -> Span | None:
    if not isinstance(value, Period) or value.yearless:
        return None
    first, last = value.first.toordinal(), value.last.toordinal()
    for one, other in value.alternatives:
        first, last = min(first, one.toordinal()), max(last, other.toordinal())
    return first, last


def _days(entry: Entry) -> Sequence[date]:
    return [date.fromordinal(span[0]) for span in (entry.start, entry.end) if span]


def edition_year(digits: str, days: Sequence[date]) -> int | None:
    """The year that the digits of an edition mean beside these days: the nearest to any of them."""
    if len(digits) != _SHORT or not days:
        return edition_of(digits, None).year
    return min(
        (year for day in days if (year := edition_of(digits, day).year) is not None),
        key=lambda year: (min(abs(year - day.year) for day in days), year),
    )
