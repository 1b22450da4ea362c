"""What fields, functions and comparisons are in Python where all is given and exact: `end.year` is `a.first.year`.

Only the fast code of an expression uses these (`generating.py`); `a` and `b` stand for the operands. Each gives what
the function of the same name gives, or raises, which `missing()` does on purpose: for what was left out, and for dates
without a year, dates that can be read in several ways, hedged and rounded figures. What is not listed has no shortcut,
and is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.expressions.types import Missing
from checker.model import NO_YEAR, Weekday


class Reading(NamedTuple):
    """How a field is read, and what tells that the source gives it: nothing if it always does."""

    code: str
    test: str = ""

    @property
    def value(self) -> str:
        return f"(t if {self.test.format(f'(t := {self.code})')} else missing())" if self.test else self.code

    @property
    def given(self) -> str:
        return self.test.format(self.code) if self.test else f"({self.code}) is not None"


def missing() -> object:
    """The closures know what."""
    raise Missing


# The names that shortcuts may use beside their operands.
GLOBALS: Mapping[str, object] = {
    "missing": missing,
    "weekdays": tuple(day.value for day in Weekday),
    "months": range(1, 13),
}


def _dated(code: str, *, only: str = "") -> str:
    """What is read of a period that has a year and one reading, where the condition holds."""
    holds = f" and {only}" if only else ""
    return f"(({code}) if not a.alternatives and a.first.year != {NO_YEAR}{holds} else missing())"


_NOT_NONE = "{} is not None"
_NOT_EMPTY = "not not {}"

CLAIM: Mapping[str, Reading] = {
    "text": Reading("a.text"),
    "subject": Reading("a.subject"),
    "quote": Reading("a.quote"),
    "reported": Reading("a.scope.reported", _NOT_NONE),
    "as_of": Reading("a.scope.as_of", _NOT_NONE),
    "occasion": Reading("a.scope.occasion", _NOT_NONE),
    "noun": Reading("a.scope.noun", _NOT_EMPTY),
    "part": Reading("a.scope.part._value_"),
    "speaker": Reading("a.scope.speaker", _NOT_NONE),
    "stance": Reading("a.scope.stance._value_"),
    "tier": Reading("a.scope.tier._value_"),
}
FIELDS: Mapping[tuple[str, str], Reading] = {
    ("quantity", "low"): Reading("a.low"),
    ("quantity", "high"): Reading("a.high"),
    ("quantity", "unit"): Reading("a.unit"),
    ("quantity", "step"): Reading("a.step"),
    ("quantity", "hedge"): Reading("a.hedge._value_"),
    ("quantity", "text"): Reading("a.text"),
    ("period", "first"): Reading(_dated("a.first")),
    ("period", "last"): Reading(_dated("a.last")),
    ("period", "days"): Reading(_dated("(a.last - a.first).days + 1")),
    ("period", "year"): Reading(_dated("a.first.year if a.first.year == a.last.year else None"), _NOT_NONE),
    ("period", "is_day"): Reading("a.first == a.last"),
    ("period", "weekday"): Reading("(a.weekday and a.weekday._value_)", _NOT_NONE),
    ("period", "hedge"): Reading("a.hedge._value_"),
    ("period", "text"): Reading("a.text"),
    ("edition", "year"): Reading("a.year", _NOT_NONE),
    ("edition", "number"): Reading("a.number", _NOT_NONE),
    ("edition", "short"): Reading("a.short"),
    ("edition", "text"): Reading("a.text"),
    ("term", "name"): Reading("a.name"),
    ("term", "key"): Reading("a.key"),
    ("term", "text"): Reading("a.text"),
    ("roster", "members"): Reading("a.members", _NOT_EMPTY),
    ("roster", "counted"): Reading("a.counted", _NOT_NONE),
    ("roster", "size"): Reading("a.size", _NOT_NONE),
    ("roster", "closed"): Reading("a.closed"),
    ("roster", "text"): Reading("a.text"),
}

# `a` and `b` are single days.
_DAY = "a.first == a.last"
_DAYS = f"{_DAY} and b.first == b.last"

FUNCTIONS: Mapping[tuple[str, tuple[str, ...]], str] = {
    ("year", ("edition",)): "(t if (t := a.year) is not None else missing())",
    (
        "year",
        ("period",),
    ): f"(t if (t := a.first.year) == a.last.year != {NO_YEAR} and not a.alternatives else missing())",
    ("year", ("date",)): "a.year",
    ("month", ("period",)): _dated("a.first.month", only=_DAY),
    ("month", ("date",)): "a.month",
    ("day", ("period",)): _dated("a.first.day", only=_DAY),
    ("day", ("date",)): "a.day",
    ("fiscal_year", ("period", "number")): _dated(
        "a.first.year + (1 < b <= a.first.month)", only=f"{_DAY} and b in months"
    ),
    ("weekday", ("period",)): _dated("weekdays[a.first.weekday()]", only=_DAY),
    ("weekday", ("date",)): "weekdays[a.weekday()]",
    ("days", ("period",)): _dated("(a.last - a.first).days + 1"),
    **{
        (name, ("period", "period")): _dated(
            "(b.first - a.first).days + 1", only=f"{_DAYS} and b.first.year != {NO_YEAR} and not b.alternatives"
        )
        for name in ("days", "count_days")
    },
}

# `a` begins before `b` ends, and what like it can be said of two periods. If the one that is named then has a year, so
# has the other: a date without one is taken to be of the year 4.
_PERIODS = {
    "==": ("a.first <= b.last and b.first <= a.last", "a"),
    "<": ("a.first < b.last", "a"),
    "<=": ("a.first <= b.last", "a"),
    ">": ("a.last > b.first", "b"),
    ">=": ("a.last >= b.first", "b"),
}
_TO_A_DATE = {
    "==": "a.first <= b <= a.last",
    "<": "a.first < b",
    "<=": "a.first <= b",
    ">": "a.last > b",
    ">=": "a.last >= b",
}
_OF_A_DATE = {
    "==": "b.first <= a <= b.last",
    "<": "a < b.last",
    "<=": "a <= b.last",
    ">": "a > b.first",
    ">=": "a >= b.first",
}


def _negated(signs: Mapping[str, str]) -> Mapping[str, str]:
    """The signs and `!=`."""
    return {**signs, "!=": f"not ({signs['==']})"}


def _of_periods(holds: str, dated: str, *periods: str) -> str:
    """What holds of one reading of the dates holds; it does not hold for sure if they are exact."""
    vague = " or ".join(f"{one}.alternatives or {one}.hedge or {one}.first.year == {NO_YEAR}" for one in periods)
    return f"{holds} and {dated}.first.year != {NO_YEAR} or (missing() if {vague} else False)"


def _of_quantities(holds: str, *quantities: str) -> str:
    """Quantities are intervals as periods are; exact ones are no wider than they are written."""
    vague = " or ".join(f"{one}.hedge or {one}.step" for one in quantities)
    if len(quantities) > 1:
        vague += " or a.unit != b.unit"
    return f"missing() if {vague} else {holds.replace('first', 'low').replace('last', 'high')}"


COMPARISONS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("period", "period"): _negated({sign: _of_periods(*one, "a", "b") for sign, one in _PERIODS.items()}),
    ("period", "date"): _negated({sign: _of_periods(one, "a", "a") for sign, one in _TO_A_DATE.items()}),
    ("date", "period"): _negated({sign: _of_periods(one, "b", "b") for sign, one in _OF_A_DATE.items()}),
    ("quantity", "quantity"): _negated({sign: _of_quantities(one, "a", "b") for sign, (one, _) in _PERIODS.items()}),
    ("quantity", "number"): _negated({sign: _of_quantities(one, "a") for sign, one in _TO_A_DATE.items()}),
    ("number", "quantity"): _negated({sign: _of_quantities(one, "b") for sign, one in _OF_A_DATE.items()}),
    ("edition", "edition"): _negated({"==": "missing() if a.year is None or b.year is None else a.year == b.year"}),
}
