"""Attendance: "only Malvia has stayed away" beside a list that names it: whether a country takes part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.taking_part import listed, occasion_of
from checker.language.attendance import Attendance, attendance
from checker.language.countries import find_countries
from checker.language.reading import Statement
from checker.model import Claim, Kind, Term

THERE, AWAY = "takes part", "stays away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending(Claim):
    """Whether a country takes part in an occasion; the scope's noun is the country."""

    kind: Literal["attendance"] = "attendance"
    value: Term


def find(article: Article) -> Iterator[Attending]:
    """Every country of an article that says of one that it stays away; elsewhere, those of its lists."""
    for statement in article.statements:
        subject = occasion_of(article, statement)
        if subject is None:
            continue
        for found in _attending(statement):
            said = THERE if found.there else AWAY
            span = (found.start, found.end)
            yield article.claim(
                Attending,
                statement,
                subject,
                Term(name=said, text=said),
                span,
                span,
                because=f"{said}, the text says",
                noun=found.country,
                done=True,
            )


def _attending(statement: Statement) -> Iterator[Attendance]:
    """What verbs say, and the members of lists."""
    said = list(attendance(statement.text))
    yield from said
    told = {found.start for found in said}
    for roster in listed(statement):
        for mention in find_countries(statement.text):
            if roster.start <= mention.start < roster.end and mention.start not in told and mention.how == "name":
                yield Attendance(mention.start, mention.end, mention.name, there=True)


def cell(text: str, published: date | None = None) -> Term:
    """A cell of a dataset: "takes part" or "stays away"."""
    said = " ".join(text.split()).lower()
    if said not in (THERE, AWAY):
        raise ValueError(f'expected "{THERE}" or "{AWAY}", not "{text}"')
    return Term(name=said, text=text)


KIND = Kind("attendance", "Whether a country takes part", Attending, find, cell)
