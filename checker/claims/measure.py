"""Measures: "21 km long", "a magnitude of 5.9", "a 60-day cruise"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.figures import figures
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Claim):
    """Measured quantity, whatever it is about; the sentence says what."""

    kind: Literal["measure"] = "measure"
    value: Quantity


def find(article: Article) -> Iterator[Measure]:
    """Every measure of the article."""
    yield from figures(article, Measure, "measure", "duration")


KIND = Kind("measure", "Measured quantity", Measure, find, quantity_cell, occasion=False, by_sentence=True)
