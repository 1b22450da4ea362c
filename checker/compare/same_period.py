"""Same period: `compare: {same_period: month}` lets 3 and 20 August 2022 agree, and not 31 August and 1 September."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Literal

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition, interval_sides
from checker.model import Interval, Period, Value

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class SamePeriod(Comparator):
    """Dates agree when they fall into one day, week, month, quarter or year of the calendar.

    `same_period` is its length. A longer period agrees with every one that it reaches into: 2022 with August 2022.
    Weeks begin on Monday. Other values are compared as by `overlap`.
    """

    compares: ClassVar[tuple[str, ...]] = ("period",)

    same_period: Literal["day", "week", "month", "quarter", "year"] = "day"

    def sides(self, values: Sequence[Value]) -> Partition:
        periods = [value for value in values if isinstance(value, Period)]
        if len(periods) < len(values):
            return Overlap().sides(values)
        return interval_sides([self._span(period) for period in periods])

    def _span(self, period: Period) -> Interval:
        days = [(period.first, period.last), *period.alternatives]
        return Interval(
            min(self._number(first) for first, _ in days),
            max(self._number(last) for _, last in days),
        )

    def _number(self, day: date) -> float:
        """Which day, week, month … of all it is."""
        match self.same_period:
            case "day":
                return day.toordinal()
            case "week":
                return (day.toordinal() - 1) // 7  # day 1 was a Monday
            case length:
                return (day.year * 12 + day.month - 1) // _MONTHS[length]


COMPARATOR = SamePeriod
