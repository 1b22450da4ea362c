"""Anniversaries beside the year that they count from: "founded in 1900 … its 110th anniversary in 2012"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.language.dates import DateMention
from checker.language.datesigns import DATE, DateSigns, date_signs
from checker.language.editions import ORDINAL_WORDS
from checker.language.reading import Statement
from checker.language.worked import Worked
from checker.model import Hedge, Mention, Period, Quantity

_UNIT = "anniversary"
_NAMED = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150}
_ORDINAL = rf"(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)})"
_ANNIVERSARY = re.compile(
    rf"(?<![\w-])(?:(?P<ordinal>{_ORDINAL})\sanniversary|(?P<named>{'|'.join(_NAMED)}))\b(?P<of>\sof\b)?", re.IGNORECASE
)
_FOUNDED = (
    r"\b(?:founded|established|opened|built|created|launched|formed|inaugurated|set\sup|incorporated|completed)"
    rf"\b(?:\s[\w’'-]+){{0,4}}?\s(?:in|on)\s(?:the\s)?(?P<date>{DATE})"
)
_SINCE = re.compile(_FOUNDED)
# the 50th anniversary of the bridge, which opened in 1961: what follows is what the anniversary is of
_OF_WHAT = re.compile(rf"\s(?:the|its|their)\s[^.;,]{{1,60}},?\s(?:(?:which|that)\s)?(?:was\s|were\s)?{_FOUNDED}")
_ITS_OWN = re.compile(r"\b(?:its|their|the|a)\s$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:celebrates|celebrating|marks|marking|this\syear|turns|will)\b")


class _Year(NamedTuple):
    """A year, where it is told."""

    signs: DateSigns
    found: DateMention
    year: int


def anniversaries(statements: Sequence[Statement]) -> Iterator[Worked]:
    """Anniversaries whose first year and whose own year the sentence, or the one before it, tells."""
    before: DateSigns | None = None
    for statement in statements:
        if not any(word in statement.text for word in ("nniversary", "entenary", "entennial")):
            before = date_signs(statement) if statement.dates else None
            continue
        here = date_signs(statement)
        matches = list(_ANNIVERSARY.finditer(here.signs))
        if len(matches) == 1 and (worked := _worked(here, before, matches[0])) is not None:
            yield worked
        before = here


def _worked(here: DateSigns, before: DateSigns | None, match: re.Match[str]) -> Worked | None:
    founded = _founded(here, before, match)
    if founded is None or (year := _held(here, match, founded)) is None:
        return None
    age = year - founded.year
    number = _number(match)
    if age < 1 or number is None:
        return None
    told = founded.found.mention
    words = " ".join(founded.signs.statement.text[told.start : told.end].split())
    start = here.place(match.start())
    stated = Mention(
        kind="count",
        start=start,
        end=start + len(match["ordinal"] or match["named"]),
        value=Quantity(low=number, high=number, unit=_UNIT, text=match["ordinal"] or match["named"]),
    )
    # The day itself may still be to come, and a feast may be put off.
    value = Quantity(low=age - 1, high=age, unit=_UNIT, text=f"{age} years by {year} (worked out)")
    return Worked(here.statement, stated, founded.signs.statement, (told.start, told.end), f"since {words}", value)


def _founded(here: DateSigns, before: DateSigns | None, match: re.Match[str]) -> _Year | None:
    """The year that the anniversary counts from, if one is told."""
    if match["of"]:
        found = _OF_WHAT.match(here.signs, match.end())
        return _year(here, found["date"]) if found else None
    if not _ITS_OWN.search(here.signs, 0, match.start()):
        return None
    for signs in (here, before):
        if signs is None or (signs is not here and not _is_next(signs.statement, here.statement)):
            continue
        told = list(_SINCE.finditer(signs.signs))
        if len(told) == 1:
            return _year(signs, told[0]["date"])
    return None


def _is_next(one: Statement, other: Statement) -> bool:
    """Does the other go on with what the first is about: "It is celebrating its centenary"?"""
    return one.paragraph == other.paragraph and re.match(r"(?:It|The|They|This|In)\b", other.text) is not None


def _held(here: DateSigns, match: re.Match[str], founded: _Year) -> int | None:
    """The year of the anniversary itself: the other one of its sentence, else that of the dateline."""
    years = {year for found in here.dates if found is not founded.found and (year := _only_year(found)) is not None}
    if len(years) == 1:
        return years.pop()
    reported = here.statement.reported
    if years or reported is None or not _NOW.search(here.statement.text):
        return None
    return reported.year


def _year(signs: DateSigns, sign: str) -> _Year | None:
    found = signs.at(sign)
    year = _only_year(found)
    return _Year(signs, found, year) if year is not None else None


def _only_year(found: DateMention) -> int | None:
    value = found.mention.value
    return value.year if isinstance(value, Period) and value.hedge is Hedge.none else None


def _number(match: re.Match[str]) -> float | None:
    if match["named"]:
        return _NAMED[match["named"].lower()]
    return float(match["digits"]) if match["digits"] else ORDINAL_WORDS[match["word"].lower()]
