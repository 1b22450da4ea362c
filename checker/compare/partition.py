"""Sides: [3.2 bn, 3.15 bn, 2.9 bn] falls into (3.2 bn, 3.15 bn) against (2.9 bn).

Intervals agree iff the greatest low end is not above the least high end, jointly, not pair by pair. A partition sorts
by the high ends and opens a new side whenever a value begins after the point that the side so far shares.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict

from checker.model import Interval, Value


class Partition(NamedTuple):
    """Indices of the compared values: each side agrees within itself; a neutral value agrees with several sides.

    `plain` says that the sides differ only as a reader would take the words, not by what the words strictly allow.
    """

    sides: tuple[tuple[int, ...], ...]
    neutral: tuple[int, ...] = ()
    plain: bool = False


class Comparator(BaseModel):
    """The base of all comparators. Fields are YAML keys; the docstring is the manual page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # The types of values that it is for, as `value.type` has them; others are compared as by `overlap`.
    compares: ClassVar[tuple[str, ...]] = ("quantity", "period", "edition", "term", "roster")
    # Whether some of the values that agree together agree too. Nothing that is judged by who stands first can say so:
    # north-west and north-east agree with north, not with each other.
    any_part_agrees: ClassVar[bool] = False

    def unfit_for(self, type: str, measures: str) -> str:
        """Why its settings do not suit values of that type, which measure that ("money", "" if unknown); "" if so."""
        return ""

    def sides(self, values: Sequence[Value]) -> Partition:
        """How `values` fall apart; one side when they agree."""
        raise NotImplementedError


def interval_sides(intervals: Sequence[Interval]) -> Partition:
    """The fewest sides such that each has a common point. O(n log n)."""
    if intervals and max([one.low for one in intervals]) <= min([one.high for one in intervals]):
        return Partition((tuple(range(len(intervals))),))
    order = sorted(range(len(intervals)), key=lambda i: (intervals[i].high, intervals[i].low, i))
    sides: list[list[int]] = []
    points: list[float] = []
    for index in order:
        if points and intervals[index].low <= points[-1]:
            sides[-1].append(index)
        else:
            sides.append([index])
            points.append(intervals[index].high)
    common = [_common(intervals, side) for side in sides]
    neutral = {i for n, side in enumerate(sides) for i in side if _meets_another(intervals, i, n, sides, common)}
    kept = [tuple(sorted(i for i in side if i not in neutral)) for side in sides]
    if any(not side for side in kept):
        return Partition(tuple(tuple(sorted(side)) for side in sides))
    return Partition(tuple(kept), tuple(sorted(neutral)))


def _common(intervals: Sequence[Interval], side: Sequence[int]) -> Interval:
    return Interval(max(intervals[i].low for i in side), min(intervals[i].high for i in side))


def _meets_another(
    intervals: Sequence[Interval], index: int, own: int, sides: Sequence[Sequence[int]], common: Sequence[Interval]
) -> bool:
    """Would the value fit a neighbouring side too? Only neighbours need asking: the sides are in order."""
    return any(intervals[index].meets(common[other]) for other in (own - 1, own + 1) if 0 <= other < len(sides))


def equal_sides(keys: Sequence[Hashable]) -> Partition:
    """One side per distinct key, in order of first appearance."""
    sides: dict[Hashable, list[int]] = {}
    for index, key in enumerate(keys):
        sides.setdefault(key, []).append(index)
    return Partition(tuple(tuple(side) for side in sides.values()))
