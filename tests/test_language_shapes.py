"""What the reader must read: fixtures/language/shapes, e.g. "more than $60 million" is an amount over 60000000 USD.

The shapes were written by somebody who had not seen the grammar. They are a bar for each phenomenon, 97 % of its
shapes, and not hundreds of single tests: no grammar should be bent for one newspaper's turn of phrase.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pytest
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker.model.claim import Mention
from checker.model.values import NO_YEAR, Hedge, Period, Quantity, Weekday

FOLDER = Path(__file__).parents[1] / "fixtures" / "language" / "shapes"
FILES = sorted(FOLDER.glob("*.yml"))
BAR = 0.97
MINIMUM = {
    "counts": 60,
    "dates": 45,
    "durations": 15,
    "money": 60,
    "not_values": 50,
    "ranges": 30,
    "shares_and_measures": 30,
}

Kind = Literal["amount", "count", "share", "measure", "duration", "date"]
KINDS: frozenset[str] = frozenset({"amount", "count", "share", "measure", "duration", "date"})

# The one spelling of a unit under which its other spellings are compared.
SPELLINGS = {
    "kilometre": "km",
    "kilometer": "km",
    "m": "metre",
    "meter": "metre",
    "mi": "mile",
    "ft": "foot",
    "feet": "foot",
    "t": "tonne",
    "metric ton": "tonne",
    "kilogram": "kg",
    "kilogramme": "kg",
    "ha": "hectare",
    "km2": "square kilometre",
    "km²": "square kilometre",
    "square kilometer": "square kilometre",
    "l": "litre",
    "liter": "litre",
    "kph": "km/h",
    "kilometre per hour": "km/h",
    "kilometer per hour": "km/h",
    "mile per hour": "mph",
    "mi/h": "mph",
    "mw": "MW",
    "megawatt": "MW",
    "%": "percent",
    "per cent": "percent",
}

# What may stand before a value without being a part of it: "the 1990s", "between 3 and 5 May".
OPENING = re.compile(r"^(?:(?:an?|the|between|from)\s+)+", re.IGNORECASE)


def _as_list(given: object) -> object:
    return given if isinstance(given, list) else [given]


OneOf = BeforeValidator(_as_list)  # a key with a list accepts each of its values


class Expected(BaseModel):
    """A value that a careful reader reads in the text."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    text: Annotated[list[str], OneOf]
    low: float = math.nan
    high: float = math.nan
    unit: str = ""
    hedge: Annotated[list[Hedge], OneOf] = [Hedge.none]
    noun: str | None = None
    first: date | None = None
    last: date | None = None
    weekday: Weekday | None = None

    def __str__(self) -> str:
        value = f"{self.first}..{self.last}" if self.kind == "date" else f"{self.low:g}..{self.high:g} {self.unit}"
        return f"{self.kind} {self.text[0]!r} = {value.strip()} [{self.hedge[0]}] {self.noun or ''}".rstrip()


class Shape(BaseModel):
    """A text and all that may be read in it; with `forbid`, only the named kinds are looked at."""

    model_config = ConfigDict(extra="forbid")

    text: str
    published: date | None = None
    expect: list[Expected] = []
    forbid: list[Kind] = []

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds that are compared."""
        return frozenset(self.forbid) | {e.kind for e in self.expect} if self.forbid else KINDS


class Grid(BaseModel):
    """A file: one phenomenon and its shapes."""

    model_config = ConfigDict(extra="forbid")

    phenomenon: str
    shapes: list[Shape] = Field(min_length=1)


def load(path: Path) -> Grid:
    return Grid.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def trimmed(words: str) -> str:
    """The words without what may or may not belong to the span: "The 1990s" and "1990s" are the same span."""
    return OPENING.sub("", words.strip())


def unit(name: str) -> str:
    """The unit under its one spelling: "Kilometers" is "km", "EUR" stays."""
    for spelling in (name, name.casefold(), name.casefold().removesuffix("s")):
        if spelling in SPELLINGS:
            return SPELLINGS[spelling]
    return name


def agrees(expected: Expected, mention: Mention, text: str) -> bool:
    """Whether kind, span, value, hedge and noun are as expected."""
    read = trimmed(text[mention.start : mention.end])
    return (
        mention.kind == expected.kind
        and read in {trimmed(t) for t in expected.text}
        and mention.hedge in expected.hedge
        and (expected.noun is None or mention.noun.casefold() == expected.noun)
        and same_value(expected, mention)
    )


def same_value(expected: Expected, mention: Mention) -> bool:
    match mention.value:
        case Quantity(low=low, high=high, unit=name):
            return (
                math.isclose(low, expected.low, rel_tol=1e-4)
                and math.isclose(high, expected.high, rel_tol=1e-4)
                and unit(name) == unit(expected.unit)
            )
        case Period(first=first, last=last, weekday=weekday):
            named = expected.weekday is None or weekday == expected.weekday
            return named and (first, last) == (expected.first, expected.last)
        case _:
            return False


def shown(mention: Mention, text: str) -> str:
    """A mention as the message of a failing test shows it."""
    match mention.value:
        case Quantity(low=low, high=high, unit=name):
            value = f"{low:g}..{high:g} {name}"
        case Period(first=first, last=last):
            value = f"{first}..{last}"
        case other:
            value = str(other)
    words = text[mention.start : mention.end]
    return f"{mention.kind} {words!r} = {value.strip()} [{mention.hedge}] {mention.noun}".rstrip()


def complaint(shape: Shape, found: Iterable[Mention]) -> str:
    """What is wrong with the values read in the text, or ""."""
    left = [m for m in found if m.kind in shape.kinds]
    missing = []
    for expected in shape.expect:
        hit = next((m for m in left if agrees(expected, m, shape.text)), None)
        if hit is None:
            missing.append(str(expected))
        else:
            left.remove(hit)
    lines = [f"  missing: {m}" for m in missing] + [f"  read:    {shown(m, shape.text)}" for m in left]
    return "\n".join([f"{shape.text!r}", *lines]) if lines else ""


def read(shape: Shape) -> Sequence[Mention]:
    from checker.language import mentions

    return list(mentions(shape.text, published=shape.published))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reader_meets_the_bar(path: Path) -> None:
    grid = load(path)
    wrong = [message for shape in grid.shapes if (message := complaint(shape, read(shape)))]
    passed, total = len(grid.shapes) - len(wrong), len(grid.shapes)
    score = f"{grid.phenomenon}: {passed} of {total} shapes read ({passed / total:.1%}), the bar is {BAR:.0%}"
    assert passed / total >= BAR, "\n".join([score, *wrong])


def test_every_phenomenon_has_its_shapes() -> None:
    sizes = {path.stem: len(load(path).shapes) for path in FILES}
    assert sizes.keys() == MINIMUM.keys()
    assert {name: size for name, size in sizes.items() if size < MINIMUM[name]} == {}
    assert sum(sizes.values()) >= 260


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_are_sound(path: Path) -> None:
    shapes = load(path).shapes
    texts = [shape.text for shape in shapes]
    assert len(texts) == len(set(texts)), "a text stands twice"
    wrong = [f"{shape.text!r}: {fault}" for shape in shapes for fault in faults(shape)]
    assert not wrong, "\n".join(wrong)


def faults(shape: Shape) -> list[str]:
    """What contradicts itself in a shape's labels."""
    found = [f"{e.kind} is expected and forbidden" for e in shape.expect if e.kind in shape.forbid]
    if not shape.expect and not shape.forbid:
        found.append("nothing is expected or forbidden")
    for expected in shape.expect:
        found += [f"{words!r} does not occur in it" for words in expected.text if words not in shape.text]
        if expected.noun is not None and expected.noun not in shape.text.casefold():
            found.append(f"the noun {expected.noun!r} does not occur in it")
        found += date_faults(expected) if expected.kind == "date" else quantity_faults(expected)
    return found


def date_faults(expected: Expected) -> list[str]:
    first, last, weekday = expected.first, expected.last, expected.weekday
    if first is None or last is None or last < first:
        return [f"{expected.text[0]!r} needs a first and a last day in this order"]
    found = []
    if (first.year == NO_YEAR) != (last.year == NO_YEAR):
        found.append(f"{expected.text[0]!r} has a year on one side only")
    if weekday is not None and first.year != NO_YEAR and f"{first:%A}" != weekday:
        found.append(f"{first} is a {first:%A}, not a {weekday}")
    if not math.isnan(expected.low) or expected.noun is not None:
        found.append(f"{expected.text[0]!r} is a date and has no number or noun")
    return found


def quantity_faults(expected: Expected) -> list[str]:
    found = []
    if not expected.low <= expected.high:
        found.append(f"{expected.text[0]!r} needs low <= high")
    if (expected.unit == "") != (expected.kind == "count"):
        found.append(f"{expected.text[0]!r}: a count has no unit, all else has one")
    if (expected.kind == "amount") != bool(re.fullmatch(r"[A-Z]{3}", expected.unit)):
        found.append(f"{expected.text[0]!r}: only an amount has an ISO 4217 code")
    if expected.noun is not None and expected.kind != "count":
        found.append(f"{expected.text[0]!r}: only a count has a noun")
    if expected.first is not None or expected.weekday is not None:
        found.append(f"{expected.text[0]!r} is a {expected.kind} and has no days")
    return found
