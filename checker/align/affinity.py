"""How much speaks for one occasion behind two rows: 5 to 17 March in both; one end, and a start that is a year off.

Points, not probabilities: above zero they are matched if no other row is as good. What every instalment of a series has
in common (its place, its guests) weighs little, a day that both give to the day decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.align.entries import Entry, Span
from checker.compare.overlap import days_allowed
from checker.language.countries import country_of
from checker.model import Period, Quantity, Roster, Term, fold

EXACT = 18.0  # both dates to the day

# What both allow, by the longer of the two spans: a day, a week, a month, a season; else a year.
_A_DAY = 9.0
_MEETING = ((1, _A_DAY), (7, 4.0), (31, 3.0), (92, 2.0))
_MEETING_IN_A_YEAR = 1.0
# Days between what they allow.
_APART = ((1, 1.0), (3, -1.0), (14, -2.5), (62, -3.5))
_FAR_APART = -4.5
_ASTRAY = (-2.5, -3.5, _FAR_APART)
# One is the other but for a slip of the hand; and where nothing is known of the other date.
_SLIP = -2.0
_SLIP_ALONE = ((1, -0.2), (31, -2.5), (366, -3.0))
# Both dates are off by the same: by a few days, by a year.
_MOVED_BY_A_DAY = 1.0
_MOVED_BY_DAYS = -0.5
_MOVED_BY_A_YEAR = 0.25
_FEW_DAYS = 3
# Where a series has several instalments a year, what does not fit, and does not look like a slip either, is that of
# another one; a day that fits makes up for one misfit.
_OTHER_INSTALMENT = -4.0
_FIGURES_APART = -3.0
_ONE_A_YEAR = 2.0  # points of `alone` from which a series has hardly ever several
_OTHER_LABEL = -2.0
_OTHER_LABEL_ALONE = -5.0  # where no day speaks against it
_OTHER_ASIDE = -15.0  # "(Under-17)" behind the name of one of them
_FISCAL_FROM = 10


def affinity(one: Entry, other: Entry, alone: float = 0.0) -> float:
    """Points for two rows of one series; `alone` is added where each is the only one of its dataset in that year."""
    dates, beside = _dates(one, other), _beside(one, other)
    points = sum(dates) + sum(beside)
    misfits = (min(dates, default=0.0) in _ASTRAY) + (_FIGURES_APART in beside)
    if alone < _ONE_A_YEAR and misfits > (max(dates, default=0.0) >= _A_DAY):
        points += _OTHER_INSTALMENT * misfits
    if alone and not {*one.years}.isdisjoint(other.years):
        points += alone
    if one.label is not None and other.label is not None:
        apart = _OTHER_LABEL if max(dates, default=0.0) >= _A_DAY else _OTHER_LABEL_ALONE
        points += _labels(one, other) if one.label == other.label else apart
    if one.serial and other.serial:
        points += 0.75 if one.serial == other.serial else -1.5
    if one.aside != other.aside:
        points += _OTHER_ASIDE
    return points


def _labels(one: Entry, other: Entry) -> float:
    """Points for one edition: more where the dates of one of the two do not fit it, so that they may be a slip."""
    odd = [entry for entry in (one, other) if entry.years and not _fits_label(entry)]
    return 2.0 if len(odd) == 1 else 1.0


def _fits_label(entry: Entry) -> bool:
    """Is the edition that of the calendar year, or of the fiscal year?"""
    span = entry.start or entry.end
    late = span is not None and date.fromordinal(span[1]).month >= _FISCAL_FROM
    return entry.label in entry.years or (late and entry.label is not None and entry.label - 1 in entry.years)


def _dates(one: Entry, other: Entry) -> list[float]:
    """Points for each of the dates that both give, or for both together."""
    here, there = one.exact, other.exact
    if here and there:
        if here == there:
            return [EXACT]
        if here == there[::-1]:
            return [EXACT / 2, EXACT / 2]
        if (moved := _moved_alike(here, there)) is not None:
            return [moved]
    found = [_ends(*spans) for spans in ((one.start, other.start), (one.end, other.end)) if spans[0] and spans[1]]
    points = [number for number, _ in found]
    if points == [_SLIP]:
        longest = found[0][1]
        return [next((alone for days, alone in _SLIP_ALONE if longest <= days), _FAR_APART)]
    return points


def _moved_alike(one: tuple[int, int], other: tuple[int, int]) -> float | None:
    """Points where both dates are off by the same few days or by a year; None where they are not."""
    start, end = one[0] - other[0], one[1] - other[1]
    if start == end and abs(start) <= _FEW_DAYS:
        return _MOVED_BY_A_DAY if abs(start) == 1 else _MOVED_BY_DAYS
    days = [(date.fromordinal(day), date.fromordinal(there)) for day, there in zip(one, other, strict=True)]
    if all(day.month == there.month and day.day == there.day for day, there in days):
        years = {day.year - there.year for day, there in days}
        return _MOVED_BY_A_YEAR if len(years) == 1 and years <= {-1, 1} else None
    return None


def _ends(one: Span | None, other: Span | None) -> tuple[float, int]:
    """Points for one of the dates, and how many days the vaguer of the two leaves open."""
    assert one is not None
    assert other is not None
    longest = max(one[1] - one[0], other[1] - other[0]) + 1
    gap = max(one[0], other[0]) - min(one[1], other[1])
    if gap <= 0:
        return next((points for days, points in _MEETING if longest <= days), _MEETING_IN_A_YEAR), longest
    if gap <= _FEW_DAYS and longest == 1:
        return _APART[gap > 1][1], longest
    if is_slip(one, other):
        return _SLIP, longest
    return next((points for days, points in _APART[2:] if gap <= days), _FAR_APART), longest


def is_slip(one: Span, other: Span) -> bool:
    """Is a date the other but for its year, its month or the order of two digits: 1984 and 1948, 12 and 21 March?"""
    first, second = date.fromordinal(one[0]), date.fromordinal(other[0])
    if first.year != second.year and (abs(first.year - second.year) == 1 or _swapped(first.year, second.year)):
        moved = _in_year(one[0], second.year), _in_year(one[1], second.year)
        if moved[0] <= other[1] and other[0] <= moved[1]:
            return True
    months = abs((first.year - second.year) * 12 + first.month - second.month)
    if months == 1:
        return first.day == second.day or min(first.day, second.day) >= _END_OF_MONTH
    return months == 0 and _swapped(first.day, second.day)


_END_OF_MONTH = 28


def _in_year(number: int, year: int) -> int:
    day = date.fromordinal(number)
    return day.replace(year=year, day=min(day.day, _END_OF_MONTH) if day.month == 2 else day.day).toordinal()


def _swapped(one: int, other: int) -> bool:
    """Are they the same digits in another order?"""
    return one != other and sorted(f"{one:02d}") == sorted(f"{other:02d}")


def _beside(one: Entry, other: Entry) -> list[float]:
    """Points for what the rows say besides."""
    points = []
    for kind, claim in one.told.items():
        there = other.told.get(kind)
        if there is None:
            continue
        match claim.value, there.value:
            case (Quantity() as here, Quantity() as beside):
                points.append(_figures(here, beside))
            case (Roster() as here, Roster() as beside):
                points.append(_lists(here, beside))
            case (Term() as here, Term() as beside) if kind == "place":
                points.append(_places(here, beside))
    return points


def _figures(one: Quantity, other: Quantity) -> float:
    if one.unit != other.unit:
        return 0.0
    if one.strict.meets(other.strict):
        return 1.5 if one.low == other.low == one.high == other.high else 0.5
    return 1.0 if _swapped(int(one.low), int(other.low)) else _FIGURES_APART  # hardly a coincidence: 4,317 and 4,371


def _lists(one: Roster, other: Roster) -> float:
    if not one.members or not other.members:
        sizes = [roster.counted if roster.counted is not None else len(roster.members) for roster in (one, other)]
        return 0.5 if sizes[0] == sizes[1] else 0.0
    here, there = ({_country(name) for name in roster.members} for roster in (one, other))
    if here == there:
        return 1.0
    if here <= there or there <= here:
        return 0.5
    return -2.0 if here.isdisjoint(there) else -0.5


def _country(name: str) -> str:
    return country_of(name) or fold(name)


def _places(one: Term, other: Term) -> float:
    if one.key == other.key:
        return 0.25
    here, there = country_of(one.name), country_of(other.name)
    return -1.5 if here and there and here != there else 0.0


def share_a_day(one: Entry, other: Entry) -> bool:
    """Do both give one of their dates to the day, and the same?"""
    return max(_dates(one, other), default=0.0) >= _A_DAY


def shown(entry: Entry) -> str:
    """Where an entry stands: "register.csv:12"."""
    where = entry.claims[0].where
    return f"{where.path}:{where.line}"


def why_matched(one: Entry, others: Sequence[Entry]) -> str:
    """The sentence that says why two rows are taken for one occasion."""
    other = max(others, key=lambda entry: (affinity(one, entry), entry.place))
    both = f"{shown(other)} and {shown(one)} are taken for one occasion"
    if one.named and other.named and one.key == other.key:
        return f"{both}: their key is {one.key}"
    agreed = [
        f"{verb} {claim.value}"
        for kind, verb in (("start_date", "begin"), ("end_date", "end"))
        if (claim := one.told.get(kind)) and (there := other.told.get(kind)) and _meet(claim.value, there.value)
    ]
    if agreed:
        return f"{both}: both {' and '.join(_on(words) for words in agreed)}"
    return f"{both}: no other row is as near to it, and what they say besides fits"


def _on(words: str) -> str:
    verb, _, when = words.partition(" ")
    return f"{verb} {'on' if when.count('-') == 2 else 'in'} {when}"


def _meet(one: object, other: object) -> bool:
    return isinstance(one, Period) and isinstance(other, Period) and days_allowed(one).meets(days_allowed(other))
