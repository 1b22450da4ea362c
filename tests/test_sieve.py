"""The report is the same whether rows that are in order are read as claims or only looked at."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import pytest

from checker import Document, load_rules
from checker.align import align
from checker.claims import kinds
from checker.pipeline import Run, extract, judged, report, run
from checker.reports.json import render
from checker.reports.page import Page
from checker.rulebook import RuleBook, read_mapping
from tests.exercise_datasets.making import make

MAPPING = """\
format: 1
subject: name
key: id
columns:
  start: start_date
  end: end_date
  days: {kind: duration, unit: day}
  people: {kind: troop_count, noun: soldiers}
"""
SOUND = [
    ("a1", "Steppe Eagle 84", "1984-03-05", "1984-03-17", "13", "4,317"),
    ("a2", "Steppe Eagle 85", "1985-03-04", "1985-03-16", "13", "4,120"),
    ("a3", "Steppe Eagle 86", "1986-03-03", "1986-03-15", "13", ""),
    ("b1", "Keen Gull 85", "1985-06-01", "1985-06-10", "", "about 900"),
    ("b2", "Keen Gull 86", "1986-06-xx", "1986-06-10", "", ">1000"),
    ("c1", "Harbour Light", "1990", "1990", "", "6000-7000"),
]
# A row that is added, and whether something is found in the rows.
ROWS = {
    "nothing": (None, False),
    "ends before it begins": (("d1", "Steppe Eagle 87", "1987-03-15", "1987-03-02", "13", "4,200"), True),
    "edition of another year": (("d1", "Steppe Eagle 88", "1987-03-02", "1987-03-14", "13", "4,200"), True),
    "edition of another instalment": (("d1", "Steppe Eagle 86", "1987-03-02", "1987-03-14", "13", "4,200"), True),
    "two in one year": (("d1", "Steppe Eagle 86", "1986-09-02", "1986-09-14", "13", "4,200"), False),
    "two in one year, one wrong": (("d1", "Steppe Eagle 86", "1986-09-14", "1986-09-02", "", "4,200"), True),
    "length": (("d1", "Keen Gull 87", "1987-06-02", "1987-06-11", "19", "4,200"), True),
    "no last day": (("d1", "Keen Gull 87", "1987-06-02", "", "19", "4,200"), True),
    "one key twice": (("b1", "Keen Gull 85", "1985-06-01", "1985-06-01", "", "950"), True),
    "no key": (("", "Keen Gull 87", "1987-06-02", "1987-06-11", "", "950"), False),
    "spelt otherwise": (("d1", "KEEN GULL 87", "1987-06-11", "1987-06-02", "", "950"), True),
    "another spelling of the name": (("d1", "Keen Gul 87", "1987-06-02", "1987-06-11", "", "950"), True),
    "cells that cannot be read": (("d1", "Keen Gull 87", "soon", "1987-06-11", "", "many"), False),
    "no year": (("d1", "Keen Gull 87", "2 June", "11 June", "", "950"), False),
    "quotes in a cell": (("d1", 'Keen ""Gull"" 87', "1987-06-02", "1987-06-11", "", "950"), False),
    "no name": (("d1", "", "1987-06-02", "1987-06-11", "", "950"), False),
}


@lru_cache(maxsize=1)
def _rules() -> RuleBook:
    return load_rules()


def _dataset(folder: Path, name: str, text: str, mapping: str = MAPPING) -> Document:
    path = folder / f"{name.removesuffix('.csv')}.mapping.yml"
    path.write_text(mapping, encoding="utf-8")
    return Document.from_text(name, text, mapping=read_mapping(path, kinds()))


def _table(*rows: tuple[str, ...]) -> str:
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
    return "\n".join(["id,name,start,end,days,people", *lines]) + "\n"


def _whole(documents: list[Document]) -> Run:
    """A run in which every row is read as claims."""
    read = extract(documents, _rules())
    return judged(read, align(read.claims, _rules().kinds, _rules().names), _rules())


def _same(documents: list[Document]) -> Run:
    """The run with the sieve, once its report is the one without."""
    sifted = run(documents, _rules())
    shown = [render(report(one), Page()) for one in (sifted, _whole(documents))]
    assert json.loads(shown[0]) == json.loads(shown[1])
    assert shown[0] == shown[1]
    return sifted


@pytest.mark.parametrize(("row", "found"), ROWS.values(), ids=ROWS)
def test_a_row_among_others(tmp_path: Path, row: tuple[str, ...] | None, found: bool) -> None:
    ran = _same([_dataset(tmp_path, "list.csv", _table(*SOUND, *([row] if row else [])))])
    assert bool(ran.findings) is found


def test_rows_that_are_in_order_are_not_read_as_claims(tmp_path: Path) -> None:
    ran = _same([_dataset(tmp_path, "list.csv", _table(*SOUND))])
    assert ran.read.claims == ()
    assert ran.read.left.claims == 31


def test_only_rows_of_the_year_stand_beside_a_doubtful_one(tmp_path: Path) -> None:
    wrong = ("d1", "Steppe Eagle 85", "1985-09-14", "1985-09-02", "", "4,200")
    ran = _same([_dataset(tmp_path, "list.csv", _table(*SOUND, wrong))])
    assert {claim.row for claim in ran.read.claims} == {2, 7}


def test_what_another_source_tells_of_is_read_as_claims(tmp_path: Path) -> None:
    article = Document.from_text("wire.txt", "Keen Gull 85 ended on 12 June 1985.")
    ran = _same([_dataset(tmp_path, "list.csv", _table(*SOUND)), article])
    assert {claim.row for claim in ran.read.claims if claim.entry} == {4, 5}
    assert [finding.rule for finding in ran.findings] == ["exercises.end-date"]


def test_rows_of_several_datasets_are_all_read_as_claims(tmp_path: Path) -> None:
    other = _dataset(tmp_path, "other.csv", _table(("x", "KEEN GULL 1985", "1985-06-01", "1985-06-12", "", "900")))
    ran = _same([_dataset(tmp_path, "list.csv", _table(*SOUND)), other])
    assert len({claim.row for claim in ran.read.claims if claim.where.path == "list.csv"}) == len(SOUND)
    assert [finding.rule for finding in ran.findings] == ["exercises.end-date"]


@pytest.mark.parametrize(
    "given", ["quote: id", "reported: end", "occasion: start", "columns: {start: start_date, end: start_date}"], ids=str
)
def test_datasets_whose_rows_differ_in_more_than_values(tmp_path: Path, given: str) -> None:
    mapping = MAPPING.split("columns:")[0] + given if given.startswith("columns") else f"{MAPPING}{given}\n"
    _same([_dataset(tmp_path, "list.csv", _table(*SOUND), mapping)])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_made_up_datasets(tmp_path: Path, seed: int) -> None:
    made = make(400, seed)
    register, survey = (
        _dataset(tmp_path, f"{name}.csv", made[f"{name}.csv"], made[f"{name}.mapping.yml"])
        for name in ("register", "survey")
    )
    for documents in ([register], [survey], [register, survey]):
        assert _same(documents).findings
