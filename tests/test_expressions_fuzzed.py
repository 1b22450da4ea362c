"""Expressions under random texts and random claims: nothing raises, nothing escapes, and fast and exact are one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from types import CodeType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.expressions import TRUTH, Expression, Type, Unknown, compile_expression, read_expression, shortcuts
from checker.expressions.functions import FUNCTIONS
from checker.expressions.types import CLAIM_FIELDS, FIELDS
from checker.model import (
    NO_YEAR,
    Claim,
    Edition,
    Hedge,
    Part,
    Period,
    Quantity,
    Roster,
    Scope,
    Stance,
    Term,
    Value,
    Weekday,
    Where,
)
from tests.test_expressions import BINDINGS, PARAMS, TYPES, VALUES, fixture

HERE = Where("a.txt", 0, 1, 1, 1)
KINDS = {
    **dict.fromkeys(("p", "start"), "period"),
    **dict.fromkeys(("q", "aid"), "quantity"),
    **dict.fromkeys(("e", "late"), "edition"),
    "t": "term",
    "r": "roster",
}
NAMES: Mapping[str, Type] = {
    **{name: Type((kind,), claim=True) for name, kind in KINDS.items()},
    "either": Type(("quantity", "roster"), claim=True),
    "sum": Type(("quantity",)),
}


def days(first: int, last: int) -> st.SearchStrategy[date]:
    return st.dates(date(first, 1, 1), date(last, 12, 31))


HEDGES = st.sampled_from([Hedge.none, Hedge.none, *Hedge])
TEXTS = st.sampled_from(["", "22", "Lira", "about 60 \ud800", "Doma"])


@st.composite
def periods(draw: st.DrawFn) -> Period:
    year = draw(st.sampled_from([(2021, 2022), (2022, 2022), (NO_YEAR, NO_YEAR), (1, 9999)]))
    one, other = sorted(draw(st.tuples(days(*year), days(*year))))
    readings = [(day, day) for day in draw(st.lists(days(2021, 2022), max_size=1))]
    return Period(
        first=one,
        last=draw(st.sampled_from([one, other])),
        weekday=draw(st.none() | st.sampled_from(Weekday)),
        alternatives=tuple(draw(st.sampled_from([[], [], readings]))),
        hedge=draw(HEDGES),
        text=draw(TEXTS),
    )


FIGURES = st.sampled_from([0.0, 1, 5, 10, 22, 60, 2022, -3, 1e308, float("inf")]) | st.floats(-1e6, 1e6)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted(draw(st.tuples(FIGURES, FIGURES)))
    return Quantity(
        low=low,
        high=draw(st.sampled_from([low, high])),
        unit=draw(st.sampled_from(["", "day", "USD", "EUR", "km", "mile"])),
        step=draw(st.sampled_from([0.0, 0.0, 1.0, 100.0])),
        hedge=draw(HEDGES),
        text=draw(TEXTS),
    )


NUMBERS = st.none() | st.sampled_from([1, 3, 2021, 2022])
EDITIONS = st.builds(Edition, year=NUMBERS, number=NUMBERS, short=st.booleans(), text=TEXTS)
TERMS = st.builds(Term, name=TEXTS, text=TEXTS)
ROSTERS = st.builds(
    Roster, members=st.lists(TEXTS, max_size=2).map(tuple), counted=NUMBERS, closed=st.booleans(), text=TEXTS
)
OF_KIND: Mapping[str, st.SearchStrategy[Any]] = {
    "period": periods(),
    "quantity": quantities(),
    "edition": EDITIONS,
    "term": TERMS,
    "roster": ROSTERS,
}
SCOPES = st.builds(
    Scope,
    reported=st.none() | days(2021, 2022),
    as_of=st.none() | periods(),
    occasion=NUMBERS,
    noun=TEXTS,
    roles=st.sampled_from([(), (("outcome", "killed"),)]),
    part=st.sampled_from(Part),
    speaker=st.none() | TEXTS,
    stance=st.sampled_from(Stance),
)


def claim(value: Value, scope: Scope) -> Claim:
    return Claim(kind="any", subject="Amber", value=value, text=value.text, quote=value.text, where=HERE, scope=scope)


def claims(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Claim | None]:
    told = st.builds(claim, values, SCOPES)
    return st.one_of(told, told, told, told, st.none())


BOUND = st.fixed_dictionaries(
    {
        **{name: claims(OF_KIND[kind]) for name, kind in KINDS.items()},
        "either": claims(st.one_of(quantities(), ROSTERS)),
        "sum": st.none() | quantities(),
    }
)


def answers(expression: Expression, bindings: Mapping[str, object]) -> tuple[object, object]:
    """What the generated code says, and what the closures say."""
    try:
        exact = expression.root.exact(bindings)
    except (ValueError, ArithmeticError) as error:
        exact = Unknown(str(error))
    return expression.evaluate(bindings), exact


def agree(expression: Expression, bindings: Mapping[str, object]) -> None:
    fast, exact = answers(expression, bindings)
    assert (fast, type(fast)) == (exact, type(exact)), expression.source
    for clause in expression.explain(bindings):
        assert isinstance(clause.answer, bool | Unknown)
        assert str(clause)


# Every field, function and comparison, of operands of every type that it takes.
OPERANDS: Mapping[str, tuple[str, ...]] = {
    "period": ("p", "start", "p.as_of"),
    "date": ("p.first", "start.reported", 'date("2022-03-04")'),
    "quantity": ("q", "aid", "sum", 'money(60, "USD")'),
    "number": ("q.low", "60", "days(p)", "year(e)", "size(r)"),
    "edition": ("e", "late"),
    "term": ("t",),
    "text": ("t.name", "'Lira'", "q.unit", "weekday(p)", "p.stance"),
    "truth": ("e.short", "1 == 1", "r.closed"),
    "roster": ("r", "either"),
    "texts": ("r.members",),
    "numbers": (),
}
SIGNS = ("==", "!=", "<", "<=", ">", ">=")


def everything() -> Iterable[str]:
    for kind, names in OPERANDS.items():
        for name, field in product(names, FIELDS.get(kind, {})):
            yield from (f"{name}.{field}", f"has({name}.{field})")
    for field in CLAIM_FIELDS:
        yield from (f"p.{field}", f"has(p.{field})")
    for name, function in FUNCTIONS.items():
        for takes in function.takes:
            given = [[text for choice in allowed for text in OPERANDS[choice]] for allowed in takes]
            yield from (f"{name}({', '.join(arguments)})" for arguments in product(*given))
    for left, right in product(OPERANDS.values(), repeat=2):
        for a, b in product(left[:2], right[-2:]):
            yield from (f"{a} {sign} {b}" for sign in SIGNS)
            yield from (f"{a} in ({b}, {b})", f"{a} == {b} == {a}", f"{a} not in {b}")


WHOLE = [
    found for source in sorted(set(everything())) if isinstance(found := read_expression(source, NAMES), Expression)
]


def test_every_field_and_function_occurs() -> None:
    sources = " ".join(expression.source for expression in WHOLE)
    assert all(f".{field}" in sources for fields in (*FIELDS.values(), CLAIM_FIELDS) for field in fields)
    assert all(f"{name}(" in sources or function.constant for name, function in FUNCTIONS.items())


@settings(deadline=None, database=None, max_examples=30)
@given(BOUND)
def test_the_generated_code_says_what_the_closures_say(bindings: Mapping[str, object]) -> None:
    for expression in WHOLE:
        agree(expression, bindings)


# Expressions that are well typed, of any depth.
def joined(inner: st.SearchStrategy[str], *shapes: str) -> st.SearchStrategy[str]:
    def filled(shape: str) -> st.SearchStrategy[str]:
        return st.tuples(*[inner] * shape.count("{}")).map(lambda parts: "(" + shape.format(*parts) + ")")

    return st.sampled_from(shapes).flatmap(filled)


NUMERIC = st.recursive(
    st.sampled_from([*OPERANDS["number"], "q.high", "aid.step", "e.number", "0", "1e15", "limit"]),
    lambda inner: joined(inner, "{} + {}", "{} - {}", "{} * {}", "{} / {}", "{} % {}", "-{}", "abs({})", "max({}, {})"),
    max_leaves=6,
)
ATOMS = st.one_of(
    joined(NUMERIC, "{} == {}", "{} < {} <= {}", "{} in ({}, {})", "{} not in ({}, 1)", "{} != {}"),
    st.sampled_from([f"({one.source})" for one in WHOLE if one.type == TRUTH]),
)
WELL_TYPED = st.recursive(
    ATOMS,
    lambda inner: joined(inner, "{} and {}", "{} or {}", "not {}", "{} == {}", "{} and {} and {}", "{} or {} or {}"),
    max_leaves=8,
)
LIMITED = {**NAMES, "limit": Type(("number",))}


@settings(deadline=None, database=None, max_examples=300)
@given(WELL_TYPED, BOUND, st.sampled_from([2, 0.5, 2022]))
def test_a_well_typed_expression_is_answered(source: str, bindings: dict[str, object], limit: float) -> None:
    found = read_expression(source, LIMITED, expected=TRUTH, constants={"limit": limit})
    if not isinstance(found, Expression):
        assert all(re.search("nested|characters|has no meaning|compared|different", one.message) for one in found), (
            found
        )
        return
    agree(found, bindings)
    assert isinstance(found.evaluate(bindings), bool | Unknown)
    variable = compile_expression(source, LIMITED)
    assert variable.evaluate({**bindings, "limit": limit}) == found.evaluate(bindings)
    assert isinstance(found.evaluate({}), bool | Unknown)


ATOM = {True: "1 == 1", False: "1 == 2", None: "third.year == 1"}


@pytest.mark.parametrize(("one", "other"), product(ATOM, repeat=2))
def test_the_truth_tables_have_three_values(one: bool | None, other: bool | None) -> None:
    def value(source: str) -> bool | None:
        fast, exact = answers(compile_expression(source, TYPES, constants=PARAMS), BINDINGS)
        assert fast == exact
        return None if isinstance(fast, Unknown) else bool(fast)

    both, either = [one, other], [one, other]
    assert value(f"{ATOM[one]} and {ATOM[other]}") is (False if False in both else None if None in both else True)
    assert value(f"{ATOM[one]} or {ATOM[other]}") is (True if True in either else None if None in either else False)
    assert value(f"not ({ATOM[one]})") is (None if one is None else not one)
    assert value(f"not ({ATOM[one]} and {ATOM[other]})") is value(f"not ({ATOM[one]}) or not ({ATOM[other]})")


# No way out: what the code of an expression may name.
TEMPLATES = [
    *(reading.value for table in (shortcuts.CLAIM, shortcuts.FIELDS) for reading in table.values()),
    *shortcuts.FUNCTIONS.values(),
    *(code for signs in shortcuts.COMPARISONS.values() for code in signs.values()),
]
ATTRIBUTES = {
    node.attr
    for code in TEMPLATES
    for node in ast.walk(ast.parse(code, mode="eval"))
    if isinstance(node, ast.Attribute)
}
OURS = {*ATTRIBUTES, *shortcuts.GLOBALS, "unit", "value", "missed", "exact"}


def named(code: CodeType) -> set[str]:
    inner = (part for part in code.co_consts if isinstance(part, CodeType))
    return {*code.co_names, *code.co_varnames, *code.co_freevars}.union(*map(named, inner))


def confined(expression: Expression) -> None:
    code = expression.evaluate.__code__  # type: ignore[attr-defined]
    strange = {name for name in named(code) - OURS if not re.fullmatch(r"bindings|[cvkn]\d+|t", name)}
    assert not strange, expression.source
    assert expression.evaluate.__globals__["__builtins__"] == {}  # type: ignore[attr-defined]


def test_the_code_names_nothing_but_what_is_ours() -> None:
    assert not any(name.startswith("__") for name in OURS)
    for expression in WHOLE:
        confined(expression)


@settings(deadline=None, database=None, max_examples=200)
@given(WELL_TYPED)
def test_the_code_of_any_expression_names_nothing_but_what_is_ours(source: str) -> None:
    found = read_expression(source, LIMITED, expected=TRUTH)
    if isinstance(found, Expression):
        confined(found)


# Any text: an expression, or mistakes that lie in it.
WRITTEN = [*VALUES["expressions"], *(source for one in fixture("mistakes.yml") for source in one)]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An expression of the fixtures with a few characters taken out, put in or replaced."""
    source = draw(st.sampled_from(WRITTEN))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(source)))
        source = source[:at] + draw(st.sampled_from(["", "(", ")", " ", ".", "é", "'", "x", "__"])) + source[at + 1 :]
    return source


@settings(deadline=None, database=None, max_examples=300)
@given(damaged() | st.text(max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    found = read_expression(source, TYPES, expected=TRUTH, constants=PARAMS)
    if isinstance(found, Expression):
        confined(found)
        agree(found, BINDINGS)
        assert isinstance(found.evaluate(BINDINGS), bool | Unknown)
    else:
        assert found
        assert all(0 <= mistake.start < mistake.end <= max(1, len(source)) for mistake in found)


@pytest.mark.parametrize("shape", ["(True == {} == True)", "({} in (True, False))", "({} == {} == True)"])
def test_no_operand_is_computed_twice(shape: str) -> None:
    source = "True"
    while len(source) < 400 and source.count("(") < 20:
        source = shape.replace("{}", source, 1).replace("{}", "True")
    assert compile_expression(source, {}).evaluate({}) is True
