"""People under arms at an occasion: "some 3,100 soldiers from Poland and Latvia", "2,960 troops".

A figure for one contingent or for a part says so in `scope`: "1,100 of them Kenyans" is a part, "450 soldiers of the
Italian side" belongs to Italy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.cells import counted_cell
from checker.language.focus import phase_of
from checker.language.nouns import noun_class
from checker.language.parts import is_part, owner
from checker.language.reading import Statement
from checker.language.speakers import speaker
from checker.model import Claim, Kind, Mention, Part, Quantity, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class TroopCount(Claim):
    """How many soldiers (or other people) take part."""

    kind: Literal["troop_count"] = "troop_count"
    value: Quantity


_PEOPLE = ("soldier", "person", "personnel")


def find(article: Article) -> Iterator[TroopCount]:
    """Counted soldiers and people in statements that speak of one named occasion."""
    for statement in article.statements:
        for mention in statement.quantities:
            if mention.kind != "count" or noun_class(mention.noun) not in _PEOPLE:
                continue
            subject = _subject(article, statement, mention)
            if subject is None or not isinstance(mention.value, Quantity):
                continue
            yield article.claim(
                TroopCount,
                statement,
                subject,
                mention.value,
                (mention.start, max(mention.end, mention.noun_end)),
                (mention.start, mention.end),
                because=f'"{mention.noun}" counted beside the name',
                noun=noun_class(mention.noun),
                speaker=speaker(statement.text, mention.start),
                part=Part.part if is_part(statement.text, mention) else Part.whole,
                roles=_roles(statement, mention, subject),
            )


def _roles(statement: Statement, mention: Mention, subject: Subject) -> tuple[tuple[str, str], ...]:
    roles = [("whose", country) for country in owner(statement.text, mention)]
    if not subject.phase and (phase := phase_of(statement.text)):
        roles.append(("phase", phase))
    return tuple(roles)


def _subject(article: Article, statement: Statement, mention: Mention) -> Subject | None:
    """The one occasion of the statement; for items of a fact list, the one that the section is about."""
    here = article.references.get(statement.number, [])
    clause = article.subject(statement, mention.start)
    if clause is not None:
        return clause
    labels = {reference.label for reference in here}
    if len(labels) == 1:
        return Subject(here[0])
    main = article.main(statement)
    return Subject(main) if not here and main is not None and statement.role in (Role.item, Role.row) else None


KIND = Kind("troop_count", "People who take part", TroopCount, find, counted_cell, measures="count")
