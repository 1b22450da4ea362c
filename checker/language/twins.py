"""Twins: one measure in two units, "150 km (93 miles)", "a 1,344-kilometre (835-mile) border"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.language.figures import quantity
from checker.language.measures import dimension
from checker.language.parts import is_twin
from checker.model import Mention, Quantity

# What may stand between the second measure and its closing bracket: "(62 miles wide)", "(13 miles, 11 nautical miles)".
_CLOSED = re.compile(
    r"\s*(?:(?:long|wide|high|deep|tall|thick|square|away|inland|offshore|across|each|north|south|east|west)\s*)?[)\],;/]"
)
_OR = re.compile(r",\s*or\s*$", re.IGNORECASE)  # without the comma, "5 km or 10 miles" is a choice
# "30 C (86 F)": letters alone are degrees only as a pair.
_LETTERS = re.compile(
    r"""
    (?<![\w.,-]) (?P<first> (?P<one> [-−]?\d{1,3}(?:\.\d)? ) \s?°?\s? (?P<scale>[CF]) )  # 37C
    \s* \( \s*
    (?P<second> (?P<two> [-−]?\d{1,3}(?:\.\d)? ) \s?°?\s? (?!(?P=scale))(?P<other>[CF]) ) # (98.6F
    \s* \)
    """,
    re.VERBOSE,
)
_SCALES = {"C": "degree Celsius", "F": "degree Fahrenheit"}


class Twin(NamedTuple):
    """One measure written twice at `text[start:end]`; `spans` are the places of the two."""

    start: int
    end: int
    values: tuple[Quantity, Quantity]
    spans: tuple[tuple[int, int], tuple[int, int]]


def twins(text: str, quantities: Sequence[Mention]) -> Iterator[Twin]:
    """Every pair of measures of one dimension and two units, the second in brackets or after ", or"."""
    read_to = 0
    for first, second in pairwise(quantities):
        if first.kind == second.kind == "measure" and _are_twins(text, first, second, quantities):
            one, other = quantity(first), quantity(second)
            end = second.end + (text[second.end : second.end + 1] == ")")
            yield Twin(first.start, end, (one, other), ((first.start, first.end), (second.start, second.end)))
            read_to = end
    if read_to < len(text) and "(" in text:
        yield from _in_letters(text, [mention for mention in quantities if mention.kind == "measure"])


def _are_twins(text: str, first: Mention, second: Mention, quantities: Sequence[Mention]) -> bool:
    one, other = quantity(first), quantity(second)
    if one.unit == other.unit:
        return False
    if dimension(one.unit) != dimension(other.unit) or not is_twin(text, second, quantities):
        return False
    between = text[first.end : second.start]
    return _CLOSED.match(text, second.end) is not None if "(" in between else _OR.search(between) is not None


def _in_letters(text: str, read: Sequence[Mention]) -> Iterator[Twin]:
    for match in _LETTERS.finditer(text):
        if any(mention.start < match.end() and match.start() < mention.end for mention in read):
            continue
        values = (
            _degrees(match["one"], match["scale"], match["first"]),
            _degrees(match["two"], match["other"], match["second"]),
        )
        yield Twin(match.start(), match.end(), values, (match.span("first"), match.span("second")))


def _degrees(number: str, scale: str, text: str) -> Quantity:
    value = float(number.replace("−", "-"))
    return Quantity(low=value, high=value, unit=_SCALES[scale], step=0.1 if "." in number else 1.0, text=text)
