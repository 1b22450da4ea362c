"""What all rules have: `id`, `title`, `why`, `severity`, `message`, `tests`; the kinds in `kinds/` add their own keys.

A rule is made in two steps. pydantic reads its keys; then `resolve` checks what they mean against the claim kinds and
comparators there are, and keeps the compiled expressions and the parsed message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema

from checker.claims.recordkeys import mistakes
from checker.expressions import (
    TEXT,
    TRUTH,
    WRONG,
    Clause,
    Expression,
    Type,
    Unknown,
    did_you_mean,
    read_expression,
    too_large,
    type_of_constant,
)
from checker.model import Claim, Severity
from checker.model.errors import MOST_PROBLEMS
from checker.rulebook import messages
from checker.rulebook.configuration.overriding import Override, cap_of
from checker.rulebook.faults import Fault, Location, Surroundings, bad_name, faults_in
from checker.rulebook.globs import Glob, matches
from checker.rulebook.tests import ClaimRecord, RuleTest


class Status(StrEnum):
    """How settled a rule is. A preview rule may lack tests; a deprecated one will go."""

    stable = "stable"
    preview = "preview"
    deprecated = "deprecated"


def _listed(value: object) -> object:
    """A word alone is a list of one."""
    return [value] if isinstance(value, str) else value


_WORDS_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
# One word or a list of them.
Words = Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(_WORDS_SCHEMA)]
Globs = Annotated[tuple[Glob, ...], BeforeValidator(_listed), WithJsonSchema(_WORDS_SCHEMA)]
SomeWords = Annotated[Words, Field(min_length=1)]


class Survivor(BaseModel):
    """A mutant of the rule (`checker rules test --mutate`) that its tests let pass, and why that is right.

    `mutant` is its name as it is reported, "where: dropped", or a list of names with one reason; "on: without *" is
    each mutant that leaves out one of the list.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mutant: SomeWords = Field(description='its name as reported, "where: dropped", or a list of names')
    because: str = Field(min_length=1, description="why no test could tell it from the rule")


_ID = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"


def good_id(id: str) -> bool:
    """Whether a rule may be called so."""
    return re.fullmatch(_ID, id) is not None


class Rule(BaseModel):
    """The base of every rule kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=_ID, description="unique; <pack>.<what-is-checked>")
    kind: str = Field(description="the kind of rule, which decides what other keys it has")
    title: str = Field(min_length=1, description="the rule as one sentence")
    why: str = Field("", description="which real mistake it catches")
    severity: Severity = Field(Severity.error, description="error: somebody is wrong; warning: probably; note: look")
    status: Status = Field(Status.stable, description="preview: may lack tests; deprecated: will go")
    tags: Words = Field((), description="words to select rules by")
    paths: Globs = Field((), description="patterns of the sources that it is for; without any, all: curated/**")
    message: str = Field(
        min_length=1, max_length=2_000, description="what a finding says; {subject}, {values}, bound names and params"
    )
    params: dict[str, object] = Field(default_factory=dict, description="named constants of its expressions")
    where: str | None = Field(None, description="the rule is applied only where this expression holds")
    tests: tuple[RuleTest, ...] = Field((), description="texts or records, and what the rule says of them")
    survivors: tuple[Survivor, ...] = Field((), description="mutants that no test can tell apart, each with the reason")

    conditions: ClassVar[tuple[str, ...]] = ("where",)  # the keys that hold an expression
    unspoken: ClassVar[tuple[str, ...]] = ()  # names for expressions only: a message has no one claim to take them from
    told: ClassVar[Mapping[str, Type]] = {}  # names for messages only: they are known when the rule has been judged
    _expressions: dict[str, Expression] = PrivateAttr(default_factory=dict)
    _pieces: tuple[messages.Piece, ...] = PrivateAttr(default=())
    _path: str = PrivateAttr(default="")
    _line: int = PrivateAttr(default=0)
    _test_lines: tuple[int, ...] = PrivateAttr(default=())
    _overrides: tuple[Override, ...] = PrivateAttr(default=())
    _key_lines: Mapping[str, int] = PrivateAttr(default_factory=dict)

    # What each kind of rule tells about itself.

    @property
    def claim_kinds(self) -> tuple[str, ...]:
        """The claim kinds that it reads."""
        return tuple(dict.fromkeys(kind for _, kind in self.named_kinds()))

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        """Each claim kind that it names, and where."""
        return ()

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        """The names that its expressions and its message may use, apart from parameters."""
        return {}

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        """What only this kind of rule can find wrong with itself."""
        return ()

    def unknown_kind(self, at: Location, kind: str, around: Surroundings) -> Fault:
        """What is wrong with a claim kind that there is not."""
        return Fault(at, f'unknown claim kind "{kind}"', did_you_mean(kind, around.kinds, kind="claim kinds"))

    # What the judge asks.

    @property
    def picks_sources(self) -> bool:
        """Whether there may be sources that it does not read."""
        return bool(self.paths) or any(override.unheard for override in self._overrides)

    def is_for(self, claim: Claim) -> bool:
        """Whether the rule reads that claim, going by its source."""
        if self.paths and not matches(claim.where.path, self.paths):
            return False
        return not any(override.unheard and override.covers(claim) for override in self._overrides)

    def cap(self, outlier: Iterable[Claim]) -> Severity:
        """The most that a finding with that outlier counts, as far as it hangs on the sources."""
        return cap_of(self._overrides, outlier)

    def applies(self, bindings: Mapping[str, object]) -> bool | Unknown:
        """Whether `where` holds for these claims; True if there is no `where`."""
        return self.evaluate("where", bindings) if self.where is not None else True

    def evaluate(self, key: str, bindings: Mapping[str, object]) -> Any:
        """The answer of the expression under that key; it knows the parameters already."""
        return self._expressions[key].evaluate(bindings)

    def asking(self, key: str) -> Callable[[Mapping[str, object]], Any]:
        """The expression under that key as a function, to be asked of thousands of claims; True without one."""
        return self._expressions[key].evaluate if key in self._expressions else lambda bindings: True

    def explain(self, key: str, bindings: Mapping[str, object]) -> tuple[Clause, ...]:
        """The answer of each clause of that expression."""
        return self._expressions[key].explain(bindings)

    def say(self, *, subject: str, values: str, bindings: Mapping[str, object] | None = None) -> str:
        """The message of a finding. `values` are its sides in one phrase (`messages.join_sides`)."""
        facts = {**self.params, **(bindings or {}), "subject": subject, "values": values}
        return messages.render(self._pieces, facts)

    @property
    def reads(self) -> Mapping[str, tuple[str, ...]]:
        """The fields read of each bound name, from its expressions."""
        merged: dict[str, set[str]] = {}
        for expression in self._expressions.values():
            for name, fields in expression.reads.items():
                merged.setdefault(name, set()).update(fields)
        return {name: tuple(sorted(fields)) for name, fields in sorted(merged.items())}

    # Where it was written.

    @property
    def path(self) -> str:
        return self._path

    @property
    def line(self) -> int:
        return self._line

    def test_line(self, number: int) -> int:
        """The line of test `number`, from 1."""
        return self._test_lines[number - 1] if number <= len(self._test_lines) else self._line

    def key_line(self, key: str) -> int:
        """The line of a key; that of the rule for a key which is not written."""
        return self._key_lines.get(key, self._line)

    def written_at(self, path: str, line: int, test_lines: Sequence[int], key_lines: Mapping[str, int]) -> None:
        """Called once, by the loader."""
        self._path, self._line, self._test_lines, self._key_lines = path, line, tuple(test_lines), dict(key_lines)

    def overridden_by(self, overrides: tuple[Override, ...]) -> None:
        """Called at most once, by the loader: what is other for some sources."""
        self._overrides = overrides

    # What it means; called once, by the loader.

    def resolve(self, around: Surroundings) -> list[Fault]:
        """Checks what the keys mean and keeps what that yields. The rule may be used only if there are no faults."""
        faults = [
            *self._unknown_kinds(around),
            *self._bad_records(around),
            *self._bad_params(around),
            *self.examine(around),
        ]
        bound = self.bound_names(around)
        names = {**{name: type_of_constant(value) or WRONG for name, value in self.params.items()}, **bound}
        for key in self.conditions:
            faults.extend(self._compile(key, names))
        spoken = {name: kind for name, kind in names.items() if name not in self.unspoken}
        placeholders = {**dict.fromkeys(messages.ALWAYS, TEXT), **spoken, **self.told}
        self._pieces, mistakes = messages.parse(self.message, placeholders)
        faults.extend(faults_in(("message",), mistakes))
        return faults

    def idle_params(self) -> Iterable[Fault]:
        """The parameters that neither an expression nor the message uses. Of a rule that has been resolved."""
        used = {name for expression in self._expressions.values() for name in expression.names}
        used |= {piece.name for piece in self._pieces if isinstance(piece, messages.Placeholder)}
        for name in self.params:
            if name not in used:
                help = f"use it in {', '.join((*self.conditions, 'message'))}, or take it out"
                yield Fault(("params", name), f'the parameter "{name}" is not used', help, key=True)

    def _compile(self, key: str, names: Mapping[str, Type]) -> list[Fault]:
        source = getattr(self, key)
        if source is None:
            return []
        found = read_expression(source, names, expected=TRUTH, constants=self.params)
        if not isinstance(found, Expression):
            return faults_in((key,), found)
        self._expressions[key] = found
        return []

    def _records(self) -> Iterator[tuple[Location, ClaimRecord]]:
        """The claim records of its tests, and where they stand."""
        for number, test in enumerate(self.tests):
            for place, item in enumerate(test.items):
                if isinstance(item, ClaimRecord):
                    yield ("tests", number, test.outcome, place), item

    def _bad_records(self, around: Surroundings) -> Iterable[Fault]:
        for at, record in self._records():
            if record.kind in around.kinds and not isinstance(record.cells.get("value"), Mapping):
                for wrong in mistakes(record.cells, around.kinds[record.kind]):
                    message = wrong.message if wrong.is_key else f"{wrong.key}: {wrong.message}"
                    yield Fault((*at, wrong.key), message, wrong.help, key=wrong.is_key)

    def _unknown_kinds(self, around: Surroundings) -> Iterable[Fault]:
        recorded = [((*at, "kind"), record.kind) for at, record in self._records()]
        named = (*self.named_kinds(), *recorded)
        unknown = [(at, kind) for at, kind in named if kind not in around.kinds and kind not in around.broken]
        for at, kind in unknown[:MOST_PROBLEMS]:
            yield self.unknown_kind(at, str(kind), around)
        if len(unknown) > MOST_PROBLEMS:
            more = f"{len(unknown) - MOST_PROBLEMS:,} more unknown claim kinds, which are not shown"
            yield Fault(unknown[MOST_PROBLEMS][0], more)

    def _bad_params(self, around: Surroundings) -> Iterable[Fault]:
        bound = self.bound_names(around)
        for name, value in self.params.items():
            yield from bad_name(("params", name), name)
            if name in bound:
                yield Fault(
                    ("params", name), f'"{name}" is already the name of a claim', "rename the parameter", key=True
                )
            if too_large(value):
                yield Fault(("params", name), "the number is too large", "numbers go up to 1,000,000,000,000,000")
            if type_of_constant(value) is None:
                yield Fault(
                    ("params", name), f'the parameter "{name}" is empty or mixed', "give one number, text or list"
                )
