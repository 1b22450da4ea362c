"""Lengths beside the days that they span: "the five-day festival runs from 8 to 13 July" (five or six days do)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.occasion_dates import OccasionDate
from checker.language.reading import Statement
from checker.language.worked import Worked
from checker.model import Hedge, Mention, Period, Quantity

_UNIT = "day"
# the [five-day] summer festival in Orm runs [from 8 to 13 July]
_GAP = re.compile(
    r"[-\s](?:long\s)?(?!(?:delay|break|pause|notice|wait|warning|forecast|deadline|window|extension|ultimatum)\b)"
    r"[^.;:!?()]{2,80}",
    re.IGNORECASE,
)
# What the dates are of, if one of these stands between: "the two-day meeting before the festival, from 8 to 13 July".
_OTHER_TIME = re.compile(
    r"\b(?:after|before|following|during|ahead|since|until|till|then|next|previous|another|followed|preceded|part|as|while"
    r"|when|who|which|and|but|also|within|of\s+(?:the|a|an)\s+[\w-]+\s+(?:festival|exercise|tournament|series|season))\b",
    re.IGNORECASE,
)
_NOT_ITS_LENGTH = re.compile(
    r"\b(?:after|following|before|during|despite|within|by|further|additional|extra|another|first|last|final|next|every|each)"
    r"\s(?:(?:an?|the|its|their)\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
# The workshop, [from 3 to 8 May], will last [ten days]
_LASTS = re.compile(
    r"[,)]?\s(?:and\s)?(?:(?:will|would|is\sto|was\sto)\s)?(?:lasts?|lasted|lasting|takes?|took|runs?|ran|goes\son|went\son)"
    r"\s(?:for\s)?",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\s+(?:so\s+far|already|to\s+date|longer|more|late|early|earlier|later|behind|ahead)\b", re.IGNORECASE
)


def lengths(dated: Sequence[tuple[Statement, OccasionDate]]) -> Iterator[Worked]:
    """Lengths in days whose sentence gives the first and the last day of the same thing."""
    by_statement: dict[int, list[tuple[Statement, OccasionDate]]] = {}
    for statement, said in dated:
        by_statement.setdefault(statement.number, []).append((statement, said))
    for members in by_statement.values():
        statement = members[0][0]
        starts = [said for _, said in members if said.which == "start"]
        ends = [said for _, said in members if said.which == "end"]
        stated = [one for one in statement.quantities if isinstance(one.value, Quantity) and one.value.unit == _UNIT]
        if len(starts) == len(ends) == len(stated) == 1:
            worked = _worked(statement, stated[0], starts[0], ends[0])
            if worked is not None:
                yield worked


def _worked(statement: Statement, stated: Mention, start: OccasionDate, end: OccasionDate) -> Worked | None:
    span = (min(start.start, end.start), max(start.end, end.end))
    days = days_from_to(start.period, end.period)
    if days is None or not _is_their_length(statement.text, stated, span):
        return None
    words = " ".join(statement.text[slice(*span)].split())
    return Worked(statement, stated, statement, span, words, days)


def _is_their_length(text: str, stated: Mention, span: tuple[int, int]) -> bool:
    """Is the length that of what has these dates?"""
    if _SO_FAR.match(text, stated.end) or _NOT_ITS_LENGTH.search(text, max(0, stated.start - 40), stated.start):
        return False
    if stated.end <= span[0]:
        between = text[stated.end : span[0]]
        return _GAP.fullmatch(between) is not None and _OTHER_TIME.search(between) is None
    return _LASTS.fullmatch(text, span[1], stated.start) is not None


def days_from_to(start: Period, end: Period) -> Quantity | None:
    """How long it is from the one day to the other: both counted, or the last one not."""
    if not (start.is_day and end.is_day) or {start.hedge, end.hedge} != {Hedge.none} or start.yearless != end.yearless:
        return None
    days = (end.first - start.first).days + 1
    if start.alternatives or end.alternatives or days < 1:
        return None
    leap = start.yearless and (start.first.month, 2) <= (2, 2) and end.first.month > 2  # 29 February, if there is one
    words = f"{days} days (worked out)"
    return Quantity(low=float(max(1, days - 1 - leap)), high=float(days), unit=_UNIT, text=words)
