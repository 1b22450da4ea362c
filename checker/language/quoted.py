"""What a quote says of the sort of a given value: for 2022-08-22, the 20 August of "will go on until August 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from checker.language import mentions
from checker.language.countries import find_countries
from checker.language.cues import cue
from checker.language.measures import dimension
from checker.language.nouns import noun_class
from checker.model import Edition, Mention, Period, Quantity, Roster, Term, Value, fold

_MARKS = str.maketrans({"’": "'", "‘": "'", "\u00ad": ""})
_BROKEN = re.compile(r"(?<=[^\W\d])-[ \t]*\n\s*(?=[a-z])")  # a word that goes on in the next line
# A word or figure; signs that belong to one stay: $60, 3.5, 12:30, drill's.
_WORD = re.compile(r"[^\W_]+(?:[.,:'][^\W_]+)*|[$€£¥%]")
_CUT = re.compile(r"\[[^\]]*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.")
# What makes a value of a quote one that another is worked out from.
_WORKED_OUT = cue(
    r"\b(?:after|before|later|earlier|from\s+now|within|since|for\s+(?:another|the\s+(?:first|next))|each|every|apiece"
    r"|per|twice|thrice|double|triple|half|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+times|tranches?"
    r"|instal?lments?|original(?:ly)?|instead|rather|O\.?\s?S\.?|Old\s+Style)\b"
    r"|\ba\s+(?:day|week|month|quarter|year|head|person|piece)\b|\b(?:a\s+)?(?:day|week|month|year)s?\s+from\b",
    "after before later earlier now within since another first next each every apiece per twice thrice double triple"
    " half times tranche tranches instalment instalments installment installments original originally instead rather"
    " style day week month quarter year head person piece weeks days months years o os",
)
_CURRENCY = re.compile(r"[A-Z]{3}")


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


def leaves_open(quote: str, like: Value, published: date | None = None) -> bool:
    """Whether a value that is not in the quote may still be what it says: it is to be worked out ("two weeks after 28
    July", "$20 million a year", "600 Georgians and 800 Poles"), or there are several to choose from."""
    sort = type(like)
    several = sum(isinstance(one.value, sort) for one in _mentions(quote, published)) > 1
    return several or bool(_WORKED_OUT.search(quote))


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
    """Whether the quote stands in the text, as whole words, whatever the case, white space, quotation marks and dashes;
    "…" and what somebody put into brackets leave something out."""
    plain, at = _plainly(text), 0
    for part in _CUT.split(quote):
        words = _plainly(part)
        found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(plain, at) if words else None
        if words and found is None:
            return False
        at = found.end() if found else at
    return True


@lru_cache(maxsize=64)
def _plainly(text: str) -> str:
    """The words of the text alone, one space between two."""
    return " ".join(_WORD.findall(_BROKEN.sub("", text.translate(_MARKS)).casefold()))
