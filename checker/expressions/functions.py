"""The functions of expressions, a closed list: `year(end)`, `count_days(start, end)`, `has(end.weekday)`.

Each is total over the types it takes: what it cannot answer raises ValueError, which makes the answer unknown.
`has` is not here: it asks about a field instead of reading it, and so belongs to `checking.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.expressions.comparing import ends, same_unit
from checker.expressions.types import DAYS, MONTH, NUMBER, TEXT, TRUTH, YEAR, Missing, Type, days_of, settled
from checker.model import Edition, Period, Roster, Weekday

DATED = ("period", "date")
MEASURED = ("quantity", "number")


@dataclass(frozen=True, slots=True)
class Function:
    """`takes` lists the types that each argument may have; `gives` is None for "the same as its arguments", which
    then must all be alike; `usage` is what an error message shows."""

    usage: str
    takes: tuple[tuple[str, ...], ...]
    gives: Type | None
    call: Callable[..., Any]
    optional: int = 0  # how many of the last arguments may be left out
    repeats: bool = False  # the last argument may be repeated


def _each(value: object, read: Callable[[date, date], Any]) -> Any:
    """What all readings of a date or period agree on."""
    if isinstance(value, Period):
        return settled(value, read)
    if isinstance(value, date):
        return read(value, value)
    raise Missing("the value is not a date")


def _same(first: int, last: int, what: str) -> int:
    if first != last:
        raise Missing(f"the period lies in more than one {what}")
    return first


def year(value: object) -> int:
    """The year of an edition, or the one year that a period lies in."""
    if isinstance(value, Edition):
        if value.year is None:
            raise Missing("the edition is not a year")
        return value.year
    return int(_each(value, lambda first, last: _same(first.year, last.year, "year")))


def month(value: object) -> int:
    """The one month that a period lies in, 1 to 12."""

    def of(first: date, last: date) -> int:
        _same(first.year, last.year, "year")
        return _same(first.month, last.month, "month")

    return int(_each(value, of))


def fiscal_year(value: object, starts: float) -> int:
    """The fiscal year that a period lies in, named after the year it ends in: with `starts` 10, November 1996 is in
    1997. With `starts` 1 it is the calendar year."""
    if starts not in range(1, 13):
        raise Missing("a fiscal year starts in month 1 to 12")

    def of(day: date) -> int:
        return day.year + (1 < starts <= day.month)

    return int(_each(value, lambda first, last: _same(of(first), of(last), "fiscal year")))


def weekday(value: object) -> str:
    """The true weekday of a day: "Monday"."""

    def of(first: date, last: date) -> str:
        if first != last:
            raise Missing("a period of several days has no weekday")
        return tuple(Weekday)[first.weekday()].value

    return str(_each(value, of))


def days(value: object, end: object = None) -> int:
    """The length of a period in days, or of the time between two days, both ends counted."""
    if end is not None:
        return count_days(value, end)
    if isinstance(value, Period):
        return days_of(value)
    raise Missing("the value is not a period")


def count_days(start: object, end: object) -> int:
    """Days from one day to another, both counted: 11 to 20 August is 10."""
    first, last = (_each(value, _day) for value in (start, end))
    return int((last - first).days) + 1


def _day(first: date, last: date) -> date:
    if first != last:
        raise Missing("the date is not exact to the day")
    return first


def size(value: object) -> int:
    """How many take part, if the text settles it; the length of a list of texts."""
    count = value.size if isinstance(value, Roster) else len(value) if isinstance(value, tuple | list) else None
    if count is None:
        raise Missing("the list is open")
    return count


def within(left: object, right: object, percent: float) -> bool:
    """Whether two quantities come within `percent` per cent (of the larger) of each other somewhere."""
    same_unit(left, right)
    (a_low, a_high), (b_low, b_high) = ends(left), ends(right)
    apart = max(a_low - b_high, b_low - a_high)
    near = (a_low, b_high) if a_low - b_high >= b_low - a_high else (a_high, b_low)
    return apart <= 0 or 100 * apart <= percent * max(abs(end) for end in near)


FUNCTIONS: Mapping[str, Function] = {
    "year": Function("year(edition, period or date)", (("edition", *DATED),), YEAR, year),
    "fiscal_year": Function("fiscal_year(period or date, first month)", (DATED, ("number",)), YEAR, fiscal_year),
    "month": Function("month(period or date)", (DATED,), MONTH, month),
    "weekday": Function("weekday(period or date)", (DATED,), TEXT, weekday),
    "days": Function("days(period) or days(start, end)", (DATED, DATED), DAYS, days, optional=1),
    "count_days": Function("count_days(start, end)", (DATED, DATED), DAYS, count_days),
    "size": Function("size(list)", (("roster", "texts", "numbers"),), NUMBER, size),
    "abs": Function("abs(number)", (("number",),), None, abs),
    "min": Function("min(number, number, …)", (("number", "date"), ("number", "date")), None, min, repeats=True),
    "max": Function("max(number, number, …)", (("number", "date"), ("number", "date")), None, max, repeats=True),
    "lower": Function("lower(text)", (("text",),), TEXT, str.lower),
    "within": Function("within(quantity, quantity, percent)", (MEASURED, MEASURED, ("number",)), TRUTH, within),
}
