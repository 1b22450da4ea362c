"""Disjoint: "in Bishkek" and "in Dushanbe" lie in two countries; "in Tajikistan" and "in Dushanbe" do not disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition, equal_sides
from checker.language.countries import country_of
from checker.model import Term, Value


class Disjoint(Comparator):
    """Places disagree only when both are known and lie apart: in different countries.

    A place that no table knows is compatible with all others.
    """

    compares: ClassVar[tuple[str, ...]] = ("term",)

    def sides(self, values: Sequence[Value]) -> Partition:
        if not all(isinstance(value, Term) for value in values):
            return Overlap().sides(values)
        countries = [country_of(str(value)) for value in values]
        known = [index for index, country in enumerate(countries) if country is not None]
        partition = equal_sides([countries[index] for index in known])
        sides = tuple(tuple(known[index] for index in side) for side in partition.sides)
        unknown = tuple(index for index, country in enumerate(countries) if country is None)
        return Partition(sides, unknown) if len(sides) > 1 else Partition((tuple(range(len(values))),))


COMPARATOR = Disjoint
