"""Shares: "turnout was 62 percent", "a third of them"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.figures import figures
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Claim):
    """Share of a whole, whatever it is about; the sentence says what."""

    kind: Literal["share"] = "share"
    value: Quantity


def find(article: Article) -> Iterator[Share]:
    """Every share of the article."""
    yield from figures(article, Share, "share")


KIND = Kind(
    "share", "Share of a whole", Share, find, quantity_cell, occasion=False, by_sentence=True, measures="percent"
)
