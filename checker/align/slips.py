"""Slips of the hand: 4,500 and 5,400 (digits that changed places), $1.2 million and $1.2 billion (another size)."""

from __future__ import annotations

from checker.model import Claim, Quantity

_SWAPPED_DIGITS = 3  # from so many digits on: 12 and 21 are two figures more often than a slip
_LARGE = (
    1e6  # one of two figures of different sizes: "5 people" and "5,000 people" are no slip, millions and billions are
)


def is_slip(one: Claim, other: Claim) -> bool:
    """Do two quantities differ as by a slip of the hand?"""
    if not (isinstance(one.value, Quantity) and isinstance(other.value, Quantity)):
        return False
    left, right = one.value.low, other.value.low
    if _significant(left) == _significant(right):
        return len(_significant(left)) > 1 and left != right and max(left, right) >= _LARGE
    return (
        _neighbours_swapped(_significant(left), _significant(right)) and _size(left) == _size(right) >= _SWAPPED_DIGITS
    )


def _neighbours_swapped(left: str, right: str) -> bool:
    """Are the digits the same but for two neighbours that changed places?"""
    if len(left) != len(right):
        return False
    places = [index for index, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return len(places) == 2 and places[1] - places[0] == 1 and sorted(left) == sorted(right)


def _significant(number: float) -> str:
    """The digits of a number without its zeros at the end: "45" of 4,500."""
    return f"{number:.10g}".split("e")[0].replace(".", "").strip("0")


def _size(number: float) -> int:
    """How many digits stand before the decimal point."""
    return len(str(int(abs(number))))
