"""Totals: `kind: total, on: breakdown, complete: true`: the parts make up their whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from checker.expressions import Type
from checker.rulebook.faults import Fault, Location, Surroundings
from checker.rulebook.rule import Rule, SomeWords


class Total(Rule):
    """The parts of a whole do not exceed it; with `complete`, they make it up.

    `on` is a claim kind whose values are quantities, or several. Of one subject, a claim for a `part` of the whole
    belongs to the claim for the `whole` that has the same unit, noun and period and whose roles it shares (a part has
    more of them: its purpose, its recipient). A whole is held against the parts of its own source; if that gives none,
    against those of the others. Parts with the same roles are one part told twice. Hedges and rounding widen the whole
    and each part. `where` and the message may use `whole`, the claim, and `sum`, what the parts add up to.
    """

    kind: Literal["total"] = "total"
    on: SomeWords = Field(description="a claim kind, or a list of them")
    complete: bool = Field(False, description="the parts are all there is: they must make up the whole")

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        return [(("on", number), kind) for number, kind in enumerate(self.on)]

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        return {"whole": Type(("quantity",), claim=True), "sum": Type(("quantity",))}

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        for number, kind in enumerate(self.on):
            value = around.type_of(kind)
            if not value.wrong and not value.one_of("quantity"):
                yield Fault(
                    ("on", number), f'the value of "{kind}" is {value}, not a quantity', "name a kind that has parts"
                )
