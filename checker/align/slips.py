"""Slips of the hand: 4,500 and 5,400 (digits that changed places), $1.2 million and $1.2 billion (another size)."""

from __future__ import annotations

from functools import lru_cache

from checker.model import Claim, Period, Quantity, Term

_SWAPPED_DIGITS = 3  # from so many digits on: 12 and 21 are two figures more often than a slip
_TWO_DIGITS = 20  # below, 12 and 21 apart, figures of two digits are alike by chance
_LARGE = (
    1e6  # one of two figures of different sizes: "5 people" and "5,000 people" are no slip, millions and billions are
)


def is_slip(one: Claim, other: Claim) -> bool:
    """Do two quantities, directions or years since when something is differ as by a slip of the hand?"""
    if isinstance(one.value, Period) and isinstance(other.value, Period):
        years = _year_since(one), _year_since(other)
        return all(years) and _neighbours_swapped(*years)
    if isinstance(one.value, Term) and isinstance(other.value, Term):
        return one.scope.noun == other.scope.noun  # another direction, as far away from the same place
    if not (isinstance(one.value, Quantity) and isinstance(other.value, Quantity)):
        return False
    left, right = one.value.low, other.value.low
    if _significant(left) == _significant(right):
        return len(_significant(left)) > 1 and left != right and max(left, right) >= _LARGE
    return (
        _neighbours_swapped(_significant(left), _significant(right)) and _size(left) == _size(right) >= _SWAPPED_DIGITS
    )


def is_near_slip(one: Claim, other: Claim) -> bool:
    """Do two quantities of one size differ as by a slip that only more evidence makes likely: two digits that changed
    places (24 and 42), or one digit of three or more?"""
    if not (isinstance(one.value, Quantity) and isinstance(other.value, Quantity)):
        return False
    left, right = _significant(one.value.low), _significant(other.value.low)
    if len(left) != len(right) or len(left) < 2 or _size(one.value.low) != _size(other.value.low):
        return False
    if _neighbours_swapped(left, right):
        return one.value.low >= _TWO_DIGITS or one.value.low != int(one.value.low)
    return len(left) >= _SWAPPED_DIGITS and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def shape_of(claim: Claim) -> tuple[int, int]:
    """How many digits a quantity has before the decimal point, and how many that tell; (0, 0) of any other value."""
    value = claim.value
    return (_size(value.low), len(_significant(value.low))) if isinstance(value, Quantity) else (0, 0)


def digits_of(claim: Claim) -> str:
    """The digits of a value in order of size: what the two values of any slip have in common; "" for too few. Of a
    direction, the place and distance that it is seen from."""
    value = claim.value
    if isinstance(value, Term):
        return claim.scope.noun
    digits = _significant(value.low) if isinstance(value, Quantity) else _year_since(claim)
    return "".join(sorted(digits)) if len(digits) > 1 else ""


def _year_since(claim: Claim) -> str:
    """The year of "since 1931"; "" of any other date: two years in one text are rarely one year mistyped."""
    value = claim.value
    if claim.scope.role("end") != "first" or not isinstance(value, Period) or value.year is None:
        return ""
    return str(value.year)


def _neighbours_swapped(left: str, right: str) -> bool:
    """Are the digits the same but for two neighbours that changed places?"""
    if len(left) != len(right):
        return False
    places = [index for index, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return len(places) == 2 and places[1] - places[0] == 1 and sorted(left) == sorted(right)


@lru_cache(maxsize=4096)
def _significant(number: float) -> str:
    """The digits of a number without its zeros at the end: "45" of 4,500."""
    return f"{number:.10g}".split("e")[0].replace(".", "").strip("0")


def _size(number: float) -> int:
    """How many digits stand before the decimal point."""
    return len(str(int(abs(number))))
