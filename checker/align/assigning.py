"""Assigning what is left: "March 1984" fits the 5th and the 20th, another row only the 5th, so that it is the 20th.

Small knots are solved exactly; large ones, thousands of rows that all fit each other, are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

MARGIN = 0.5  # points by which a match is better than what would be instead of it
_LARGEST = 7  # entries, and groups, of a knot

Points = dict[int, dict[int, float]]  # of an entry: the groups that it may join


def best_together(points: Mapping[int, Mapping[int, float]]) -> Iterator[tuple[int, int]]:
    """The pairs of the best one-to-one assignment that no other assignment could do without, nearly as well."""
    for knot in _knots(points):
        whole = {entry: dict(points[entry]) for entry in knot}
        total, chosen = _best(whole)
        for entry, group in chosen:
            points_without = whole[entry].pop(group)
            if total - _best(whole)[0] >= MARGIN:
                yield entry, group
            whole[entry][group] = points_without


def _knots(points: Mapping[int, Mapping[int, float]]) -> Iterator[list[int]]:
    """Entries that compete for the same groups, if they are few."""
    wanted: dict[int, list[int]] = defaultdict(list)
    for entry, offered in points.items():
        for group in offered:
            wanted[group].append(entry)
    seen: set[int] = set()
    for first in sorted(points):
        if first in seen or not points[first]:
            continue
        seen.add(first)
        knot: list[int] = []
        groups: set[int] = set()
        waiting = [first]
        while waiting:
            entry = waiting.pop()
            knot.append(entry)
            for group in points[entry].keys() - groups:
                groups.add(group)
                waiting += [other for other in wanted[group] if other not in seen]
                seen.update(wanted[group])
        if len(knot) <= _LARGEST and len(groups) <= _LARGEST:
            yield sorted(knot)


def _best(points: Points) -> tuple[float, tuple[tuple[int, int], ...]]:
    """The most points that an assignment has, and its pairs; of equals the first in order."""
    entries = sorted(points)

    @cache
    def best(number: int, taken: frozenset[int]) -> tuple[float, tuple[tuple[int, int], ...]]:
        if number == len(entries):
            return 0.0, ()
        entry = entries[number]
        found = best(number + 1, taken)
        for group, worth in sorted(points[entry].items()):
            if group not in taken:
                rest, pairs = best(number + 1, taken | {group})
                if worth + rest > found[0]:
                    found = worth + rest, ((entry, group), *pairs)
        return found

    return best(0, frozenset())
