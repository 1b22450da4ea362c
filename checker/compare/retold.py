"""Retold: in two tellings of one sentence, "up to 35 eggs" and "up to 8 eggs" do not agree; "nearly 900" and 889 do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition
from checker.model import Hedge, Quantity, Value

_BY_HAND = 0.08  # the step of a figure converted by hand, as a share of it: four per cent either way
_OVERLAP = Overlap()


class Retold(Comparator):
    """Values agree as by `overlap`; but two figures with one hedge are compared as they are stated.

    Where the same sentence is told twice, "up to 35" here and "up to 8" there is no agreement, although some number
    satisfies both. A figure that was converted is good to its last whole unit and to four per cent: "7 km" and
    "4 miles" are one distance.
    """

    def sides(self, values: Sequence[Value]) -> Partition:
        hedges = {value.hedge for value in values if isinstance(value, Quantity)}
        hedged = len(hedges) == 1 and Hedge.none not in hedges
        if hedged and all(isinstance(value, Quantity) for value in values):
            values = [replace(value, hedge=Hedge.none) for value in values if isinstance(value, Quantity)]
        if len({value.unit for value in values if isinstance(value, Quantity)}) > 1:
            values = [_converted(value) if isinstance(value, Quantity) else value for value in values]
        return _OVERLAP.sides(values)


def _converted(value: Quantity) -> Quantity:
    """The figure with the step to which one that was converted by hand is good."""
    return replace(value, step=max(value.step, 1.0, _BY_HAND * abs(value.high)))


COMPARATOR = Retold
