"""Who takes part in what: "officers from Malvia and Norland have joined Sand Tern 22" lists two, of that exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.reading import Statement
from checker.language.rosters import RosterMention, rosters
from checker.model import Role

_OBSERVE = re.compile(r"\bobservers?\s+(?:\w+\s+)?(?:from|of)\s+(?:\w+\s+)?$", re.IGNORECASE)
_TAKES_PART = re.compile(
    r"\b(?:tak(?:e|es|ing)|took)\s+part|participat\w+|participants?\b|attend\w*|join(?:s|ed|ing)?\b|involv\w+"
    r"|stay(?:s|ed)?\s+away|ha(?:s|ve|d)\s+come\b",
    re.IGNORECASE,
)


def listed(statement: Statement) -> Iterator[RosterMention]:
    """The lists and numbers of countries of a statement that are meant as participants."""
    for found in rosters(statement.text):
        if not found.qualified and not _OBSERVE.search(statement.text, max(0, found.start - 40), found.start):
            yield found


def occasion_of(article: Article, statement: Statement) -> Subject | None:
    """The one occasion of the statement; where none is named but somebody takes part, the one of the section."""
    here = article.references.get(statement.number, [])
    if len({reference.label for reference in here}) == 1:
        return Subject(here[0])
    main = article.main(statement)
    if here or main is None:
        return None
    fits = statement.role in (Role.item, Role.row) or _TAKES_PART.search(statement.text)
    return Subject(main) if fits else None
