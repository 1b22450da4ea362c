"""Rows of datasets: "Steppe Eagle 84" in March here and "Ex. STEPPE EAGLE" in March there are of one occasion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import pytest

from checker import Document, Report, check, load_rules
from checker.claims import kinds
from checker.language.labels import Label, is_generic, read_label
from checker.reports.json import finding_record
from checker.rulebook import RuleBook, read_mapping
from tests.exercise_datasets.making import make
from tests.exercise_datasets.scoring import Score, score, shown

LIST = "format: 1\nsubject: name\ncolumns: {start: start_date, end: end_date, who: participants, people: troop_count}\n"


@lru_cache(maxsize=1)
def _rules() -> RuleBook:
    return load_rules()


def _dataset(folder: Path, name: str, text: str, mapping: str = LIST) -> Document:
    path = folder / f"{name.removesuffix('.csv')}.mapping.yml"
    path.write_text(mapping, encoding="utf-8")
    return Document.from_text(name, text, mapping=read_mapping(path, kinds()))


def _table(rows: str) -> str:
    """Rows with `|` between the cells, as CSV."""
    lines = [[cell.strip() for cell in line.split("|")] for line in rows.strip().splitlines()]
    return "name,start,end,who,people\n" + "".join(
        ",".join(f'"{cell}"' for cell in [*line, *[""] * (5 - len(line))]) + "\n" for line in lines
    )


def _conflicts(report: Report) -> list[str]:
    assert not report.skipped
    return [found.message for found in report.findings if found.severity != "note"]


def _checked(folder: Path, *tables: str) -> list[str]:
    return _conflicts(
        check(
            [_dataset(folder, f"{name}.csv", _table(rows)) for name, rows in zip("abcd", tables, strict=False)],
            _rules(),
        )
    )


# Two datasets and what is found. Each conflict stands beside a near miss.
PAIRS: Mapping[str, tuple[str, str, list[str]]] = {
    "a day off": (
        "Steppe Eagle 84 | 1984-03-05 | 1984-03-17",
        "Ex. STEPPE EAGLE | 5 Mar 1984 | 18 Mar 1984",
        ["Steppe Eagle 1984 ends on 18 March 1984 vs 17 March 1984"],
    ),
    "other instalments of one year": (
        "Steppe Eagle 84-1 | 1984-03-05 | 1984-03-17 \n Steppe Eagle 84-2 | 1984-03-12 | 1984-03-20",
        "Steppe Eagle | 12 Mar 1984 | 20 Mar 1984 \n Steppe Eagle | 2 May 1984 | 9 May 1984",
        [],
    ),
    "a day off among overlapping instalments": (
        "Steppe Eagle 84A | 1984-03-05 | 1984-03-17 \n Steppe Eagle 84B | 1984-03-12 | 1984-03-20",
        "Steppe Eagle | 5 Mar 1984 | 17 Mar 1984 \n Steppe Eagle | 12 Mar 1984 | 21 Mar 1984",
        ["Steppe Eagle 1984 (from 12 March) ends on 21 March 1984 vs 20 March 1984"],
    ),
    "a partial date agrees with every day in it": (
        "Steppe Eagle | 1982-12-xx | 1982-12-xx",
        "Steppe Eagle 82 | 3 Dec 1982 | 12 Dec 1982",
        [],
    ),
    "a partial date fits two instalments, and nothing tells which": (
        "Steppe Eagle | 1982-12-xx | 1982-12-xx || 3,100",
        "Steppe Eagle | 3 Dec 1982 | 12 Dec 1982 || 2,400 \n Steppe Eagle | 15 Dec 1982 | 20 Dec 1982 || 1,900",
        [],
    ),
    "a partial date beside a day outside of it": (
        "Steppe Eagle 82 | 1982-11-xx | 1982-12-xx",
        "Steppe Eagle 82 | 3 Dec 1982 | 12 Dec 1982",
        ["Steppe Eagle 1982 begins on 3 December 1982 vs 1982-11"],
    ),
    "the fiscal year in both": (
        "Keen Gull 97 | 1996-11-04 | 1996-11-15",
        "Keen Gull 1997 | 4 Nov 1996 | 15 Nov 1996",
        [],
    ),
    "the fiscal year in one": (
        "Keen Gull 97 | 1996-11-04 | 1996-11-15",
        "Keen Gull 96 | 4 Nov 1996 | 15 Nov 1996",
        [],
    ),
    "a wrong edition": (
        "Keen Gull 97 | 1996-05-04 | 1996-05-15",
        "Keen Gull 96 | 4 May 1996 | 15 May 1996",
        ['Keen Gull 1996 is called "Keen Gull 97" vs "Keen Gull 96"'],
    ),
    "start and end swapped": (
        "Steppe Eagle 84 | 1984-03-17 | 1984-03-05",
        "Steppe Eagle 84 | 5 Mar 1984 | 17 Mar 1984",
        [
            "Steppe Eagle 1984 begins on 1984-03-17 and ends on 1984-03-05",
            "Steppe Eagle 1984 begins on 5 March 1984 vs 17 March 1984",
            "Steppe Eagle 1984 ends on 17 March 1984 vs 5 March 1984",
        ],
    ),
    "a whole row a year off": (
        "Steppe Eagle 83 | 1983-03-02 | 1983-03-09 \n Steppe Eagle | 1985-03-05 | 1985-03-17 | Italy, Malta",
        "Steppe Eagle 83 | 2 Mar 1983 | 9 Mar 1983 \n Steppe Eagle | 5 Mar 1984 | 17 Mar 1984 | Italy, Malta",
        [
            "Steppe Eagle 1984 begins on 5 March 1984 vs 5 March 1985",
            "Steppe Eagle 1984 ends on 17 March 1984 vs 17 March 1985",
        ],
    ),
    "another year, another week": (
        "Steppe Eagle 85 | 1985-03-05 | 1985-03-17 | Italy, Malta",
        "Steppe Eagle 84 | 7 Mar 1984 | 18 Mar 1984 | Italy, Malta",
        [],
    ),
    "digits of a figure changed places": (
        "Steppe Eagle 84 | 1984-03-05 | 1984-03-17 || 4,317",
        "Steppe Eagle | 5 Mar 1984 | 17 Mar 1984 || 4371",
        ["Steppe Eagle 1984 has 4371 vs 4,317"],
    ),
    "a hedged figure": (
        "Steppe Eagle 84 | 1984-03-05 | 1984-03-17 || ~4,300",
        "Steppe Eagle | 5 Mar 1984 | 17 Mar 1984 || 4000-5000",
        [],
    ),
    "over New Year": (
        "Steppe Eagle 84 | 1984-12-20 | 1985-01-09",
        "Steppe Eagle 1984 | 20 Dec 1984 | 9 Jan 1985",
        [],
    ),
    "digits of a year changed places, and the end is unknown": (
        "Steppe Eagle 84 | 1948-03-05 ||| 4,317",
        "Steppe Eagle 84 | 5 Mar 1984 ||| 4317",
        ["Steppe Eagle 1948 begins on 5 March 1984 vs 5 March 1948"],
    ),
    "no name at all": (
        "field training exercise | 1984-03-xx ||| 300",
        "Field Training Exercise | 5 Mar 1984 ||| 9000",
        [],
    ),
    "one name twice, spelt differently": (
        "Khazar Anvil 84 | 1984-03-05 | 1984-03-17 \n Khazar Anvil 86 | 1986-04-11 | 1986-04-19",
        "Kazar Anvil | 5 Mar 1984 | 17 Mar 1984 \n Kazar Anvil | 11 Apr 1986 | 20 Apr 1986",
        ["Kazar Anvil 1986 ends on 20 April 1986 vs 19 April 1986"],
    ),
    "two names of one day": (
        "Eastern Anvil 84 | 1984-03-05 | 1984-03-17",
        "Western Harbour 84 | 5 Mar 1984 | 17 Mar 1984",
        [],
    ),
    "a mistyped year makes a row longer than a year": (
        "Steppe Eagle 84 | 1984-03-05 | 1985-03-17",
        "Amber Gull 84 | 5 May 1984 | 17 May 1984",
        ["Steppe Eagle 1984 begins on 1984-03-05 and ends on 1985-03-17"],
    ),
}


@pytest.mark.parametrize(("first", "second", "expected"), PAIRS.values(), ids=PAIRS)
def test_two_datasets(first: str, second: str, expected: list[str], tmp_path: Path) -> None:
    assert sorted(_checked(tmp_path, first, second)) == sorted(expected)


def test_rows_of_one_dataset_are_never_compared(tmp_path: Path) -> None:
    rows = "Steppe Eagle 84 | 1984-03-05 | 1984-03-17 || 4,317 \n Steppe Eagle 84 | 1984-03-05 | 1984-03-18 || 300"
    assert _checked(tmp_path, rows) == []


def test_rows_with_one_key_are_one_occasion(tmp_path: Path) -> None:
    text = "id,name,end\nx1,Steppe Eagle 84,1984-03-17\nx1,Steppe Eagle 84,1984-03-18\nx2,Steppe Eagle 84,1984-03-30\n"
    mapping = "format: 1\nsubject: name\nkey: id\ncolumns: {end: end_date}\n"
    found = _conflicts(check([_dataset(tmp_path, "a.csv", text, mapping)], _rules()))
    assert len(found) == 1
    assert "18 March 1984" in found[0]
    assert "30 March" not in found[0]


def test_shared_keys_match_rows_that_have_nothing_else_in_common(tmp_path: Path) -> None:
    mapping = "format: 1\nsubject: name\nkey: id\ncolumns: {start: start_date, end: end_date}\n"
    same = "".join(f"k{year},Steppe Eagle,{year}-03-05,{year}-03-17\n" for year in range(1984, 1989))
    one = f"id,name,start,end\n{same}k9,Steppe Eagle,1990-01-02,1990-01-09\n"
    other = f"id,name,start,end\n{same}k9,Steppe Eagle,1992-07-21,1992-07-30\n"
    documents = [_dataset(tmp_path, name, text, mapping) for name, text in (("a.csv", one), ("b.csv", other))]
    assert len(_conflicts(check(documents, _rules()))) == 2


THREE = (
    "Steppe Eagle 84 | 1984-03-05 | 1984-03-17 \n Steppe Eagle 84 | 1984-05-05 | 1984-05-09",
    "Steppe Eagle | 5 Mar 1984 | 17 Mar 1984",
    "STEPPE EAGLE 84 | March 5, 1984 | March 19, 1984 \n STEPPE EAGLE 84 | May 5, 1984 | May 9, 1984",
)


def test_three_datasets_in_any_order(tmp_path: Path) -> None:
    documents = [_dataset(tmp_path, f"{name}.csv", _table(rows)) for name, rows in zip("abc", THREE, strict=True)]
    found = {tuple(_conflicts(check(order, _rules()))) for order in permutations(documents)}
    assert found == {("Steppe Eagle 1984 (from 5 March) ends on 19 March 1984 vs 17 March 1984 (2 sources)",)}


ARTICLES: Mapping[str, tuple[str, str, list[str]]] = {
    "the one of its year": (
        "Steppe Eagle 22 | 2022-08-11 | 2022-08-20",
        "The exercise Steppe Eagle 22 will last until August 22, 2022.",
        ["Steppe Eagle 2022 ends on 22 August 2022 vs 20 August 2022"],
    ),
    "the nearest of several": (
        "Steppe Eagle 22 | 2022-05-11 | 2022-05-20 \n Steppe Eagle 22 | 2022-08-11 | 2022-08-20",
        "The exercise Steppe Eagle 22 will last until August 22, 2022.",
        ["Steppe Eagle 2022 (from 11 August) ends on 22 August 2022 vs 20 August 2022"],
    ),
    "one of several, and nothing tells which": (
        "Steppe Eagle 22 | 2022-05-11 | 2022-05-20 || 900 \n Steppe Eagle 22 | 2022-08-11 | 2022-08-20 || 800",
        "The exercise Steppe Eagle 22 brings together 4,000 soldiers.",
        [],
    ),
    "another year": (
        "Steppe Eagle 21 | 2021-08-11 | 2021-08-20",
        "The exercise Steppe Eagle 22 will last until August 22, 2022.",
        [],
    ),
}


@pytest.mark.parametrize(("rows", "article", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_rows_and_an_article(rows: str, article: str, expected: list[str], tmp_path: Path) -> None:
    documents = [_dataset(tmp_path, "a.csv", _table(rows)), Document.from_text("news.txt", article)]
    assert _conflicts(check(documents, _rules())) == expected


def _scored(folder: Path, rows: int, seed: int) -> Score:
    import json

    files = make(rows, seed)
    documents = [
        _dataset(folder, f"{name}.csv", files[f"{name}.csv"], files[f"{name}.mapping.yml"])
        for name in ("register", "survey")
    ]
    report = check(documents, _rules())
    return score({"findings": [finding_record(found) for found in report.findings]}, json.loads(files["truth.json"]))


@pytest.mark.parametrize(("rows", "seed"), [(1200, 7), (1200, 12), (300, 3)])
def test_planted_slips_are_found_and_nothing_else(rows: int, seed: int, tmp_path: Path) -> None:
    """docs/accuracy.md has the figures of more seeds."""
    result = _scored(tmp_path, rows, seed)
    assert result.decidable.total() > rows // 15
    assert result.found.total() >= 0.98 * result.decidable.total(), shown(result)
    assert len(result.alarms) <= rows // 1200, shown(result)


def test_the_generator_says_the_same_twice() -> None:
    assert make(200, 5) == make(200, 5)
    assert make(200, 5) != make(200, 6)


LABELS = {
    "Ex. STEPPE EAGLE '84-2 (Phase II)": Label("STEPPE EAGLE", "84", 2, ("Phase II",)),
    "Steppe Eagle – 1984": Label("Steppe Eagle", "1984"),
    "Steppe Eagle 84B": Label("Steppe Eagle", "84", 2),
    "Steppe Eagle 84/85": Label("Steppe Eagle", "84"),
    "Steppe Eagle II/84": Label("Steppe Eagle", "84", 2),
    "FY84 Steppe Eagle": Label("Steppe Eagle", "84"),
    "Steppe Eagle '84 1984": Label("Steppe Eagle", "1984"),
    "Steppe Eagle 84: live phase": Label("Steppe Eagle", "84", 0, ("live phase",)),
    'Joint Military Exercise "Steppe Eagle"': Label("Steppe Eagle"),
    "Steppe Eagle (1984)": Label("Steppe Eagle", "1984", 0, ("1984",)),
    "field training exercise": Label("field training exercise"),
    "Exercise 84": Label("Exercise", "84"),
    "201st military base": Label("201st military base"),
}


@pytest.mark.parametrize(("text", "label"), LABELS.items(), ids=LABELS)
def test_labels(text: str, label: Label) -> None:
    assert read_label(text) == label


def test_what_is_no_name() -> None:
    generic: Iterable[str] = ("cpx", "field training exercise", "unnamed exercise", "joint naval exercise")
    assert all(is_generic(name) for name in generic)
    assert not is_generic("steppe eagle")
