"""Checks an expression against the types of its names: `suffix.yeer == 2022` is a mistake at `yeer`.

Every node of the tree becomes a `Node`: its type, the closure that answers it and the code that answers it fast. A node
with a mistake has the type WRONG, which lets the rest be checked without a second complaint about the same thing.
Comparisons are checked in `relating.py`, calls in `calling.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from checker.expressions import building
from checker.expressions.calling import checked_call
from checker.expressions.functions import FUNCTIONS
from checker.expressions.generating import Generating, joined
from checker.expressions.habits import grouped_in
from checker.expressions.mistake import Mistake
from checker.expressions.nearest import did_you_mean
from checker.expressions.node import NOTHING, Form, Node
from checker.expressions.pairing import arithmetic_type
from checker.expressions.parsing import ALLOWED, Parsed
from checker.expressions.relating import checked_comparison
from checker.expressions.shortcuts import CLAIM, Reading
from checker.expressions.shortcuts import FIELDS as SHORTCUTS
from checker.expressions.types import (
    CLAIM_FIELDS,
    CLASSES,
    FIELDS,
    TRUTH,
    WRONG,
    Type,
    fields_of,
    too_large,
    type_of_constant,
)

REFUSED: Mapping[type[ast.expr], str] = {
    ast.Lambda: "a lambda",
    ast.ListComp: "a loop",
    ast.SetComp: "a loop",
    ast.DictComp: "a loop",
    ast.GeneratorExp: "a loop",
    ast.Subscript: "an index in [ ]",
    ast.IfExp: "if … else",
    ast.NamedExpr: "an assignment",
    ast.JoinedStr: "a formatted text",
    ast.Starred: "a star",
}
OPERATORS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Mod: "%",
}
NO_OPERATORS: Mapping[type[ast.operator], tuple[str, str]] = {
    ast.BitAnd: ("&", "write and"),
    ast.BitOr: ("|", "write or"),
    ast.BitXor: ("^", "write != between two conditions"),
    ast.Pow: ("**", "write a * a"),
    ast.FloorDiv: ("//", "write / or round(a / b)"),
    ast.LShift: ("<<", ALLOWED),
    ast.RShift: (">>", ALLOWED),
    ast.MatMult: ("@", ALLOWED),
}
CONSTANT_NAMES = {
    "true": "write True",
    "false": "write False",
    "TRUE": "write True",
    "FALSE": "write False",
    "null": "whether a field is given is asked with has(x.field)",
}
CONSTANTS = "allowed are numbers, texts, True and False"
COMPARE = "compare it: ==, !=, <, in (…)"
SUM = "t if (t := a {} b) == t else missing()"  # infinity minus infinity is not a number


class Checking:
    """One pass over one expression; `mistakes`, `reads` and the code's names fill up on the way."""

    def __init__(self, parsed: Parsed, names: Mapping[str, Type], constants: Mapping[str, object]) -> None:
        self.parsed = parsed
        self.names = names
        self.constants = constants
        self.mistakes: list[Mistake] = []
        self.reads: dict[str, set[str]] = {}
        self.code = Generating()

    def wrong(self, node: ast.expr, message: str, help: str = "", *, only: int = 0) -> Node:
        """Notes a mistake at the node, or at its last `only` characters."""
        start, end = self.parsed.span(node)
        return self.wrong_at((end - only if only else start, end), message, help)

    def several(self, node: ast.expr, message: str, help: str) -> Node:
        """Notes that values are too many, which may be because of the comma of "1,000"."""
        start, end = self.parsed.span(node)
        grouped = next((one for one in grouped_in(self.parsed.source) if one.start < end and start < one.end), None)
        if grouped is None:
            return self.wrong_at((start, end), message, help)
        if grouped not in self.mistakes:
            self.mistakes.append(grouped)
        return NOTHING

    def wrong_at(self, span: tuple[int, int], message: str, help: str = "") -> Node:
        self.mistakes.append(Mistake(*span, message, help))
        return NOTHING

    def check(self, node: ast.expr) -> Node:
        """The node with its place in the source."""
        return self._checked(node).at(self.parsed.span(node))

    def _checked(self, node: ast.expr) -> Node:
        match node:
            case ast.BoolOp():
                return self._bool(node)
            case ast.UnaryOp():
                return self._unary(node)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Compare():
                return checked_comparison(self, node)
            case ast.Call():
                return checked_call(self, node)
            case ast.Attribute():
                return self.field(node)
            case ast.Name():
                return self._name(node)
            case ast.Constant():
                return self._constant(node)
            case ast.Tuple() | ast.List():
                return self.several(node, "a list is only allowed after in", "write: x in (a, b)")
            case _:
                word = REFUSED.get(type(node), "this")
                return self.wrong(node, f"{word} is not allowed in an expression", ALLOWED)

    def _constant(self, node: ast.Constant) -> Node:
        kind = type_of_constant(node.value)
        if kind is None:
            return self.wrong(node, f"{node.value!r} is not allowed in an expression", CONSTANTS)
        if too_large(node.value):
            return self.wrong(node, "the number is too large")
        start, end = self.parsed.span(node)
        if self.parsed.source[start:end] == "000":  # Python takes "1,000" for 1 and 0
            return self.several(node, '"000" is not a number', "write 0")
        return self.known(kind, node.value, Form.literal)

    def known(self, kind: Type, value: object, form: Form = Form.value) -> Node:
        """A node whose value is known."""
        return Node(kind, building.constant(value), self.code.constant(value), form=form, known=(value,))

    def _name(self, node: ast.Name) -> Node:
        kind = self._named(node)
        if node.id in self.constants and not kind.claim:
            return self.known(kind, self.constants[node.id])
        read = building.value_of(node.id) if kind.claim else building.bound(node.id)
        if kind.claim:
            self.reads.setdefault(node.id, set()).add("value")
        return Node(kind, read, self.code.value(node.id, kind))

    def _named(self, node: ast.Name) -> Type:
        if node.id in self.names:
            return self.names[node.id]
        function = node.id in FUNCTIONS
        help = CONSTANT_NAMES.get(node.id) or did_you_mean(node.id, self.names, kind="names")
        if function:
            help = f"call it: {FUNCTIONS[node.id].usage}"
        self.wrong(node, f'unknown name "{node.id}"', help)
        return WRONG

    def field(self, node: ast.Attribute, *, asked: bool = False) -> Node:
        """A field, or whether it is given."""
        owner = node.value
        if isinstance(owner, ast.Name):
            kind, label = self._named(owner), owner.id
            value = kind.claim and node.attr not in CLAIM_FIELDS
            read = building.value_of(owner.id) if value else building.bound(owner.id)
            code = self.code.whole(owner.id) if kind.claim and not value else self.code.value(owner.id, kind)
        else:
            checked = self.check(owner)
            kind, label, read, code = checked.type, "it", checked.exact, checked.code
        if kind.wrong and not kind.claim:
            return NOTHING
        fields = fields_of(kind)
        if node.attr not in fields:
            message = f'"{label}" is {kind} and has no field "{node.attr}"'
            return self.wrong(node, message, did_you_mean(node.attr, fields, kind="fields"), only=len(node.attr))
        if isinstance(owner, ast.Name) and kind.claim:
            self.reads.setdefault(owner.id, set()).add(node.attr)
        exact = building.reading(read, _readers(kind, node.attr), f"{label}.{node.attr}")
        short = _reading(kind, node.attr)
        if asked:
            exact = building.given(exact)
            fast = self.code.fill(short.given, a=code) if short else None
            return Node(TRUTH, exact, fast or self.code.exactly(exact), form=Form.clause)
        fast = self.code.fill(short.value, a=code) if short else None
        return Node(fields[node.attr].type, exact, fast or self.code.exactly(exact))

    def _bool(self, node: ast.BoolOp) -> Node:
        parts = tuple(self._truth(part) for part in node.values)
        join, form = (building.both, Form.both) if isinstance(node.op, ast.And) else (building.either, Form.either)
        code = joined(form.value, [part.code for part in parts])
        return Node(TRUTH, join([part.exact for part in parts]), code, form=form, parts=parts)

    def _truth(self, node: ast.expr) -> Node:
        checked = self.check(node)
        self.must_be(checked, TRUTH)
        return checked

    def must_be(self, node: Node, expected: Type) -> None:
        """Notes a mistake unless the node's type is the expected one."""
        if not node.type.wrong and node.type.choices != expected.choices:
            help = COMPARE if expected == TRUTH else ""
            self.wrong_at(node.span, f"this is {node.type}; it must be {expected}", help)

    def _unary(self, node: ast.UnaryOp) -> Node:
        if isinstance(node.op, ast.Not):
            truth = self._truth(node.operand)
            code = f"(not {truth.code})"
            return Node(TRUTH, building.negation(truth.exact), code, form=Form.negation, parts=(truth,))
        inner = self.check(node.operand)
        if inner.type.wrong:
            return NOTHING
        if inner.type.choices != ("number",) or isinstance(node.op, ast.Invert):
            return self.wrong(node, f"{inner.type} has no opposite", "only numbers can be negative")
        if isinstance(node.op, ast.UAdd):
            return inner
        return Node(inner.type, building.opposite(inner.exact), f"(-{inner.code})", form=inner.form)

    def _arithmetic(self, node: ast.BinOp) -> Node:
        sign = OPERATORS.get(type(node.op))
        if sign is None:
            return self._no_operator(node)
        left, right = self.check(node.left), self.check(node.right)
        if left.type.wrong or right.type.wrong:
            return NOTHING
        for side in (left, right):
            if side.type.choices != ("number",):
                message = f"{side.type} cannot be used with {sign}"
                return self.wrong_at(side.span, message, _instead_of_arithmetic(side.type))
        result = arithmetic_type(sign, left.type, right.type)
        if result is None:
            return self.wrong(node, f"{left.type} {sign} {right.type} has no meaning")
        exact = building.arithmetic(sign, left.exact, right.exact)
        code = self.code.fill(SUM.format(sign), a=left.code, b=right.code)
        return Node(result, exact, code or self.code.exactly(exact))

    def _no_operator(self, node: ast.BinOp) -> Node:
        """An operator of Python that is none here, of which `ast` does not tell the place."""
        (_, left), (right, _) = self.parsed.span(node.left), self.parsed.span(node.right)
        sign, help = NO_OPERATORS.get(type(node.op), ("", ALLOWED))
        at = self.parsed.source.find(sign, left, right)
        return self.wrong_at((at, at + max(1, len(sign))), f'"{sign}" is not an operator here', help)


def _reading(kind: Type, name: str) -> Reading | None:
    """How the field is read fast, if it can be."""
    if kind.claim and name in CLAIM_FIELDS:
        return CLAIM.get(name)
    return SHORTCUTS.get((kind.choices[0], name)) if len(kind.choices) == 1 else None


def _readers(kind: Type, name: str) -> dict[type | None, Callable[..., object]]:
    if kind.claim and name in CLAIM_FIELDS:
        return {None: CLAIM_FIELDS[name].read}
    having = {cls: FIELDS[choice] for cls, choice in CLASSES.items() if choice in kind.choices}
    return {cls: fields[name].read for cls, fields in having.items() if name in fields}


def _instead_of_arithmetic(kind: Type) -> str:
    if kind.one_of("date", "period"):
        return "days between two dates: count_days(start, end)"
    if kind.one_of("quantity"):
        return "use its field .low or .high"
    return "use size(…)" if kind.one_of("roster", "texts") else ""
