"""Counts: "4,700 licensed trappers", "Dead: 47"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.figures import figures
from checker.language.cells import counted_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Claim):
    """What is counted, whatever it is about; the sentence says what."""

    kind: Literal["count"] = "count"
    value: Quantity


def find(article: Article) -> Iterator[Count]:
    """Every count of the article."""
    yield from figures(article, Count, "count")


KIND = Kind("count", "What is counted", Count, find, counted_cell, occasion=False, by_sentence=True, measures="count")
