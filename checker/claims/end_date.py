"""End dates of occasions: "will continue until August 22", "from 11 to 20 August"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article
from checker.claims.occasion_days import occasion_days
from checker.language.cells import period_cell
from checker.model import Claim, Kind, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDate(Claim):
    """The last day of the occasion, or the month or year that it falls in."""

    kind: Literal["end_date"] = "end_date"
    value: Period


def find(article: Article) -> Iterator[EndDate]:
    """What the article says of when a named occasion ends."""
    yield from occasion_days(article, EndDate, "end")


KIND = Kind("end_date", "Last day of an occasion", EndDate, find, period_cell)
