"""The closures that a checked expression is made of: `both(a, b)` for `a and b`, `reading("end", …)` for `end.year`.

A closure takes the bindings and returns a value, or raises ValueError or ArithmeticError: unknown. `and` and `or`
are three-valued: `False and unknown` is False, `True or unknown` is True.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker.expressions.comparing import PLAIN, compare
from checker.expressions.types import Missing

Bindings = Mapping[str, Any]
Evaluate = Callable[[Bindings], Any]

ARITHMETIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
}


def constant(value: object) -> Evaluate:
    return lambda bindings: value


def bound(name: str) -> Evaluate:
    """A parameter, or a claim as a whole."""

    def read(bindings: Bindings) -> Any:
        value = bindings[name]
        if value is None:
            raise Missing(f"there is no {name}")
        return value

    return read


def value_of(name: str) -> Evaluate:
    """The value of the claim bound to that name."""

    def read(bindings: Bindings) -> Any:
        claim = bindings[name]
        if claim is None:
            raise Missing(f"there is no {name}")
        return claim.value

    return read


def reading(owner: Evaluate, readers: Mapping[type | None, Callable[..., object]], label: str) -> Evaluate:
    """A field. `readers` has one way to read it for each class of value that has it; None is "any class"."""
    only = readers.get(None)
    reason = f"{label} is not given"

    def read(bindings: Bindings) -> object:
        value = owner(bindings)
        reader = only or readers.get(type(value))
        found = reader(value) if reader is not None else None
        if found is None:
            raise Missing(reason)
        return found

    return read


def given(inner: Evaluate) -> Evaluate:
    """`has(…)`: whether there is something to read."""

    def read(bindings: Bindings) -> bool:
        try:
            inner(bindings)
        except ValueError:
            return False
        return True

    return read


def negation(inner: Evaluate) -> Evaluate:
    return lambda bindings: not inner(bindings)


def both(parts: Sequence[Evaluate]) -> Evaluate:
    """`a and b`: False as soon as one is False, whatever is unknown."""
    return _joined(tuple(parts), decisive=False)


def either(parts: Sequence[Evaluate]) -> Evaluate:
    """`a or b`: True as soon as one is True, whatever is unknown."""
    return _joined(tuple(parts), decisive=True)


def _joined(parts: tuple[Evaluate, ...], *, decisive: bool) -> Evaluate:
    def decide(bindings: Bindings) -> bool:
        unknown: Exception | None = None
        for part in parts:
            try:
                if part(bindings) == decisive:
                    return decisive
            except (ValueError, ArithmeticError) as error:
                unknown = unknown or error
        if unknown is not None:
            raise Missing(str(unknown))
        return not decisive

    return decide


def comparison(sign: str, left: Evaluate, right: Evaluate, *, plain: bool, unit: str) -> Evaluate:
    """`plain` values compare as Python does; the others by what their words allow (`comparing.py`)."""
    if plain:
        holds = PLAIN[sign]
        return lambda bindings: bool(holds(left(bindings), right(bindings)))
    return lambda bindings: compare(sign, left(bindings), right(bindings), unit=unit)


def membership(item: Evaluate, items: Evaluate) -> Evaluate:
    """`x in names`, for a list that only the claim or a parameter knows."""
    return lambda bindings: bool(item(bindings) in items(bindings))


def arithmetic(sign: str, left: Evaluate, right: Evaluate) -> Evaluate:
    operate = ARITHMETIC[sign]

    def calculate(bindings: Bindings) -> Any:
        result = operate(left(bindings), right(bindings))
        if result != result:  # infinity minus infinity
            raise Missing("the result is not a number")
        return result

    return calculate


def opposite(inner: Evaluate) -> Evaluate:
    return lambda bindings: -inner(bindings)


def call(function: Callable[..., Any], arguments: Sequence[Evaluate]) -> Evaluate:
    """Calls of one and two arguments, nearly all there are, are spelt out: they cost half as much."""
    match arguments:
        case [one]:
            return lambda bindings: function(one(bindings))
        case [one, two]:
            return lambda bindings: function(one(bindings), two(bindings))
        case _:
            return lambda bindings: function(*[argument(bindings) for argument in arguments])
