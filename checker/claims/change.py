"""Percentages of change: "a rise of 25 percent" beside "from 84 to 105 million"; as stated, and as worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.language.changes import changes
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Claim):
    """The percentage as stated or as worked out; the subject is what it is worked out from."""

    kind: Literal["change"] = "change"
    value: Quantity


def find(article: Article) -> Iterator[Change]:
    """Both percentages, wherever the text gives what one of them can be worked out from."""
    found = changes(list(article.statements))
    yield from article.worked_out(Change, found, because="what it changed from and to stands beside it")


KIND = Kind("change", "Percentage of change", Change, find, quantity_cell, occasion=False, measures="percent")
