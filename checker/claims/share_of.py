"""Percentages of a stated whole: "$112 million, or 70 percent, of $160 million"; as stated, and as worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.language.percentages import shares
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOf(Claim):
    """The percentage as stated or as worked out; the subject is what it is worked out from."""

    kind: Literal["share_of"] = "share_of"
    value: Quantity


def find(article: Article) -> Iterator[ShareOf]:
    """Both percentages, wherever the text gives what one of them can be worked out from."""
    found = shares(list(article.statements))
    yield from article.worked_out(ShareOf, found, because="its part and its whole stand beside it")


KIND = Kind(
    "share_of", "Percentage of a stated whole", ShareOf, find, quantity_cell, occasion=False, measures="percent"
)
