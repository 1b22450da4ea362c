"""Comparators: fixtures/compare/overlap.yml says how values fall into sides, "about 3,000, 2,960 | 4,500"."""

from __future__ import annotations

import pytest
from pydantic import Field, ValidationError

from checker.compare import comparators
from checker.compare.partition import Comparator, Partition
from tests.specimens import Strict, case, files, load, value


class Case(Strict):
    """Values as cells of a dataset of the kind `of` have them, in the sides that they fall into.

    A `neutral` value agrees with several sides; `plain` sides differ only as a reader takes the words, which is a note.
    """

    of: str
    why: str
    sides: list[list[str]] = Field(min_length=1)
    neutral: list[str] = Field(default=[])
    plain: bool = False
    options: dict[str, str] = Field(default={})

    @property
    def written(self) -> list[str]:
        return [*(text for side in self.sides for text in side), *self.neutral]


class Wrong(Case):
    """How the values should fall, and do not today."""


class Grid(Strict):
    options: dict[str, str] = Field(default={})
    cases: list[Case] = Field(min_length=1)
    bad_options: list[dict[str, str]] = Field(default=[])
    wrong_today: list[Wrong] = Field(default=[])


GRIDS = {path.stem: load(path, Grid) for path in files("compare")}
CASES = [
    case(stem, one, name=f"{stem}: {one.why}", wrong=one.why if isinstance(one, Wrong) else "")
    for stem, grid in GRIDS.items()
    for one in [*grid.cases, *grid.wrong_today]
]


RIGHT = [case(stem, one, name=f"{stem}: {one.why}") for stem, grid in GRIDS.items() for one in grid.cases]


def comparator(stem: str, one: Case) -> Comparator:
    return comparators()[stem](**{**GRIDS[stem].options, **one.options})


def partition(stem: str, one: Case, written: list[str]) -> Partition:
    return comparator(stem, one).sides([value(one.of, text) for text in written])


@pytest.mark.parametrize(("stem", "one"), CASES)
def test_values_fall_into_sides(stem: str, one: Case) -> None:
    for written in (one.written, one.written[::-1], sorted(one.written)):
        found = partition(stem, one, written)
        sides = sorted(sorted(written[index] for index in side) for side in found.sides)
        assert sides == sorted(sorted(side) for side in one.sides)
        assert sorted(written[index] for index in found.neutral) == sorted(one.neutral)
        assert found.plain == one.plain


@pytest.mark.parametrize(("stem", "one"), RIGHT)
def test_every_value_is_on_one_side_or_neutral(stem: str, one: Case) -> None:
    found = partition(stem, one, one.written)
    placed = sorted(index for part in (*found.sides, found.neutral) for index in part)
    assert placed == list(range(len(one.written)))


@pytest.mark.parametrize(
    ("stem", "options"),
    [case(stem, options, name=f"{stem}: {options}") for stem, grid in GRIDS.items() for options in grid.bad_options],
)
def test_refuses_options(stem: str, options: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        comparators()[stem](**options)


def test_sides_of_many_values_are_found_without_comparing_pairs() -> None:
    """Ten thousand different numbers, ten thousand sides: quadratic work would not end."""
    values = [value("troop_count", str(10_000 + number)) for number in range(10_000)]
    assert len(comparators()["overlap"]().sides(values).sides) == 10_000
