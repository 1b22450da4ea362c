"""Compiled expressions: `compile_expression("year(end) == 2022", {"end": PERIOD}).evaluate({"end": claim})`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.expressions.building import Evaluate
from checker.expressions.checking import Checking
from checker.expressions.parsing import Mistake, parse
from checker.expressions.types import Type, Unknown
from checker.model import Problem, RuleError


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression. `reads` names the fields read of each claim ("value": the value as a whole)."""

    source: str
    type: Type
    reads: Mapping[str, tuple[str, ...]]
    tree: Evaluate = field(repr=False, compare=False)

    def evaluate(self, bindings: Mapping[str, object]) -> Any:
        """True, False or another value; `Unknown` with the reason when something that it needs is missing.

        `bindings` has a claim (or None) for every claim name and a plain value for every parameter.
        """
        try:
            return self.tree(bindings)
        except (ValueError, ArithmeticError) as error:
            return Unknown(str(error))


def read_expression(
    source: str, names: Mapping[str, Type], *, expected: Type | None = None
) -> Expression | tuple[Mistake, ...]:
    """The checked expression, or every mistake in it. `expected` is the type that it must yield."""
    parsed = parse(source)
    if isinstance(parsed, Mistake):
        return (parsed,)
    checking = Checking(parsed, names)
    kind, tree = checking.check(parsed.tree)
    if expected is not None:
        checking.must_be(parsed.tree, kind, expected)
    if checking.mistakes:
        return tuple(sorted(checking.mistakes, key=lambda mistake: (mistake.start, mistake.end, mistake.message)))
    reads = {name: tuple(sorted(fields)) for name, fields in sorted(checking.reads.items())}
    return Expression(source, kind, reads, tree)


def compile_expression(
    source: str,
    names: Mapping[str, Type],
    *,
    path: str = "",
    line: int = 1,
    column: int = 1,
    expected: Type | None = None,
) -> Expression:
    """The checked expression; `line` and `column` say where `source` starts in the file `path`.

    Raises RuleError with every mistake at its line, column and length.
    """
    found = read_expression(source, names, expected=expected)
    if isinstance(found, Expression):
        return found
    raise RuleError(*(_problem(source, mistake, path, line, column) for mistake in found))


def _problem(source: str, mistake: Mistake, path: str, line: int, column: int) -> Problem:
    before = source[: mistake.start].split("\n")
    row = len(before) - 1
    excerpt = source.split("\n")[row]
    length = max(1, min(mistake.end - mistake.start, len(excerpt) - len(before[-1])))
    indent = column if row == 0 else 1
    return Problem(
        mistake.message, path, line + row, indent + len(before[-1]), length, " " * (indent - 1) + excerpt, mistake.help
    )
