"""Dates as only cells write them: "12. August 2004", "2004-Aug-12", "12/VIII/1984", "20-22/8/2022", "Aug-Sep 2004"."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.language.dates.almanac import MONTHS, Span, day, month_of, short_year

_LONG_YEAR = r"(?:1[5-9]|20|21)\d\d"
_MONTH = rf"(?P<month>{'|'.join(sorted((name for name in MONTHS if not name.isupper()), key=len, reverse=True))})\.?"
_NUMERALS = {
    numeral: number
    for number, numeral in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), start=1
    )
}
_YEAR_FIRST = re.compile(
    rf"(?P<year>{_LONG_YEAR})(?P<mark>[-/., ])\s?{_MONTH}(?P=mark)\s?(?P<day>\d\d?)\Z", re.IGNORECASE
)
_POINTED = re.compile(rf"(?P<day>\d\d?)\.\s?{_MONTH}\s(?P<year>{_LONG_YEAR})\Z", re.IGNORECASE)
_NUMERAL = re.compile(
    rf"(?P<day>\d\d?)(?P<mark>[-/. ])\s?(?P<month>[IVX]+)\.?(?P=mark)?\s?(?P<year>{_LONG_YEAR})\Z", re.IGNORECASE
)
_DOTTED = re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d\d)\Z", re.ASCII)
# Two days and their month: the day stands first, or it would be two months and their day.
_DAYS = re.compile(
    rf"(?P<first>\d\d?)\s?[-–—]\s?(?P<last>\d\d?)(?P<mark>[/.])(?P<month>\d\d?)(?P=mark)(?P<year>{_LONG_YEAR})\Z",
    re.ASCII,
)
_MONTHS = re.compile(
    rf"{_MONTH}\s?[-–—/]\s?{_MONTH.replace('<month>', '<last>')},?\s?(?P<year>{_LONG_YEAR})\Z", re.IGNORECASE
)
_DOTS = re.compile(r"(\d{4}-\d\d-\d\d)\s*\.{2,3}\s*(\d{4}-\d\d-\d\d)\Z", re.ASCII)


class Ends(NamedTuple):
    """The first and the last stretch of a range."""

    first: Span
    last: Span


def one_day(text: str) -> Span | None:
    """The day of a date that a sentence would not write so."""
    for shape in (_YEAR_FIRST, _POINTED, _NUMERAL, _DOTTED):
        if match := shape.match(text):
            month = _month(match["month"])
            return day(short_year(match["year"]), month, int(match["day"])) if 1 <= month <= 12 else None
    return None


def range_of_cells(text: str) -> Ends | None:
    """The ends of a range that a sentence would not write so."""
    if match := _DAYS.match(text):
        year, month = int(match["year"]), int(match["month"])
        return _ends(day(year, month, int(match["first"])), day(year, month, int(match["last"])))
    if match := _MONTHS.match(text):
        year = int(match["year"])
        return _ends(month_of(year, _month(match["month"])), month_of(year, _month(match["last"])))
    return None


def dotted_range(text: str) -> str | None:
    """ "1984-03-05..1984-03-17" as ISO 8601 writes it: with a slash."""
    match = _DOTS.match(text)
    return f"{match[1]}/{match[2]}" if match else None


def _ends(first: Span | None, last: Span | None) -> Ends | None:
    return Ends(first, last) if first and last and first < last else None


def _month(written: str) -> int:
    """The number of a month that is named, a Roman or an Arabic numeral; 0 for what is none."""
    if written.isdecimal():
        return int(written)
    return MONTHS.get(written.capitalize()) or _NUMERALS.get(written.upper(), 0)
