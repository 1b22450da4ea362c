"""Bearings: "30 kilometres north-west of Kolmar", "about 12 miles (19 km) to the south of the capital's airport"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.language.measures import convert, dimension
from checker.language.reading import Statement
from checker.model import Quantity

# Points of the compass in degrees from north, clockwise.
DEGREES = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
    "northwest": 315,
}  # fmt: skip

_POINT = r"(?:north|south)(?:[-\s]?(?:east|west))?|east|west"
_BEHIND = re.compile(
    rf"(?:\s*\([^()]{{1,30}}\))?\s+(?:(?:to|in)\s+the\s+|due\s+)?(?P<point>{_POINT})\s+of\s+(?:the\s+)?"
    r"(?P<place>[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w’'-]*){0,3})",
)


class Bearing(NamedTuple):
    """A place told by its distance and direction from another, in `statement.text[start:end]`. The direction is
    `written` at `text[at[0]:at[1]]`; `kilometres` is rounded."""

    start: int
    end: int
    at: tuple[int, int]
    written: str
    kilometres: int
    place: str


def bearings(statement: Statement) -> Iterator[Bearing]:
    """The bearings of a statement whose quantities have been read."""
    for mention in statement.quantities:
        value = mention.value
        if mention.kind != "measure" or not isinstance(value, Quantity) or dimension(value.unit) != "length":
            continue
        match = _BEHIND.match(statement.text, mention.end)
        distance = convert(value, "km")
        if match and distance:
            kilometres = round(distance.high)
            yield Bearing(mention.start, match.end(), match.span("point"), match["point"], kilometres, match["place"])
