"""Ordinals: "the 14th president of the country", "his third title", whatever is ordered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.ordinals import Ordinal as OrdinalMention
from checker.language.ordinals import ordinals
from checker.language.reading import Statement
from checker.model import Claim, Edition, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal(Claim):
    """Which one of a sequence something is; the sentence says of what."""

    kind: Literal["ordinal"] = "ordinal"
    value: Edition


def find(article: Article) -> Iterator[Ordinal]:
    """Every ordinal that is neither part of a date nor the edition of a named occasion."""
    for statement in article.statements:
        masked = [(found.mention.start, found.mention.end) for found in statement.dates]
        masked += [(start, end) for start, end, _ in statement.ordinals]
        for found in ordinals(statement.text, masked):
            span = (found.start, found.end)
            yield article.plain_claim(
                Ordinal,
                statement,
                article.topic(statement, found.start, found.noun),
                found.value,
                span,
                because="an ordinal of its sentence",
                noun=found.noun,
                roles=() if _AMONG_SOME.match(statement.text, found.noun_end) else _told(article, statement, found),
            )


def _told(article: Article, statement: Statement, found: OrdinalMention) -> tuple[tuple[str, str], ...]:
    rank = (("rank", found.quality),) if found.quality else ()
    return (*rank, *article.told(statement, (found.start, found.end)))


# "the first president to resign", "the second storm this year": first of those of whom more is said
_AMONG_SOME = re.compile(
    r"\s+(?:to\s+[a-z]|ever\b|who\b|that\b|since\b|this\b|in\s+(?:as\s+many|a\s+row|\w+\s+(?:days|weeks|years)))"
)
_NUMBER = re.compile(r"(\d{1,4})(?:st|nd|rd|th)?$", re.IGNORECASE)


def cell(text: str, published: date | None = None) -> Edition:
    """A cell of a dataset: "14th" or "14"."""
    match = _NUMBER.match(text.strip())
    if match is None:
        raise ValueError(f'expected an ordinal such as 14th, not "{text}"')
    return Edition(number=int(match[1]), text=text)


KIND = Kind("ordinal", "Place in a sequence", Ordinal, find, cell, occasion=False, by_sentence=True)
