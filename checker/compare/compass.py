"""Compass: "north-west" and "south-east" exclude each other; "north" and "north-west" are one, loosely said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition, equal_sides
from checker.language.bearings import DEGREES
from checker.model import Term, Value

_LOOSELY = 45  # degrees: what lies north-west is also said to lie north


class Compass(Comparator):
    """Directions agree if they are no more than 45 degrees apart; each is put to the first one that it agrees with."""

    compares: ClassVar[tuple[str, ...]] = ("term",)

    def sides(self, values: Sequence[Value]) -> Partition:
        points = [DEGREES.get(value.key.replace(" ", "")) for value in values if isinstance(value, Term)]
        if len(points) != len(values) or None in points:
            return Overlap().sides(values)
        leaders: list[int] = []
        keys: list[int] = []
        for point in points:
            assert point is not None
            near = next((leader for leader in leaders if _apart(leader, point) <= _LOOSELY), point)
            if near == point and point not in leaders:
                leaders.append(point)
            keys.append(near)
        return equal_sides(keys)


def _apart(one: int, other: int) -> int:
    difference = abs(one - other) % 360
    return min(difference, 360 - difference)


COMPARATOR = Compass
