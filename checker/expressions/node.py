"""A checked part of an expression: `year(end)` is a year, from character 17 to 26, with its closure and its code."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from checker.expressions import building
from checker.expressions.building import Evaluate
from checker.expressions.types import WRONG, Type


class Form(Enum):
    """What a node is to somebody who wants it explained."""

    both = "and"
    either = "or"
    negation = "not"
    clause = "clause"  # true or false, and nothing in it is
    value = "value"
    literal = "literal"  # a value that is its own explanation: 22, "Monday"


@dataclass(frozen=True, slots=True)
class Node:
    """`exact` is the closure that answers, `code` the Python that answers where all is given and exact. `parts` are the
    operands, those of a clause the values that it is about."""

    type: Type
    exact: Evaluate = field(repr=False)
    code: str = field(repr=False)
    span: tuple[int, int] = (0, 0)
    form: Form = Form.value
    parts: tuple[Node, ...] = ()
    known: tuple[object, ...] = ()  # its value, where that is known when the file loads

    def at(self, span: tuple[int, int]) -> Node:
        return replace(self, span=span)


# It stands for what has been reported already.
NOTHING = Node(WRONG, building.constant(None), "None")
