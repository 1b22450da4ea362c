"""Overlap: "about 3,000" and 2,960 agree; "August 2022" and "20 August 2022" agree; 4,500 and 5,400 do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from checker.compare.partition import Comparator, Partition, equal_sides, interval_sides
from checker.language.measures import in_one_unit
from checker.model import Edition, Hedge, Interval, Period, Quantity, Roster, Term, Value

# A round figure and a finer one that rounds to it are one figure if they are this close, relative to the finer one.
_ROUNDING = 0.05
# Half-steps of equal precision only touch (3.2 and 3.3 billion at 3.25): shrunk by this share they stay apart.
_TOUCH = 1e-9


class Overlap(Comparator):
    """Values agree when what their words allow has something in common.

    Quantities and periods are intervals: hedges and the written precision widen them, a month holds its days. Editions
    agree when their years (or their ordinals) are equal, names when they fold to one spelling, rosters when they have
    the same size. Where only the plain reading differs ("more than 60" beside 330), the finding is a note at most.
    """

    any_part_agrees: ClassVar[bool] = True

    def sides(self, values: Sequence[Value]) -> Partition:
        values = _in_one_unit(values)
        if all(isinstance(value, (Quantity, Period)) for value in values):
            strict = interval_sides([_strict(value) for value in values])
            if len(strict.sides) > 1:
                return strict._replace(plain=_only_rounding(values, strict))
            plain = interval_sides([_plain(value) for value in values])
            return plain._replace(plain=True) if len(plain.sides) > 1 else strict
        return equal_sides([_key(value) for value in values])


def _in_one_unit(values: Sequence[Value]) -> Sequence[Value]:
    """Kilometres and miles are compared in the unit that stands first."""
    quantities = [value for value in values if isinstance(value, Quantity)]
    if len(quantities) < len(values) or len({quantity.unit for quantity in quantities}) < 2:
        return values
    return in_one_unit(quantities)


def _strict(value: Value) -> Interval:
    if isinstance(value, Quantity):
        return _shrunk(value.strict, value)
    assert isinstance(value, Period)
    return days_allowed(value)


def _plain(value: Value) -> Interval:
    return _shrunk(value.plain, value) if isinstance(value, Quantity) else _strict(value)


def _shrunk(interval: Interval, value: Quantity) -> Interval:
    edge = value.step * _TOUCH
    return Interval(interval.low + edge, interval.high - edge) if value.step else interval


def days_allowed(period: Period) -> Interval:
    """Day numbers; "until 2042 at the earliest" has no upper end."""
    low, high = float(period.first.toordinal()), float(period.last.toordinal())
    for first, last in period.alternatives:
        low, high = min(low, first.toordinal()), max(high, last.toordinal())
    if period.hedge in (Hedge.at_least, Hedge.over):
        return Interval(low, float("inf"))
    if period.hedge in (Hedge.at_most, Hedge.under):
        return Interval(float("-inf"), high)
    return Interval(low, high)


def _key(value: Value) -> tuple[object, ...]:
    match value:
        case Edition(year=year, number=number):
            return ("year", year) if year is not None else ("number", number)
        case Term(key=key):
            return ("name", key)
        case Roster(size=size, members=members):
            return ("size", size) if size is not None else ("members", members)
        case Quantity() | Period():
            return ("text", str(value))


def _only_rounding(values: Sequence[Value], partition: Partition) -> bool:
    """Do the sides differ only because one writer rounded (2,300) what another gave in full (2,310)?"""
    figures = [value for value in values if isinstance(value, Quantity)]
    if len(figures) != len(values) or any(figure.low != figure.high for figure in figures):
        return False
    finest = min(figures, key=lambda figure: (_grain(figure.low), figure.low))
    return all(_rounds_to(finest.low, figure.low) for figure in figures)


def _grain(number: float) -> float:
    """The weight of the last digit that is not zero: 100 for 2,300."""
    grain = 1.0
    while number and number % (grain * 10) == 0 and grain < 1e15:
        grain *= 10
    return grain


def _rounds_to(fine: float, round_figure: float) -> bool:
    if fine == round_figure:
        return True
    grain = _grain(round_figure)
    close = abs(fine - round_figure) <= _ROUNDING * abs(fine)
    return grain >= 100 and close and abs(fine - round_figure) <= grain / 2


COMPARATOR = Overlap
