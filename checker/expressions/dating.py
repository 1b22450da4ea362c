"""The functions of expressions on dates: `year(end)`, `count_days(start, end)`, `contains(month, day)`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from checker.expressions.comparing import compare
from checker.expressions.types import Missing, days_of, settled
from checker.model import Edition, Hedge, Period, Weekday

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


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


def quarter(value: object) -> int:
    """The one quarter of a year that a period lies in, 1 to 4."""

    def of(first: date, last: date) -> int:
        _same(first.year, last.year, "year")
        return _same((first.month + 2) // 3, (last.month + 2) // 3, "quarter")

    return int(_each(value, of))


def month(value: object) -> int:
    """The one month that a period lies in, 1 to 12."""

    def of(first: date, last: date) -> int:
        _same(first.year, last.year, "year")
        return _same(first.month, last.month, "month")

    return int(_each(value, of))


def day(value: object) -> int:
    """The day of the month of one day, 1 to 31."""
    return int(_each(value, lambda first, last: _day(first, last).day))


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


def add_days(value: object, number: float) -> date:
    """So many days after a day, or before it if the number is negative."""
    if number != number or number % 1:
        raise Missing("days are added in whole numbers")
    moved: date = _each(value, _day) + timedelta(days=number)
    return moved


def overlaps(one: object, other: object) -> bool:
    """Whether two periods have a day in common."""
    return compare("==", one, other)


def spans(whole: object, part: object) -> bool:
    """Whether all of `part` lies in the period `whole`."""
    for value in (whole, part):
        if isinstance(value, Period) and value.hedge is not Hedge.none:
            raise Missing(f'"{value.text or value}" is not an exact date')
    (first, last), (low, high) = (_each(value, lambda low, high: (low, high)) for value in (whole, part))
    return bool(first <= low and high <= last)


def constant_date(text: str) -> date:
    """A day that the rule itself names: date("2022-08-20")."""
    try:
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f'"{text}" is not a day')


def _day(first: date, last: date) -> date:
    if first != last:
        raise Missing("the date is not exact to the day")
    return first
