"""Retold: in two tellings of one sentence, "up to 35 eggs" and "up to 8 eggs" do not agree; "nearly 900" and 889 do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition
from checker.model import Hedge, Quantity, Value


class Retold(Comparator):
    """Values agree as by `overlap`, taken as a reader takes them.

    Where the same sentence is told twice, hedges say less: two figures with one hedge are compared as they are stated,
    "more than 1.4 million" is not taken for 49 million, nor 2,000 for a rounded 2,003.
    """

    def sides(self, values: Sequence[Value]) -> Partition:
        hedges = {value.hedge for value in values if isinstance(value, Quantity)}
        if len(hedges) == 1 and all(isinstance(value, Quantity) for value in values):
            values = [replace(value, hedge=Hedge.none) for value in values if isinstance(value, Quantity)]
        return Overlap().sides(values)._replace(plain=False)


COMPARATOR = Retold
