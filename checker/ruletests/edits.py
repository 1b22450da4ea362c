"""Small changes of an expression: `size(list) == 3` becomes `size(list) != 3`, `== 2`, `== 4`.

An edit replaces a stretch of the text and leaves the rest as its author wrote it. Whether what comes out is still a
valid expression is not asked here: the rule that is made of it has to load.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from checker.expressions.parsing import Parsed, parse


class Edit(NamedTuple):
    """`source[start:end]` becomes `new`. `change` names it; `killer` is a test that would notice."""

    start: int
    end: int
    new: str
    change: str
    killer: str

    def made(self, source: str) -> str:
        return source[: self.start] + self.new + source[self.end :]


BOUNDARY = "a test in which both sides are just equal"
OPPOSITE = "an ok test in which this comparison is made"
# How each comparison is written, what becomes of it, and what would tell.
COMPARISONS: Mapping[type[ast.cmpop], tuple[str, tuple[tuple[str, str], ...]]] = {
    ast.Eq: ("==", (("!=", OPPOSITE),)),
    ast.NotEq: ("!=", (("==", OPPOSITE),)),
    ast.Lt: ("<", (("<=", BOUNDARY), (">=", OPPOSITE))),
    ast.LtE: ("<=", (("<", BOUNDARY), (">", OPPOSITE))),
    ast.Gt: (">", ((">=", BOUNDARY), ("<=", OPPOSITE))),
    ast.GtE: (">=", ((">", BOUNDARY), ("<", OPPOSITE))),
    ast.In: ("in", (("not in", OPPOSITE),)),
    ast.NotIn: ("not in", (("in", OPPOSITE),)),
}
ARITHMETIC: Mapping[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
}
# Functions that do not care which of their first two arguments comes first.
SYMMETRIC = ("min", "max", "within")


def edits(source: str) -> list[Edit]:
    """Every edit of an expression, from left to right."""
    parsed = parse(source)
    if not isinstance(parsed, Parsed):
        return []
    text = _Text(source, parsed)
    return sorted({edit for node in _nodes(parsed.tree) for edit in _of_node(text, node)})


def _nodes(tree: ast.expr) -> Iterator[ast.AST]:
    """Every node but the texts of a list after `in`, which are left out one by one instead."""
    listed = {
        id(item)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for items in node.comparators
        if isinstance(items, ast.Tuple | ast.List) and len(items.elts) > 1
        for item in items.elts
        if isinstance(item, ast.Constant) and isinstance(item.value, str)
    }
    return (node for node in ast.walk(tree) if id(node) not in listed)


class _Text(NamedTuple):
    source: str
    parsed: Parsed

    def of(self, node: ast.expr) -> str:
        start, end = self.parsed.span(node)
        return self.source[start:end]

    def clause(self, node: ast.expr) -> tuple[int, int]:
        """The span of a clause with the brackets around it."""
        start, end = self.parsed.span(node)
        while (before := self.source[:start].rstrip())[-1:] == "(" and self.source[end:].lstrip()[:1] == ")":
            start, end = len(before) - 1, self.source.index(")", end) + 1
        return start, end

    def between(self, left: int, right: int, sign: str) -> tuple[int, int]:
        """Where an operator stands between its operands."""
        found = re.compile(re.escape(sign).replace(r"\ ", r"\s+")).search(self.source, left, right)
        return found.span() if found else (left, left)

    def replaced(self, span: tuple[int, int], new: str, killer: str) -> Edit:
        old = " ".join(self.source[slice(*span)].split())
        return Edit(*span, new, f"{old} -> {new}", killer)


def _of_node(text: _Text, node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.Compare():
            yield from _comparison(text, node)
        case ast.BoolOp():
            yield from _clauses(text, node)
        case ast.UnaryOp(op=ast.Not()):
            yield from _negation(text, node)
        case ast.BinOp():
            yield from _arithmetic(text, node)
        case ast.Constant():
            yield from _constant(text, node)
        case ast.Call():
            yield from _call(text, node)
        case _:
            pass


def _comparison(text: _Text, node: ast.Compare) -> Iterator[Edit]:
    operands = [node.left, *node.comparators]
    for at, operator in enumerate(node.ops):
        sign, others = COMPARISONS.get(type(operator), ("", ()))
        for other, killer in others:
            left, right = text.parsed.span(operands[at])[1], text.parsed.span(operands[at + 1])[0]
            yield text.replaced(text.between(left, right, sign), other, killer)
        if isinstance(operator, ast.In | ast.NotIn):
            yield from _shorter(text, operands[at + 1])


def _shorter(text: _Text, items: ast.expr) -> Iterator[Edit]:
    """A list after `in`, with one item less."""
    listed = items.elts if isinstance(items, ast.Tuple | ast.List) else []
    for gone in listed if len(listed) > 1 else ():
        rest = [text.of(item) for item in listed if item is not gone]
        new = f"({', '.join(rest)}{',' if len(rest) == 1 else ''})"
        killer = f"a test in which {text.of(gone)} is what decides"
        yield Edit(*text.parsed.span(items), new, f"without {text.of(gone)}", killer)


def _clauses(text: _Text, node: ast.BoolOp) -> Iterator[Edit]:
    spans = [text.clause(value) for value in node.values]
    word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    for (_, left), (right, _) in pairwise(spans):
        killer = "a test in which only one of the two clauses holds"
        yield text.replaced(text.between(left, right, word), other, killer)
    for at, (start, end) in enumerate(spans):
        clause = " ".join(text.source[start:end].split())
        span = (start, spans[1][0]) if at == 0 else (spans[at - 1][1], end)
        killer = f"a test in which this clause alone {'is false' if word == 'and' else 'holds'}"
        yield Edit(*span, "", f"without {clause}", killer)


def _negation(text: _Text, node: ast.UnaryOp) -> Iterator[Edit]:
    start, _ = text.parsed.span(node)
    yield Edit(start, start + len("not "), "", f"{text.of(node)} -> {text.of(node.operand)}", OPPOSITE)


def _arithmetic(text: _Text, node: ast.BinOp) -> Iterator[Edit]:
    if type(node.op) in ARITHMETIC:
        sign, other = ARITHMETIC[type(node.op)]
        left, right = text.parsed.span(node.left)[1], text.parsed.span(node.right)[0]
        yield text.replaced(text.between(left, right, sign), other, "a test whose figures make this sum matter")


def _constant(text: _Text, node: ast.Constant) -> Iterator[Edit]:
    span = text.parsed.span(node)
    match node.value:
        case bool() as truth:
            yield text.replaced(span, str(not truth), OPPOSITE)
        case int() | float() as number:
            for other in (number - 1, number + 1):
                yield text.replaced(span, str(other), f"a test with a figure that lies right at {number}")
        case str() as words:
            yield text.replaced(span, json.dumps(f"not {words}"), f'a test in which "{words}" is what decides')
        case _:
            pass


def _call(text: _Text, node: ast.Call) -> Iterator[Edit]:
    name = text.of(node.func)
    for at, (one, other) in enumerate(pairwise(node.args)):
        if at > 0 or name not in SYMMETRIC:
            span = (text.parsed.span(one)[0], text.parsed.span(other)[1])
            new = f"{text.of(other)}, {text.of(one)}"
            yield text.replaced(span, new, f"a test in which the arguments of {name} differ")
