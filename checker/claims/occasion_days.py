"""First and last days of named occasions: "Sand Tern 22 will run from 11 to 20 August" gives a claim of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.occasion_dates import End, OccasionDate
from checker.language.reading import Statement
from checker.model import Claim

C = TypeVar("C", bound=Claim)

# Characters: how far behind a date its occasion may be named: "From 13 to 24 January the annual winter exercise …".
_FOLLOWS = 30


def occasion_days(article: Article, model: type[C], which: End) -> Iterator[C]:
    """Claims of `model` for each first (`which` = "start") or last day that the article gives to a named occasion."""
    for statement, said in article.occasion_dates:
        if said.which == which and (subject := _subject(article, statement, said)) is not None:
            yield _claim(article, model, statement, said, subject)


def _claim(article: Article, model: type[C], statement: Statement, said: OccasionDate, subject: Subject) -> C:
    width = len(said.period.text)
    return article.claim(
        model,
        statement,
        subject,
        said.period,
        (said.start, said.end),
        (said.start, said.start + width) if said.after else (said.end - width, said.end),
        because=said.because,
        stance_at=said.start if said.after else said.end,
        done=said.done,
    )


def _subject(article: Article, statement: Statement, said: OccasionDate) -> Subject | None:
    """What a first or last day is said of."""
    here = article.references.get(statement.number, [])
    if said.implied and not here:
        main = article.main(statement)
        return Subject(main) if main is not None else None
    if said.after or not statement.text[: said.start].strip(" -*•\t"):
        following = next((r for r in here if 0 <= r.start - said.end <= _FOLLOWS), None)
        return Subject(following) if following is not None else None
    return article.subject(statement, said.at)
