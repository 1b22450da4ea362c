"""Equal: the values must be the same as written: 2022 and 2022, "Fakhrabad" and "Fakhrabad"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from checker.compare.partition import Comparator, Partition, equal_sides
from checker.model import Edition, Period, Quantity, Roster, Term, Value


class Equal(Comparator):
    """Values agree when they are equal: no tolerance for hedges, precision or spelling."""

    any_part_agrees: ClassVar[bool] = True

    def sides(self, values: Sequence[Value]) -> Partition:
        return equal_sides([_key(value) for value in values])


def _key(value: Value) -> tuple[object, ...]:
    match value:
        case Quantity(low=low, high=high, unit=unit, hedge=hedge):
            return (low, high, unit, hedge)
        case Period(first=first, last=last):
            return (first, last)
        case Edition(year=year, number=number):
            return (year, number)
        case Term(name=name):
            return (name,)
        case Roster(members=members, counted=counted):
            return (members, counted)


COMPARATOR = Equal
