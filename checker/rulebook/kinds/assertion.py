"""Assertions: `kind: assert, bind: {start: start_date, end: end_date}, check: start <= end`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from checker.expressions import Type, Unknown
from checker.rulebook.faults import Fault, Location, Surroundings, bad_name
from checker.rulebook.rule import Rule


class Assert(Rule):
    """An expression holds for the claims of one statement that has them all, else of one account.

    `bind` names the claims by kind; `check` must hold for them. Where something is missing the answer is unknown,
    which is counted and is no conflict. `where` limits the rule to the claims for which it holds.
    """

    kind: Literal["assert"] = "assert"
    bind: Annotated[dict[str, str], Field(min_length=1, description="name: claim kind")]
    check: str = Field(description="the expression that must hold")

    conditions: ClassVar[tuple[str, ...]] = ("where", "check")

    def holds(self, bindings: Mapping[str, object]) -> bool | Unknown:
        """Whether `check` holds for these claims."""
        answer: bool | Unknown = self.evaluate("check", bindings)
        return answer

    def explanation(self, bindings: Mapping[str, object]) -> tuple[str, ...]:
        """Each clause of `check` with its values: `year(end) == 2020: 2022 == 2020 is false`."""
        return tuple(map(str, self.explain("check", bindings)))

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        return [(("bind", name), kind) for name, kind in self.bind.items()]

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        return {name: around.type_of(kind) for name, kind in self.bind.items()}

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        for name in self.bind:
            yield from bad_name(("bind", name), name)
