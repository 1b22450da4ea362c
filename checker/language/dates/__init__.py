"""Dates: "from 11 to 20 August 2022" is one mention with two ends; "20 August" keeps its missing year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from checker.language.dates import months, numeric, relative, spelled, years
from checker.language.dates.hedges import hedged
from checker.language.dates.point import Grain, How, Point, Reading
from checker.language.dates.ranges import join
from checker.language.dates.triggers import Trigger, Window, windows
from checker.model import Mention, Period

__all__ = ["DateMention", "Dates", "Grain", "How", "dates", "read_dates", "scan"]

# Each reader with the triggers without which it finds nothing; the first to claim a place keeps it.
_READERS = (
    (spelled.find, frozenset({Trigger.name})),
    (numeric.find, frozenset({Trigger.digit})),
    (relative.find, frozenset(Trigger)),
    (months.find_parts, frozenset({Trigger.name, Trigger.digit})),
    (months.find_months, frozenset({Trigger.name})),
    (years.find, frozenset({Trigger.name, Trigger.digit})),
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as read: the mention, the two `ends` of a range (each a mention, with the weekday named beside it), what
    it was read from, and how exactly it is meant."""

    mention: Mention
    how: How
    grain: Grain
    ends: tuple[Mention, Mention] | None = None


class Dates(NamedTuple):
    """What was read in one text: its dates in order, and the places that look like a date and name no day ("31 June
    2022"), where nothing else should be read."""

    found: list[DateMention]
    impossible: list[tuple[int, int]]


def dates(text: str, published: date | None = None) -> list[Mention]:
    """Every date in the text, in order. `published` lets "Friday" and "last year" be read."""
    return [found.mention for found in scan(text, published)]


def scan(text: str, published: date | None = None) -> list[DateMention]:
    """Every date in the text, in order, with the ends of ranges and how each was read."""
    return read_dates(text, published).found


def read_dates(text: str, published: date | None = None) -> Dates:
    """The dates of a text and what only looks like one."""
    stretches = windows(text, relative=published is not None)
    if not stretches:
        return Dates([], [])
    points = _points(Reading(text, published), stretches)
    return Dates(
        [_mentioned(text, hedged(text, point)) for point in points if point.span],
        [(point.start, point.end) for point in points if point.span is None],
    )


def _points(reading: Reading, stretches: Sequence[Window]) -> list[Point]:
    return [point for window in stretches for point in join(reading.text, _claimed(reading, window))]


def _claimed(reading: Reading, window: Window) -> list[Point]:
    """What the readers find in one window, in order, none overlapping an earlier reader's."""
    low, high, triggers = window
    taken = bytearray(high - low)
    points = []
    for find, needed in _READERS:
        if needed.isdisjoint(triggers):
            continue
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
