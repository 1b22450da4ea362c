"""Days named with their weekday: "Wednesday, 1 February 2024", whatever happens on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.language.cells import period_cell
from checker.language.dates import How
from checker.model import Claim, Kind, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Claim):
    """A day and the weekday that the text gives it."""

    kind: Literal["date"] = "date"
    value: Period


def find(article: Article) -> Iterator[Date]:
    """Every day, the ends of ranges included, that has a weekday beside it."""
    for statement in article.statements:
        for found in statement.dates:
            if found.how is How.weekday:
                continue  # "on Friday": the day was found by its weekday
            for mention in found.ends or (found.mention,):
                value = mention.value
                if isinstance(value, Period) and value.weekday is not None and value.is_day:
                    words = statement.text[mention.start : mention.end]
                    span = (mention.start, mention.end)
                    yield article.plain_claim(Date, statement, words, value, span, because="weekday beside the date")


KIND = Kind("date", "Day with its weekday", Date, find, period_cell, occasion=False)
