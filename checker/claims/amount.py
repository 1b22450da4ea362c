"""Amounts of money: "a loan of $1.2 billion", "2.9 billion euros"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.figures import figures
from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Claim):
    """Money, whatever it is about; the sentence says what."""

    kind: Literal["amount"] = "amount"
    value: Quantity


def find(article: Article) -> Iterator[Amount]:
    """Every amount of the article."""
    yield from figures(article, Amount, "amount")


KIND = Kind("amount", "Money", Amount, find, quantity_cell, occasion=False, by_sentence=True, measures="money")
