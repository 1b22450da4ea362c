"""First years of a series: "held every year since 2004", "the series goes back to 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.subject import Subject
from checker.language.cells import period_cell
from checker.language.reading import Statement
from checker.model import Claim, Kind, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstYear(Claim):
    """The year in which a series of occasions was held for the first time."""

    kind: Literal["first_year"] = "first_year"
    value: Period


# What stands before the year: the series has been held since, or began in it.
_SINCE = re.compile(
    r"\b(?:(?:every|each)\s+(?:other\s+|second\s+)?(?:year|summer|autumn|winter|spring|(?:two|three|four|five)\s+years)|annual(?:ly)?|yearly"
    r"|biennial(?:ly)?|regularly|(?:held|staged|run|conducted|organi[sz]ed))\s+(?:\w+\s+){0,3}?since\s+$",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:(?:go(?:es|ing)?|dat(?:es|ing))\s+back\s+to|dat(?:es|ing)\s+from|first\s+(?:held|staged|run|organi[sz]ed|took\s+place)"
    r"\s+in|(?:held|staged|run|organi[sz]ed)\s+for\s+the\s+first\s+time\s+in|series\s+(?:began|started)\s+in)\s+$",
    re.IGNORECASE,
)
_THE_SERIES = re.compile(r"\b[Tt](?:he|his)\s+(?:whole\s+)?(?:series|tradition|cycle)\b")
_BEFORE = 60  # characters before the year that are looked at


def find(article: Article) -> Iterator[FirstYear]:
    """Years since which an occasion of the article has been held."""
    for statement in article.statements if article.references else ():
        for found in statement.dates:
            value, at = found.mention.value, found.mention.start
            if not isinstance(value, Period) or value.year is None or found.ends:
                continue
            begin = max(0, at - _BEFORE)
            match = _SINCE.search(statement.text, begin, at) or _BEGAN.search(statement.text, begin, at)
            subject = _subject(article, statement, match.start()) if match else None
            if match is None or subject is None:
                continue
            span, text = (match.start(), found.mention.end), (at, found.mention.end)
            claim = article.claim(
                FirstYear, statement, subject, value, span, text, because="held since then", done=True
            )
            yield replace(claim, subject=subject.reference.base)  # the series, whichever occasion is spoken of


def _subject(article: Article, statement: Statement, at: int) -> Subject | None:
    """What has been held since: the occasion of the clause, else the only one that is named before, else, where the
    text says "the series", the one that its section is mostly about."""
    if (subject := article.subject(statement, at)) is not None:
        return subject
    named = [one for one in article.references.get(statement.number, []) if one.how == "named" and one.end <= at]
    if len({one.base for one in named}) == 1:
        return Subject(named[0])
    main = article.main(statement) if _THE_SERIES.search(statement.text, 0, at) else None
    return Subject(main) if main is not None else None


def cell(text: str, published: date | None = None) -> Period:
    """A cell of a dataset: "2004"."""
    period = period_cell(text, published)
    if not str(period).isdigit():
        raise ValueError(f'expected a year such as 2004, not "{text}"')
    return period


KIND = Kind("first_year", "First year of a series", FirstYear, find, cell, occasion=False)
