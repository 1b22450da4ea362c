"""Expressions: `fixtures/expressions/values.yml` says what each yields, `mistakes.yml` what is wrong with each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.expressions import (
    NUMBER,
    TRUTH,
    Expression,
    Type,
    Unknown,
    claim_type,
    compile_expression,
    read_expression,
    type_of_constant,
)
from checker.model import Claim, Edition, Hedge, Period, Quantity, Roster, RuleError, Term, Value, Weekday, Where
from checker.yamltext import core, load

FIXTURES = Path(__file__).parent.parent / "fixtures" / "expressions"
HERE = Where("a.txt", 0, 1, 1, 1)


def claim(value: Value) -> Claim:
    return Claim(kind="any", subject="Amber Heron", value=value, text=value.text, quote=value.text, where=HERE)


def value_of(given: dict[str, Any]) -> Value:
    text = given.pop("text", "")
    match given:
        case {"edition": year}:
            return Edition(year=year, text=text)
        case {"number": number}:
            return Edition(number=number, text=text)
        case {"first": first, "last": last, **rest}:
            others = [date.fromisoformat(rest["or"])] if "or" in rest else []
            return Period(
                first=date.fromisoformat(first),
                last=date.fromisoformat(last),
                weekday=Weekday(rest["weekday"]) if "weekday" in rest else None,
                alternatives=tuple((day, day) for day in others),
                hedge=Hedge(rest.get("hedge", "")),
            )
        case {"low": _, "high": _}:
            return Quantity(**{**given, "hedge": Hedge(given.get("hedge", ""))})
        case {"name": name}:
            return Term(name=name)
        case _:
            return Roster(**{**given, "members": tuple(given.get("members", ()))})


def fixture(name: str) -> Any:
    return core(load((FIXTURES / name).read_text(encoding="utf-8"), name))


VALUES = fixture("values.yml")
CLAIMS = {name: claim(value_of(dict(given))) for name, given in VALUES["claims"].items()}
PARAMS: dict[str, object] = VALUES["params"]
BINDINGS: dict[str, object] = {**CLAIMS, **PARAMS}
CHOICES = {Edition: "edition", Period: "period", Quantity: "quantity", Roster: "roster", Term: "term"}
NAMES = {name: Type((CHOICES[type(one.value)],), claim=True) for name, one in CLAIMS.items()}
TYPES = {**NAMES, **{name: type_of_constant(value) or NUMBER for name, value in VALUES["params"].items()}}


@pytest.mark.parametrize(("source", "expected"), VALUES["expressions"].items())
def test_value(source: str, expected: object) -> None:
    found = compile_expression(source, TYPES).evaluate(BINDINGS)
    if expected == "unknown":
        assert isinstance(found, Unknown)
        assert found.reason
    else:
        assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(("source", "expected"), [pair for case in fixture("mistakes.yml") for pair in case.items()])
def test_mistake(source: str, expected: list[str]) -> None:
    names = {
        "suffix": Type(("edition",), claim=True),
        "late": Type(("edition",), claim=True),
        "end": Type(("period",), claim=True),
        "start": Type(("period",), claim=True),
        "amount": Type(("quantity",), claim=True),
        "roster": Type(("roster",), claim=True),
    }
    found = read_expression(source, names, expected=TRUTH)
    assert not isinstance(found, Expression)
    told = [f"{source[one.start : one.end]}: {one.message}" + (f" = {one.help}" if one.help else "") for one in found]
    standard = (
        " = allowed are and, or, not, comparisons, in (…), + - * / %, fields (end.year) and functions (year(end))"
    )
    assert [one.removesuffix(standard) for one in told] == expected


def test_a_mistake_has_its_line_and_column() -> None:
    source = "year(end) == 2022\n  and end.yeer == 2022"
    with pytest.raises(RuleError) as error:
        compile_expression(source, TYPES, path="a.yml", line=7, column=12)
    (problem,) = error.value.problems
    assert (problem.path, problem.line, problem.column, problem.length) == ("a.yml", 8, 11, 4)
    assert problem.excerpt == "  and end.yeer == 2022"


def test_what_an_expression_reads() -> None:
    expression = compile_expression("year(end) == suffix.year and has(end.weekday) and fiscal_year_starts > 1", TYPES)
    assert expression.reads == {"end": ("value", "weekday"), "suffix": ("year",)}


def test_a_claim_that_may_be_a_list_or_a_quantity() -> None:
    names = {"taking_part": Type(("quantity", "roster"), claim=True)}
    size = compile_expression("size(taking_part) == 7", names)
    assert size.evaluate({"taking_part": CLAIMS["seven"]}) is True
    assert isinstance(size.evaluate({"taking_part": CLAIMS["euros"]}), Unknown)
    low = compile_expression("taking_part.low == 60 or taking_part.size == 7", names)
    assert low.evaluate({"taking_part": CLAIMS["euros"]}) is True
    assert low.evaluate({"taking_part": CLAIMS["seven"]}) is True


def test_every_kind_of_value_has_a_type() -> None:
    assert set(claim_type(Claim).choices) == {"quantity", "period", "edition", "term", "roster"}


def test_an_unknown_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(Unknown("end.year is not given"))


@pytest.mark.parametrize(
    "source",
    [
        "(" * 900 + "1" + ")" * 900,
        "-" * 1900 + "1",
        "not " * 400 + "1",
        "1" * 1900 + " == 1",
        "1" * 3000,
        "'\\d' == '\x00'",
        *["9" * 1800 + "*" + "9" * 190 + " == 1.0", "\ud800 == 1", "1 == 1\n\f\\", "'" * 1999, "end" + ".text" * 300],
    ],
)
def test_hostile_text_is_refused_or_answered(source: str) -> None:
    found = read_expression(source, TYPES, expected=TRUTH)
    if isinstance(found, Expression):
        assert isinstance(found.evaluate(BINDINGS), bool | Unknown)
