"""Rules that compare claims: `on: [count, amount], compare: {within: 1%}`; the base of three kinds of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field, PrivateAttr, ValidationError
from pydantic_core import ErrorDetails

from checker.compare.partition import Comparator
from checker.expressions import Type, did_you_mean
from checker.model import Severity
from checker.rulebook.faults import Fault, Location, Surroundings
from checker.rulebook.rule import Rule, SomeWords, Words

Setting = str | int | float


class Comparing(Rule):
    """Claims that `align` put into one group give one value.

    `on` is a claim kind, or several that say the same thing. `compare` names the comparator that decides when two
    values are one: `overlap`, or with its settings `{within: 1%}`. `noun` limits it to what is counted. `where` is
    asked of each claim, under the name `claim`; in the message, `claim` is the outlier.
    """

    on: SomeWords = Field(description="a claim kind, or a list of them")
    compare: str | dict[str, Setting | dict[str, Setting]] = Field("overlap", description="overlap, or {within: 1%}")
    noun: Words = Field((), description="what is counted: person, soldier, country")
    reading: Literal["both", "strict", "plain"] = Field(
        "both",
        description="both: what only the plain reading excludes is a note; strict: nothing; plain: as bad as all",
    )

    _comparator: Comparator | None = PrivateAttr(default=None)

    @property
    def comparator(self) -> Comparator:
        """The comparator with its settings."""
        if self._comparator is None:
            raise RuntimeError(f"{self.id} has not been bound")
        return self._comparator

    def weight(self, *, plain: bool) -> Severity | None:
        """How bad a difference is, `plain` if only the plain reading excludes it; None if it does not count."""
        if not plain or self.reading == "plain":
            return self.severity
        return min(self.severity, Severity.note, key=lambda one: one.rank) if self.reading == "both" else None

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        return [(("on", number), kind) for number, kind in enumerate(self.on)]

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        types = [around.type_of(kind) for kind in self.on]
        choices = dict.fromkeys(choice for kind in types for choice in kind.choices)
        return {"claim": Type(tuple(choices), claim=bool(choices))}

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        return [*self._comparing(around), *self._uncounted(around), *self.misplaced(around)]

    def _uncounted(self, around: Surroundings) -> Iterable[Fault]:
        """The kinds under `on` that say how many of nothing: `noun` would leave out every claim."""
        for kind in self.on if self.noun else ():
            value = around.type_of(kind)
            if not value.wrong and not value.one_of("quantity"):
                message = f'the value of "{kind}" is {value}, which counts nothing'
                yield Fault(("noun",), message, 'take "noun" out, or name kinds of figures under "on"', key=True)

    def misplaced(self, around: Surroundings) -> Iterable[Fault]:
        """The kinds under `on` whose claims this kind of rule cannot compare."""
        return ()

    def _comparing(self, around: Surroundings) -> Iterable[Fault]:
        settings: dict[str, Setting] = {}
        if isinstance(self.compare, str):
            name = self.compare
        elif len(self.compare) == 1:
            ((name, given),) = self.compare.items()
            settings = given if isinstance(given, dict) else self._only_setting(around, name, given)
        else:
            return [Fault(("compare",), "several comparators", "name one: compare: {within: 1%}")]
        at: Location = ("compare", name) if isinstance(self.compare, dict) else ("compare",)
        if name not in around.comparators:
            help = did_you_mean(name, around.comparators, kind="comparators")
            return [Fault(at, f'unknown comparator "{name}"', help, key=len(at) > 1)]
        return self._set_up(around.comparators[name], settings, at, around)

    def _only_setting(self, around: Surroundings, name: str, value: Setting) -> dict[str, Setting]:
        """`{within: 1%}` gives the setting that is called as the comparator is, else its first one."""
        fields = around.comparators[name].model_fields if name in around.comparators else {}
        return {name if name in fields else next(iter(fields), name): value}

    def _set_up(
        self, model: type[Comparator], settings: dict[str, Setting], at: Location, around: Surroundings
    ) -> list[Fault]:
        try:
            self._comparator = model.model_validate(settings)
        except ValidationError as error:
            help = f"its settings: {', '.join(model.model_fields)}" if model.model_fields else "it has no settings"
            return [Fault(at, _said(found), help) for found in error.errors()]
        return list(self._unfit(around, self._comparator, at))

    def _unfit(self, around: Surroundings, comparator: Comparator, at: Location) -> Iterable[Fault]:
        """Kinds under `on` whose values the comparator is not for."""
        for kind in self.on:
            value = around.type_of(kind)
            fitting = [choice for choice in value.choices if choice in comparator.compares]
            name, key = (at[-1], True) if len(at) > 1 else (self.compare, False)
            if not fitting and not value.wrong:
                suited = Type(comparator.compares)
                yield Fault(at, f'"{name}" compares {suited}; the value of "{kind}" is {value}', key=key)
            elif fitting and all(reasons := [comparator.unfit_for(one, value.measures) for one in fitting]):
                yield Fault(at, f'"{name}" does not suit "{kind}"', reasons[0], key=key)


class BySubject(Comparing):
    """Claims that are put together by the subject that they name.

    `when` is same-period: 10,000 in 2017 and 4,500 in 2015 are two facts. What does not change in time (the height of a
    dam, who founded a firm) is compared with `when: any-period`.
    """

    when: Literal["same-period", "any-period"] = Field(
        "same-period", description="same-period: only claims about one period may conflict; any-period: all may"
    )

    def misplaced(self, around: Surroundings) -> Iterable[Fault]:
        for number, kind in enumerate(self.on):
            if kind in around.kinds and around.kinds[kind].by_sentence:
                help = "only its sentence tells what it is about: write kind: restated"
                yield Fault(("on", number), f'a claim of kind "{kind}" names no subject', help)


def _said(error: ErrorDetails) -> str:
    """`within: expected a share such as "1%"`: the setting and what is wrong with it."""
    message = error["msg"].removeprefix("Value error, ")
    return f"{'.'.join(str(part) for part in error['loc'])}: {message[0].lower()}{message[1:]}"
