"""Where an occasion is held: "has begun in Dushanbe", "will be held at the Vaziani base"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.dates.almanac import MONTH_NAMES
from checker.model import Claim, Kind, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Claim):
    """A place that the occasion is held in: a country, town or site."""

    kind: Literal["place"] = "place"
    value: Term


_HELD = re.compile(
    r"\b(?:held|(?:has|have)\s+(?:begun|started|opened)|began|begins|start(?:s|ed)|open(?:s|ed)|under\s?way"
    r"|tak(?:es|ing)\s+place|took\s+place|(?:is|are|was|were)\s+on)"
    r"\s+(?:here\s+)?(?P<preposition>in|at)\s+(?:the\s+)?(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_NO_PLACES = re.compile(rf"(?:{MONTH_NAMES}|Spring|Summer|Autumn|Winter)\b|\d")


_ANOTHER = re.compile(r",?\s+and\s+(?:in\s+|at\s+)?(?:the\s+)?[A-Z]")  # held in two places: neither is the place


def find(article: Article) -> Iterator[Place]:
    """Places behind a predicate that says where the occasion is held."""
    for statement in article.statements:
        if not article.references.get(statement.number):
            continue
        for match in _HELD.finditer(statement.text):
            subject: Subject | None = article.subject(statement, match.start())
            if subject is None or _NO_PLACES.match(match["place"]) or _ANOTHER.match(statement.text, match.end()):
                continue
            name = match["place"]
            value = Term(name=name, text=name)
            span = (match.start("preposition"), match.end("place"))
            yield article.claim(
                Place, statement, subject, value, span, match.span("place"), because="said of where it is held"
            )


def cell(text: str, published: date | None = None) -> Term:
    """A cell of a dataset: the place as it stands."""
    if not text.strip():
        raise ValueError("expected a place")
    return Term(name=text.strip(), text=text)


KIND = Kind("place", "Where an occasion is held", Place, find, cell)
