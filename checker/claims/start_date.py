"""Start dates of occasions: "got under way on Tuesday, August 9", "from 11 to 20 August"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.occasion_days import occasion_days
from checker.language.cells import period_cell
from checker.model import Claim, Kind, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDate(Claim):
    """The first day of the occasion, or the month or year that it falls in."""

    kind: Literal["start_date"] = "start_date"
    value: Period


def find(article: Article) -> Iterator[StartDate]:
    """What the article says of when a named occasion starts."""
    yield from occasion_days(article, StartDate, "start")


KIND = Kind("start_date", "First day of an occasion", StartDate, find, period_cell)
