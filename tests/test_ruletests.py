"""The tests inside rules: those of `fixtures/ruletests/passing.yml` pass, `failing.txt` says why the others fail.

`edits.yml` has every small change of an expression, `mutants.yml` rules whose tests notice some of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.compare import comparators
from checker.expressions.parsing import Parsed, parse
from checker.pipeline import every_rule
from checker.rulebook import Surroundings
from checker.ruletests import documents_of, exercised, mutants_of, mutate, run_tests
from checker.ruletests.edits import edits
from checker.ruletests.mutation import LOUD
from checker.yamltext import load, plain

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures" / "ruletests"
EDITED = yaml.safe_load((FIXTURES / "edits.yml").read_text(encoding="utf-8"))
EVALUATED: Any = plain(load((ROOT / "fixtures" / "expressions" / "values.yml").read_text(encoding="utf-8"), ""))
EXPRESSIONS = sorted(EVALUATED["expressions"])


def test_rules_that_do_what_their_tests_say() -> None:
    outcomes = run_tests(every_rule([FIXTURES / "passing.yml"]))
    assert [outcome.why for outcome in outcomes if not outcome.passed] == []
    assert [outcome.kind for outcome in outcomes] == ["conflict", "ok", "conflict", "unknown", "conflict", "ok"]


def test_every_key_of_a_rule_does_what_its_manual_says() -> None:
    outcomes = run_tests(every_rule([FIXTURES / "keys.yml"]))
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []


def test_a_failing_test_says_why() -> None:
    outcomes = [outcome for outcome in run_tests(every_rule([FIXTURES / "failing.yml"])) if not outcome.passed]
    expected = (FIXTURES / "failing.txt").read_text(encoding="utf-8").splitlines()
    for outcome, start in zip(outcomes, expected, strict=True):
        told = f"{outcome.line}: {outcome.rule}: test {outcome.number} ({outcome.kind}) {outcome.why}"
        assert told.startswith(start)  # one goes on in the words of the reader of whole claims


def test_each_item_is_a_source_of_its_own() -> None:
    rule = every_rule([FIXTURES / "passing.yml"]).find("passing.end-date")
    assert rule is not None
    texts, _, records, _ = [documents_of(test) for test in rule.tests]
    assert [document.path for document in texts] == ["document-1.txt", "document-2.txt"]
    assert [document.path for document in records] == ["record-1.jsonl", "record-2.jsonl"]
    (record,) = records[0].records
    assert record.cells == {"kind": "end_date", "subject": "Amber Heron 2022", "value": "2022-08-20"}
    assert records[0].source[record.where.start : record.where.end] == records[0].source


@pytest.mark.parametrize("case", EDITED, ids=lambda case: case["expression"])
def test_an_expression_is_changed_in_every_small_way(case: dict[str, object]) -> None:
    source = str(case["expression"])
    assert {edit.change: edit.made(source) for edit in edits(source)} == case["edits"]


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_what_is_changed_is_an_expression_still(source: str) -> None:
    for edit in edits(source):
        assert edit.made(source) != source
        assert isinstance(parse(edit.made(source)), Parsed), edit


@pytest.mark.parametrize(
    ("id", "names"),
    [
        (
            "settings.agree",
            {
                "on: without breakdown",
                "on: without aid_amount",
                "compare: {within: $2 million} -> equal",
                "compare: {within: $2 million} -> overlap",
                "compare: {within: $2 million} -> {within: $0 million}",
                "compare: {within: $2 million} -> {within: $4 million}",
                "noun: dropped",
                "noun: without soldier",
                "noun: without marine",
                "params.least: 10 -> 9",
                "params.least: 10 -> 11",
                "where: dropped",
                "where: > -> >=",
                "where: > -> <=",
            },
        ),
        (
            "settings.names",
            # near: 105 does not load, and so is no mutant.
            {
                "sharing: dropped",
                "sharing: without start_date",
                "sharing: without end_date",
                "passing: false -> true",
                "near: dropped",
                "near: 95 -> 85",
            },
        ),
        ("settings.order", set()),  # without by, one kind has no order
    ],
)
def test_the_keys_of_a_rule_are_changed_by_their_form(id: str, names: set[str]) -> None:
    book = every_rule([FIXTURES / "settings.yml"])
    rule = book.find(id)
    assert rule is not None
    found = [mutant.name for mutant in mutants_of(rule, Surroundings(book.kinds, comparators()))]
    assert len(found) == len(set(found))
    assert names <= set(found)
    assert {name for name in found if not name.startswith("when")} == names


def test_a_mutant_leaves_its_rule_alone() -> None:
    book = every_rule([FIXTURES / "mutants.yml"])
    rule = book.find("mutants.boundary")
    assert rule is not None
    before = [outcome.passed for outcome in run_tests(book)]
    mutants = mutants_of(rule, Surroundings(book.kinds, comparators()))
    assert all(mutant.rule != rule for mutant in mutants)
    assert [outcome.passed for outcome in run_tests(book)] == before


def test_what_no_test_notices_is_named_with_its_place() -> None:
    gaps = {(gap.rule, gap.mutant): gap for gap in mutate(every_rule([FIXTURES / "mutants.yml"])).gaps}
    assert [key for key, gap in gaps.items() if not gap.stale] == [
        ("mutants.boundary", "check: <= -> <"),
        ("mutants.loud", LOUD),
    ]
    gap = gaps["mutants.boundary", "check: <= -> <"]
    assert (gap.before, gap.after) == ("check: start <= end", "check: start < end")
    assert gap.remedy == "a test in which both sides are just equal"
    line = (FIXTURES / "mutants.yml").read_text(encoding="utf-8").splitlines()[gap.line - 1]
    assert line.strip() == "check: start <= end"


def test_an_explanation_that_explains_nothing_is_stale() -> None:
    stale = [gap for gap in mutate(every_rule([FIXTURES / "mutants.yml"])).gaps if gap.stale]
    assert [(gap.rule, gap.mutant, gap.remedy.partition(":")[0]) for gap in stale] == [
        ("mutants.explained", "check: <= -> >", "a test kills it now"),
        ("mutants.explained", "where: dropped", "there is no such mutant"),
    ]


def test_one_reason_may_stand_for_a_whole_list() -> None:
    came = mutate(every_rule([FIXTURES / "listed.yml"]))
    assert [(gap.rule, gap.mutant, gap.stale) for gap in came.gaps] == [("listed.never", "on: without *", True)]
    assert came.explained == 2


def test_no_change_of_a_shipped_rule_goes_unnoticed() -> None:
    came = mutate(every_rule([ROOT / "rules"]))
    assert [str(outcome) for outcome in came.outcomes if not outcome.passed] == []
    assert [(gap.rule, gap.mutant, gap.remedy) for gap in came.gaps] == []


def test_a_rule_whose_tests_fail_is_not_mutated() -> None:
    came = mutate(every_rule([FIXTURES / "failing.yml"]))
    assert any(not outcome.passed for outcome in came.outcomes)
    assert (came.mutants, came.gaps) == (0, ())


def test_what_its_tests_made_a_rule_do() -> None:
    found = {one.rule: one for one in exercised(every_rule([FIXTURES / "passing.yml", FIXTURES / "mutants.yml"]))}
    ended = found["passing.end-date"]
    assert (ended.tests, ended.counts.tested, ended.counts.conflicts) == (4, 2, 2)
    assert ended.missing == ()
    assert found["mutants.boundary"].missing == ("no test makes it answer unknown",)
