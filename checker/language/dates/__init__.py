"""Dates: "from 11 to 20 August 2022" is one mention with two ends; "20 August" keeps its missing year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.language.dates import months, numeric, relative, spelled, years
from checker.language.dates.hedges import hedged
from checker.language.dates.point import Grain, How, Point, Reading
from checker.language.dates.ranges import join
from checker.language.dates.triggers import windows
from checker.model import Mention, Period

__all__ = ["DateMention", "Grain", "How", "dates", "impossible", "scan"]

_READERS = (spelled.find, numeric.find, relative.find, months.find, years.find)  # the first to claim a place keeps it


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as read: the mention, the two `ends` of a range (each a mention, with the weekday named beside it), what
    it was read from, and how exactly it is meant."""

    mention: Mention
    how: How
    grain: Grain
    ends: tuple[Mention, Mention] | None = None


def dates(text: str, published: date | None = None) -> list[Mention]:
    """Every date in the text, in order. `published` lets "Friday" and "last year" be read."""
    return [found.mention for found in scan(text, published)]


def scan(text: str, published: date | None = None) -> list[DateMention]:
    """Every date in the text, in order, with the ends of ranges and how each was read."""
    return [_mentioned(text, hedged(text, point)) for point in _points(text, published) if point.span]


def impossible(text: str) -> list[tuple[int, int]]:
    """The places that look like a date and name no day ("31 June 2022"): nothing else should be read there."""
    return [(point.start, point.end) for point in _points(text, None) if point.span is None]


def _points(text: str, published: date | None) -> list[Point]:
    reading = Reading(text, published)
    return [
        point
        for low, high in windows(text, relative=published is not None)
        for point in join(text, _claimed(reading, low, high))
    ]


def _claimed(reading: Reading, low: int, high: int) -> list[Point]:
    """What the readers find in one window, in order, none overlapping an earlier reader's."""
    taken = bytearray(high - low)
    points = []
    for find in _READERS:
        for point in find(reading, low, high):
            place = slice(point.start - low, point.end - low)
            if 1 not in taken[place]:
                taken[place] = b"\1" * (point.end - point.start)
                points.append(point)
    return sorted(points, key=lambda point: point.start)


def _mentioned(text: str, point: Point) -> DateMention:
    ends = (_mention(text, point.ends[0]), _mention(text, point.ends[1])) if point.ends else None
    return DateMention(_mention(text, point), point.how, point.grain, ends)


def _mention(text: str, point: Point) -> Mention:
    assert point.span
    period = Period(
        first=point.span[0],
        last=point.span[1],
        weekday=point.weekday,
        alternatives=point.alternatives,
        hedge=point.hedge,
        text=text[point.start : point.end],
    )
    return Mention(kind="date", start=point.start, end=point.end, value=period, hedge=point.hedge, noun_end=point.end)
