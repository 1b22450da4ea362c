"""Checks an expression against the types of its names: `suffix.yeer == 2022` is a mistake at `yeer`.

The answer is a type and a closure for every node of the tree; a node with a mistake has the type WRONG, which lets
the rest be checked without a second complaint about the same thing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from checker.expressions import building
from checker.expressions.building import Evaluate
from checker.expressions.functions import FUNCTIONS, Function
from checker.expressions.nearest import did_you_mean
from checker.expressions.pairing import arithmetic_type, comparable, is_plain, units_agree, why_not
from checker.expressions.parsing import ALLOWED, Mistake, Parsed
from checker.expressions.types import CLAIM_FIELDS, CLASSES, FIELDS, TRUTH, WRONG, Type, fields_of, type_of_constant

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
SIGNS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
OPERATORS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Mod: "%",
}
CONSTANTS = "allowed are numbers, texts, True and False"
COMPARE = "compare it: ==, !=, <, in (…)"

Checked = tuple[Type, Evaluate]
NOTHING: Checked = (WRONG, building.constant(None))


class Checking:
    """One pass over one expression; `mistakes` and `reads` fill up on the way."""

    def __init__(self, parsed: Parsed, names: Mapping[str, Type]) -> None:
        self.parsed = parsed
        self.names = names
        self.mistakes: list[Mistake] = []
        self.reads: dict[str, set[str]] = {}

    def wrong(self, node: ast.expr, message: str, help: str = "", *, only: int = 0) -> Checked:
        """Notes a mistake at the node, or at its last `only` characters."""
        start, end = self.parsed.span(node)
        self.mistakes.append(Mistake(end - only if only else start, end, message, help))
        return NOTHING

    def check(self, node: ast.expr) -> Checked:
        match node:
            case ast.BoolOp():
                return self._bool(node)
            case ast.UnaryOp():
                return self._unary(node)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Compare():
                return self._compare(node)
            case ast.Call():
                return self._call(node)
            case ast.Attribute():
                return self._field(node)
            case ast.Name():
                return self._name(node)
            case ast.Constant():
                return self._constant(node)
            case ast.Tuple() | ast.List():
                return self.wrong(node, "a list is only allowed after in", "write: x in (a, b)")
            case _:
                word = REFUSED.get(type(node), "this")
                return self.wrong(node, f"{word} is not allowed in an expression", ALLOWED)

    def _constant(self, node: ast.Constant) -> Checked:
        kind = type_of_constant(node.value)
        if kind is None:
            return self.wrong(node, f"{node.value!r} is not allowed in an expression", CONSTANTS)
        if node.value in (float("inf"), float("-inf")):
            return self.wrong(node, "the number is too large")
        return kind, building.constant(node.value)

    def _name(self, node: ast.Name) -> Checked:
        kind = self._named(node)
        if not kind.claim:
            return kind, building.bound(node.id)
        self.reads.setdefault(node.id, set()).add("value")
        return kind, building.value_of(node.id)

    def _named(self, node: ast.Name) -> Type:
        if node.id in self.names:
            return self.names[node.id]
        function = node.id in FUNCTIONS
        help = f"call it: {FUNCTIONS[node.id].usage}" if function else did_you_mean(node.id, self.names, kind="names")
        self.wrong(node, f'unknown name "{node.id}"', help)
        return WRONG

    def _field(self, node: ast.Attribute) -> Checked:
        owner = node.value
        if isinstance(owner, ast.Name):
            kind, label = self._named(owner), owner.id
            whole = not kind.claim or node.attr in CLAIM_FIELDS
            read = building.bound(owner.id) if whole else building.value_of(owner.id)
        else:
            (kind, read), label = self.check(owner), "it"
        if kind.wrong and not kind.claim:
            return NOTHING
        fields = fields_of(kind)
        if node.attr not in fields:
            message = f'"{label}" is {kind} and has no field "{node.attr}"'
            return self.wrong(node, message, did_you_mean(node.attr, fields, kind="fields"), only=len(node.attr))
        if isinstance(owner, ast.Name) and kind.claim:
            self.reads.setdefault(owner.id, set()).add(node.attr)
        field = fields[node.attr]
        return field.type, building.reading(read, _readers(kind, node.attr), f"{label}.{node.attr}")

    def _bool(self, node: ast.BoolOp) -> Checked:
        parts = [self._truth(part) for part in node.values]
        return TRUTH, building.both(parts) if isinstance(node.op, ast.And) else building.either(parts)

    def _truth(self, node: ast.expr) -> Evaluate:
        kind, read = self.check(node)
        self.must_be(node, kind, TRUTH)
        return read

    def must_be(self, node: ast.expr, kind: Type, expected: Type) -> None:
        """Notes a mistake unless the node's type is the expected one."""
        if not kind.wrong and kind.choices != expected.choices:
            self.wrong(node, f"this is {kind}; it must be {expected}", COMPARE if expected == TRUTH else "")

    def _unary(self, node: ast.UnaryOp) -> Checked:
        if isinstance(node.op, ast.Not):
            return TRUTH, building.negation(self._truth(node.operand))
        kind, read = self.check(node.operand)
        if kind.wrong:
            return NOTHING
        if kind.choices != ("number",) or isinstance(node.op, ast.Invert):
            return self.wrong(node, f"{kind} has no opposite", "only numbers can be negative")
        return kind, building.opposite(read) if isinstance(node.op, ast.USub) else read

    def _arithmetic(self, node: ast.BinOp) -> Checked:
        sign = OPERATORS.get(type(node.op))
        if sign is None:
            return self.wrong(node, "this operator is not allowed in an expression", ALLOWED)
        (left, first), (right, second) = self.check(node.left), self.check(node.right)
        if left.wrong or right.wrong:
            return NOTHING
        for side, kind in ((node.left, left), (node.right, right)):
            if kind.choices != ("number",):
                return self.wrong(side, f"{kind} cannot be used with {sign}", _instead_of_arithmetic(kind))
        result = arithmetic_type(sign, left, right)
        if result is None:
            return self.wrong(node, f"{left} {sign} {right} has no meaning")
        return result, building.arithmetic(sign, first, second)

    def _compare(self, node: ast.Compare) -> Checked:
        parts, left = [], (node.left, self.check(node.left))
        for operator, comparator in zip(node.ops, node.comparators, strict=True):
            match operator:
                case ast.In():
                    parts.append(self._in(left, comparator))
                    break_chain = len(node.ops) > 1
                case ast.NotIn():
                    parts.append(building.negation(self._in(left, comparator)))
                    break_chain = len(node.ops) > 1
                case ast.Is() | ast.IsNot():
                    self.wrong(node, '"is" is not allowed in an expression', "write == or !=, or has(x.field)")
                    break_chain = False
                case _:
                    right = (comparator, self.check(comparator))
                    parts.append(self._pair(SIGNS[type(operator)], left, right))
                    left, break_chain = right, False
            if break_chain:
                return self.wrong(node, "in cannot be part of a chain of comparisons", "join the parts with and")
        return TRUTH, parts[0] if len(parts) == 1 else building.both(parts)

    def _pair(self, sign: str, left: tuple[ast.expr, Checked], right: tuple[ast.expr, Checked]) -> Evaluate:
        (first, (one, read_one)), (last, (other, read_other)) = left, right
        if not one.wrong and not other.wrong and not comparable(sign, one, other):
            start, end = self.parsed.span(first)[0], self.parsed.span(last)[1]
            self.mistakes.append(Mistake(start, end, *why_not(sign, one, other)))
        plain, unit = is_plain(one, other), one.unit or other.unit
        return building.comparison(sign, read_one, read_other, plain=plain, unit=unit)

    def _in(self, left: tuple[ast.expr, Checked], items: ast.expr) -> Evaluate:
        """`x in (a, b)` is `x == a or x == b`; a list of a claim or a parameter is searched."""
        if isinstance(items, ast.Tuple | ast.List):
            if not items.elts:
                self.wrong(items, "an empty list")
            return building.either([self._pair("==", left, (item, self.check(item))) for item in items.elts])
        _, (kind, read) = left
        among, search = self.check(items)
        if not among.wrong and not kind.wrong and among.choices != tuple(f"{choice}s" for choice in kind.choices):
            self.wrong(items, f"{kind} cannot be looked up in {among}", "write: x in (a, b)")
        return building.membership(read, search)

    def _call(self, node: ast.Call) -> Checked:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "has":
            return self._has(node)
        if name not in FUNCTIONS:
            return self._no_function(node, name)
        function = FUNCTIONS[name]
        checked = [self.check(argument) for argument in node.args]
        least, most = len(function.takes) - function.optional, len(function.takes)
        if node.keywords or len(checked) < least or (len(checked) > most and not function.repeats):
            given = _counted(len(checked) + len(node.keywords))
            return self.wrong(node, f"{name} is given {given}", f"write {function.usage}")
        if any(kind.wrong for kind, _ in checked):
            return NOTHING
        return self._arguments(node, function, checked)

    def _arguments(self, node: ast.Call, function: Function, checked: list[Checked]) -> Checked:
        takes = [*function.takes, *[function.takes[-1]] * len(checked)]
        for argument, (kind, _), allowed in zip(node.args, checked, takes, strict=False):
            if not kind.one_of(*allowed):
                return self.wrong(argument, f"this is {kind}", f"write {function.usage}")
        first, *others = [kind for kind, _ in checked]
        call = building.call(function.call, [read for _, read in checked])
        if function.gives is not None:
            return function.gives, call
        if any(other.choices != first.choices or not units_agree(first, other) for other in others):
            return self.wrong(node, "the arguments are of different types", f"write {function.usage}")
        return next((kind for kind in (first, *others) if kind.unit), first), call

    def _has(self, node: ast.Call) -> Checked:
        if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Attribute):
            return self.wrong(node, "has asks about one field", "write has(name.field)")
        kind, read = self.check(node.args[0])
        return (TRUTH, building.given(read)) if not kind.wrong else NOTHING

    def _no_function(self, node: ast.Call, name: str) -> Checked:
        if not name:
            return self.wrong(node.func, "only functions can be called", f"functions: {', '.join(sorted(FUNCTIONS))}")
        help = did_you_mean(name, {*FUNCTIONS, "has"}, kind="functions")
        return self.wrong(node.func, f'unknown function "{name}"', help)


def _readers(kind: Type, name: str) -> dict[type | None, Callable[..., object]]:
    if kind.claim and name in CLAIM_FIELDS:
        return {None: CLAIM_FIELDS[name].read}
    if len(kind.choices) == 1:
        return {None: FIELDS[kind.choices[0]][name].read}
    having = {cls: FIELDS[choice] for cls, choice in CLASSES.items() if choice in kind.choices}
    return {cls: fields[name].read for cls, fields in having.items() if name in fields}


def _counted(arguments: int) -> str:
    return "no arguments" if not arguments else "1 argument" if arguments == 1 else f"{arguments} arguments"


def _instead_of_arithmetic(kind: Type) -> str:
    if kind.one_of("date", "period"):
        return "days between two dates: count_days(start, end)"
    if kind.one_of("quantity"):
        return "use its field .low or .high"
    return "use size(…)" if kind.one_of("roster", "texts") else ""
