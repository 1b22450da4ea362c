"""Hedges of dates: "around 5 May", "no later than 31 May", "until 2042 at the earliest", "by June"."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.language.dates.point import Grain, Point
from checker.model import Hedge

# Part of the expression: the span grows by these words.
_BEFORE: tuple[tuple[Hedge, str], ...] = (
    (Hedge.about, r"around|about|circa|c\.|approximately|roughly|on\s+or\s+(?:about|around)|sometime\s+(?:in|around)"),
    (Hedge.at_most, r"(?:no|not)\s+later\s+than|at\s+the\s+latest(?:\s+by)?|on\s+or\s+before"),
    (
        Hedge.at_least,
        r"(?:no|not)\s+(?:earlier|sooner)\s+than|not\s+before|at\s+the\s+earliest(?:\s+[io]n)?|as\s+soon\s+as|on\s+or\s+after",
    ),
)
_BEHIND: tuple[tuple[Hedge, str], ...] = (
    (Hedge.at_least, r",?\s+at\s+the\s+(?:very\s+)?(?:earliest|soonest)|,?\s+or\s+later"),
    (Hedge.at_most, r",?\s+at\s+the\s+(?:very\s+)?latest|,?\s+or\s+(?:earlier|sooner)"),
)
# Prepositions: they tell the hedge and stay outside the span. "Two days after 5 May" tells something else.
_PREPOSITIONS: tuple[tuple[Hedge, str], ...] = (
    (Hedge.at_least, r"(?:until|till|through|to)\s+at\s+least|at\s+least\s+(?:until|till|through)"),
    (Hedge.at_most, r"since\s+at\s+least|at\s+least\s+since|by"),
    (Hedge.under, r"before"),
    (Hedge.over, r"after|beyond"),
)


def _alternation(table: tuple[tuple[Hedge, str], ...]) -> str:
    return "|".join(f"(?P<{hedge.name}>{words})" for hedge, words in table)


_INSIDE = re.compile(rf"(?<!\w)(?:{_alternation(_BEFORE)})\s*(?:the\s+)?\Z", re.IGNORECASE)
_AFTERWARDS = re.compile(rf"(?:{_alternation(_BEHIND)})\b")
_OUTSIDE = re.compile(rf"(?<!\w)(?:{_alternation(_PREPOSITIONS)})\s+(?P<the>the\s+)?\Z", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|moments?|shortly|soon|just|long|immediately|right|even)\s+(?:before|after)\s+\Z",
    re.IGNORECASE,
)


def hedged(text: str, point: Point) -> Point:
    """The point with the hedge around it, its words taken into the span unless they are only a preposition."""
    if point.hedge is not Hedge.none:
        return point
    if behind := _AFTERWARDS.match(text, point.end):
        return replace(point, end=behind.end(), hedge=Hedge[behind.lastgroup or "none"])
    if text.startswith(("'s", "’s"), point.end):
        return point  # "hit by September's quake"
    before = max(0, point.start - 32)
    if inside := _INSIDE.search(text, before, point.start):
        return replace(point, start=inside.start(), hedge=Hedge[inside.lastgroup or "none"])
    outside = _OUTSIDE.search(text, before, point.start)
    if (
        outside is None
        or _MEASURED.search(text, before, point.start)
        or (outside["the"] and point.grain is not Grain.part)
    ):
        return point  # "after the Saturday shooting" is no hedge, "before the end of June" is
    return replace(point, hedge=next(hedge for hedge, _ in _PREPOSITIONS if outside[hedge.name]))
