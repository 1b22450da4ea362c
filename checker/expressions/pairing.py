"""Which types may be compared, and how: an edition equals an edition, a period may come before a date.

`pairing` answers for two types with None (they may) or with the help text of the mistake.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.expressions.types import NUMBER, Type

EQUAL = ("==", "!=")
ORDERED = (*EQUAL, "<", "<=", ">", ">=")

SIGNS: Mapping[frozenset[str], tuple[str, ...]] = {
    frozenset({"number"}): ORDERED,
    frozenset({"date"}): ORDERED,
    frozenset({"period"}): ORDERED,
    frozenset({"period", "date"}): ORDERED,
    frozenset({"quantity"}): ORDERED,
    frozenset({"quantity", "number"}): ORDERED,
    frozenset({"text"}): EQUAL,
    frozenset({"truth"}): EQUAL,
    frozenset({"edition"}): EQUAL,
    frozenset({"term"}): EQUAL,
    frozenset({"term", "text"}): EQUAL,
}
PLAIN = ("number", "date", "text", "truth")

INSTEAD: Mapping[frozenset[str], str] = {
    frozenset({"edition", "number"}): "compare year(…) or the field .number of the edition",
    frozenset({"edition", "text"}): "compare the field .text of the edition",
    frozenset({"edition", "period"}): "compare year(…) of both",
    frozenset({"edition", "date"}): "compare year(…) of both",
    frozenset({"period", "number"}): "compare year(…), month(…) or days(…) of the period",
    frozenset({"period", "quantity"}): "compare days(…) of the period",
    frozenset({"period", "text"}): 'write the day as a constant: date("2022-08-20")',
    frozenset({"date", "text"}): 'write the day as a constant: date("2022-08-20")',
    frozenset({"date", "number"}): "compare year(…) or month(…) of the date",
    frozenset({"roster", "number"}): "compare size(…) of the list",
    frozenset({"roster", "quantity"}): "compare size(…) of the list",
    frozenset({"roster"}): "compare size(…) of both",
    frozenset({"quantity", "number"}): 'write the figure with its unit: money(60_000, "USD"), measure(5, "km")',
    frozenset({"quantity", "text"}): "compare the field .text or .unit of the quantity",
    frozenset({"number", "text"}): "a number is written without quotes",
}


def comparable(sign: str, left: Type, right: Type) -> bool:
    """Whether some choice of `left` may stand before `sign` and some choice of `right` after it."""
    return units_agree(left, right) and any(
        sign in SIGNS.get(frozenset({one, other}), ()) for one in left.choices for other in right.choices
    )


# What may be compared with a bare number: there is one usual unit, or the rule asks for it.
_BARE = {"", "count", "money", "time", "percent"}


def _measured(kind: Type) -> str:
    return "time" if kind.unit == "day" else kind.measures if kind.one_of("quantity") else ""


def units_agree(left: Type, right: Type) -> bool:
    """Days go with days and with a bare number; an amount in a currency only with what may be such an amount; money
    never with megawatts, nor megawatts with a bare number, which could be gigawatts."""
    one, other = (_measured(kind) for kind in (left, right))
    if one and other and one != other:
        return False
    if any(kind.choices == ("number",) and not kind.unit for kind in (left, right)) and {one, other} - _BARE:
        return False
    if left.unit and right.unit:
        return left.unit == right.unit
    bare = any(kind.choices == ("number",) and not kind.unit for kind in (left, right))
    return not (bare and any(kind.unit and kind.one_of("quantity") for kind in (left, right)))


def is_plain(left: Type, right: Type) -> bool:
    """Whether Python's own comparison is the right one."""
    return left.choices == right.choices and len(left.choices) == 1 and left.choices[0] in PLAIN


def why_not(sign: str, left: Type, right: Type) -> tuple[str, str]:
    """The message and the help for two types that cannot be compared."""
    pairs = [frozenset({one, other}) for one in left.choices for other in right.choices]
    if units_agree(left, right) and any(pair in SIGNS for pair in pairs):
        both = str(left) if left.choices == right.choices else f"{left} and {right}"
        return f"{both} cannot be compared with {sign}", f"allowed here: {', '.join(EQUAL)}"
    help = next((INSTEAD[pair] for pair in pairs if pair in INSTEAD), "")
    return f"{left} cannot be compared with {right}", help


def arithmetic_type(sign: str, left: Type, right: Type) -> Type | None:
    """The type of `left sign right`, or None if their units do not go together: a year plus a number of days."""
    units = (left.unit, right.unit)
    match sign:
        case "+" | "-" if not units_agree(left, right):
            return None
        case "-" if units in (("year", "year"), ("month", "month")):
            return NUMBER
        case "+" | "-":
            return Type(("number",), left.unit or right.unit)
        case "*" if all(units):
            return None
        case "*":
            return Type(("number",), left.unit or right.unit)
        case "%":
            return NUMBER
        case _ if not right.unit:
            return Type(("number",), left.unit)
        case _:
            return NUMBER if units_agree(left, right) and left.unit else None
