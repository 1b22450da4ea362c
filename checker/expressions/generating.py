"""Python code for a checked expression: `year(suffix) == year(end)` becomes `v0.year == v1.first.year`, compiled once.

The generated function answers where everything is given and exact: whatever else happens, it asks the closures of
`building.py`. If it comes to an answer, that is theirs: each piece of it either gives the value that its closure gives
or raises, and what `and` and `or` did not look at cannot change an answer that is already True or False.

It is safe because none of it is the author's: not one character of a rule stands in the code. It is put together from
the pieces in `shortcuts.py`, from operators, and from names that are given here (`bindings`, `v0` for the value of a
claim, `k3` for a constant or a function of ours) to objects in a table; only numbers are written out anew. Every
attribute is spelt out in `shortcuts.py`. There are no builtins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from checker.expressions.building import Bindings, Evaluate
from checker.expressions.shortcuts import GLOBALS
from checker.expressions.types import Type, Unknown

# What the fast code raises where something is missing; what it means, the closures tell.
_MISSED = (ValueError, ArithmeticError, AttributeError, TypeError, LookupError)
_FRAME = """\
def evaluate(bindings):
    try:
{reads}        return {code}
    except missed:
        return exact(bindings)
"""
_OPERAND = re.compile(r"(?<![\w.])([abu])(?!\w)")
_LARGE = 10**30  # numbers below it are written out


class Generating:
    """The function that one expression becomes, and what its code may name. Code that stands in other code is a name, a
    number or in parentheses."""

    def __init__(self) -> None:
        self._table: dict[str, object] = {"__builtins__": {}, "missed": _MISSED, **GLOBALS}
        self._names = 0
        self._bound: dict[str, int] = {}
        self._reads: dict[str, str] = {}

    def constant(self, value: object) -> str:
        """A number stands in the code itself, any other object under a name in its table."""
        if isinstance(value, int | float) and 0 <= value < _LARGE:
            return repr(value)
        name = f"k{len(self._table)}"
        self._table[name] = value
        return name

    def whole(self, name: str) -> str:
        """The claim that is bound to that name."""
        return self._local("c", name, "")

    def value(self, name: str, kind: Type) -> str:
        """The value of the claim, or the parameter, that is bound to that name."""
        read = self._local("v", name, ".value" if kind.claim else "")
        return read if kind.claim else f"({read} if {read} is not None else missing())"

    def named(self, code: str) -> tuple[str, str]:
        """The code where it is computed first, and what stands for it afterwards."""
        if is_atom(code):
            return code, code
        self._names += 1
        return f"(n{self._names} := {code})", f"n{self._names}"

    def call(self, function: Callable[..., object], *arguments: str) -> str:
        return f"{self.constant(function)}({', '.join(arguments)})"

    def exactly(self, exact: Evaluate) -> str:
        """What has no code of its own is left to its closure."""
        return self.call(exact, "bindings")

    def fill(self, template: str, **operands: str) -> str | None:
        """The template with its operands; None if one that it names twice is neither a name nor a number."""
        form = _form(template)
        if any(form.count(f"{{{name}}}") > 1 and not is_atom(code) for name, code in operands.items()):
            return None
        return f"({form.format_map(operands)})"

    def compiled(self, code: str, exact: Evaluate) -> Callable[[Bindings], Any]:
        """The function that answers for some bindings: True, False, a value, or Unknown."""
        reads = "".join(f"        {local} = {read}\n" for local, read in self._reads.items())
        self._table["exact"] = _answering(exact)
        exec(compile(_FRAME.format(reads=reads, code=code), "<rule>", "exec"), self._table)
        function: Callable[[Bindings], Any] = self._table["evaluate"]  # type: ignore[assignment]
        return function

    def _local(self, letter: str, name: str, read: str) -> str:
        local = f"{letter}{self._bound.setdefault(name, len(self._bound))}"
        if local not in self._reads:
            self._reads[local] = f"bindings[{self.constant(name)}]{read}"
        return local


def joined(operator: str, parts: Sequence[str]) -> str:
    """`(a and b and c)`; a single part is itself."""
    return f"({f' {operator} '.join(parts)})" if len(parts) > 1 else parts[0]


def is_atom(code: str) -> bool:
    """Whether to name it twice is not to compute it twice."""
    return code.isidentifier() or code.isdigit()


@lru_cache(maxsize=1024)
def _form(template: str) -> str:
    """`a.first <= b.last` as `{a}.first <= {b}.last`."""
    return _OPERAND.sub(r"{\1}", template)


def _answering(exact: Evaluate) -> Callable[[Bindings], Any]:
    def answer(bindings: Bindings) -> Any:
        try:
            return exact(bindings)
        except (ValueError, ArithmeticError) as error:
            return Unknown(str(error))

    return answer
