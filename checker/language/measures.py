"""Measures: "1,344 km", "24-tonne", "5,400 sq km", "-5 °C", "a magnitude of 6.2"; and miles in kilometres."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from checker.language.lexicons import currencies
from checker.language.lexicons import measures as lexicon
from checker.language.units import Unit, UnitTable
from checker.model import Quantity

_ONE = Decimal(1)


def _tables() -> tuple[dict[str, tuple[str, Decimal]], dict[str, tuple[str, Decimal]]]:
    names: dict[str, tuple[str, Decimal]] = {}
    symbols: dict[str, tuple[str, Decimal]] = {}
    for unit, (_, _, written, signs) in lexicon.UNITS.items():
        for name in written.split("|"):
            names[name] = names.setdefault(name + "s", (unit, _ONE))
        for sign in filter(None, signs.split("|")):
            symbols[sign] = (unit, _ONE)
    return names, symbols


_TABLE = UnitTable("measure", *_tables())
_SINGLE_LETTER = frozenset({"metre", "gram", "watt", "volt"})
_RATE = re.compile(
    r"(?: (?:per|a|an|each) |/)(second|minute|hour|day|week|month|year|capita|person|head|tonne|ton|km|kilometre|"
    r"kilometer|mile|litre|liter|gallon|hectare|acre|sec|s|min|hr|h)\b"
)
_RATE_NAMES = {
    "sec": "second",
    "s": "second",
    "min": "minute",
    "hr": "hour",
    "h": "hour",
    "kilometer": "km",
    "kilometre": "km",
    "liter": "litre",
}
_SPEEDS = {"km per hour": "kilometre per hour"}
_ARTICLE_RATE = re.compile(r" an? (second|minute|hour|day|week|month|year)\b")
_MAGNITUDE_BEFORE = re.compile(r"\b[Mm]agnitude(?:[ -]| of )$")
_RARE_WORD = re.compile(r"[ \u00a0-]?([A-Za-z]+(?:-(?:foot|feet))?)\b")


def measure_after(text: str, end: int) -> Unit | None:
    """The unit of measure that begins at `end`: " km", "-tonne", "°C"; with its rate, " litres per second"."""
    found = _TABLE.after(text, end)
    if found is None:
        return _rare(text, end)
    if text[end : end + 1] == "-" and found.name in _SINGLE_LETTER and found.at == end + 2:
        return None  # "5-m"
    if text[found.at : found.at + 1] in "-‐" and text[found.at + 1 : found.at + 2].isdigit():
        return None  # "12 M-16"
    rate = _RATE.match(text, found.at)
    if (
        rate
        and found.name != "magnitude"
        and (rate[0].startswith((" per", "/")) or _ARTICLE_RATE.match(text, found.at))
    ):
        name = f"{found.name} per {_RATE_NAMES.get(rate[1], rate[1])}"
        return found._replace(name=_SPEEDS.get(name, name), at=rate.end())
    return found


def magnitude_before(text: str, start: int) -> Unit | None:
    """The "magnitude " or "magnitude of " that ends at `start`."""
    match = _MAGNITUDE_BEFORE.search(text[max(0, start - 14) : start])
    return Unit("measure", "magnitude", start - len(match[0])) if match else None


def _rare(text: str, end: int) -> Unit | None:
    """The unit that only quantulum3 knows: "40 bushels", "1,013 hectopascals"."""
    word = _RARE_WORD.match(text, end)
    if word is None or word[1].lower() not in lexicon.RARE:
        return None
    name = _quantulum_unit(word[1].lower())
    return Unit("measure", name, word.end()) if name else None


@lru_cache(maxsize=1024)
def _quantulum_unit(word: str) -> str | None:
    """quantulum3's name for a unit. The number is ours: quantulum3 misreads magnitudes, ranges and no-break spaces."""
    with warnings.catch_warnings():  # it recommends its classifier, which misreads more than it mends
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    root = logging.getLogger()
    handlers = list(root.handlers)
    found = parser.parse(f"7 {word}")
    for handler in set(root.handlers) - set(handlers):  # parse() calls logging.basicConfig
        root.removeHandler(handler)
    if len(found) != 1 or found[0].value != 7 or found[0].unit.entity.name in ("dimensionless", "unknown"):
        return None
    name = str(found[0].unit.name)
    return None if len(name) < 3 or name.count(" ") > 1 else name


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """The same quantity in another unit of its dimension, or None: 1,344 km is 835 miles, 72 hours are 3 days.

    The step is converted with it. Between months or years and days the calendar allows a tenth either way.
    """
    if quantity.unit == unit:
        return quantity
    if {quantity.unit, unit} == {"degree Celsius", "degree Fahrenheit"}:
        return _temperature(quantity, unit)
    factor = factor_between(quantity.unit, unit)
    if factor is None:
        return None
    low, high = Decimal(repr(quantity.low)) * factor, Decimal(repr(quantity.high)) * factor
    step = Decimal(repr(quantity.step)) * factor
    pair = (quantity.unit, unit)
    if lexicon.CALENDAR.intersection(pair) and pair not in lexicon.EXACT_IN_CALENDAR:
        step = max(step, high / 10)
    return replace(quantity, low=float(low), high=float(high), step=float(step), unit=unit)


def dimension(unit: str) -> str:
    """What the unit measures: "length"; the unit itself where no table has it: it is compared only with its like."""
    if unit in ("degree Celsius", "degree Fahrenheit"):
        return "temperature"
    return lexicon.UNITS[unit][0] if unit in lexicon.UNITS else unit


def measured(unit: str) -> str:
    """What figures with the unit measure, in the words of `Kind.measures`: "count", "money", "time", "length"."""
    if not unit:
        return "count"
    if unit in currencies.CODES:
        return "money"
    return "time" if unit in lexicon.TIMES or unit == "week" else dimension(unit)


def in_one_unit(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities in the unit of the first, as far as they can be converted."""
    return [convert(quantity, quantities[0].unit) or quantity for quantity in quantities]


@lru_cache(maxsize=1024)
def factor_between(given: str, wanted: str) -> Decimal | None:
    """How many of the wanted unit one of the given is; None across dimensions."""
    if given in lexicon.TIMES and wanted in lexicon.TIMES:
        if exact := lexicon.EXACT_IN_CALENDAR.get((given, wanted)):
            return Decimal(exact) if given == "year" else 1 / Decimal(exact)
        return Decimal(lexicon.TIMES[given]) / Decimal(lexicon.TIMES[wanted])
    if given in lexicon.UNITS and wanted in lexicon.UNITS:
        (dimension, worth, _, _), (other, other_worth, _, _) = lexicon.UNITS[given], lexicon.UNITS[wanted]
        return Decimal(worth) / Decimal(other_worth) if dimension == other else None
    return None


def _temperature(quantity: Quantity, unit: str) -> Quantity:
    to_celsius = unit == "degree Celsius"
    low, high = ((t - 32) / 1.8 if to_celsius else t * 1.8 + 32 for t in (quantity.low, quantity.high))
    return replace(
        quantity, low=low, high=high, step=quantity.step / 1.8 if to_celsius else quantity.step * 1.8, unit=unit
    )
