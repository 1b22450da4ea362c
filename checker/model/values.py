"""Values: "more than $60 million" is an interval, "August 20" a day without a year, "22" an edition.

The algebra is closed: `Quantity | Period | Edition | Term | Roster`. Comparators match on these and on nothing else,
so that a new claim kind never needs a new comparator. Every value keeps the text it was read from.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

from pydantic import Field
from pydantic.dataclasses import dataclass

INFINITY = math.inf

# A year that no dateline has: it marks a Period whose year the text does not give. A leap year: 29 February fits.
NO_YEAR = 4


class Hedge(StrEnum):
    """How the source qualified its figure."""

    none = ""
    about = "about"  # about, some, around, roughly, an estimated, ~
    nearly = "nearly"  # nearly, almost, close to, just under
    over = "over"  # more than, over, upwards of
    at_least = "at least"  # at least, no fewer than, a minimum of
    under = "under"  # fewer than, less than, below
    at_most = "at most"  # up to, at most, no more than, a maximum of


class Interval(NamedTuple):
    """A closed interval; the ends may be infinite."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number or a range with its unit: "about 10,000", "$1.2 billion", "6,000 to 7,000", "64 per cent".

    `low` and `high` are the stated numbers in whole units (dollars, not millions); equal unless a range was stated.
    `unit` is an ISO 4217 code, an SI symbol, "percent", "percentage point", "day" …, or "" for a plain count.
    `step` is the weight of the last written place when the writer rounded ("3.2 billion": 1e8), 0 when the number is
    exact ("20 soldiers", "2,310").
    """

    type: Literal["quantity"] = "quantity"
    low: float
    high: float
    unit: str = ""
    step: float = 0.0
    hedge: Hedge = Hedge.none
    text: str = ""

    @property
    def strict(self) -> Interval:
        """What the words allow: "more than 60" has no upper end; "about 600" is 540 to 660 (10 % either way)."""
        if not self.step and self.hedge is Hedge.none:
            return Interval(self.low, self.high)
        half = self.step / 2
        low, high = self.low - half, self.high + half
        match self.hedge:
            case Hedge.about:
                return Interval(min(low, self.low - 0.1 * abs(self.low)), max(high, self.high + 0.1 * abs(self.high)))
            case Hedge.nearly:
                return Interval(0.8 * self.low, high)
            case Hedge.over | Hedge.at_least:
                return Interval(low, INFINITY)
            case Hedge.under | Hedge.at_most:
                return Interval(min(0.0, low), high)
            case _:
                return Interval(low, high)

    @property
    def plain(self) -> Interval:
        """What a reader takes from the words: nobody writes "more than 60" for 330, or "up to 100" for 3."""
        strict = self.strict
        match self.hedge:
            case Hedge.nearly:
                return Interval(0.85 * self.low, strict.high)
            case Hedge.over | Hedge.at_least:
                return Interval(strict.low, _READER_EXPECTS * self.high)
            case Hedge.under | Hedge.at_most:
                return Interval(0.5 * self.low, strict.high)
            case _:
                return strict

    def __str__(self) -> str:
        return self.text or f"{self.low:g}"


# "More than 60" may be 150 to a reader, hardly more.
_READER_EXPECTS = 2.5


class Weekday(StrEnum):
    """Days of the week as a text names them."""

    monday = "Monday"
    tuesday = "Tuesday"
    wednesday = "Wednesday"
    thursday = "Thursday"
    friday = "Friday"
    saturday = "Saturday"
    sunday = "Sunday"


def _end_of_month(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `first` to `last`, both included: a day, "August 2022", "1992 to 2021".

    A month or day without a year has `NO_YEAR` in both dates until `align` gives it one. `weekday` is the weekday that
    the text names beside the date, which may be the wrong one. `alternatives` are other readings ("03/04/2022") that
    nothing in the text rules out.
    """

    type: Literal["period"] = "period"
    first: date
    last: date
    weekday: Weekday | None = None
    alternatives: tuple[tuple[date, date], ...] = ()
    hedge: Hedge = Hedge.none
    text: str = ""

    @property
    def yearless(self) -> bool:
        return self.first.year == NO_YEAR

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def year(self) -> int | None:
        """The one year it lies in, or None."""
        return self.first.year if not self.yearless and self.first.year == self.last.year else None

    @property
    def days(self) -> int:
        """Length in days, both ends counted: 11 to 20 August is 10."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        if self.yearless:
            return f"--{self.first:%m-%d}" if self.is_day else f"--{self.first:%m-%d}/--{self.last:%m-%d}"
        if self.is_day:
            return self.first.isoformat()
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31) and self.year:
            return str(self.year)
        if self.first.day == 1 and self.last == _end_of_month(self.first):
            return f"{self.first:%Y-%m}"
        return f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which instalment of a series: the "22" of "Regional Cooperation 22", "2022", "the 15th edition".

    A suffix is a `year` when it can be one ("22", "2022"); `short` says that only two digits were written. An ordinal
    ("15th") or a small serial number is a `number`.
    """

    type: Literal["edition"] = "edition"
    year: int | None = None
    number: int | None = None
    short: bool = False
    text: str = ""

    def __str__(self) -> str:
        return str(self.year) if self.year is not None else f"no. {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name: an exercise, a place, an organisation. `key` is what `fold` makes of it."""

    type: Literal["term"] = "term"
    name: str
    text: str = ""

    @property
    def key(self) -> str:
        return fold(self.name)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who takes part: the listed `members`, or how many there are (`counted`), or both.

    A list is open ("Kazakhstan and Kyrgyzstan, among others") unless the text counts it or says "only": `closed`.
    """

    type: Literal["roster"] = "roster"
    members: tuple[str, ...] = ()
    counted: int | None = None
    closed: bool = False
    text: str = ""

    @property
    def size(self) -> int | None:
        """How many there are, if the text settles it."""
        return self.counted if self.counted is not None else len(self.members) if self.closed else None

    def __str__(self) -> str:
        return ", ".join(self.members) if self.members else str(self.counted)


Value = Annotated[Quantity | Period | Edition | Term | Roster, Field(discriminator="type")]

_NOT_A_LETTER_OR_DIGIT = re.compile(r"[^\w]+|_")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The spelling under which two names are surely one: no case, accents, hyphens, quotes or a leading "the".

    >>> fold("The Regional Co-operation"), fold("Türkiye’s")
    ('regional cooperation', 'turkiye')
    """
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"['’]s\b", "", text).replace("ı", "i")
    text = re.sub(r"(?<=\w)[-‐‑](?=\w)", "", text)
    words = _NOT_A_LETTER_OR_DIGIT.sub(" ", text).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def canonical(value: Value) -> str:
    """The value whatever its wording: "some 3,000" and "about 3000" are one string, and so are "CIS" and "the C.I.S.".

    >>> canonical(Quantity(low=3e3, high=3e3, hedge=Hedge.about, text="some 3,000"))
    'about 3000'
    """
    match value:
        case Quantity(low=low, high=high, unit=unit, hedge=hedge):
            number = f"{low:.15g}" if low == high else f"{low:.15g} to {high:.15g}"
            return " ".join(part for part in (hedge.value, number, unit) if part)
        case Term():
            return value.key or value.name
        case Roster(members=members) if members:
            return ", ".join(sorted(fold(member) for member in members))
        case _:
            return str(value)
