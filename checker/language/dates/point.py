"""What the readers hand on: "20 August" at 12..21 is a day without a year, read absolutely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from checker.language.dates.almanac import Span, yearless
from checker.model import Hedge, Weekday


class How(StrEnum):
    """What a date was read from."""

    absolute = "absolute"  # the text gives the year
    yearless = "yearless"  # the text leaves the year out
    relative = "relative"  # counted from the publication date: "last June", "two weeks ago"
    weekday = "weekday"  # a bare day of the week, near the publication date
    attributive = "attributive"  # a year that qualifies a noun: "the 2014 agreement"


class Grain(StrEnum):
    """How exactly a date is meant."""

    day = "day"
    week = "week"
    month = "month"
    part = "part"  # early August, Q3 2023, summer 2021
    year = "year"
    decade = "decade"


@dataclass(frozen=True, slots=True)
class Point:
    """One date expression at `start..end`; a range keeps its two `ends`.

    An expression of the right shape that names no day (31 June) has no `span`: it takes its place, so that nothing
    else is read there, and goes no further.
    """

    start: int
    end: int
    span: Span | None
    grain: Grain
    how: How = How.absolute
    weekday: Weekday | None = None
    alternatives: tuple[Span, ...] = ()
    hedge: Hedge = Hedge.none
    ends: tuple[Point, Point] | None = None

    @property
    def yearless(self) -> bool:
        return self.span is not None and yearless(self.span)


@dataclass(frozen=True)
class Reading:
    """The text being read and when it was published."""

    text: str
    published: date | None = None

    @cached_property
    def day_first(self) -> bool | None:
        """Whether slashed dates put the day first, if some date of the text decides it."""
        from checker.language.dates.numeric import slash_order

        return slash_order(self.text)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The months that are somebody's name in this text: "Mrs May"."""
        from checker.language.dates.months import surnames

        return surnames(self.text)
