"""Ages at death that a text lets a reader check: "born in 1950 … died in 2010 aged 62" (it was 59 or 60).

Birth, death and age belong together when sentences about one person or the rows of one fact box give them. A sentence
is about the name at its head; "he", "she" or the surname there is whoever the sentence before was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from checker.language.datesigns import DATE, RANGE, date_signs
from checker.language.layout import label_of
from checker.language.reading import Statement
from checker.model import Hedge, Mention, Period, Quantity

_UNIT, _OLDEST = "year of age", 125
_NAME = r"[A-Z][\w’'.-]*(?:\s(?:(?:de|la|van|von|der|den|al|bin|ibn|of|the)\s){0,2}[A-Z][\w’'.-]*){1,5}"
_HEAD = re.compile(rf"\W*(?:(?P<name>{_NAME})|(?P<same>He|She)\b|(?P<surname>[A-Z][\w’'-]+)\b)")
# Between a verb and its date nobody else may come in, who then would be the one that was born or died; nor a figure,
# which may be a date that was not read ("in about 1950").
_NOBODY = (
    r"(?:(?!\b(?:son|daughter|wife|husband|father|mother|brother|sister|child|children|widow|whose|who|whom)\b)"
    r"[^.;()\d])"
)
_BORN = re.compile(rf"\b[Bb]orn\b{_NOBODY}{{0,60}}?(?P<date>{DATE})")
_DIES = (
    r"\b(?:died|dies|passed\saway|passed|was\s(?:killed|murdered|assassinated|executed|shot)|drowned"
    r"|(?:his|her)\sdeath)\b"
)
_DIED = re.compile(rf"{_DIES}(?:,?\saged\s\d{{1,3}},?)?{_NOBODY}{{0,60}}?(?P<date>{DATE})")
_LIFE = re.compile(
    rf"\((?:[^()\d]{{0,60}}?[;,:]\s)?(?:born\s)?(?:(?P<life>{RANGE})|(?P<born>{DATE})\s?[–—-]\s?(?:died\s)?(?P<died>{DATE}))"
)
_AGE_AT_DEATH = re.compile(
    rf"{_DIES}(?:{_NOBODY}|\d){{0,100}}?(?:\b[Aa]ged|\bage\sof|\bat\sage|\bwhen\s(?:he|she)\swas|\bat)\s$"
)
_AGE_BESIDE = re.compile(r"\(aged\s$")  # in the row of a fact box
_BORN_LABELS, _DIED_LABELS = ("born", "date of birth", "birth date"), ("died", "date of death", "death date")
_TELLS = tuple("born died dies death passed killed murdered assassinated executed shot drowned".split())
_YEAR_CLOSES = re.compile(r"\d{4}\)")


class Told(NamedTuple):
    """A date of birth or death, or an age, where it stands."""

    statement: Statement
    mention: Mention


@dataclass(slots=True)
class Life:
    """What a text tells of one person: when he was born, when he died, and at what age."""

    name: str
    born: list[Told] = field(default_factory=list)
    died: list[Told] = field(default_factory=list)
    ages: list[Told] = field(default_factory=list)

    @property
    def age(self) -> Quantity | None:
        """What birth and death make the age at death; None where the text does not settle them."""
        born, died = _only(self.born), _only(self.died)
        if born is None or died is None or born.first > died.first:
            return None
        low, high = _years(born.last, died.first), _years(born.first, died.last)
        if high > _OLDEST:
            return None
        words = f"{low}" if low == high else f"{low} or {high}"
        return Quantity(low=float(low), high=float(high), unit=_UNIT, text=f"{words} (worked out)")


def _only(told: Sequence[Told]) -> Period | None:
    """The one day, or year, that is told; of a year and a day in it the day."""
    values = [one.mention.value for one in told if isinstance(one.mention.value, Period)]
    if not values or any(value.yearless or value.hedge is not Hedge.none or value.alternatives for value in values):
        return None
    exact = min(values, key=lambda value: value.days)
    return exact if all(value.first <= exact.first and exact.last <= value.last for value in values) else None


def _years(born: date, died: date) -> int:
    """Whole years between two days."""
    return max(0, died.year - born.year - ((died.month, died.day) < (born.month, born.day)))


def lives(statements: Sequence[Statement], title: str = "") -> Iterator[Life]:
    """Whoever's birth, death or age at death the statements tell; `title` is that of a fact box."""
    found: dict[str, Life] = {}
    name = title
    for statement in statements:
        if not title:
            name = _person(statement.text, name)
        if name and _may_tell(statement.text):
            life = found.setdefault(name, Life(name))
            if title:
                _read_row(statement, life)
            else:
                _read_sentence(statement, life)
    yield from found.values()


def _may_tell(text: str) -> bool:
    """Has the text a word, or a year before a bracket, without which it tells of no birth or death?"""
    lower = text.lower()
    return any(word in lower for word in _TELLS) or _YEAR_CLOSES.search(text) is not None


def _person(text: str, before: str) -> str:
    """Whom a sentence is about, by its head; "" where that is nobody's name."""
    head = _HEAD.match(text)
    if head is None:
        return ""
    if head["name"]:
        return " ".join(head["name"].split())
    same = head["same"] or (before and head["surname"] == before.split()[-1])
    return before if same else ""


def _read_row(statement: Statement, life: Life) -> None:
    label = label_of(statement.text).lower()
    dates = [Told(statement, found.mention) for found in statement.dates]
    if label in _BORN_LABELS:
        life.born += dates
    elif label in _DIED_LABELS:
        life.died += dates
        life.ages += _ages(statement, _AGE_BESIDE)


def _read_sentence(statement: Statement, life: Life) -> None:
    here = date_signs(statement)
    for match in _LIFE.finditer(here.signs):
        ends = here.at(match["life"]).ends if match["life"] else None
        born, died = ends or tuple(here.at(match[name]).mention for name in ("born", "died"))
        life.born.append(Told(statement, born))
        life.died.append(Told(statement, died))
    life.born += [Told(statement, here.at(match["date"]).mention) for match in _BORN.finditer(here.signs)]
    life.died += [Told(statement, here.at(match["date"]).mention) for match in _DIED.finditer(here.signs)]
    life.ages += _ages(statement, _AGE_AT_DEATH)


def _ages(statement: Statement, pattern: re.Pattern[str]) -> list[Told]:
    """The ages before which that pattern stands."""
    ages = [one for one in statement.quantities if isinstance(one.value, Quantity) and one.value.unit == _UNIT]
    return [Told(statement, age) for age in ages if pattern.search(statement.text, max(0, age.start - 160), age.start)]
