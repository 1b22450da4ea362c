"""`checker rules new`: for every kind of rule a file that loads, whose tests hold or are left to be written."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from checker import cli
from checker.claims import kinds
from checker.compare import comparators
from checker.pipeline import every_rule
from checker.rulebook import Status, Surroundings, rule_kinds, schema
from checker.ruletests import run_tests
from checker.yamltext import core, load

KINDS = sorted(rule_kinds())


def drafted(folder: Path, *arguments: str) -> Path:
    path = folder / "mine.yml"
    assert cli.run(["rules", "new", *arguments, "-o", str(path)]) == 0
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_of_every_kind_loads_and_its_tests_hold(kind: str, tmp_path: Path) -> None:
    book = every_rule([drafted(tmp_path, "mine.first", "--kind", kind)])
    (rule,) = book
    assert (rule.id, rule.kind, rule.status) == ("mine.first", kind, Status.stable)
    assert [outcome.why for outcome in run_tests(book) if not outcome.passed] == []
    assert {test.outcome for test in rule.tests} == {"conflict", "ok"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_explains_every_key_and_is_what_the_schema_allows(kind: str, tmp_path: Path) -> None:
    text = drafted(tmp_path, "mine.first", "--kind", kind).read_text(encoding="utf-8")
    for name in rule_kinds()[kind].model_fields.keys() - {"status", "survivors"}:
        (line,) = [line for line in text.splitlines() if line.lstrip(" -#").startswith(f"{name}:") and "#" in line]
        assert line.rpartition("# ")[2].strip()
    allowed = schema(Surroundings(kinds(), comparators()))
    assert [error.message for error in jsonschema.Draft7Validator(allowed).iter_errors(core(load(text, "")))] == []


@pytest.mark.parametrize(
    ("kind", "claims"),
    [("agree", ["attendance"]), ("assert", ["place"]), ("total", ["troop_count"]), ("order", ["end_date", "date"])],
)
def test_without_known_sentences_a_draft_is_a_preview(kind: str, claims: list[str], tmp_path: Path) -> None:
    over = [part for claim in claims for part in ("--on", claim)]
    (rule,) = every_rule([drafted(tmp_path, "mine.first", "--kind", kind, *over)])
    assert (rule.status, rule.tests) == (Status.preview, ())


@pytest.mark.parametrize("claim", ["age", "duration", "participants", "share_of", "year_suffix"])
def test_of_what_is_in_no_sentence_here_records_are_compared(claim: str, tmp_path: Path) -> None:
    book = every_rule([drafted(tmp_path, "mine.first", "--on", claim)])
    (rule,) = book
    assert rule.claim_kinds == (claim,)
    assert [outcome.passed for outcome in run_tests(book)] == [True, True]


def test_the_schema_is_named_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    first = drafted(tmp_path / "mine", "mine.first").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schema.json"
