"""What a quote says of the sort of a given value: for 2022-08-22, the 20 August of "will go on until August 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from checker.language import mentions
from checker.language.countries import find_countries
from checker.language.measures import dimension
from checker.language.nouns import noun_class
from checker.model import Edition, Mention, Period, Quantity, Roster, Term, Value, fold

_SPACE = re.compile(r"\s+")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00ad": ""})
_CURRENCY = re.compile(r"[A-Z]{3}")
_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")


def values_in(quote: str, like: Value, published: date | None = None) -> tuple[Value, ...]:
    """The values in the quote that could be `like`, a date without a year taken to be of its year; none where nothing
    of the sort can be read. `published` is the date that "Friday" counts from."""
    read = _mentions(quote, published)
    match like:
        case Quantity(unit=unit):
            figures = [one.value for one in read if isinstance(one.value, Quantity)]
            return tuple(figure for figure in figures if _sort(figure.unit) == _sort(unit))
        case Period():
            dates = [one.value for one in read if isinstance(one.value, Period)]
            return tuple(end for found in dates for end in _ends(_in_its_year(found, like)))
        case Edition():
            return tuple(one.value for one in read if isinstance(one.value, Edition))
        case Term(key=key):
            return (like,) if key and key in fold(quote) else ()
        case Roster():
            return tuple(_rosters(quote, read))


@lru_cache(maxsize=1024)
def _mentions(quote: str, published: date | None) -> tuple[Mention, ...]:
    return tuple(mentions(quote, published))


def _sort(unit: str) -> str:
    """What is measured; dollars and euros are both money."""
    return "money" if _CURRENCY.fullmatch(unit) else dimension(unit)


def _in_its_year(found: Period, like: Period) -> Period:
    """ "August 20" beside 2022-08-22 is that of 2022."""
    if not found.yearless or like.yearless:
        return found
    year = like.first.year
    try:
        return Period(first=found.first.replace(year=year), last=found.last.replace(year=year), text=found.text)
    except ValueError:  # 29 February
        return found


def _ends(found: Period) -> Iterator[Period]:
    """The first and last day of "11 to 20 August"; a month or a year as it is."""
    whole = found.first.day == 1 and (found.last.toordinal() + 1) == _following_month(found.last).toordinal()
    if found.is_day or whole or found.yearless:
        yield found
        return
    for day in (found.first, found.last):
        yield Period(first=day, last=day, hedge=found.hedge, text=found.text)


def _following_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _rosters(quote: str, read: tuple[Mention, ...]) -> Iterator[Roster]:
    """The countries that are named, and the number of countries."""
    names = tuple(dict.fromkeys(found.name for found in find_countries(quote) if found.how == "name"))
    if len(names) > 1:
        yield Roster(members=names)
    for one in read:
        counted = one.value
        if isinstance(counted, Quantity) and noun_class(one.noun) == "country" and counted.low == counted.high:
            yield Roster(counted=int(counted.low), closed=True, text=counted.text)


def stands_in(quote: str, text: str) -> bool:
    """Whether the quote stands in the text, whatever the white space, quotation marks and dashes; "…" leaves out."""
    plain, at = _plainly(text), 0
    for part in _CUT.split(_plainly(quote).strip(" \"'")):
        found = plain.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


@lru_cache(maxsize=64)
def _plainly(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_MARKS)).strip()
