"""Figures that only their sentence explains: the 4,700 of "Malta had 4,700 licensed trappers", whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from checker.claims.article import Article
from checker.claims.boxes import labelled_noun, row
from checker.language.dates import DateMention, How
from checker.language.nouns import noun_class
from checker.language.parts import is_part, is_twin, owner
from checker.language.reading import Statement
from checker.language.speakers import speaker, tells_when_said
from checker.language.tolls import outcome
from checker.model import Claim, Mention, Part, Period, Quantity, Role

C = TypeVar("C", bound=Claim)

# 60 percent of the ballots
_OF = re.compile(r"\s+of\s+(?:all\s+)?(?:the\s+|its\s+|their\s+)?([a-z]+)\b")


def figures(article: Article, model: type[C], *kinds: str) -> Iterator[C]:
    """Claims of `model` for every quantity of those kinds of mention."""
    for statement in article.statements:
        for mention in statement.quantities:
            if mention.kind in kinds and isinstance(mention.value, Quantity):
                yield _claim(article, model, statement, mention, mention.value)


def _claim(article: Article, model: type[C], statement: Statement, mention: Mention, value: Quantity) -> C:
    noun = noun_class(mention.noun) if mention.noun else _noun_beside(statement, mention)
    return article.plain_claim(
        model,
        statement,
        article.topic(statement, mention.start, noun),
        value,
        (mention.start, max(mention.end, mention.noun_end)),
        (mention.start, mention.end),
        because=f'"{mention.noun}" counted' if mention.noun else "a figure of its sentence",
        noun=noun,
        part=Part.part if is_part(statement.text, mention) else Part.whole,
        speaker=speaker(statement.text, mention.start),
        as_of=_day_of(statement),
        roles=(*_circumstances(statement, mention), *article.told(statement, (mention.start, mention.end))),
    )


def _noun_beside(statement: Statement, mention: Mention) -> str:
    """What a number without a counted noun is of: "60 percent of the ballots"; "Teams: 12"."""
    if mention.kind == "share" and (match := _OF.match(statement.text, mention.end)):
        return noun_class(match[1])
    return labelled_noun(statement, mention)


def _day_of(statement: Statement) -> Period | None:
    """The one day that the sentence tells of by its distance from the dateline ("on Monday", "yesterday"), if any."""
    days = [found.mention.value for found in _days(statement)]
    day = days[0] if len(days) == 1 else None
    return day if isinstance(day, Period) and day.is_day else None


def _days(statement: Statement) -> list[DateMention]:
    """The dates of the sentence that are told by their distance from the dateline."""
    return [found for found in statement.dates if found.how in (How.weekday, How.relative)]


def _circumstances(statement: Statement, mention: Mention) -> tuple[tuple[str, str], ...]:
    """Roles that a figure has by where it stands: in a row of a fact box, in brackets behind its own twin;
    what became of those counted; whether the day that its sentence names is only that of the telling."""
    roles = [*row(statement), *(("whose", country) for country in owner(statement.text, mention))]
    if statement.role in (Role.title, Role.heading):
        roles.append(("standing", "headline"))
    if is_twin(statement.text, mention, statement.quantities):
        roles.append(("twin", "in brackets"))
    if became := outcome(statement.text, mention):
        roles.append(("outcome", became))
    if any(tells_when_said(statement.text, found.mention.start) for found in _days(statement)):
        roles.append(("day", "of the telling"))
    return tuple(roles)
