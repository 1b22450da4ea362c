"""Bearings: "30 kilometres north-west of Kolmar": where something lies, by its distance and direction from a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.bearings import DEGREES, bearings
from checker.model import Claim, Kind, Term, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class BearingOf(Claim):
    """The point of the compass in which something lies, seen from a named place at a given distance."""

    kind: Literal["bearing"] = "bearing"
    value: Term


def find(article: Article) -> Iterator[BearingOf]:
    """Every bearing; the scope's noun is the distance and the place that it is measured from."""
    for statement in article.statements:
        if " of " not in statement.text:
            continue
        for found in bearings(statement):
            yield article.plain_claim(
                BearingOf,
                statement,
                article.topic(statement, found.start),
                Term(name=found.written, text=found.written),
                (found.start, found.end),
                found.at,
                because=f"seen from {found.place}",
                noun=f"{found.kilometres} km from {fold(found.place)}",
                roles=article.told(statement, (found.start, found.end)),
            )


def cell(text: str, published: date | None = None) -> Term:
    """A cell of a dataset: "north-west"."""
    point = re.sub(r"[-\s]", "", text.strip().lower())
    if point not in DEGREES:
        raise ValueError(f'expected a point of the compass such as north-west, not "{text}"')
    return Term(name=text.strip(), text=text)


KIND = Kind("bearing", "Direction from a place", BearingOf, find, cell, occasion=False, by_sentence=True)
