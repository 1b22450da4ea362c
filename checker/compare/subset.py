"""Subset: "France, Italy" and "France, Italy and Spain" agree, as lists do of which one only names more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition
from checker.model import Roster, Value, fold


class Subset(Comparator):
    """Lists agree when each is contained in the longest: one source names more of the same.

    A list that is closed ("only France and Italy") agrees with no longer one. What only counts them agrees with every
    list that is not longer. Other values are compared as by `overlap`.
    """

    compares: ClassVar[tuple[str, ...]] = ("roster",)

    def sides(self, values: Sequence[Value]) -> Partition:
        rosters = [value for value in values if isinstance(value, Roster)]
        if len(rosters) < len(values) or not any(roster.members for roster in rosters):
            return Overlap().sides(values)
        sides: list[list[int]] = []
        for index in sorted(range(len(rosters)), key=lambda i: (-len(rosters[i].members), _folded(rosters[i]))):
            side = next((side for side in sides if _fits(rosters[index], rosters[side[0]])), None)
            if side is None:
                sides.append([index])
            else:
                side.append(index)
        return Partition(tuple(tuple(sorted(side)) for side in sides))


def _fits(shorter: Roster, longest: Roster) -> bool:
    if not shorter.members:
        return shorter.counted is None or len(longest.members) <= shorter.counted
    if shorter.closed and len(shorter.members) < len(longest.members):
        return False
    return set(_folded(shorter)) <= set(_folded(longest))


def _folded(roster: Roster) -> list[str]:
    return sorted(fold(member) for member in roster.members)


COMPARATOR = Subset
