"""Compiled expressions: `compile_expression("year(end) == 2022", {"end": PERIOD}).evaluate({"end": claim})`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from checker.expressions.building import Bindings
from checker.expressions.checking import Checking
from checker.expressions.explaining import Clause, clauses
from checker.expressions.mistake import Mistake
from checker.expressions.node import Node
from checker.expressions.parsing import parse
from checker.expressions.types import Type
from checker.model import Problem, RuleError


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression. `reads` names the fields read of each claim ("value": the value as a whole).

    `evaluate(bindings)` is True, False or another value; `Unknown` with the reason when something that it needs is
    missing. `bindings` has a claim (or None) for every claim name and a plain value for every name that is no constant.
    """

    source: str
    type: Type
    reads: Mapping[str, tuple[str, ...]]
    evaluate: Callable[[Bindings], Any] = field(repr=False, compare=False)
    root: Node = field(repr=False, compare=False)
    names: frozenset[str] = frozenset()  # every name that it uses, those of functions and parameters among them

    def explain(self, bindings: Bindings) -> tuple[Clause, ...]:
        """The answer of each clause for these bindings, with the values that it came from."""
        return clauses(self.root, self.source, bindings)


def read_expression(
    source: str,
    names: Mapping[str, Type],
    *,
    expected: Type | None = None,
    constants: Mapping[str, object] = MappingProxyType({}),
) -> Expression | tuple[Mistake, ...]:
    """The checked expression, or every mistake in it. `expected` is the type that it must yield; `constants` are the
    values of the names that have one already, such as parameters."""
    parsed = parse(source)
    if isinstance(parsed, Mistake):
        return (parsed,)
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in constants.items()}
    checking = Checking(parsed, names, known)
    root = checking.check(parsed.tree)
    if expected is not None:
        checking.must_be(root, expected)
    if checking.mistakes:
        return tuple(sorted(checking.mistakes, key=lambda mistake: (mistake.start, mistake.end, mistake.message)))
    reads = {name: tuple(sorted(fields)) for name, fields in sorted(checking.reads.items())}
    used = frozenset(node.id for node in ast.walk(parsed.tree) if isinstance(node, ast.Name))
    return Expression(source, root.type, reads, checking.code.compiled(root.code, root.exact), root, used)


def compile_expression(
    source: str,
    names: Mapping[str, Type],
    *,
    path: str = "",
    line: int = 1,
    column: int = 1,
    expected: Type | None = None,
    constants: Mapping[str, object] = MappingProxyType({}),
) -> Expression:
    """The checked expression; `line` and `column` say where `source` starts in the file `path`.

    Raises RuleError with every mistake at its line, column and length.
    """
    found = read_expression(source, names, expected=expected, constants=constants)
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
