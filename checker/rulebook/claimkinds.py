"""Claim kinds that a rule file defines: `kinds: [{id: enrolment, value: count, nouns: [patient], cues: [enrol]}]`.

As with rules, pydantic reads the keys; then `resolve` says what is wrong with their meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator

from checker.claims.definition import Definition, ValueType
from checker.expressions import FIELD_NAMES, did_you_mean
from checker.expressions.nearest import nearest
from checker.language.cells import period_cell
from checker.language.cues import words_of
from checker.language.nouns import lemma
from checker.language.unitnames import known_units, unit_named
from checker.model import Kind, Timing
from checker.rulebook.faults import Fault, Location, bad_name
from checker.rulebook.rule import SomeWords, Words
from checker.rulebook.tests import IsoDate

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
# Cells that every claim record may have: a role cannot be called so.
_CELLS = frozenset(
    """
    kind subject value text quote where statement sentence scope because id reported as_of occasion noun donor recipient
    phase whose purpose speaker part stance limit twin tense tier row source
    """.split()
)
# Signs of patterns, not of words: "capacit(y|ies)", "enrol*".
_NO_TEXT = re.compile(r"[][(){}|*+?^$\\<>=_#~]")
# Endings that only plurals have; other words end in s as well: goods, lens, weighs.
_PLURAL = re.compile(r"(?:ies|[eo]rs|ments|[st]ions)\Z", re.IGNORECASE)
_ADVICE = {
    ValueType.counted: "nouns: [visitor]",
    ValueType.amount: "cues: [budget, cost]",
    ValueType.measure: "cues: [capacity, generate]",
    ValueType.share: "nouns: [seat]",
    ValueType.duration: "cues: [last, take]",
    ValueType.date: "cues: [open]",
}
_COUNTING = (ValueType.counted, ValueType.share)
_MEASURED = (ValueType.amount, ValueType.measure)


class KindExample(BaseModel):
    """A text and the values that the kind reads in it: their own words, none for `[]`. `about`, `as_of` and `roles` say
    what else must be read of each."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, Field(min_length=1, description="a text of one sentence or more")]
    reads: Words = Field(description='the words of each value that is read: ["480"]; [] for none')
    published: IsoDate | None = Field(None, description="the day on which the text was published: 2022-08-20")
    about: str | None = Field(None, description="the name of what the values are about")
    as_of: str | None = Field(None, description="the time that the values are for: 2019")
    roles: dict[str, str] = Field(default_factory=dict, description="a mapping, role: word")


class KindRecord(BaseModel):
    """A claim kind as its author writes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="what rules name under `on`")
    title: str = Field(min_length=1, description="what the values are, in a few words")
    value: ValueType = Field(description="what the values are: count, amount, measure, share, duration or date")
    nouns: SomeWords = Field(
        (), description="what is counted, or what a share is a share of, in the singular: [visitor]"
    )
    cues: SomeWords = Field((), description="words of which one stands beside the value: [enrol, sign up]")
    excluding: SomeWords = Field((), alias="not", description="words that make it something else: [target]")
    units: SomeWords = Field((), description="units of a measure, currencies of an amount: [MW, GW]")
    about: SomeWords = Field((), description="the nouns for what it is about, in the singular: [trial, study]")
    time: Timing | None = Field(None, description="how values stand to time: once, state or period")
    roles: dict[str, SomeWords] = Field(
        default_factory=dict, description="name: words of which one stands in the clause; two roles are never compared"
    )
    examples: tuple[KindExample, ...] = Field((), description="texts, each with what is read in it")

    _path: str = PrivateAttr(default="")
    _line: int = PrivateAttr(default=0)
    _example_lines: tuple[int, ...] = PrivateAttr(default=())

    @field_validator("id")
    @classmethod
    def _is_name(cls, id: str) -> str:
        if not _ID.fullmatch(id):
            raise ValueError(
                f'"{id}" cannot be the id of a kind: use small letters, digits and _, as in trial_enrolment'
            )
        return id

    @property
    def definition(self) -> Definition:
        """The kind in plain data, for those who read texts."""
        return Definition(
            self.id,
            self.title,
            self.value,
            nouns=self.nouns,
            cues=self.cues,
            excluding=self.excluding,
            units=tuple(dict.fromkeys(found.measures for unit in self.units if (found := unit_named(unit)))),
            about=self.about,
            time=self.time or Timing.state,
            roles=tuple(self.roles.items()),
        )

    # Where it was written.

    @property
    def path(self) -> str:
        return self._path

    @property
    def line(self) -> int:
        return self._line

    def example_line(self, number: int) -> int:
        """The line of example `number`, from 1."""
        return self._example_lines[number - 1] if number <= len(self._example_lines) else self._line

    def written_at(self, path: str, line: int, example_lines: Sequence[int]) -> None:
        """Called once, by the loader."""
        self._path, self._line, self._example_lines = path, line, tuple(example_lines)

    # What it means; called once, by the loader.

    def resolve(self, shipped: Mapping[str, Kind]) -> list[Fault]:
        """What is wrong with what the keys mean; `shipped` are the kinds that need no defining."""
        named = bad_name(("id",), self.id)
        if self.id in shipped:
            named = [Fault(("id",), f'there is a claim kind "{self.id}" already', "choose another id")]
        return [
            *named,
            *self._says_too_little(),
            *self._out_of_place(),
            *self._bad_units(),
            *self._bad_words(),
            *self._bad_roles(),
            *self._bad_examples(),
        ]

    def _says_too_little(self) -> Iterable[Fault]:
        value, advice = self.value, f"add {_ADVICE[self.value]}"
        if value is ValueType.counted and not self.nouns:
            yield Fault(("id",), f'kind "{self.id}" does not say what is counted', advice)
        elif not self.cues and not self.nouns:
            yield Fault(("id",), f'kind "{self.id}" does not say which {value}s are meant', advice)
        if value is ValueType.measure and not self.units:
            yield Fault(("id",), f'kind "{self.id}" does not say what is measured', "add units: [MW]")

    def _out_of_place(self) -> Iterable[Fault]:
        """Keys that values of this type have no use for."""
        a = "an" if self.value is ValueType.amount else "a"
        if self.nouns and self.value not in _COUNTING:
            yield Fault(
                ("nouns",), f"{a} {self.value} counts nothing", f"leave it out; {_ADVICE[self.value]} tells", key=True
            )
        if self.units and self.value not in _MEASURED:
            yield Fault(("units",), f"{a} {self.value} has no units to choose from", "leave it out", key=True)
        if self.time is not None and self.value is ValueType.date:
            yield Fault(("time",), "a date is not for a time of its own", "leave it out", key=True)

    def _bad_units(self) -> Iterable[Fault]:
        measured: dict[str, str] = {}
        for number, unit in enumerate(self.units if self.value in _MEASURED else ()):
            at, found = ("units", number), unit_named(unit)
            if found is None:
                near = _nearest_unit(unit, self.value.value)
                help = f'did you mean "{near}"?' if near else "write it as texts do: MW, megawatts, USD, euros"
                yield Fault(at, f'unknown unit "{unit}"', help)
            elif found.kind != self.value.value:
                what = "a currency" if found.kind == "amount" else f"a unit of {found.kind}"
                yield Fault(at, f'"{unit}" is {what}, no unit of {self.value}s', f"write value: {found.kind}")
            else:
                measured.setdefault(found.measures, unit)
        if self.value is ValueType.measure and len(measured) > 1:
            told = " and ".join(f"{unit} is {what}" for what, unit in measured.items())
            yield Fault(("units",), f"units of one kind measure one thing: {told}", "define two kinds")

    def _bad_words(self) -> Iterable[Fault]:
        lists = {"nouns": self.nouns, "cues": self.cues, "not": self.excluding, "about": self.about}
        words: list[tuple[Location, str]] = [
            ((key, number), word) for key, found in lists.items() for number, word in enumerate(found)
        ]
        words += [(("roles", role, n), word) for role, found in self.roles.items() for n, word in enumerate(found)]
        for at, word in words:
            before, _, last = word.rpartition(" ")
            if not words_of(word):
                yield Fault(at, f'"{word}" is no word', "use words of Latin letters")
            elif sign := _NO_TEXT.search(word):
                help = "write each word as a dictionary has it; its forms are found too"
                yield Fault(at, f'"{word}" is no word that a text may have: "{sign[0]}"', help)
            elif lemma(last) != last.casefold() and (at[0] in ("nouns", "about") or _PLURAL.search(last)):
                singular = f"{before} {lemma(last)}".strip()
                yield Fault(at, f'"{word}" is a plural', f'write "{singular}": its plural is found too')
        for number, word in enumerate(self.excluding):
            if word in self.cues:
                yield Fault(("not", number), f'"{word}" stands under cues too', "keep one of the two")

    def _bad_roles(self) -> Iterable[Fault]:
        for role in self.roles:
            if wrong := _not_a_role(role):
                help = "choose another name of letters, digits and _"
                yield Fault(("roles", role), f'"{role}" {wrong}', help, key=True)

    def _bad_examples(self) -> Iterable[Fault]:
        read = {bool(example.reads) for example in self.examples}
        missing = [
            said for had, said in ((True, "that is read"), (False, "in which nothing is read")) if had not in read
        ]
        if missing:
            help = 'add to its examples: {text: "…", reads: ["480"]} and a like one with reads: []'
            yield Fault(("id",), f'kind "{self.id}" has no example {" and none ".join(missing)}', help)
        for number, example in enumerate(self.examples):
            yield from self._bad_example(number, example)

    def _bad_example(self, number: int, example: KindExample) -> Iterable[Fault]:
        for place, words in enumerate(example.reads):
            if words not in example.text:
                yield Fault(
                    ("examples", number, "reads", place), f'"{words}" does not stand in the text', "copy it from there"
                )
        if example.as_of is not None and not _is_period(example.as_of):
            yield Fault(
                ("examples", number, "as_of"), f'"{example.as_of}" is no time', "write 2019, 2019-05 or 2019-05-03"
            )
        for role, word in example.roles.items():
            at = ("examples", number, "roles", role)
            if role not in self.roles:
                yield Fault(at, f'unknown role "{role}"', did_you_mean(role, self.roles, kind="roles"), key=True)
            elif word not in self.roles[role]:
                yield Fault(at, f'unknown {role} "{word}"', did_you_mean(word, self.roles[role], kind="words"))


def _nearest_unit(word: str, kind: str) -> str | None:
    """The unit that is probably meant; one that differs only in its capitals comes first."""
    known = known_units(kind)
    return next((unit for unit in known if unit.casefold() == word.casefold()), None) or nearest(word, known)


def _not_a_role(name: str) -> str:
    """Why a role cannot be called so; "" if it can."""
    if name in _CELLS:
        return "is the name of something else in claim records"
    if name in FIELD_NAMES:
        return "is the name of something else in expressions"
    return "" if _ID.fullmatch(name) else "cannot be the name of a role"


def _is_period(text: str) -> bool:
    try:
        period_cell(text)
    except ValueError:
        return False
    return True
