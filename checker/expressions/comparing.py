"""Comparisons in expressions: `start <= end`, "about 60" == 57, "August 2022" == 20 August 2022.

A comparison of quantities or periods holds if some pair of values that the words allow makes it hold, so that it
fails only when the sources cannot both be right. With strict intervals [low, high] and periods [first, last]:

    a == b   a.low <= b.high and b.low <= a.high     (they meet)
    a <= b   a.low <= b.high        a < b   a.low < b.high
    a >= b   a.high >= b.low        a > b   a.high > b.low
    a != b   not (a == b)

A number or a date is an interval of one point. Two figures rounded to the same place must be the same figure (3.2
and 3.3 billion are not equal, although both could stand for 3.25). A date that can be read in several ways is
compared in each of them. Different units, a date without a year and a vague date ("around 20 August") that does not
fit give unknown.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeGuard

from checker.expressions.types import Missing, Unknown, readings
from checker.language.measures import convert
from checker.model import NO_YEAR, Claim, Edition, Hedge, Period, Quantity, Term, fold

Ends = tuple[tuple[Any, Any], ...]  # numbers or dates: every reading as its low and high end

_HOLDS: Mapping[str, Callable[[tuple[Any, Any], tuple[Any, Any]], bool]] = {
    "==": lambda a, b: bool(a[0] <= b[1] and b[0] <= a[1]),
    "<": lambda a, b: bool(a[0] < b[1]),
    "<=": lambda a, b: bool(a[0] <= b[1]),
    ">": lambda a, b: bool(a[1] > b[0]),
    ">=": lambda a, b: bool(a[1] >= b[0]),
}
PLAIN: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compare(sign: str, left: object, right: object, *, unit: str = "") -> bool:
    """Whether `left sign right` holds. `unit` is that of a plain number beside a quantity ("day"), "" for any."""
    if sign == "!=":
        return not compare("==", left, right, unit=unit)
    match left, right:
        case Edition(), Edition():
            return _same_edition(left, right)
        case (Term(), Term() | str()) | (str(), Term()):
            return _key(left) == _key(right)
        case (Quantity() | int() | float(), Quantity() | int() | float()):
            return compare_figures(sign, left, right, unit)
        case (Period() | date(), Period() | date()):
            return _compare_periods(sign, left, right)
        case _:
            raise Missing("the values are of different kinds")


def in_order(one: Claim, other: Claim) -> bool | Unknown:
    """Whether the value of one claim is not later, or not more, than that of the other: `start <= end`."""
    first, last = one.value, other.value
    if _is_exact(first) and _is_exact(last):
        return first.first <= last.last
    try:
        if isinstance(one.value, Period) and isinstance(other.value, Period):
            return _compare_periods("<=", one.value, other.value)
        return compare("<=", one.value, other.value)
    except Missing as missing:
        return Unknown(str(missing))


def in_one_unit(left: object, right: object, unit: str = "") -> tuple[object, object]:
    """The two in the unit of the first; a bare number takes the unit of what it stands beside. Units of different
    dimensions, such as two currencies, cannot be compared. `unit` is that of a plain number."""
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        right = convert(right, left.unit) or right
    units = [value.unit if isinstance(value, Quantity) else unit for value in (left, right)]
    bare = [isinstance(value, int | float) and not unit for value in (left, right)]
    if not any(bare) and units[0] != units[1]:
        raise Missing(f"the units differ: {units[0] or 'a count'} and {units[1] or 'a count'}")
    return left, right


def ends(value: object) -> tuple[float, float]:
    """The strict interval of a quantity or number."""
    if isinstance(value, Quantity):
        return value.strict
    if isinstance(value, int | float):
        return (value, value)
    raise Missing("the value is not a quantity")


def _is_exact(value: object) -> TypeGuard[Period]:
    """Is it a date of which every word is settled?"""
    return isinstance(value, Period) and not (value.hedge or value.alternatives or value.first.year == NO_YEAR)


def compare_figures(sign: str, left: object, right: object, unit: str = "") -> bool:
    """`compare` for quantities and numbers, but for `!=`."""
    if not (isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit == right.unit):
        left, right = in_one_unit(left, right, unit)
    if isinstance(left, Quantity) and isinstance(right, Quantity) and _equally_rounded(left, right):
        return _HOLDS[sign]((left.low, left.high), (right.low, right.high))
    return _HOLDS[sign](ends(left), ends(right))


def _equally_rounded(left: Quantity, right: Quantity) -> bool:
    return left.step == right.step > 0 and left.hedge is Hedge.none is right.hedge


def _compare_periods(sign: str, left: Period | date, right: Period | date) -> bool:
    holds = _HOLDS[sign]
    if any(holds(a, b) for a in _days(left) for b in _days(right)):
        return True
    for value in (left, right):
        if isinstance(value, Period) and value.hedge is not Hedge.none:
            raise Missing(f'"{value.text or value}" is not an exact date')
    return False


def _days(value: Period | date) -> tuple[tuple[date, date], ...]:
    return readings(value) if isinstance(value, Period) else ((value, value),)


def _same_edition(left: Edition, right: Edition) -> bool:
    if left.year is not None and right.year is not None:
        return left.year == right.year
    if left.number is not None and right.number is not None:
        return left.number == right.number
    raise Missing("one edition is a year, the other a number")


def _key(value: object) -> str:
    return value.key if isinstance(value, Term) else fold(str(value))
