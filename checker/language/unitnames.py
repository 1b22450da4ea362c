"""Units by their names: "MW" measures power, "USD" and "euros" are currencies."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.lexicons.currencies import SURE_CODES
from checker.language.lexicons.measures import UNITS
from checker.language.measures import dimension
from checker.language.quantities import quantities
from checker.model import Quantity


class UnitName(NamedTuple):
    """What kind of quantity a unit makes of a number, and what it measures: a dimension, or the currency itself."""

    kind: str
    measures: str


def unit_named(word: str) -> UnitName | None:
    """The unit that a text would write so; None where there is none."""
    found = quantities(f"It is 1,000 {word}")
    if len(found) != 1 or not isinstance(found[0].value, Quantity) or found[0].end < len(f"It is 1,000 {word}"):
        return None
    mention, unit = found[0], found[0].value.unit
    return UnitName(mention.kind, dimension(unit) if mention.kind == "measure" else unit) if unit else None


def known_units(kind: str) -> list[str]:
    """Every unit of measures, or the codes of currencies, that may be meant."""
    if kind == "amount":
        return sorted(SURE_CODES)
    return sorted(
        {way for _, _, names, signs in UNITS.values() for way in (*names.split("|"), *signs.split("|")) if way}
    )
