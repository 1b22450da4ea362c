"""How findings were judged: fixtures/explained has texts with the lines, fixtures/expressions/explained.yml clauses."""

from __future__ import annotations

import pytest
from pydantic import Field

from checker.expressions import compile_expression
from checker.pipeline import every_rule, run
from tests.specimens import FIXTURES, Source, Strict, case, documents, files, load
from tests.test_expressions import BINDINGS, PARAMS, TYPES, fixture

RULES = every_rule(["exercises", "core", FIXTURES / "explained" / "rules"])


class Case(Strict):
    """Texts, the rule that finds one thing in them, and its explanation."""

    name: str
    rule: str
    documents: list[Source] = Field(min_length=1)
    explanation: list[str]


class Grid(Strict):
    cases: list[Case]


CASES = [case(one, name=f"{path.stem}: {one.name}") for path in files("explained") for one in load(path, Grid).cases]
CLAUSES = [pair for one in fixture("explained.yml") for pair in one.items()]


@pytest.mark.parametrize("one", CASES)
def test_a_finding_is_explained(one: Case) -> None:
    (finding,) = run(documents(one.documents), RULES).verdicts[one.rule].findings
    assert list(finding.explanation) == one.explanation


@pytest.mark.parametrize(("source", "lines"), CLAUSES)
def test_an_expression_is_explained(source: str, lines: list[str]) -> None:
    expression = compile_expression(source, TYPES, constants=PARAMS)
    assert [str(clause) for clause in expression.explain(BINDINGS)] == lines
