"""The tests inside rules: those of `fixtures/ruletests/passing.yml` pass, `failing.txt` says why the others fail."""

from __future__ import annotations

from pathlib import Path

from checker.pipeline import load_rules
from checker.ruletests import documents_of, run_tests

FIXTURES = Path(__file__).parent.parent / "fixtures" / "ruletests"


def test_rules_that_do_what_their_tests_say() -> None:
    outcomes = run_tests(load_rules([FIXTURES / "passing.yml"]))
    assert [outcome.why for outcome in outcomes if not outcome.passed] == []
    assert [outcome.kind for outcome in outcomes] == ["conflict", "ok", "conflict", "unknown", "conflict", "ok"]


def test_every_key_of_a_rule_does_what_its_manual_says() -> None:
    outcomes = run_tests(load_rules([FIXTURES / "keys.yml"]))
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []


def test_a_failing_test_says_why() -> None:
    outcomes = run_tests(load_rules([FIXTURES / "failing.yml"]))
    assert not any(outcome.passed for outcome in outcomes)
    expected = (FIXTURES / "failing.txt").read_text(encoding="utf-8").splitlines()
    for outcome, start in zip(outcomes, expected, strict=True):
        told = f"{outcome.line}: {outcome.rule}: test {outcome.number} ({outcome.kind}) {outcome.why}"
        assert told.startswith(start)  # the last goes on in the words of the reader of claim records


def test_each_item_is_a_source_of_its_own() -> None:
    rule = load_rules([FIXTURES / "passing.yml"]).find("passing.end-date")
    assert rule is not None
    texts, _, records, _ = [documents_of(test) for test in rule.tests]
    assert [document.path for document in texts] == ["document-1.txt", "document-2.txt"]
    assert [document.path for document in records] == ["record-1.jsonl", "record-2.jsonl"]
    (record,) = records[0].records
    assert record.cells == {"kind": "end_date", "subject": "Amber Heron 2022", "value": "2022-08-20"}
    assert records[0].source[record.where.start : record.where.end] == records[0].source
