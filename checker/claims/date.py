"""Dates: "Wednesday, 1 February 2024", "in June 2019", "since 2004", whatever happens on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.boxes import row
from checker.language.cells import period_cell
from checker.language.dates import How
from checker.model import Claim, Kind, Period

_ENDS = ("first", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Claim):
    """A day, month or year that the text gives, with the weekday that it names beside it."""

    kind: Literal["date"] = "date"
    value: Period


def find(article: Article) -> Iterator[Date]:
    """Every date that the text gives itself; "on Friday" and "last year" depend on the dateline and are left out."""
    for statement in article.statements:
        for found in statement.dates:
            if found.how in (How.weekday, How.relative):
                continue
            for end, mention in zip(_ENDS, found.ends, strict=True) if found.ends else (("", found.mention),):
                if isinstance(mention.value, Period) and not _is_dateline(mention.value, statement.reported):
                    span = (mention.start, mention.end)
                    told = article.told(statement, span, dated=True, attributive=found.how is How.attributive, end=end)
                    yield article.plain_claim(
                        Date,
                        statement,
                        article.topic(statement, mention.start),
                        mention.value,
                        span,
                        because="a date of its sentence",
                        roles=(*row(statement), *told),
                    )


def _is_dateline(period: Period, reported: date | None) -> bool:
    """The day of publication is no fact of the text, unless it names a weekday for it."""
    return period.weekday is None and reported is not None and period.first == period.last == reported


KIND = Kind("date", "Date of something", Date, find, period_cell, occasion=False, by_sentence=True)
