"""What a column says of its cells: that "12/3/82" is the 12th of March, "1.200" 1,200, and "60" sixty million euros."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from checker.language.cells import ends_cell
from checker.language.dates.almanac import day, short_year
from checker.language.unitnames import unit_named
from checker.model import Period, Quantity, Value

Cell = Callable[[str, date | None], Value]

_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2((?:1[5-9]|20|21)?\d\d)(?!\d)(?![/.]\d)", re.ASCII)
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_POINTS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
# A point before three digits, and no other: 1.200 of something that is counted whole may be either.
_EITHER = re.compile(r"\D*[1-9]\d{0,2}\.\d{3}\D*\Z", re.ASCII)
# A cell that says its magnitude is not scaled once more: "$1.2bn" in a column of millions.
_OWN_MAGNITUDE = re.compile(
    r"\d\s?(?:k|mn?|mm|bn?|tn|mio|mrd|thousand|[mbt]r?illion|lakh|crore)\b", re.IGNORECASE | re.ASCII
)
# A comma before three digits where a comma is the decimal mark: somebody may have grouped 132,000.
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])", re.ASCII)
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_WHOLE = ("count", "money")
# What a number without a unit does not tell.
_MEANINGLESS_BARE = {"money": "currency", "time": "unit"}


@dataclass(frozen=True, slots=True)
class Conventions:
    """How the cells of one column are written. `measures` is what its numbers measure, as of a `Kind`; bare ones are of
    `unit`, and are multiplied by `scale`."""

    dates: bool = False
    measures: str = ""
    unit: str = ""
    scale: float = 1
    day_first: bool | None = None
    decimal_comma: bool | None = None

    def read(self, cell: Cell, text: str, published: date | None) -> Value:
        """The value of a cell. Raises ValueError with what was expected."""
        written = self._written(text)
        try:
            value = self._value(cell, written, published)
        except ValueError as error:
            said = str(error)
            for read in (f"{written} {self.unit}", written):
                said = said.replace(f'"{read.strip()}"', f'"{text.strip()}"')
            raise ValueError(said) from None
        if isinstance(value, Quantity):
            value = self._measured(value, text)
        return value if value.text == text else replace(value, text=text)

    def _value(self, cell: Cell, written: str, published: date | None) -> Value:
        try:
            return cell(written, published)
        except ValueError:
            if not self.unit:
                raise
        return cell(f"{written} {self.unit}", published)  # where a bare number is none of the kind's

    def ends(self, text: str, published: date | None) -> tuple[Period, Period]:
        """The first and the last day of a cell with a range. Raises ValueError."""
        written = self._written(text)
        try:
            first, last = ends_cell(written, published)
        except ValueError as error:
            raise ValueError(str(error).replace(f'"{written.strip()}"', f'"{text.strip()}"')) from None
        return replace(first, text=text), replace(last, text=text)

    def _written(self, text: str) -> str:
        """The cell as somebody would write it who keeps to our conventions: 1982-03-12, 1200.5."""
        if self.dates:
            return text if self.day_first is None else _SLASHED.sub(self._iso, text)
        if not self.decimal_comma:
            return text
        if self.measures in _WHOLE and (grouped := _GROUPED.search(text)):
            plain = grouped[0].replace(",", "")
            raise ValueError(
                f'"{text}" may be {plain} or a fraction, as the mapping says decimal: comma: write {plain}'
            )
        return _COMMA.sub(".", _POINTS.sub("", _SPACED.sub("", text)))

    def _iso(self, match: re.Match[str]) -> str:
        one, two, year = int(match[1]), int(match[3]), short_year(match[4])
        span = day(year, two, one) if self.day_first or match[2] == "." else day(year, one, two)
        return span[0].isoformat() if span else match[0]

    def _measured(self, value: Quantity, text: str) -> Quantity:
        scale = 1 if self.scale == 1 or _OWN_MAGNITUDE.search(text) else self.scale
        if self.decimal_comma is None and scale == 1 and self.measures in _WHOLE and _EITHER.match(text):
            either = text.replace(".", "")
            raise ValueError(f'"{text}" may be {either} or a fraction: say decimal: point or comma in the mapping')
        unit = _unit(self.unit) if self.unit and not value.unit else None
        if self.measures in _MEANINGLESS_BARE and not value.unit and unit is None:
            what = _MEANINGLESS_BARE[self.measures]
            raise ValueError(f'"{text}" has no {what}: give the column its unit in the mapping')
        if unit is None and scale == 1:
            return value
        factor = scale * (unit.factor if unit else 1)
        # 330 in a column of millions is good to a million, as "330 million" is.
        step = _times(value.step, factor) or (scale if scale > 1 else 0)
        return replace(
            value,
            low=_times(value.low, factor),
            high=_times(value.high, factor),
            step=max(step, unit.step) if unit else step,
            unit=unit.unit if unit else value.unit,
        )


_unit = lru_cache(maxsize=64)(unit_named)


def _times(number: float, factor: float) -> float:
    """1.1 million is 1,100,000 and not 1,100,000.0000000001."""
    return float(Decimal(repr(number)) * Decimal(repr(factor)))
