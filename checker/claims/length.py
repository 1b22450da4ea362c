"""Lengths: "the five-day festival runs from 8 to 13 July"; as stated, and as its first and last day make it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import quantity_cell
from checker.language.journeys import journeys
from checker.language.lengths import lengths
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Claim):
    """How many days something lasts, whatever it is; the subject are its dates."""

    kind: Literal["length"] = "length"
    value: Quantity


def find(article: Article) -> Iterator[Length]:
    """Both lengths, wherever a sentence gives a length and the first and the last day; those of journeys also from one
    sentence to the next."""
    yield from article.worked_out(Length, lengths(article.occasion_dates), because="its dates stand beside it")
    yield from article.worked_out(Length, journeys(list(article.statements)), because="its dates stand beside it")


KIND = Kind(
    "length", "Length of what has its dates beside it", Length, find, quantity_cell, occasion=False, measures="time"
)
