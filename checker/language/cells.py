"""Cells of a dataset as values: "1982-12-xx", "6000-7000", "~1,200", ">60m", "2 weeks"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from checker.language.dates import scan
from checker.language.quantities import quantities
from checker.model import Period, Quantity

_PARTIAL = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d|xx|\?\?)(?:-(?:xx|\?\?))?$", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})$")


def period_cell(text: str, published: date | None = None) -> Period:
    """A date or period; raises ValueError for anything else."""
    text = text.strip()
    partial = _PARTIAL.match(text) or _MONTH_YEAR.match(text)
    if partial and (period := _month_or_year(int(partial["year"]), partial["month"], text)):
        return period
    if re.fullmatch(r"(?:1[5-9]|20|21)\d\d", text):
        return Period(first=date(int(text), 1, 1), last=date(int(text), 12, 31), text=text)
    found = scan(text, published)
    if len(found) == 1 and isinstance(found[0].mention.value, Period):
        return found[0].mention.value
    raise ValueError(f'expected a date such as 2022-08-20 or 20 August 2022, not "{text}"')


def _month_or_year(year: int, month: str, text: str) -> Period | None:
    if not month.isdigit():
        return Period(first=date(year, 1, 1), last=date(year, 12, 31), text=text)
    number = int(month)
    if not 1 <= number <= 12:
        return None
    following = date(year + number // 12, number % 12 + 1, 1)
    return Period(first=date(year, number, 1), last=date.fromordinal(following.toordinal() - 1), text=text)


_SIGNS = {
    ">": "more than ",
    "≥": "at least ",
    ">=": "at least ",
    "<": "less than ",
    "≤": "at most ",
    "<=": "at most ",
    "~": "about ",
    "≈": "about ",
}
_SIGN = re.compile(r"(>=|<=|[<>≥≤~≈])\s*")
# Digits that nobody grouped: 1200 is a number in a cell, where a sentence would have a year.
_UNGROUPED = re.compile(r"(?<![\d.,:/])\d{4,15}(?![\d:/]|[.,]\d)")
_RANGE = re.compile(r"^(\D*[\d.,]+)\s*[-–—]\s*([\d.,]+\D*)$")
_AND_MORE = re.compile(r"^([\d,.]+)\s*\+$")


def quantity_cell(text: str, published: date | None = None) -> Quantity:
    """A number, amount, range or hedged figure; raises ValueError for anything else."""
    words = _SIGN.sub(lambda match: _SIGNS[match[1]], text.strip(), count=1)
    words = _RANGE.sub(r"\1 to \2", words)
    words = _UNGROUPED.sub(lambda match: f"{int(match[0]):,}", words)
    words = _AND_MORE.sub(r"at least \1", words)
    found = [mention.value for mention in quantities(words) if isinstance(mention.value, Quantity)]
    if len(found) == 1 and not re.match(r"[-−]\s*\d", words):
        return replace(found[0], text=text.strip())
    raise ValueError(f'expected a number such as 1,200, 6000-7000 or $60 million, not "{text}"')
