"""An expression clause by clause: `year(suffix) == year(end): 2020 == 2022 is false`.

The parts of `and` and `or` are clauses, and so is what stands below `not`. Each is asked for itself, with the closures
that answer exactly, whatever the others say: what decided the answer and what did not is there to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.expressions.building import Bindings, Evaluate
from checker.expressions.node import Form, Node
from checker.expressions.types import Unknown
from checker.model import Interval, Period, Quantity, Roster, Value

_JOINED = (Form.both, Form.either)


@dataclass(frozen=True, slots=True)
class Clause:
    """`source` is what the rule says, `values` the same with the values that it read, "" where that tells no more."""

    source: str
    values: str
    answer: bool | Unknown

    def __str__(self) -> str:
        shown = f"{self.source}: {self.values}" if self.values else self.source
        if isinstance(self.answer, Unknown):
            return f"{shown} is unknown: {self.answer.reason}"
        return f"{shown} is {'true' if self.answer else 'false'}"


def clauses(root: Node, source: str, bindings: Bindings) -> tuple[Clause, ...]:
    """The clauses of a checked expression in their order; what joins some of them stands after them."""
    return tuple(_clauses(root, source, bindings, root))


def _clauses(node: Node, source: str, bindings: Bindings, root: Node) -> Iterator[Clause]:
    inner = node.parts[0] if node.form is Form.negation else node
    if inner.form in (*_JOINED, Form.negation):
        for part in inner.parts if inner.form in _JOINED else node.parts:
            yield from _clauses(part, source, bindings, root)
        if node is root and node.form in _JOINED:
            return
        yield Clause(_said(node, source), "", _answer(node.exact, bindings))
        return
    said, values = _said(node, source), _with_values(node, source, bindings)
    answer = _answer(node.exact, bindings)
    yield Clause(said, values if values != said else "", answer)


def _answer(exact: Evaluate, bindings: Bindings) -> bool | Unknown:
    found = _value(exact, bindings)
    return found if isinstance(found, Unknown) else bool(found)


def _value(exact: Evaluate, bindings: Bindings) -> object:
    try:
        return exact(bindings)
    except (ValueError, ArithmeticError) as error:
        return Unknown(str(error))


def _said(node: Node, source: str) -> str:
    return " ".join(source[slice(*node.span)].split())


def _with_values(node: Node, source: str, bindings: Bindings) -> str:
    """The source of a clause with the value of each operand in its place."""
    clause = node.parts[0] if node.form is Form.negation else node
    text, at = "", node.span[0]
    for part in sorted(clause.parts, key=lambda part: part.span):
        if part.form is Form.literal:
            continue
        text += source[at : part.span[0]] + shown(_value(part.exact, bindings))
        at = part.span[1]
    return " ".join((text + source[at : node.span[1]]).split())


def shown(value: object) -> str:
    """A value as a reader knows it: 2022-08-20, "about 60 (54 to 66)", "Monday"."""
    match value:
        case Unknown():
            return "?"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value)
        case Quantity():
            return str(value) if value.strict.low == value.strict.high else f"{value} ({reading(value)})"
        case date():
            return value.isoformat()
        case tuple() | list():
            return f"({', '.join(map(shown, value))})"
        case str():
            return f'"{value}"'
        case _:
            return str(value)


def _number(value: float) -> str:
    try:
        return f"{value:,.12g}" if abs(value) >= 10_000 or value % 1 else f"{int(value)}"
    except OverflowError:  # a whole number without a like among floats: a product of large ones
        return "more than 1e308" if value > 0 else "less than -1e308"


def reading(value: Value) -> str:
    """What a value's words were taken to allow: "36 to 44", "more than 60 USD, to a reader at most 150 USD"."""
    match value:
        case Quantity(strict=strict, plain=plain, unit=unit):
            taken = "" if plain == strict else f", as a reader takes it {_range(plain, unit)}"
            return _range(strict, unit) + taken
        case Period(yearless=True):
            return f"{value}, without a year"
        case Period(first=first, last=last):
            return str(first) if first == last else f"{first} to {last}"
        case Roster(members=members, size=size):
            known = f"{size} in all" if size is not None else "there may be more"
            return f"{', '.join(members)} ({known})" if members else known
        case _:
            return str(value)


def _range(interval: Interval, unit: str) -> str:
    low, high = (f"{number:,.12g}" for number in interval)
    unit = f" {unit}" if unit else ""
    if interval.low == interval.high:
        return low + unit
    if high == "inf":
        return f"{low}{unit} or more"
    return f"{low} to {high}{unit}" if low != "-inf" else f"{high}{unit} or less"
