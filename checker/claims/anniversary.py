"""Anniversaries: "founded in 1900 … its 110th anniversary in 2012"; as stated, and as the years make them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.anniversaries import anniversaries
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary(Claim):
    """Which anniversary it is, in years; the subject is the year that it counts from."""

    kind: Literal["anniversary"] = "anniversary"
    value: Quantity


def find(article: Article) -> Iterator[Anniversary]:
    """Both figures, wherever the text gives the first year and that of the anniversary."""
    yield from article.worked_out(
        Anniversary, anniversaries(list(article.statements)), because="the year that it counts from stands beside it"
    )


KIND = Kind("anniversary", "Anniversary", Anniversary, find, quantity_cell, occasion=False, measures="count")
