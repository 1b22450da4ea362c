"""The types of expressions and their fields: `suffix` is an edition, `suffix.year` a number (a year).

A name bound to a claim stands for the claim's value; it also has the fields of the claim itself (`end.subject`,
`end.reported`). A field that the source left out raises `Missing`, which makes the answer unknown.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from checker.model import Edition, Hedge, Part, Period, Quantity, Roster, Stance, Term, Tier, Weekday

CLASSES: Mapping[type, str] = {
    Quantity: "quantity",
    Period: "period",
    Edition: "edition",
    Term: "term",
    Roster: "roster",
}

WORDS = {
    "number": "a number",
    "text": "a text",
    "date": "a date",
    "truth": "true or false",
    "texts": "a list of texts",
    "numbers": "a list of numbers",
    "quantity": "a quantity",
    "period": "a period",
    "edition": "an edition",
    "term": "a name",
    "roster": "a list of participants",
    "tuple": "a list of values",
}
MEASURE_WORDS = {"count": "a count", "money": "an amount of money", "time": "a length of time", "percent": "a share"}
UNIT_WORDS = {"day": "a number of days", "year": "a year", "month": "a month"}


class Missing(ValueError):
    """What the expression needs is not there; the text is the reason."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The answer of an expression that could not be decided, and why: `end.year is not given`."""

    reason: str

    def __bool__(self) -> bool:
        raise TypeError("an unknown answer is neither true nor false; ask for it with isinstance")


@dataclass(frozen=True, slots=True)
class Type:
    """What an expression yields. `choices` has several entries where a claim kind allows several values (a roster or
    a quantity). `unit` tells days, years and months apart, and dollars from euros; a bare number ("") goes with any
    number. `claim` marks a name that is bound to a claim, not only to a value. `words` are all that a text can be,
    where these are few ("Monday", "Tuesday", …). `measures` is what a quantity measures, as in `Kind`."""

    choices: tuple[str, ...]
    unit: str = ""
    claim: bool = False
    words: tuple[str, ...] = ()
    measures: str = ""

    def __str__(self) -> str:
        if self.unit:
            return UNIT_WORDS.get(self.unit, f"an amount in {self.unit}")
        if self.measures and self.choices == ("quantity",):
            return MEASURE_WORDS.get(self.measures, f"a measure of {self.measures}")
        return " or ".join(WORDS[choice] for choice in self.choices) or "a mistake"

    def one_of(self, *names: str) -> bool:
        return any(choice in names for choice in self.choices)

    @property
    def wrong(self) -> bool:
        """It stands for an expression that has been reported already."""
        return not self.choices


NUMBER, TEXT, DATE, TRUTH = Type(("number",)), Type(("text",)), Type(("date",)), Type(("truth",))
TEXTS, PERIOD, WRONG = Type(("texts",)), Type(("period",)), Type(())
DAYS, YEAR, MONTH = Type(("number",), "day"), Type(("number",), "year"), Type(("number",), "month")


def one_of_words(words: type[StrEnum]) -> Type:
    """A text that is one of these words."""
    return Type(("text",), words=tuple(word.value for word in words))


WEEKDAY, HEDGE = one_of_words(Weekday), one_of_words(Hedge)


class Field(NamedTuple):
    """A field: its type, and how it is read; None means that it is missing."""

    type: Type
    read: Callable[..., object]


def readings(period: Period) -> tuple[tuple[date, date], ...]:
    """Every way to read a date: "03/04/2022" is 3 April or 4 March. A date without a year cannot be read."""
    if period.yearless:
        raise Missing(f'the year of "{period.text or period}" is not known')
    return ((period.first, period.last), *period.alternatives)


Read = TypeVar("Read")


def settled(period: Period, read: Callable[[date, date], Read]) -> Read:
    """What all readings of a date agree on."""
    first, *others = [read(low, high) for low, high in readings(period)]
    if any(other != first for other in others):
        raise Missing(f'"{period.text or period}" can be read as different dates')
    return first


def days_of(period: Period) -> int:
    """Length in days. Without a year it is known unless the end of February lies inside."""
    if not period.yearless:
        return settled(period, lambda first, last: (last - first).days + 1)
    if period.last < period.first or (period.first.month <= 2 and period.last >= date(period.last.year, 2, 29)):
        raise Missing(f'the year of "{period.text or period}" is not known')
    return period.days


FIELDS: Mapping[str, Mapping[str, Field]] = {
    "quantity": {
        "low": Field(NUMBER, lambda q: q.low),
        "high": Field(NUMBER, lambda q: q.high),
        "unit": Field(TEXT, lambda q: q.unit),
        "step": Field(NUMBER, lambda q: q.step),
        "hedge": Field(HEDGE, lambda q: q.hedge.value),
        "text": Field(TEXT, lambda q: q.text),
    },
    "period": {
        "first": Field(DATE, lambda p: settled(p, lambda first, _: first)),
        "last": Field(DATE, lambda p: settled(p, lambda _, last: last)),
        "days": Field(DAYS, days_of),
        "year": Field(YEAR, lambda p: settled(p, lambda first, last: first.year if first.year == last.year else None)),
        "is_day": Field(TRUTH, lambda p: p.is_day),
        "weekday": Field(WEEKDAY, lambda p: p.weekday.value if p.weekday else None),
        "hedge": Field(HEDGE, lambda p: p.hedge.value),
        "text": Field(TEXT, lambda p: p.text),
    },
    "edition": {
        "year": Field(YEAR, lambda e: e.year),
        "number": Field(NUMBER, lambda e: e.number),
        "short": Field(TRUTH, lambda e: e.short),
        "text": Field(TEXT, lambda e: e.text),
    },
    "term": {
        "name": Field(TEXT, lambda t: t.name),
        "key": Field(TEXT, lambda t: t.key),
        "text": Field(TEXT, lambda t: t.text),
    },
    "roster": {
        "members": Field(TEXTS, lambda r: r.members or None),
        "counted": Field(NUMBER, lambda r: r.counted),
        "size": Field(NUMBER, lambda r: r.size),
        "closed": Field(TRUTH, lambda r: r.closed),
        "text": Field(TEXT, lambda r: r.text),
    },
}

CLAIM_FIELDS: Mapping[str, Field] = {
    "text": Field(TEXT, lambda c: c.text),
    "subject": Field(TEXT, lambda c: c.subject),
    "quote": Field(TEXT, lambda c: c.quote),
    "reported": Field(DATE, lambda c: c.scope.reported),
    "as_of": Field(PERIOD, lambda c: c.scope.as_of),
    "occasion": Field(YEAR, lambda c: c.scope.occasion),
    "noun": Field(TEXT, lambda c: c.scope.noun or None),
    "outcome": Field(TEXT, lambda c: c.scope.role("outcome")),
    "part": Field(one_of_words(Part), lambda c: c.scope.part.value),
    "speaker": Field(TEXT, lambda c: c.scope.speaker),
    "stance": Field(one_of_words(Stance), lambda c: c.scope.stance.value),
    "row": Field(NUMBER, lambda c: c.row or None),
    "tier": Field(one_of_words(Tier), lambda c: c.scope.tier.value),
}

# All names that stand behind a dot in expressions.
FIELD_NAMES = frozenset(CLAIM_FIELDS).union(*FIELDS.values())


def fields_of(kind: Type) -> dict[str, Field]:
    """The fields that `kind` has, by name; where its choices disagree about a type, the first one's."""
    found = dict(CLAIM_FIELDS) if kind.claim else {}
    for choice in kind.choices:
        for name, field in FIELDS.get(choice, {}).items():
            found.setdefault(name, field)
    return found


def claim_type(model: type) -> Type:
    """The type of a name bound to a claim of that class, from the annotation of its `value`."""
    classes = _classes(get_type_hints(model, include_extras=True)["value"])
    if not classes:
        raise TypeError(f"{model.__name__}.value is not annotated with a value type")
    return Type(tuple(CLASSES[value] for value in classes), claim=True)


def _classes(annotation: object) -> list[type]:
    if get_origin(annotation) is Annotated:
        return _classes(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [value for part in get_args(annotation) for value in _classes(part)]
    return [annotation] if isinstance(annotation, type) and annotation in CLASSES else []


MOST = 10**15  # a larger number is no figure of the world; below, a float still tells whole numbers apart


def too_large(value: object) -> bool:
    """Whether a parameter or literal is, or has, a number that nobody can mean: 1e300, nan."""
    if isinstance(value, list | tuple):
        return any(too_large(item) for item in value)
    return isinstance(value, int | float) and not abs(value) <= MOST


def type_of_constant(value: object) -> Type | None:
    """The type of a parameter's or literal's value, or None if expressions cannot use it."""
    match value:
        case bool():
            return TRUTH
        case int() | float():
            return NUMBER
        case str():
            return TEXT
        case list() | tuple() if value and all(isinstance(item, str) for item in value):
            return TEXTS
        case list() | tuple() if value and all(type_of_constant(item) == NUMBER for item in value):
            return Type(("numbers",))
        case _:
            return None
