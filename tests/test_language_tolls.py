"""Tolls, as fixtures/language/tolls spells them out."""

from __future__ import annotations

import pytest
from pydantic import Field

from checker.language.reading import read
from checker.language.tolls import outcome
from tests.specimens import FIXTURES, Source, Strict, case, load, prose


class Toll(Strict):
    text: Source
    outcomes: list[str]


class Tolls(Strict):
    about: str
    reads: list[Toll] = Field(min_length=1)
    silent: list[Toll] = Field(min_length=1)


GRID = load(FIXTURES / "language/tolls/outcomes.yml", Tolls)


@pytest.mark.parametrize("toll", [case(one, name=one.text.text) for one in [*GRID.reads, *GRID.silent]])
def test_what_became_of_those_counted(toll: Toll) -> None:
    found = [
        outcome(statement.text, mention)
        for statement in read(prose(toll.text)).statements
        for mention in statement.quantities
    ]
    assert found == toll.outcomes
