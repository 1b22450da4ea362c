"""Years of dates that have none: "3 May" under a dateline of 5 May 2022 is of 2022, "28 December" there of 2021."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checker.language.occasions import in_year, nearest_in_time
from checker.model import Claim, Period

# What tells that a date without a year is not of the year of the dateline.
_OF_ANOTHER_YEAR = re.compile(
    r"\b(?:(?:next|last|previous|coming|following)\s+(?:year|time|edition|spring|summer|autumn|winter)"
    r"|in\s+(?:\w+\s+)?years?(?:['’]\s+time)?|years?\s+(?:later|earlier|ago|before)|will\s+be\s+(?:back|repeated))\b",
    re.IGNORECASE,
)


def dated(claim: Claim) -> Claim:
    """The claim with the year of its dateline for a date that has none, as far as there is one."""
    value, reported = claim.value, claim.scope.reported
    if not isinstance(value, Period) or not value.yearless or reported is None:
        return claim
    if value.weekday is not None and _OF_ANOTHER_YEAR.search(claim.sentence):
        return claim  # "Next year's run is on Sunday 25 May": nothing says that the weekday is wrong
    year, because = year_from_dateline(value, reported)
    return with_year(claim, year, "dateline", because)


def in_one_year(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of one fact: dates without a year are of the one year that the same fact has elsewhere."""
    values = [claim.value for claim in claims if isinstance(claim.value, Period)]
    years = {value.first.year for value in values if not value.yearless}
    if len(years) != 1:
        return list(claims)
    (year,) = years
    return [with_year(claim, year, "the same fact") for claim in claims]


def with_year(claim: Claim, year: int, source: str, because: str = "") -> Claim:
    """The claim with `year` for a date that has none, and where that year is from (`Scope.year_from`); `because` is
    added to how it was read."""
    value = claim.value
    if not isinstance(value, Period) or not value.yearless:
        return claim
    first, last = in_year(value.first, year), in_year(value.last, year + value.last.year - value.first.year)
    reasons = "; ".join(part for part in (claim.because, because) if part)
    scope = replace(claim.scope, year_from=source)
    return replace(claim, value=replace(value, first=first, last=last), scope=scope, because=reasons)


def year_from_dateline(period: Period, reported: date) -> tuple[int, str]:
    """The year that brings a date without one nearest to the dateline, and the sentence that says so."""
    year = nearest_in_time(period.first, reported).year
    return year, f"the year {year} from the dateline of {reported:%-d %B %Y}"
