"""Calls in expressions: `year(end, 3)` has an argument too many, `contains(month, "x")` one of the wrong type."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.expressions import building
from checker.expressions.functions import FUNCTIONS, Function
from checker.expressions.nearest import did_you_mean
from checker.expressions.node import NOTHING, Form, Node
from checker.expressions.pairing import units_agree
from checker.expressions.shortcuts import FUNCTIONS as SHORTCUTS
from checker.expressions.types import TRUTH, Type
from checker.language.measures import measured
from checker.model import Quantity

if TYPE_CHECKING:
    from checker.expressions.checking import Checking

# What those who know other languages write, and what it is here.
_INSTEAD: Mapping[str, str] = {
    "len": "write size(list)",
    "count": "write size(list)",
    "str": 'every value has its words in the field "text"',
    "int": "numbers need no conversion; an edition has year(…) and the field .number",
    "float": "numbers need no conversion; a quantity has the fields .low and .high",
    "lowercase": "write lower(text)",
    **dict.fromkeys(
        ("today", "now", "datetime", "time"),
        'a rule knows no clock: compare the dates of claims, or with date("2022-08-20")',
    ),
    **dict.fromkeys(
        ("matches", "match", "regex", "re", "search"), "there are no patterns: contains, starts_with, ends_with"
    ),
}


def checked_call(checking: Checking, node: ast.Call) -> Node:
    """A call of one of our functions."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name == "has":
        return _has(checking, node)
    if name not in FUNCTIONS:
        return _no_function(checking, node, name)
    function = FUNCTIONS[name]
    arguments = [checking.check(argument) for argument in node.args]
    if node.keywords or not any(len(takes) == len(arguments) for takes in _signatures(function, len(arguments))):
        given = _counted(len(arguments) + len(node.keywords))
        return checking.several(node, f"{name} is given {given}", f"write {function.usage}")
    if any(argument.type.wrong for argument in arguments):
        return NOTHING
    return _called(checking, node, name, function, arguments)


def _signatures(function: Function, count: int) -> list[tuple[tuple[str, ...], ...]]:
    """The ways to call it; one that repeats its last argument as long as the call is."""
    if not function.repeats:
        return list(function.takes)
    return [(*takes, *[takes[-1]] * (count - len(takes))) for takes in function.takes]


def _called(checking: Checking, node: ast.Call, name: str, function: Function, arguments: Sequence[Node]) -> Node:
    possible = [takes for takes in _signatures(function, len(arguments)) if len(takes) == len(arguments)]
    fitting = [_fitting(takes, arguments) for takes in possible]
    if max(fitting) < len(arguments):
        worst = arguments[max(fitting)]
        return checking.wrong_at(worst.span, f"this is {worst.type}", f"write {function.usage}")
    if function.alike and not units_agree(arguments[0].type, arguments[1].type):
        one, other = arguments[:2]
        return checking.wrong(node, f"{one.type} and {other.type} are different measures", f"write {function.usage}")
    if function.constant:
        return _known(checking, node, function, arguments)
    gives = function.gives or _common(arguments)
    if gives is None:
        return checking.wrong(node, "the arguments are of different types", f"write {function.usage}")
    exact = building.call(function.call, [argument.exact for argument in arguments])
    return Node(gives, exact, _code(checking, name, function, arguments), form=_form(gives), parts=tuple(arguments))


def _fitting(takes: Sequence[Sequence[str]], arguments: Sequence[Node]) -> int:
    """How many arguments, from the first on, are of the types that it takes."""
    fit = [argument.type.one_of(*allowed) for argument, allowed in zip(arguments, takes, strict=True)]
    return fit.index(False) if False in fit else len(fit)


def _common(arguments: Sequence[Node]) -> Type | None:
    """The type that all arguments have."""
    types = [argument.type for argument in arguments]
    if any(kind.choices != types[0].choices or not units_agree(types[0], kind) for kind in types):
        return None
    return next((kind for kind in types if kind.unit), types[0])


def _form(gives: Type) -> Form:
    return Form.clause if gives == TRUTH else Form.value


def _code(checking: Checking, name: str, function: Function, arguments: Sequence[Node]) -> str:
    if all(len(argument.type.choices) == 1 for argument in arguments):
        template = SHORTCUTS.get((name, tuple(argument.type.choices[0] for argument in arguments)))
        operands = {letter: argument.code for letter, argument in zip("ab", arguments, strict=False)}
        if template and (code := checking.code.fill(template, **operands)):
            return code
    return checking.code.call(function.call, *(argument.code for argument in arguments))


def _known(checking: Checking, node: ast.Call, function: Function, arguments: Sequence[Node]) -> Node:
    """A call that is a constant: `date("2022-08-20")`, `money(60, "USD")`."""
    unknown = next((argument for argument in arguments if not argument.known), None)
    if unknown is not None:
        return checking.wrong_at(unknown.span, "this must be a constant", f"write {function.usage}")
    try:
        value = function.call(*(value for argument in arguments for value in argument.known))
    except ValueError as error:
        return checking.wrong(node, str(error), f"write {function.usage}")
    kind = function.gives or NOTHING.type
    if isinstance(value, Quantity):
        kind = Type(("quantity",), value.unit, measures=measured(value.unit))
    return checking.known(kind, value, Form.literal)


def _has(checking: Checking, node: ast.Call) -> Node:
    asked = node.args[0] if len(node.args) == 1 and not node.keywords else None
    if not isinstance(asked, ast.Attribute):
        return checking.wrong(node, "has asks about one field", "write has(name.field)")
    return checking.field(asked, asked=True)


def _no_function(checking: Checking, node: ast.Call, name: str) -> Node:
    if not name:
        known = ", ".join(sorted(FUNCTIONS))
        return checking.wrong(node.func, "only functions can be called", f"functions: {known}")
    help = _INSTEAD.get(name) or did_you_mean(name, {*FUNCTIONS, "has"}, kind="functions")
    return checking.wrong(node.func, f'unknown function "{name}"', help)


def _counted(arguments: int) -> str:
    return "no arguments" if not arguments else "1 argument" if arguments == 1 else f"{arguments} arguments"
