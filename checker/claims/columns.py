"""Mapped columns: the cells of `aid_usd` are amounts of aid in millions of dollars, given by whom `donor` names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_type_hints

from checker.language.columns import Conventions
from checker.language.editions import edition_of
from checker.language.labels import read_label
from checker.model import Kind, Mapped, Period, RowMapping, Term, Value

_NAME = "exercise_name"
# "Steppe Eagle 22" is a name, and says which edition it is.
_WITH_IT = {_NAME: ("year_suffix",)}
_REMEMBERED = 50_000  # cells of one column: the same dates and figures come again and again


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read as claims of one kind, or of two: as the first and the last day of its ranges, or as the
    names of occasions and, where a name has one, its edition."""

    mapped: Mapped
    kinds: tuple[Kind, ...]
    conventions: Conventions
    because: str
    name: str
    _known: dict[tuple[str, date | None], tuple[Value, ...] | str] = field(default_factory=dict)

    def read(self, text: str, reported: date | None) -> tuple[Value, ...]:
        """The value of a cell for each of the kinds, as far as it has one. Raises ValueError with what was expected."""
        cell = (text, reported)
        found = self._known.get(cell)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[cell] = self._values(text, reported)
        if isinstance(found, str):
            raise ValueError(found)
        return found

    def _values(self, text: str, reported: date | None) -> tuple[Value, ...] | str:
        try:
            if self.kinds[0].name == _NAME:
                return _name_and_edition(text)
            if len(self.kinds) > 1:
                ends = self.conventions.ends(text, reported)
                return tuple(ends[self.mapped.kinds.index(kind.name)] for kind in self.kinds)
            return (self.conventions.read(self.kinds[0].cell, text, reported),)
        except ValueError as error:
            return str(error)


def column_of(mapped: Mapped, mapping: RowMapping, kinds: Mapping[str, Kind], file: str) -> Column:
    """The column as it is read; its kinds and its unit are known ones."""
    own = tuple(kinds[name] for name in (*sorted(mapped.kinds), *_WITH_IT.get(mapped.kinds[0], ())))
    conventions = Conventions(
        dates=value_type(own[0]) is Period,
        measures=own[0].measures,
        unit=mapped.unit,
        scale=mapped.scale,
        day_first=mapping.day_first,
        decimal_comma=mapping.decimal_comma,
    )
    name = mapped.column.name
    return Column(mapped, own, conventions, f"column {name} of {file}", name)


def _name_and_edition(text: str) -> tuple[Value, ...]:
    """The name without its edition, and that."""
    label = read_label(text)
    name = Term(name=label.name, text=text)
    return (name, edition_of(label.year, None)) if label.year else (name,)


def of_columns(kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """The kinds that a column may have: of the others a claim is told by the words of its sentence."""
    return {name: kind for name, kind in kinds.items() if not kind.by_sentence}


def value_type(kind: Kind) -> Any:
    """What the values of a kind are: Period, Quantity."""
    return get_type_hints(kind.model)["value"]
