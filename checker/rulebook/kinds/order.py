"""Orders: `kind: order, on: [start_date, end_date]`; what may only grow: `kind: order, on: count, by: reported`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal

from pydantic import Field

from checker.expressions import Clause, Type, Unknown, in_order, shown
from checker.model import Claim
from checker.rulebook.faults import Fault, Location, Surroundings
from checker.rulebook.rule import Rule, SomeWords

_ORDERED = ("period", "quantity")


class Order(Rule):
    """Values stand in order: the dates of a sequence, or a figure that may only grow.

    Without `by`, `on` lists claim kinds in their order: of one statement that has them all, else of one account, none
    is later, or more, than the next. `where` and the message use the claims under the names of their kinds.

    With `by: reported`, the claims of one fact are put in the order of the days on which they were told: none may be
    less than what an earlier day told ("12 dead" on Tuesday, "9 dead" on Wednesday). More is an update, and so is less
    where the source says that it was lowered. `where` and the message use two of them, `earlier` and `later`.
    """

    kind: Literal["order"] = "order"
    on: SomeWords = Field(description="claim kinds in their order; with by, a claim kind or a list of them")
    by: Literal["reported"] | None = Field(None, description="what a series is ordered by; its values may only grow")

    @property
    def bind(self) -> Mapping[str, str]:
        """The names of a sequence: its kinds themselves."""
        return {kind: kind for kind in self.on}

    def holds(self, bindings: Mapping[str, Claim]) -> bool | Unknown:
        """Whether the claims of a sequence stand in order."""
        for one, other in pairwise(self.on):
            answer = in_order(bindings[one], bindings[other])
            if answer is not True:
                return answer
        return True

    def explanation(self, bindings: Mapping[str, Claim]) -> tuple[str, ...]:
        """Each step with its values: `start_date <= end_date: 2022-08-22 <= 2022-08-20 is false`."""
        steps = (
            Clause(
                f"{one} <= {other}",
                f"{shown(bindings[one].value)} <= {shown(bindings[other].value)}",
                in_order(bindings[one], bindings[other]),
            )
            for one, other in pairwise(self.on)
        )
        return tuple(map(str, steps))

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        return [(("on", number), kind) for number, kind in enumerate(self.on)]

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        if self.by is None:
            return {kind: around.type_of(kind) for kind in self.on}
        return dict.fromkeys(("earlier", "later"), Type(("quantity",), claim=True))

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        allowed = _ORDERED if self.by is None else ("quantity",)
        for number, kind in enumerate(self.on):
            value = around.type_of(kind)
            if not value.wrong and not value.one_of(*allowed):
                wrong, help = ("has no order", "name a kind of dates or figures")
                if self.by is not None:
                    wrong, help = ("does not grow", "name a kind of figures")
                yield Fault(("on", number), f'the value of "{kind}" is {value}, which {wrong}', help)
        if self.by is None and len(set(self.on)) < len(self.on):
            yield Fault(("on",), "a kind stands twice in the order", "name each kind once")
        if len({around.type_of(kind).choices for kind in self.on if not around.type_of(kind).wrong}) > 1:
            yield Fault(("on",), "dates and figures have no common order", "list kinds with one type of value")
        if self.by is None and len(self.on) < 2:
            yield Fault(("on",), "one kind alone has no order", "list the kinds in their order, or add by: reported")
