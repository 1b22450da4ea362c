"""Python code for a checked expression: `year(suffix) == year(end)` becomes `v0.year == v1.first.year`, compiled once.

The generated function answers where everything is given and exact: whatever else happens, it asks the closures of
`building.py`. If it comes to an answer, that is theirs: each piece of it either gives the value that its closure gives
or raises, and what `and` and `or` did not look at cannot change an answer that is already True or False.

It is safe because none of it is the author's. The tree is put together from the pieces in `shortcuts.py`; every name in
it is one of this module (`bindings`, `v0`, `k3`) and stands for a function of ours, a claim or a constant; every
attribute is spelt out in `shortcuts.py`. Words of a rule file occur in it as constants only. There are no builtins.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker.expressions.building import Bindings, Evaluate
from checker.expressions.shortcuts import GLOBALS
from checker.expressions.types import Type, Unknown

# What the fast code raises where something is missing; what it means, the closures tell.
_MISSED = (ValueError, ArithmeticError, AttributeError, TypeError, LookupError)
_FRAME = """
def evaluate(bindings):
    try:
        pass
    except missed:
        return exact(bindings)
"""


class Generating:
    """The function that one expression becomes, and what its code may name."""

    def __init__(self) -> None:
        self._table: dict[str, object] = {"__builtins__": {}, "missed": _MISSED, **GLOBALS}
        self._names = 0
        self._bound: dict[str, int] = {}
        self._reads: dict[str, ast.stmt] = {}

    def constant(self, value: object) -> ast.expr:
        """A number or text stands in the code itself, any other object under a name in its table."""
        if isinstance(value, str | int | float):
            return ast.Constant(value)
        name = f"k{len(self._table)}"
        self._table[name] = value
        return ast.Name(name, ast.Load())

    def whole(self, name: str) -> ast.expr:
        """The claim that is bound to that name."""
        return self._local("c", name, "bindings[key]")

    def value(self, name: str, kind: Type) -> ast.expr:
        """The value of the claim, or the parameter, that is bound to that name."""
        read = self._local("v", name, "bindings[key].value" if kind.claim else "bindings[key]")
        return read if kind.claim else self.fill("a if a is not None else missing()", a=read) or read

    def named(self, code: ast.expr) -> tuple[ast.expr, ast.expr]:
        """The code where it is computed first, and what stands for it afterwards."""
        if is_atom(code):
            return code, code
        self._names += 1
        name = f"n{self._names}"
        return ast.NamedExpr(ast.Name(name, ast.Store()), code), ast.Name(name, ast.Load())

    def call(self, function: Callable[..., object], *arguments: ast.expr) -> ast.expr:
        return ast.Call(self.constant(function), list(arguments), [])

    def exactly(self, exact: Evaluate) -> ast.expr:
        """What has no code of its own is left to its closure."""
        return self.call(exact, ast.Name("bindings", ast.Load()))

    def fill(self, template: str, **operands: ast.expr) -> ast.expr | None:
        """The template with its operands; None if one that it names twice is neither a name nor a constant."""
        tree = ast.parse(template, mode="eval").body
        named = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
        if any(named.count(name) > 1 and not is_atom(code) for name, code in operands.items()):
            return None
        return _replaced(tree, operands)

    def compiled(self, code: ast.expr, exact: Evaluate) -> Callable[[Bindings], Any]:
        """The function that answers for some bindings: True, False, a value, or Unknown."""
        module = ast.parse(_FRAME)
        frame = module.body[0]
        assert isinstance(frame, ast.FunctionDef)
        attempt = frame.body[0]
        assert isinstance(attempt, ast.Try)
        attempt.body = [*self._reads.values(), ast.Return(code)]
        self._table["exact"] = _answering(exact)
        exec(compile(ast.fix_missing_locations(module), "<rule>", "exec"), self._table)
        function: Callable[[Bindings], Any] = self._table["evaluate"]  # type: ignore[assignment]
        return function

    def _local(self, letter: str, name: str, read: str) -> ast.expr:
        local = f"{letter}{self._bound.setdefault(name, len(self._bound))}"
        value = _replaced(ast.parse(read, mode="eval").body, {"key": ast.Constant(name)})
        self._reads[local] = ast.Assign([ast.Name(local, ast.Store())], value)
        return ast.Name(local, ast.Load())


def joined(operator: ast.boolop, parts: Sequence[ast.expr]) -> ast.expr:
    """`a and b and c`; a single part is itself."""
    return ast.BoolOp(operator, list(parts)) if len(parts) > 1 else parts[0]


def is_atom(code: ast.expr) -> bool:
    """Whether to name it twice is not to compute it twice."""
    return isinstance(code, ast.Name | ast.Constant)


def _replaced(tree: ast.expr, operands: Mapping[str, ast.expr]) -> ast.expr:
    class Operands(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return operands.get(node.id, node)

    replaced: ast.expr = Operands().visit(tree)
    return replaced


def _answering(exact: Evaluate) -> Callable[[Bindings], Any]:
    def answer(bindings: Bindings) -> Any:
        try:
            return exact(bindings)
        except (ValueError, ArithmeticError) as error:
            return Unknown(str(error))

    return answer
