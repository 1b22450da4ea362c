"""Claims: one source says that this attribute of this subject has this value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from pydantic import Field
from pydantic.dataclasses import dataclass

from checker.model.values import Hedge, Period, Value


class Stance(StrEnum):
    """How the source stands to what it says."""

    asserted = "asserted"
    planned = "planned"  # "is to cost", "expects 900"
    denied = "denied"  # "not 500 but 300": the 500
    corrected = "corrected"  # withdrawn by the source itself: "an earlier version said 27 March"
    changed = "changed"  # an earlier value that was replaced: "rescheduled from 3 May to 5 May": the 3 May
    hypothetical = "hypothetical"  # "if 500 come"
    quoted = "quoted"  # somebody else's figure, quoted as such beside a rival one


class Tier(StrEnum):
    """How far a source is trusted; where two differ, the one of the higher tier is believed."""

    reference = "reference"  # a curated list, a register: what it says is taken to be right
    primary = "primary"  # who was there: the organiser's release, the official report
    secondary = "secondary"  # who reports it, and every source of which nothing is said
    draft = "draft"  # what is being written

    @property
    def rank(self) -> int:
        return ("draft", "secondary", "primary", "reference").index(self.value)


class Timing(StrEnum):
    """How the values of a kind stand to time; it decides which values without a stated time may be compared."""

    once = "once"  # one value for good, whoever reports it: a budget, an opening date
    state = "state"  # true for a while: a capacity; reports of different years are of different states
    period = "period"  # for a stretch of time: visitors a year; one that tells no stretch is for one that nobody knows


class Part(StrEnum):
    """Whether a figure is for the whole subject or for a part of it."""

    whole = "whole"
    part = "part"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a source. `start` and `end` are character offsets into the decoded original file, half open; `line`
    and `column` count from 1, columns in characters."""

    path: str
    start: int
    end: int
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What must match before two claims may be compared. What the text does not say stays empty."""

    reported: date | None = None  # the dateline of the section that the claim stands in
    as_of: Period | None = None  # the moment or reporting period that the value is for, when the text tells
    occasion: int | None = None  # the year of the instalment, when its clause tells
    occasion_because: str = ""
    noun: str = ""  # who or what is counted, folded to its class: "person", "soldier", "country"
    roles: tuple[tuple[str, str], ...] = ()  # ("donor", "united states"), ("phase", "field phase"), ("whose", "france")
    part: Part = Part.whole
    speaker: str | None = None
    stance: Stance = Stance.asserted
    resumed: bool = False  # whether the subject was not named but taken up: "the exercise", "it"
    year_from: str = ""  # where the year of a date without one comes from: "dateline", "occasion", "the same fact"
    tier: Tier = Tier.secondary  # of the source
    established: bool = True  # whether the source itself makes clear that the subject is the name of an occasion

    def role(self, name: str) -> str | None:
        """The folded name in that role, or None."""
        return next((value for role, value in self.roles if role == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The base of every claim kind. Subclasses fix `kind` and the type of `value`.

    `subject` is the name as written, edition included ("Regional Cooperation 22"), or a phrase for an unnamed thing
    ("201st military base"). `statement` numbers the sentence or row within its source,
    `sentence` is its text. `text` is the value's own
    words, `quote` the tight span that gives it its meaning, exactly as it stands in the source at `where`. `because`
    says how subject and value were read.
    """

    timing: ClassVar[Timing] = Timing.once
    plans_apart: ClassVar[bool] = False  # whether a plan and its outcome are two things

    kind: str = ""  # of the base; each kind's class fixes its own
    subject: str
    value: Value
    text: str
    quote: str
    where: Where
    statement: int = 0
    sentence: str = ""  # the statement's own words, white space folded; a row of a fact box has its title before it
    scope: Scope = Scope()
    because: str = ""
    id: str = ""
    row: int = 0  # of the dataset, from 1; 0 for what was read in a text
    column: str = ""  # of the dataset, for a cell of a wide row
    entry: str = ""  # what a wide row is the entry of: its key, else its number; other entries are other occasions
    cites: str = ""  # the document that a dataset row names as its source


def keyless(row: int) -> str:
    """The entry of a row that has no key of its own; no key looks like this."""
    return f"row:{row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A value read in a text, before anybody asks what it is about.

    `start` and `end` are character offsets into the text that was read. `noun` is the counted noun as written
    ("peacekeepers"), hedge words are inside `value` and repeated in `hedge`; the span is the value with its hedge and
    unit, without the noun.
    """

    kind: str  # count, amount, share, measure, duration, date, edition
    start: int
    end: int
    value: Value
    noun: str = ""
    hedge: Hedge = Hedge.none
    noun_end: int = 0  # where the counted noun ends; `end` when there is none


class Row(Protocol):
    """A raw dataset row: what each cell says, before a kind reads it. `number` is the row, from 1; `fault` says why it
    cannot be told into its cells."""

    @property
    def cells(self) -> Mapping[str, Any]: ...

    @property
    def where(self) -> Where: ...

    @property
    def number(self) -> int: ...

    @property
    def fault(self) -> str: ...

    def place(self, column: str) -> Where:
        """Where a cell stands, without the quotes and blanks around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row with its place; `places` are those of its cells, where they are known."""

    cells: dict[str, Any]
    where: Where
    number: int = 1
    fault: str = ""
    places: dict[str, Where] = Field(default_factory=dict)

    def place(self, column: str) -> Where:
        return self.places.get(column, self.where)


@dataclass(frozen=True, slots=True)
class Kind:
    """A claim kind as the rest of the program sees it.

    `find` reads a document's claims of this kind; `cell` reads one cell of a dataset (raises ValueError with what was
    expected). `model` is the claim class, whose annotations tell rules which fields a value has.
    """

    name: str
    title: str
    model: type[Claim]
    find: Callable[..., Iterable[Claim]]
    cell: Callable[[str, date | None], Value]
    occasion: bool = True  # the subject is an occasion, whose label may end in its edition
    by_sentence: bool = False  # nothing is named: only the sentence tells what the claim is about
    measures: str = ""  # what its quantities measure: "count", "money", "time", "power"; "" for several, or none
    noun: str = ""  # what is counted, where the kind itself says so; a dataset row need not
    complete: Callable[[Mapping[str, str]], Mapping[str, str]] | None = None  # a row as people write it, as it is meant
    roles: tuple[str, ...] = ()  # roles that a dataset row may have in cells of their own, besides those of every kind
