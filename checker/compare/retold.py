"""Retold: in two tellings of one sentence, "up to 35 eggs" and "up to 8 eggs" do not agree; "nearly 900" and 889 do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition
from checker.model import Hedge, Quantity, Value


class Retold(Comparator):
    """Values agree as by `overlap`; but two figures with one hedge are compared as they are stated.

    Where the same sentence is told twice, "up to 35" here and "up to 8" there is no agreement, although some number
    satisfies both.
    """

    def sides(self, values: Sequence[Value]) -> Partition:
        hedges = {value.hedge for value in values if isinstance(value, Quantity)}
        hedged = len(hedges) == 1 and Hedge.none not in hedges
        if hedged and all(isinstance(value, Quantity) for value in values):
            values = [replace(value, hedge=Hedge.none) for value in values if isinstance(value, Quantity)]
        return Overlap().sides(values)


COMPARATOR = Retold
