"""Editions of what recurs, beside the year of the first: "held every year since 2003", "the 15th edition" in 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.language.cues import cue
from checker.language.datesigns import DATE, DateSigns, date_signs
from checker.language.editions import ORDINAL_WORDS
from checker.language.lexicons.events import EVENT_FAMILY
from checker.language.reading import Statement
from checker.language.worked import Worked
from checker.model import Hedge, Mention, Period, Quantity

_UNIT = "edition"
_YEARS = {"two": 2, "second": 2, "other": 2, "three": 3, "third": 3, "four": 4, "fourth": 4, "five": 5, "fifth": 5}
_SINCE = re.compile(
    rf"""
    \b(?: (?P<yearly> annual(?:ly)? | yearly | once\ a\ year
                | (?:every|each)\ (?:single\ )?(?:year|spring|summer|autumn|winter) )
        | (?P<biennial> biennial(?:ly)? )
        | every\ (?P<years> {"|".join(_YEARS)} )\ years? )\b
    [^.;]{{0,60}}? \b (?: since | first\ (?:held|staged|run|awarded)\ in | (?:began|started|founded|launched)\ in )
    (?:\ its\ (?:start|beginning|launch|foundation|founding|inception)\ in)? \ (?P<since> {DATE} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EDITION = cue(
    rf"(?<![\w-])(?P<ordinal>(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|{'|'.join(ORDINAL_WORDS)})\s"
    r"(?:(?:annual|biennial)\s(?:edition|[a-z]+)|edition|running|staging|instal?lment)\b",
    "annual biennial edition running staging instalment installment",
)
_WORD = re.compile(r"[A-Za-z]+")
# Years in which much was called off that is held every year.
_CALLED_OFF = (2020, 2021)
_MISCOUNTED = 1  # "since 2003" may mean that 2004 had the first, and a pause is seldom told


def recurrences(statements: Sequence[Statement]) -> Iterator[Worked]:
    """Counted editions of what recurs since a year; both stand in one sentence or in neighbouring ones."""
    counting = {statement.number for statement in statements if _EDITION.search(statement.text)}
    if not counting:
        return
    telling = [statement for statement in statements if statement.dates or statement.number in counting]
    signs = [date_signs(statement) for statement in telling]
    for here in signs:
        yield from _worked(here, here)
    for one, other in pairwise(signs):
        if _go_together(one.statement, other.statement):
            yield from _worked(one, other)
            yield from _worked(other, one)


def _go_together(one: Statement, other: Statement) -> bool:
    """Are the sentences neighbours, and no two different events named in them?"""
    if other.number - one.number > 1 or one.paragraph != other.paragraph:
        return False
    left, right = _families(one.text), _families(other.text)
    return not left or not right or bool(left & right)


def _families(text: str) -> set[str]:
    """The families of the events named in a sentence: "festival" of "the fair"."""
    words = (word.lower() for word in _WORD.findall(text))
    return {family for word in words if (family := EVENT_FAMILY.get(word) or EVENT_FAMILY.get(word.removesuffix("s")))}


def _worked(since: DateSigns, told: DateSigns) -> Iterator[Worked]:
    firsts, editions = list(_SINCE.finditer(since.signs)), list(_EDITION.pattern.finditer(told.signs))
    if len(firsts) != 1 or len(editions) != 1:
        return
    begun = since.at(firsts[0]["since"])
    first, year = _year(begun.mention.value), _edition_year(told, begun.mention if since is told else None)
    if since is not told and _EDITION.pattern.search(since.signs):
        return
    if first is None or year is None or year < first:
        return
    number, every = _number(editions[0]), _every(firsts[0])
    count = (year - first) // every + 1
    off = sum(first <= lost <= year for lost in _CALLED_OFF)
    start = told.place(editions[0].start("ordinal"))
    stated = Mention(
        kind="count",
        start=start,
        end=start + len(editions[0]["ordinal"]),
        value=Quantity(low=number, high=number, unit=_UNIT, text=editions[0]["ordinal"]),
    )
    value = Quantity(
        low=max(1, count - _MISCOUNTED - off),
        high=count + _MISCOUNTED,
        unit=_UNIT,
        text=f"{count} by {year} (worked out)",
    )
    place = begun.mention
    words = " ".join(since.statement.text[place.start : place.end].split())
    yield Worked(told.statement, stated, since.statement, (place.start, place.end), f"since {words}", value)


def _edition_year(told: DateSigns, begun: Mention | None) -> int | None:
    """The year of the counted edition: the only other one in its sentence, else that of the dateline."""
    years = {_year(found.mention.value) for found in told.dates if found.mention is not begun}
    if not years and told.statement.reported is not None:
        return told.statement.reported.year
    return years.pop() if len(years) == 1 else None


def _year(value: object) -> int | None:
    return value.year if isinstance(value, Period) and value.hedge is Hedge.none else None


def _number(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else ORDINAL_WORDS[match["ordinal"].lower()]


def _every(match: re.Match[str]) -> int:
    """Every how many years."""
    if match["yearly"]:
        return 1
    return 2 if match["biennial"] else _YEARS[match["years"].lower()]
