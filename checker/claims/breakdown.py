"""Wholes with all their parts: "$54 million, made up as follows: …", "the remaining 800", a row called Total."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown(Claim):
    """The whole or a part of it, as its scope tells; the text presents the parts as complete."""

    kind: Literal["breakdown"] = "breakdown"
    value: Quantity


def find(article: Article) -> Iterator[Breakdown]:
    """Each whole and its parts."""
    for found in article.breakdowns:
        if found.complete:
            yield from article.parts(Breakdown, found)


KIND = Kind("breakdown", "Whole and all its parts", Breakdown, find, quantity_cell, occasion=False)
