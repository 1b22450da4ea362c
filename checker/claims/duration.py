"""How long an occasion lasts: "the 12-day exercise", "will last for two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.cells import quantity_cell
from checker.language.lexicons.events import EVENT_FAMILY
from checker.language.reading import Statement
from checker.model import Claim, Kind, Mention, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Claim):
    """The length of the occasion, in days, months or years as stated."""

    kind: Literal["duration"] = "duration"
    value: Quantity


_NOUNS = "|".join(sorted((re.escape(word) for word in EVENT_FAMILY), key=len, reverse=True))
_OF_OCCASION = re.compile(rf"[-\s]+(?:long[-\s]+)?(?:[\w-]+\s+){{0,3}}?(?:{_NOUNS})(?:s|es)?\b", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(?:last(?:s|ed|ing)?|runs?|ran|tak(?:e|es|ing)|took|goes?\s+on|continues?)\s+(?:for\s+|over\s+)?$",
    re.IGNORECASE,
)
_BESIDE = 4  # characters between "the 12-day exercise" and its name: a space and quotes
_SO_FAR = re.compile(r"\s+(?:so\s+far|already|to\s+date|until\s+now|up\s+to\s+now)\b", re.IGNORECASE)


def find(article: Article) -> Iterator[Duration]:
    """Durations that the text gives to a named occasion."""
    for statement in article.statements:
        for mention in statement.quantities:
            if mention.kind == "duration" and (subject := _subject(article, statement, mention)):
                span = (mention.start, mention.end)
                assert isinstance(mention.value, Quantity)
                yield article.claim(Duration, statement, subject, mention.value, span, span, because="stated length")


def _subject(article: Article, statement: Statement, mention: Mention) -> Subject | None:
    here = article.references.get(statement.number, [])
    if after := _OF_OCCASION.match(statement.text, mention.end):
        covering = (r for r in here if r.start <= mention.start and mention.end <= r.end)
        beside = (r for r in here if 0 <= r.start - after.end() <= _BESIDE)
        named = next(chain(covering, beside), None)
        return Subject(named) if named is not None else article.subject(statement, mention.start)
    if _LASTS.search(statement.text, 0, mention.start) and not _SO_FAR.match(statement.text, mention.end):
        return article.subject(statement, mention.start)
    return None


KIND = Kind("duration", "Length of an occasion", Duration, find, quantity_cell, measures="time")
