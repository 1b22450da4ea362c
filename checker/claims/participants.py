"""Who takes part: "seven countries: the United States, Tajikistan, …", "from 19 countries"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.taking_part import listed, occasion_of
from checker.model import Claim, Kind, Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants(Claim):
    """The countries that take part: listed, counted, or both."""

    kind: Literal["participants"] = "participants"
    value: Roster


def find(article: Article) -> Iterator[Participants]:
    """Lists and numbers of countries in statements that speak of one named occasion."""
    for statement in article.statements:
        subject = occasion_of(article, statement)
        if subject is None:
            continue
        for found in listed(statement):
            roster, span = found.roster, (found.start, found.end)
            if found.counted is not None and roster.members and not found.complete:
                roster, span = Roster(counted=roster.counted, closed=True, text=roster.text), found.counted
            elif found.counted is not None:
                span = (min(found.start, found.counted[0]), max(found.end, found.counted[1]))
            yield article.claim(Participants, statement, subject, roster, span, span, because="countries named with it")


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
