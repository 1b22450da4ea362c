"""Within: `compare: {within: 1%}` lets 330 and 333 agree, `within: 5` lets 330 and 334."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import BeforeValidator

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition, interval_sides
from checker.model import Interval, Quantity, Value


def _tolerance(text: object) -> tuple[float, bool]:
    """ "1%" is (0.01, True), "5" is (5.0, False)."""
    words = str(text).strip()
    relative = words.endswith("%")
    try:
        number = float(words.rstrip("%"))
    except ValueError:
        raise ValueError('expected a share such as "1%" or a number such as 5') from None
    if number < 0:
        raise ValueError("a tolerance is not negative")
    return (number / 100 if relative else number), relative


class Within(Comparator):
    """Quantities agree when their readings come within a share (of the larger one) or an absolute amount of each other.

    `within`: "1%" or a number in the values' own unit. Other values are compared as by `overlap`.
    """

    within: Annotated[tuple[float, bool], BeforeValidator(_tolerance)]

    def sides(self, values: Sequence[Value]) -> Partition:
        if not all(isinstance(value, Quantity) for value in values):
            return Overlap().sides(values)
        return interval_sides([self._widened(value.strict) for value in values if isinstance(value, Quantity)])

    def _widened(self, interval: Interval) -> Interval:
        size, relative = self.within
        # Half the tolerance on either end of both values adds up to the whole of it between them.
        low, high = (abs(interval.low) * size / 2, abs(interval.high) * size / 2) if relative else (size / 2, size / 2)
        return Interval(interval.low - low, interval.high + high)


COMPARATOR = Within
