"""Within: `compare: {within: 1%}` lets 330 and 333 agree, `within: 5` 330 and 334, `within: 2 days` the 3rd and 5th."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, ClassVar, NamedTuple

from pydantic import BeforeValidator

from checker.compare.overlap import Overlap, days_allowed
from checker.compare.partition import Comparator, Partition, interval_sides
from checker.language.cells import quantity_cell
from checker.language.measures import convert, measured
from checker.model import Interval, Period, Quantity, Value

_FORMS = 'expected a share such as "1%", a number such as 5, or an amount such as "2 days" or "$5 million"'

_MINUS = re.compile(r"(?<!\w)[-\u2010-\u2015\u2212]|\bminus\b", re.IGNORECASE)


class Tolerance(NamedTuple):
    """By how much two values may differ: a share of them, or an amount; its `unit` is None for the values' own."""

    size: float
    share: bool = False
    unit: str | None = None

    def in_unit(self, unit: str) -> float:
        """The amount in that unit; 0 if it measures something else."""
        if self.unit is None or self.unit == unit:
            return self.size
        converted = convert(Quantity(low=self.size, high=self.size, unit=self.unit), unit)
        return converted.high if converted is not None else 0.0


def _tolerance(text: object) -> Tolerance:
    words = str(text).strip()
    share = words.endswith("%")
    try:
        found = Tolerance(float(words.rstrip("%")), share)
    except ValueError:
        found = _amount(words)
    if not 0 <= found.size < float("inf"):
        raise ValueError("a tolerance is not negative, nor without end")
    return found._replace(size=found.size / 100) if found.share else found


def _amount(words: str) -> Tolerance:
    if _MINUS.search(words):  # which reading an amount passes over
        raise ValueError("a tolerance is not negative, nor without end")
    try:
        quantity = quantity_cell(words)
    except ValueError:
        raise ValueError(_FORMS) from None
    if quantity.low != quantity.high or not quantity.unit:
        raise ValueError(_FORMS)
    return Tolerance(quantity.high, unit=quantity.unit)


class Within(Comparator):
    """Values agree when their readings come within a share (of the larger one) or an absolute amount of each other.

    `within`: "1%", a number in the values' own unit, or an amount with its unit: "5 km", "$5 million"; "2 days" is for
    dates. Values to which the tolerance does not apply are compared as by `overlap`.
    """

    compares: ClassVar[tuple[str, ...]] = ("quantity", "period")

    within: Annotated[Tolerance, BeforeValidator(_tolerance)]

    def unfit_for(self, type: str, measures: str) -> str:
        size = self.within
        if type == "period" and not (size.unit and size.in_unit("day")):
            return "dates come within days of each other: 2 days"
        if type == "quantity" and size.unit and measures and measured(size.unit) != measures:
            return f"a tolerance of {measured(size.unit)} does not suit figures that measure {measures}"
        return ""

    def sides(self, values: Sequence[Value]) -> Partition:
        quantities = [value for value in values if isinstance(value, Quantity)]
        periods = [value for value in values if isinstance(value, Period)]
        if len(quantities) == len(values):
            return interval_sides([self._widened(quantity) for quantity in quantities])
        if len(periods) == len(values) and self.within.unit is not None and (days := self.within.in_unit("day")):
            return interval_sides([_apart(days_allowed(period), days) for period in periods])
        return Overlap().sides(values)

    def _widened(self, quantity: Quantity) -> Interval:
        interval = quantity.strict
        if not self.within.share:
            return _apart(interval, self.within.in_unit(quantity.unit))
        size = self.within.size / 2
        return Interval(interval.low - abs(interval.low) * size, interval.high + abs(interval.high) * size)


def _apart(interval: Interval, amount: float) -> Interval:
    """Half of the amount on either end of both values adds up to the whole of it between them."""
    return Interval(interval.low - amount / 2, interval.high + amount / 2)


COMPARATOR = Within
