"""Who takes part: "seven countries: the United States, Tajikistan, …", "from 19 countries"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.reading import Statement
from checker.language.rosters import rosters
from checker.model import Claim, Kind, Role, Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants(Claim):
    """The countries that take part: listed, counted, or both."""

    kind: Literal["participants"] = "participants"
    value: Roster


_OBSERVE = re.compile(r"\bobservers?\s+(?:\w+\s+)?(?:from|of)\s+(?:\w+\s+)?$", re.IGNORECASE)


def find(article: Article) -> Iterator[Participants]:
    """Lists and numbers of countries in statements that speak of one named occasion."""
    for statement in article.statements:
        subject = _subject(article, statement)
        if subject is None:
            continue
        for found in rosters(statement.text):
            if found.qualified or _OBSERVE.search(statement.text, max(0, found.start - 40), found.start):
                continue
            roster, span = found.roster, (found.start, found.end)
            if found.counted is not None and roster.members and not found.complete:
                roster, span = Roster(counted=roster.counted, closed=True, text=roster.text), found.counted
            elif found.counted is not None:
                span = (min(found.start, found.counted[0]), max(found.end, found.counted[1]))
            yield article.claim(Participants, statement, subject, roster, span, span, because="countries named with it")


_TAKES_PART = re.compile(
    r"\b(?:tak(?:e|es|ing)|took)\s+part|participat\w+|participants?\b|attend\w*|join(?:s|ed|ing)?\b|involv\w+",
    re.IGNORECASE,
)


def _subject(article: Article, statement: Statement) -> Subject | None:
    """The one occasion of the statement; where none is named but somebody takes part, the one of the section."""
    here = article.references.get(statement.number, [])
    if len({reference.label for reference in here}) == 1:
        return Subject(here[0])
    main = article.main(statement)
    if here or main is None:
        return None
    fits = statement.role in (Role.item, Role.row) or _TAKES_PART.search(statement.text)
    return Subject(main) if fits else None


def cell(text: str, published: date | None = None) -> Roster:
    """A cell of a dataset: "7", or names between commas."""
    text = text.strip()
    if text.isdigit():
        return Roster(counted=int(text), closed=True, text=text)
    members = tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())
    if not members:
        raise ValueError("expected a number of countries or their names")
    return Roster(members=members, text=text)


KIND = Kind("participants", "Countries that take part", Participants, find, cell)
