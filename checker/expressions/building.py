"""The closures that answer a checked expression exactly: `both(a, b)` for `a and b`, `reading(…)` for `end.year`.

A closure takes the bindings and returns a value, or raises ValueError or ArithmeticError: unknown. `and`, `or` and all
that is made of them are three-valued: `False and unknown` is False, `True or unknown` is True. These closures say what
an expression means; `generating.py` makes Python code of it that is faster and leaves to them whatever is missing or
vague. No operand is ever computed twice, so that `((1 == 1 == 1) == 1 == 1) == …` takes no longer than it looks.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from checker.expressions.comparing import PLAIN, compare, compare_figures
from checker.expressions.pairing import is_plain
from checker.expressions.types import Missing, Type

Bindings = Mapping[str, Any]
Evaluate = Callable[[Bindings], Any]
Holds = Callable[[Any, Any], bool]

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
        value = bindings.get(name)
        if value is None:
            raise Missing(f"there is no {name}")
        return value

    return read


def value_of(name: str) -> Evaluate:
    """The value of the claim bound to that name."""
    whole = bound(name)
    return lambda bindings: whole(bindings).value


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


def holding(sign: str, left: Type, right: Type) -> Holds:
    """Plain values compare as Python does; the others by what their words allow (`comparing.py`)."""
    if is_plain(left, right):
        return PLAIN[sign]
    unit = next((kind.unit for kind in (left, right) if kind.unit and "number" in kind.choices), "")
    figures = {*left.choices, *right.choices} <= {"quantity", "number"}
    return partial(compare_figures if figures and sign != "!=" else compare, sign, unit=unit)


def chain(operands: Sequence[Evaluate], links: Sequence[Holds]) -> Evaluate:
    """`a < b <= c` is `a < b and b <= c`."""

    def decide(bindings: Bindings) -> bool:
        known = [_attempt(operand, bindings) for operand in operands]
        pairs = [_linked(links[at], known[at], known[at + 1]) for at in range(len(links))]
        return bool(both(pairs)(bindings))

    if len(links) > 1:
        return decide
    (left, right), (holds,) = operands, links
    return lambda bindings: bool(holds(left(bindings), right(bindings)))


def among(item: Evaluate, others: Sequence[Evaluate], links: Sequence[Holds]) -> Evaluate:
    """`x in (a, b)` is `x == a or x == b`."""

    def decide(bindings: Bindings) -> bool:
        known = constant(item(bindings))
        pairs = [_linked(holds, known, other) for holds, other in zip(links, others, strict=True)]
        return bool(either(pairs)(bindings))

    return decide


def _attempt(operand: Evaluate, bindings: Bindings) -> Evaluate:
    """The operand, computed: it gives its value, or raises what it raised, as often as it is asked."""
    try:
        return constant(operand(bindings))
    except (ValueError, ArithmeticError) as error:
        return _failing(str(error))


def _failing(reason: str) -> Evaluate:
    def fail(bindings: Bindings) -> Any:
        raise Missing(reason)

    return fail


def _linked(holds: Holds, left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda bindings: bool(holds(left(bindings), right(bindings)))


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
    return lambda bindings: function(*[argument(bindings) for argument in arguments])
