"""Claim kinds of rule files: the examples inside fixtures/kinds/*.yml hold; fixtures/kinds/texts provokes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from checker import check, load_rules
from checker.claims import kinds
from checker.claims.records import adapter
from checker.expressions import claim_type
from checker.language.inflections import forms
from checker.model import Document, Quantity, RuleError
from checker.pipeline import extract
from checker.rulebook import RuleBook
from checker.ruletests import run_kind_tests, run_tests
from tests.specimens import FIXTURES, Source, Strict, case, dataset, files, load

KINDS = FIXTURES / "kinds"
BOOKS = {path.stem: load_rules([path]) for path in files("kinds")}

Texts = Annotated[list[Source], Field(min_length=1)]


class Today(Strict):
    """What is decided wrongly today."""

    why: str
    texts: Texts


class Grid(Strict):
    """Lists of texts that are checked together: those that conflict, and those that do not."""

    conflict: list[Texts]
    silent: list[Texts]
    missed_today: list[Today] = Field(default=[])
    false_today: list[Today] = Field(default=[])


def runs() -> list[object]:
    found = []
    for path in files("kinds/texts"):
        grid = load(path, Grid)
        every = [(True, texts, "") for texts in grid.conflict] + [(False, texts, "") for texts in grid.silent]
        every += [(True, today.texts, today.why) for today in grid.missed_today]
        every += [(False, today.texts, today.why) for today in grid.false_today]
        found += [
            case(path.stem, conflict, texts, name=f"{path.stem}: {texts[-1].text}", wrong=why)
            for conflict, texts, why in every
        ]
    return found


@pytest.mark.parametrize(("name", "conflict", "texts"), runs())
def test_finds_conflicts_and_leaves_near_misses_alone(name: str, conflict: bool, texts: list[Source]) -> None:
    report = check([text.document(number) for number, text in enumerate(texts, start=1)], BOOKS[name])
    assert bool(report.findings) is conflict, [finding.message for finding in report.findings]


@pytest.mark.parametrize("name", BOOKS)
def test_the_examples_hold(name: str) -> None:
    outcomes = [*run_kind_tests(BOOKS[name]), *run_tests(BOOKS[name])]
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []


@pytest.mark.parametrize("name", BOOKS)
def test_a_claim_that_is_written_is_read_back_whole(name: str) -> None:
    book = BOOKS[name]
    union = adapter(tuple(kind.model for kind in book.kinds.values()))
    for record in book.defined:
        for example in record.examples:
            read = extract([Document.from_text("a.txt", example.text, example.published)], book)
            claims = [claim for claim in read.claims if claim.kind == record.id]
            rows = [union.dump_python(claim, mode="json") for claim in claims]
            if rows:
                assert [union.validate_python(row) for row in rows] == claims
                assert all(type(claim) is book.kinds[record.id].model for claim in claims)


def test_rules_may_ask_for_fields_of_a_defined_kind() -> None:
    assert str(claim_type(BOOKS["trials"].kinds["enrolment"].model)) == "a quantity"
    assert str(claim_type(BOOKS["museums"].kinds["museum_opening"].model)) == "a period"


def test_the_shipped_kinds_stay_as_they_are() -> None:
    assert not {"enrolment", "visitors", "capacity"} & set(kinds())
    assert set(kinds()) < set(BOOKS["trials"].kinds)


ROWS = [
    {"kind": "visitors", "subject": "Lindow Museum", "value": "1.2 million", "as_of": "2019"},
    {"kind": "visitors", "subject": "Lindow Museum", "value": "900,000", "as_of": "2020"},
    {"kind": "museum_opening", "subject": "Lindow Museum", "value": "1998-05-03"},
]


def test_rows_of_a_dataset_are_checked_against_texts() -> None:
    text = "The Lindow Museum, which opened on 5 May 1998, drew 2.1 million visitors in 2019."
    report = check([dataset("rows.jsonl", ROWS), Document.from_text("a.txt", text)], BOOKS["museums"])
    assert [finding.rule for finding in report.findings] == ["museums.opening", "museums.visitors"]
    assert not report.skipped


def test_a_role_may_have_a_cell_of_its_own() -> None:
    rows = [{"kind": "enrolment", "subject": "ATLAS-2", "value": "240", "arm": "placebo"}]
    texts = ["The ATLAS-2 trial randomised 204 patients to placebo.", "The ATLAS-2 trial randomised 238 patients."]
    documents = [Document.from_text(f"{number}.txt", text) for number, text in enumerate(texts)]
    (finding,) = check([dataset("rows.jsonl", rows), *documents], BOOKS["trials"]).findings
    assert {claim.text for claim in finding.claims} == {"240", "204"}


@pytest.mark.parametrize(
    ("name", "row", "reason"),
    [
        (
            "power",
            {"kind": "capacity", "subject": "Harrow Point", "value": "1,200 km"},
            "expected a number with a unit",
        ),
        ("power", {"kind": "capacity", "subject": "Harrow Point", "value": "1,200"}, "expected a number with a unit"),
        ("more", {"kind": "seat_share", "subject": "Green Union", "value": "34"}, "expected a share such as 34%"),
        ("museums", {"kind": "museum_opening", "subject": "Lindow Museum", "value": "soon"}, "expected a date"),
    ],
)
def test_a_cell_of_another_type_is_skipped(name: str, row: dict[str, str], reason: str) -> None:
    (skip,) = check([dataset("rows.jsonl", [row])], BOOKS[name]).skipped
    assert reason in skip.reason


def test_rows_of_an_unknown_time_are_compared_with_each_other_only() -> None:
    rows = [{"kind": "visitors", "subject": "Lindow Museum", "value": value} for value in ("1.2 million", "900,000")]
    documents = [dataset(f"{number}.jsonl", [row]) for number, row in enumerate(rows)]
    text = Document.from_text("a.txt", "The Lindow Museum drew 310,000 visitors.")
    (finding,) = check([*documents, text], BOOKS["museums"]).findings
    assert {claim.where.path for claim in finding.claims} == {"0.jsonl", "1.jsonl"}


def written(folder: Path, name: str, *records: dict[str, object], **others: object) -> Path:
    """A rule file of JSON, which is YAML."""
    path = folder / f"{name}.yml"
    path.write_text(json.dumps({"format": 1, "pack": name, "kinds": records, **others}), encoding="utf-8")
    return path


def kind(**changes: object) -> dict[str, object]:
    examples = [{"text": "The Lindow Hotel has 90 rooms.", "reads": ["90"]}, {"text": "It has 90 beds.", "reads": []}]
    given = {"id": "rooms", "title": "Rooms of a hotel", "value": "count", "nouns": ["room"], "about": ["hotel"]}
    return {**given, "examples": examples, **changes}


def rule(on: str) -> dict[str, object]:
    tests = [
        {"conflict": ["The Lindow Hotel has 90 rooms.", "The Lindow Hotel has 60 rooms."]},
        {"ok": ["The Lindow Hotel has 90 rooms.", "The Norburg Hotel has 60 rooms."]},
    ]
    return {"id": f"guide.{on}", "kind": "agree", "on": on, "title": "T", "message": "{values}", "tests": tests}


def passed(book: RuleBook) -> list[bool]:
    return [outcome.passed for outcome in (*run_kind_tests(book), *run_tests(book))]


def test_a_rule_may_name_a_kind_of_another_file(tmp_path: Path) -> None:
    rules = written(tmp_path, "guide", rules=[rule("rooms")])
    kinds = written(tmp_path, "hotels", kind())
    assert passed(load_rules([rules, kinds])) == [True] * 4
    with pytest.raises(RuleError, match='unknown claim kind "rooms"'):
        load_rules([rules])


def test_two_packs_may_define_one_kind_alike(tmp_path: Path) -> None:
    paths = [written(tmp_path, name, kind()) for name in ("hotels", "inns")]
    assert [record.id for record in load_rules(paths).defined] == ["rooms"]


def test_two_packs_that_define_a_kind_differently_are_both_named(tmp_path: Path) -> None:
    paths = [written(tmp_path, "hotels", kind()), written(tmp_path, "inns", kind(nouns=["chamber"]))]
    with pytest.raises(RuleError) as error:
        load_rules(paths)
    (problem,) = error.value.problems
    assert problem.message == 'two kinds have the id "rooms"'
    assert (problem.path, problem.help) == (str(paths[1]), f"the first is in {paths[0]}:1")


def test_a_rule_over_a_kind_with_a_mistake_is_no_second_mistake(tmp_path: Path) -> None:
    path = written(tmp_path, "guide", kind(nouns=["rooms"]), rules=[rule("rooms")])
    with pytest.raises(RuleError) as error:
        load_rules([path])
    assert [problem.message for problem in error.value.problems] == ['"rooms" is a plural']


@pytest.mark.parametrize(
    ("example", "why"),
    [
        ({"text": "The Lindow Hotel has 90 rooms.", "reads": []}, "reads 90 (Lindow Hotel) instead of nothing"),
        ({"text": "It has 90 beds.", "reads": ["90"]}, "reads nothing instead of 90"),
        (
            {"text": "The Lindow Hotel has 90 rooms.", "reads": ["90"], "about": "Norburg Hotel"},
            'takes 90 to be about "Lindow Hotel", not "Norburg Hotel"',
        ),
        (
            {"text": "The Lindow Hotel had 90 rooms in 2019.", "reads": ["90"], "as_of": "2020"},
            "takes 90 to be for 2019, not 2020",
        ),
        (
            {"text": "The Lindow Hotel will have 90 rooms.", "reads": []},
            "reads 90 (Lindow Hotel, planned) instead of nothing",
        ),
    ],
)
def test_an_example_that_is_not_met_says_why(example: dict[str, object], why: str, tmp_path: Path) -> None:
    good = [{"text": "The Lindow Hotel has 80 rooms.", "reads": ["80"]}, {"text": "It has 80 beds.", "reads": []}]
    book = load_rules([written(tmp_path, "hotels", kind(examples=[*good, example]))])
    assert [outcome.why for outcome in run_kind_tests(book)] == ["", "", why]


def test_a_word_is_found_in_its_usual_forms() -> None:
    assert {"enrols", "enrolled", "enrolling"} < forms("enrol")
    assert {"signed up", "signing up", "signs up"} < forms("sign up")
    assert {"drew", "drawn", "draws", "drawing"} < forms("draw")
    assert {"randomised", "randomized"} < forms("randomise")
    assert {"people", "persons"} < forms("person")
    assert "art galleries" in forms("art gallery")


def test_a_defined_kind_counts_in_whole_units() -> None:
    (claim,) = (
        claim
        for claim in extract([Document.from_text("a.txt", "The 1.2 GW Skarn wind farm is new.")], BOOKS["power"]).claims
        if claim.kind == "capacity"
    )
    assert isinstance(claim.value, Quantity)
    assert (claim.subject, claim.value.low, claim.value.unit) == ("Skarn", 1.2, "gigawatt")


def test_a_sentence_with_very_many_figures_is_a_table_and_is_not_read() -> None:
    few, many = ("The Lindow Museum drew " + "300 visitors in 2019, " * times for times in (1, 50))
    read = [extract([Document.from_text("a.txt", text)], BOOKS["museums"]).claims for text in (few, many)]
    assert [sum(claim.kind == "visitors" for claim in claims) for claims in read] == [1, 0]
