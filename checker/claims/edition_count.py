"""Counted editions: "held every year since 2003 … the 15th edition"; as stated, and as the years make them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.language.recurrences import recurrences
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionCount(Claim):
    """Which edition it is; the subject is the year of the first."""

    kind: Literal["edition_count"] = "edition_count"
    value: Quantity


def find(article: Article) -> Iterator[EditionCount]:
    """Both figures, wherever the text gives the year of the first and that of the counted edition."""
    yield from article.worked_out(
        EditionCount,
        recurrences(list(article.statements)),
        because="how often it is held, and since when, stands beside it",
    )


KIND = Kind(
    "edition_count",
    "Number of editions since the first",
    EditionCount,
    find,
    quantity_cell,
    occasion=False,
    measures="count",
)
