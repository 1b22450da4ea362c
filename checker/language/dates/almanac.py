"""The calendar: names of months and days, and the days they cover ("late August 2022" is the 22nd to the 31st)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from checker.model import NO_YEAR, Weekday

Span = tuple[date, date]

# Alternatives of a pattern: the full names as a text writes them.
MONTH_NAMES = "|".join(calendar.month_name[1:])
WEEKDAY_NAMES = "|".join(Weekday)

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"Sept": 9}
MONTHS |= {name.upper(): number for name, number in list(MONTHS.items())}
WEEKDAYS = {prefix: day for day in Weekday for prefix in (day.value[:3], day.value[:3].upper())}
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": -1,
    "last": -1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month each begins with

# Which stretch of a month or year a word means, in sixths. "The end of June" is its last five days, and "the end of
# 2025" November and December: a reader who needs one day takes `last`.
PARTS = {
    "early": (0, 2),
    "mid": (2, 4),
    "middle": (2, 4),
    "late": (4, 6),
    "turn": (0, 1),
    "earlier": (0, 2),
    "later": (4, 6),
    "beginning": (0, 1),
    "start": (0, 1),
    "end": (5, 6),
    "close": (5, 6),
    "rest": (0, 6),
}


def day(year: int, month: int, number: int) -> Span | None:
    """One day, or None when there is no such day (31 June, 29 February 2021)."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return only, only


def month_of(year: int, month: int) -> Span:
    """All days of a month."""
    return months_from(year, month, 1)


def months_from(year: int, month: int, count: int) -> Span:
    """`count` whole months, the first of them given."""
    first = date(_real(year), month, 1)
    last_month = shifted(first, months=count - 1)
    return first, last_month.replace(day=calendar.monthrange(last_month.year, last_month.month)[1])


def year_of(year: int, until: int = 0) -> Span:
    """All days of a year, or of the years up to `until`."""
    return date(_real(year), 1, 1), date(_real(until or year), 12, 31)


def _real(year: int) -> int:
    """The nearest year that the calendar has."""
    return min(max(year, date.min.year), date.max.year)


def season(name: str, year: int) -> Span:
    """Three whole months; winter is named after the year it begins in."""
    return months_from(year, SEASONS[name], 3)


def sixths(whole: Span, low: int, high: int) -> Span:
    """A stretch of a period: `sixths(August, 0, 2)` is 1 to 10 August; a year is cut at month ends."""
    first, last = whole
    if first.day == 1 and (months := (last.year - first.year) * 12 + last.month - first.month + 1) % 6 == 0:
        start = shifted(first, months=months * low // 6)
        return start, shifted(first, months=months * high // 6) - timedelta(days=1)
    days = (last - first).days + 1
    return first + timedelta(days=days * low // 6), first + timedelta(days=days * high // 6 - 1)


def part_of(word: str, whole: Span) -> Span:
    """`part_of("late", August)`; an unknown or empty word leaves the period whole."""
    low, high = PARTS.get(word.lower(), (0, 6))
    return sixths(whole, low, high)


def shifted(start: date, *, months: int = 0, days: int = 0) -> date:
    """`start` moved by months (the 31st becomes the last day of a shorter month) and days, within the calendar."""
    index = min(max(start.year * 12 + start.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    moved = date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    room_below, room_above = (date.min - moved).days, (date.max - moved).days
    return moved + timedelta(days=min(max(days, room_below), room_above))


def with_year(span: Span, year: int) -> Span | None:
    """A yearless span put into a year; None for 29 February of a common year."""
    first, last = span
    over = last.year - first.year
    try:
        return first.replace(year=year), last.replace(year=year + over)
    except ValueError:
        if (first.month, first.day) == (2, 29):
            return None
        return first.replace(year=year), date(year + over, 2, 28)  # the month of February, written without its year


def yearless(span: Span) -> bool:
    return span[0].year == NO_YEAR


def short_year(digits: str) -> int:
    """ "22" is 2022, "97" is 1997 and "63" is 1963: of what has not happened yet the year is written in full."""
    number = int(digits)
    return number if len(digits) == 4 else 2000 + number if number < 50 else 1900 + number
