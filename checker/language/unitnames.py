"""Units by their names: "MW" measures power, "USD" and "euros" are currencies."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.lexicons.currencies import SURE_CODES
from checker.language.lexicons.measures import UNITS
from checker.language.measures import dimension
from checker.language.quantities import quantities
from checker.model import Quantity


class UnitName(NamedTuple):
    """What kind of quantity a unit makes of a number, and what it measures: a dimension, or the currency itself.

    A number of them is `factor` times as many of `unit`, good to `step` of these where that is coarser than one: weeks
    are 7 days, good to 7.
    """

    kind: str
    measures: str
    unit: str
    factor: float = 1
    step: float = 0


def unit_named(word: str) -> UnitName | None:
    """The unit that a text would write so; None where there is none."""
    found = quantities(f"It is 1,000 {word}")
    if len(found) != 1 or not isinstance(found[0].value, Quantity) or found[0].end < len(f"It is 1,000 {word}"):
        return None
    kind, value = found[0].kind, found[0].value
    if not value.unit:
        return None
    measures = dimension(value.unit) if kind == "measure" else value.unit
    factor = value.low / 1000
    return UnitName(kind, measures, value.unit, factor, value.step if factor > 1 else 0)


def known_units(kind: str) -> list[str]:
    """Every unit of measures, or the codes of currencies, that may be meant."""
    if kind == "amount":
        return sorted(SURE_CODES)
    return sorted(
        {way for _, _, names, signs in UNITS.values() for way in (*names.split("|"), *signs.split("|")) if way}
    )
