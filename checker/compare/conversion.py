"""Conversion: "150 km" and "93 miles" are one measure, "60 km" and "35 miles" nearly; "193 miles" is another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition, interval_sides
from checker.language.measures import convert
from checker.model import Interval, Quantity, Value

# Writers round to fives and tens ("60 km (35 miles)"); a rounder figure is taken to be this exact, as a share of it.
_ROUND = (10, 5)
_OF_ROUND = 0.05
# Names of several sizes, relative to the one that the table of units has: short and long tons, imperial gallons.
_SIZES = {"ton": (0.907, 1.017), "gallon": (1.0, 1.201), "pint": (1.0, 1.201)}
_CELSIUS, _FAHRENHEIT = "degree Celsius", "degree Fahrenheit"


class Conversion(Comparator):
    """Measures of one dimension agree when they are one measure, each rounded as writers round.

    Every figure is taken to be good to half its last written place, or to be cut off there ("588 sq km" for 588.8); a
    multiple of five or ten to half of that, a rounder one to 5 per cent. Hedges do not count: "about 100 km (62 miles)"
    is a conversion of 100 km. Degrees may be a temperature or a difference of temperatures: 3 °C is 37.4 °F, and a rise
    of 3 °C one of 5.4 °F.
    """

    compares: ClassVar[tuple[str, ...]] = ("quantity",)

    def sides(self, values: Sequence[Value]) -> Partition:
        measures = [value for value in values if isinstance(value, Quantity)]
        if len(measures) != len(values) or not measures:
            return Overlap().sides(values)
        unit = measures[0].unit
        partition = interval_sides([_rounded(measure, unit) for measure in measures])
        if len(partition.sides) > 1 and {measure.unit for measure in measures} == {_CELSIUS, _FAHRENHEIT}:
            differences = interval_sides([_difference(measure) for measure in measures])
            return min(partition, differences, key=lambda found: len(found.sides))
        return partition


def _rounded(measure: Quantity, unit: str) -> Interval:
    """What the figure may stand for, in `unit`."""
    below, above = _errors(measure)
    smallest, largest = _SIZES.get(measure.unit, (1.0, 1.0)) if measure.unit != unit else (1.0, 1.0)
    smaller, larger = _SIZES.get(unit, (1.0, 1.0)) if measure.unit != unit else (1.0, 1.0)
    low = _in_unit(replace(measure, low=measure.low - below, high=measure.low - below), unit) * smallest / larger
    high = _in_unit(replace(measure, low=measure.high + above, high=measure.high + above), unit) * largest / smaller
    return Interval(low, high)


def _in_unit(measure: Quantity, unit: str) -> float:
    converted = convert(measure, unit)
    return converted.low if converted is not None else measure.low


def _difference(measure: Quantity) -> Interval:
    """A difference of temperatures in degrees Celsius."""
    (below, above), size = _errors(measure), 1.0 if measure.unit == _CELSIUS else 1.8
    return Interval((measure.low - below) / size, (measure.high + above) / size)


def _errors(measure: Quantity) -> tuple[float, float]:
    """By how much the true measure may be below and above the figure."""
    number = abs(measure.high)
    rounding = next((step for step in _ROUND if number and number % step == 0), 0.0)
    coarse = number * _OF_ROUND if number and number % 100 == 0 else 0.0
    half = max(measure.step / 2, rounding / 2, coarse)
    return half, max(half, measure.step)


COMPARATOR = Conversion
