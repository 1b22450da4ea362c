"""The functions of expressions, a closed list: `year(end)`, `count_days(start, end)`, `has(end.weekday)`.

Each is total over the types it takes: what it cannot answer raises ValueError or ArithmeticError, which makes the
answer unknown. None knows the clock, and none looks for a pattern. `has` is not here: it asks about a field instead of
reading it, and so belongs to `calling.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.expressions import dating, measuring
from checker.expressions.types import DATE, DAYS, MONTH, NUMBER, TEXT, TRUTH, WEEKDAY, YEAR, Type
from checker.language.lexicons import currencies

Takes = tuple[tuple[str, ...], ...]  # the types that each argument may have

DATED = ("period", "date")
MEASURED = ("quantity", "number")
_TEXTS: Takes = (("text",), ("text",))


@dataclass(frozen=True, slots=True)
class Function:
    """`takes` lists the ways to call it; `gives` is None for "the same as its arguments", which then must all be alike;
    `usage` is what an error message shows."""

    usage: str
    takes: tuple[Takes, ...]
    gives: Type | None
    call: Callable[..., Any]
    repeats: bool = False  # the last argument may be repeated
    alike: bool = False  # the first two arguments are compared: their units must go together
    constant: bool = False  # its arguments are constants, and so is what it gives

    @property
    def manual(self) -> str:
        """What it does, in one line."""
        return " ".join((self.call.__doc__ or "").split())


def least(*values: Any) -> Any:
    """The least of the numbers, or the first of the dates."""
    return min(values)


def greatest(*values: Any) -> Any:
    """The greatest of the numbers, or the last of the dates."""
    return max(values)


def absolute(number: Any) -> Any:
    """The number without its sign."""
    return abs(number)


_ALIKE: tuple[Takes, ...] = ((("number", "date"), ("number", "date")),)

FUNCTIONS: Mapping[str, Function] = {
    # dates
    "year": Function("year(edition, period or date)", ((("edition", *DATED),),), YEAR, dating.year),
    "fiscal_year": Function(
        "fiscal_year(period or date, first month)", ((DATED, ("number",)),), YEAR, dating.fiscal_year
    ),
    "quarter": Function("quarter(period or date)", ((DATED,),), NUMBER, dating.quarter),
    "month": Function("month(period or date)", ((DATED,),), MONTH, dating.month),
    "day": Function("day(period or date)", ((DATED,),), NUMBER, dating.day),
    "weekday": Function("weekday(period or date)", ((DATED,),), WEEKDAY, dating.weekday),
    "days": Function("days(period) or days(start, end)", ((("period",),), (DATED, DATED)), DAYS, dating.days),
    "count_days": Function("count_days(start, end)", ((DATED, DATED),), DAYS, dating.count_days),
    "add_days": Function("add_days(period or date, number)", ((DATED, ("number",)),), DATE, dating.add_days),
    "overlaps": Function("overlaps(period, period)", ((DATED, DATED),), TRUTH, dating.overlaps),
    "date": Function('date("2022-08-20")', ((("text",),),), DATE, dating.constant_date, constant=True),
    # figures
    "low": Function("low(quantity)", ((MEASURED,),), NUMBER, measuring.low),
    "high": Function("high(quantity)", ((MEASURED,),), NUMBER, measuring.high),
    "within": Function(
        "within(quantity, quantity, percent)",
        ((MEASURED, MEASURED, ("number",)),),
        TRUTH,
        measuring.within,
        alike=True,
    ),
    "ratio": Function("ratio(quantity, quantity)", ((MEASURED, MEASURED),), NUMBER, measuring.ratio, alike=True),
    "currency": Function(
        "currency(quantity)",
        ((("quantity",),),),
        Type(("text",), words=tuple(sorted(currencies.CODES))),
        measuring.currency,
    ),
    "money": Function('money(60_000, "USD")', ((("number",), ("text",)),), None, measuring.money, constant=True),
    "measure": Function('measure(5, "km")', ((("number",), ("text",)),), None, measuring.measure, constant=True),
    "abs": Function("abs(number)", ((("number",),),), None, absolute),
    "min": Function("min(number, number, …)", _ALIKE, None, least, repeats=True),
    "max": Function("max(number, number, …)", _ALIKE, None, greatest, repeats=True),
    "round": Function("round(number, places)", ((("number",),), (("number",), ("number",))), NUMBER, measuring.rounded),
    # lists and texts
    "size": Function("size(list)", ((("roster", "texts", "numbers"),),), NUMBER, measuring.size),
    "contains": Function(
        "contains(period, date), contains(text, text) or contains(list, name)",
        ((("period",), DATED), _TEXTS, (("roster",), ("text",))),
        TRUTH,
        measuring.contains,
    ),
    "starts_with": Function("starts_with(text, text)", (_TEXTS,), TRUTH, measuring.starts_with),
    "ends_with": Function("ends_with(text, text)", (_TEXTS,), TRUTH, measuring.ends_with),
    "lower": Function("lower(text)", ((("text",),),), TEXT, measuring.lower),
}
