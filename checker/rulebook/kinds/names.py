"""Spellings: `kind: names, on: exercise_name, near: 88`: one thing is written in one way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from checker.expressions import Type
from checker.rulebook.faults import Fault, Location, Surroundings
from checker.rulebook.rule import Rule, SomeWords, Words


class NamesAlike(Rule):
    """Names of one subject that are spelt nearly alike should be spelt alike.

    `near` says from which similarity (0 to 100, of rapidfuzz) two spellings are variants of one name. With `sharing`,
    a list of claim kinds, the rule looks for one occasion under two names instead: names that share a word and the
    year, whose occasions give one date or figure for at least one of these kinds, and differ in none of them. With
    `passing` it looks for such a name that a source mentions once, in passing, telling nothing of it: it may be a slip
    for the name that the source is about. `where` is asked of each claim, under the name `claim`.
    """

    kind: Literal["names"] = "names"
    on: SomeWords = Field(description="a claim kind whose value is a name, or a list of them")
    sharing: Words = Field((), description="claim kinds of which two occasions with rival names must share a value")
    passing: bool = Field(False, description="a name like another that is mentioned once and of which nothing is told")
    near: Annotated[int, Field(ge=0, le=100, description="similarity from which spellings are variants")] = 88

    unspoken: ClassVar[tuple[str, ...]] = ("claim",)

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        named = [(("on", number), kind) for number, kind in enumerate(self.on)]
        return [*named, *((("sharing", number), kind) for number, kind in enumerate(self.sharing))]

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        choices = dict.fromkeys(choice for kind in self.on for choice in around.type_of(kind).choices)
        return {"claim": Type(tuple(choices), claim=bool(choices))}

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        for number, kind in enumerate(self.on):
            value = around.type_of(kind)
            if not value.wrong and not value.one_of("term"):
                yield Fault(
                    ("on", number), f'the value of "{kind}" is {value}, not a name', "name a kind whose value is a name"
                )
