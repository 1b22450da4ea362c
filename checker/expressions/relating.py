"""Comparisons: `start <= end < late`, `year(suffix) in (2021, 2022)`; `x.part == "hole"` can never hold and is told."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.expressions import building
from checker.expressions.building import Holds
from checker.expressions.generating import is_atom, joined
from checker.expressions.nearest import did_you_mean
from checker.expressions.node import NOTHING, Form, Node
from checker.expressions.pairing import comparable, is_plain, why_not
from checker.expressions.shortcuts import COMPARISONS
from checker.expressions.types import TRUTH, Type

if TYPE_CHECKING:
    from checker.expressions.checking import Checking

SIGNS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


def checked_comparison(checking: Checking, node: ast.Compare) -> Node:
    """A comparison, a chain of comparisons, or a search."""
    search = next((operator for operator in node.ops if isinstance(operator, ast.In | ast.NotIn)), None)
    if any(isinstance(operator, ast.Is | ast.IsNot) for operator in node.ops):
        return checking.wrong(node, '"is" is not allowed in an expression', "write == or !=, or has(x.field)")
    if search is not None and len(node.ops) > 1:
        return checking.wrong(node, "in cannot be part of a chain of comparisons", "join the parts with and")
    if search is None:
        return _chain(checking, node)
    found = _search(checking, checking.check(node.left), node.comparators[0])
    if isinstance(search, ast.In):
        return found
    code = f"(not {found.code})"
    return Node(TRUTH, building.negation(found.exact), code, form=Form.clause, parts=found.parts)


def _chain(checking: Checking, node: ast.Compare) -> Node:
    operands = [checking.check(operand) for operand in (node.left, *node.comparators)]
    signs = [SIGNS[type(operator)] for operator in node.ops]
    links = [_link(checking, sign, *operands[at : at + 2]) for at, sign in enumerate(signs)]
    exact = building.chain([operand.exact for operand in operands], links)
    code = _chain_code(checking, signs, operands, links) or checking.code.exactly(exact)
    return Node(TRUTH, exact, code, form=Form.clause, parts=tuple(operands))


def _link(checking: Checking, sign: str, left: Node, right: Node) -> Holds:
    """How two operands are compared; notes a mistake if they cannot be."""
    one, other = left.type, right.type
    if not one.wrong and not other.wrong:
        if not comparable(sign, one, other):
            checking.wrong_at((left.span[0], right.span[1]), *why_not(sign, one, other))
        _must_be_words(checking, left, right.type)
        _must_be_words(checking, right, left.type)
    return building.holding(sign, one, other)


def _must_be_words(checking: Checking, node: Node, kind: Type) -> None:
    """Notes a mistake if a constant is none of the words that a text of this type can be."""
    if not kind.words or not node.known:
        return
    for word in node.known[0] if isinstance(node.known[0], tuple) else node.known:
        if isinstance(word, str) and word not in kind.words:
            known = [known for known in kind.words if known]
            checking.wrong_at(node.span, f'it is never "{word}"', did_you_mean(word, known, kind="words"))


def _unit(left: Type, right: Type) -> str:
    return next((kind.unit for kind in (left, right) if kind.unit and "number" in kind.choices), "")


def _chain_code(
    checking: Checking, signs: Sequence[str], operands: Sequence[Node], links: Sequence[Holds]
) -> str | None:
    """Plain values are chained as in Python; of others, those in the middle must be names to be named twice."""
    if all(is_plain(operands[at].type, operands[at + 1].type) for at in range(len(signs))):
        rest = (f" {sign} {operand.code}" for sign, operand in zip(signs, operands[1:], strict=True))
        return f"({operands[0].code}{''.join(rest)})"
    if not all(is_atom(operand.code) for operand in operands[1:-1]):
        return None
    pairs = [_pair_code(checking, sign, operands[at], operands[at + 1], links[at]) for at, sign in enumerate(signs)]
    return joined("and", pairs)


def _pair_code(checking: Checking, sign: str, left: Node, right: Node, holds: Holds) -> str:
    if is_plain(left.type, right.type):
        return f"({left.code} {sign} {right.code})"
    template = _shortcut(sign, left.type, right.type)
    if is_atom(left.code) and is_atom(right.code):  # what is vague need not go through the closures
        equal = building.holding("==", left.type, right.type)
        holds_so = equal if sign == "!=" else holds  # "!=" is written as "not =="
        template = template.replace("missing()", checking.code.call(holds_so, "a", "b"))
    unit = checking.code.constant(_unit(left.type, right.type))
    code = checking.code.fill(template, a=left.code, b=right.code, u=unit) if template else None
    return code or checking.code.call(holds, left.code, right.code)


def _shortcut(sign: str, left: Type, right: Type) -> str:
    """The template of a comparison; a number of days goes with a quantity of days, a bare number with any."""
    if len(left.choices) != 1 or len(right.choices) != 1:
        return ""
    template = COMPARISONS.get((left.choices[0], right.choices[0]), {}).get(sign, "")
    if template and _unit(left, right):
        quantity = "a" if left.choices == ("quantity",) else "b"
        return f"missing() if {quantity}.unit != u else {template}"
    return template


def _search(checking: Checking, item: Node, items: ast.expr) -> Node:
    """`x in (a, b)` is `x == a or x == b`; a list of a claim or a parameter is searched."""
    if isinstance(items, ast.Tuple | ast.List):
        return _among(checking, item, items)
    searched = checking.check(items)
    if searched.type.wrong or item.type.wrong:
        return NOTHING
    if searched.type.choices != tuple(f"{choice}s" for choice in item.type.choices):
        return checking.wrong(items, f"{item.type} cannot be looked up in {searched.type}", "write: x in (a, b)")
    _must_be_words(checking, searched, item.type)
    exact = building.membership(item.exact, searched.exact)
    code = f"({item.code} in {searched.code})"
    return Node(TRUTH, exact, code, form=Form.clause, parts=(item, searched))


def _among(checking: Checking, item: Node, items: ast.Tuple | ast.List) -> Node:
    if not items.elts:
        return checking.wrong(items, "an empty list")
    others = [checking.check(other) for other in items.elts]
    links = [_link(checking, "==", item, other) for other in others]
    exact = building.among(item.exact, [other.exact for other in others], links)
    code = _among_code(checking, item, others, links) or checking.code.exactly(exact)
    return Node(TRUTH, exact, code, form=Form.clause, parts=(item, *others))


def _among_code(checking: Checking, item: Node, others: Sequence[Node], links: Sequence[Holds]) -> str | None:
    plain = all(is_plain(item.type, other.type) for other in others)
    if plain and all(other.known for other in others):
        searched = checking.code.constant(tuple(value for other in others for value in other.known))
        return f"({item.code} in {searched})"
    if plain:
        first, again = checking.code.named(item.code)
        items = [first, *[again] * (len(others) - 1)]
        return joined("or", [f"({one} == {other.code})" for one, other in zip(items, others, strict=True)])
    if not is_atom(item.code):
        return None
    pairs = [_pair_code(checking, "==", item, other, holds) for other, holds in zip(others, links, strict=True)]
    return joined("or", pairs)
