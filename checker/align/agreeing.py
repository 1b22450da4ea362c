"""Do two claims give one value? "nearly 900" and 889 do, "3 May" and "3 May 2022" do, "up to 35" and "up to 8" not."""

from __future__ import annotations

from datetime import date

from checker.compare.compass import Compass
from checker.compare.retold import Retold
from checker.language.measures import dimension
from checker.model import Claim, Edition, Period, Quantity, Term

_COMPASS, _RETOLD = Compass(), Retold()


def attribute(claim: Claim) -> tuple[str, ...]:
    """What must be equal for two claims of like sentences to be compared: kind, unit, counted noun."""
    return (claim.kind, unit_of(claim), claim.scope.noun)


def unit_of(claim: Claim) -> str:
    """What a quantity measures, whatever its unit: "length" of miles and km; "" for a plain count and other values."""
    return dimension(claim.value.unit) if isinstance(claim.value, Quantity) else ""


def agree(first: Claim, second: Claim) -> bool:
    """Can both be true as they are stated? Values of different types never agree."""
    one, other = first.value, second.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        partition = _RETOLD.sides([one, other])
        return len(partition.sides) < 2 or partition.plain
    if isinstance(one, Edition) and isinstance(other, Edition):
        return one.number == other.number
    if isinstance(one, Period) and isinstance(other, Period):
        return _share_a_day(one, other)
    if isinstance(one, Term) and isinstance(other, Term):
        return len(_COMPASS.sides([one, other]).sides) < 2
    return False


def _share_a_day(one: Period, other: Period) -> bool:
    """Have the two a day in common? Where only one has a year, months and days decide."""
    if one.yearless == other.yearless:
        return one.first <= other.last and other.first <= one.last
    yearless, dated = (one, other) if one.yearless else (other, one)
    return _in_year(yearless.first) <= _in_year(dated.last) and _in_year(dated.first) <= _in_year(yearless.last)


def _in_year(day: date) -> tuple[int, int]:
    return (day.month, day.day)


def agree_on(one: Claim, other: Claim) -> bool:
    """Do both give one value of one attribute?"""
    return attribute(one) == attribute(other) and agree(one, other)
