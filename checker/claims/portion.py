"""Wholes with some of their parts: "Of its 180 vehicles, 21 are armoured", "24 spans, of which 14 cross the water"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion(Claim):
    """The whole or a part of it, as its scope tells; the text does not say that these are all parts."""

    kind: Literal["portion"] = "portion"
    value: Quantity


def find(article: Article) -> Iterator[Portion]:
    """Each whole and its parts."""
    for found in article.breakdowns:
        if not found.complete:
            yield from article.parts(Portion, found)


KIND = Kind("portion", "Whole and some of its parts", Portion, find, quantity_cell, occasion=False)
