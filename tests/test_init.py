"""`checker init`: `fixtures/init/*.csv` with the mapping that is proposed for each; and what it asks and refuses."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from checker import cli
from checker.claims import kinds
from checker.rulebook import read_mapping
from tests.specimens import FIXTURES
from tests.test_tables import xlsx

DATASETS = sorted(path for path in (FIXTURES / "init").iterdir() if path.suffix in (".csv", ".json"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program runs: a folder with the datasets."""
    for path in DATASETS:
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda path: path.stem)
def test_proposes(dataset: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["init", dataset.name]) == 0
    shown = capsys.readouterr()
    expected = dataset.with_suffix(".txt")
    if os.environ.get("UPDATE_FIXTURES"):
        expected.write_text(f"{shown.out}{shown.err}", encoding="utf-8")
    assert f"{shown.out}{shown.err}" == expected.read_text(encoding="utf-8")
    assert "\x1b" not in shown.out + shown.err


@pytest.mark.parametrize(
    "dataset", [path for path in DATASETS if path.stem != "nothing-known"], ids=lambda path: path.stem
)
def test_what_it_proposes_is_a_mapping_that_fits(
    dataset: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["init", dataset.name, "--write"]) == 0
    assert read_mapping(Path(f"{dataset.stem}.mapping.yml"), kinds()).columns
    assert cli.run(["claims", dataset.name]) in (0, 3)  # the exercises have a cell that is no date
    assert "\n0 claims" not in capsys.readouterr().out


def test_replaces_nothing_unasked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "aid.mapping.yml").write_text("mine", encoding="utf-8")
    assert cli.run(["init", "aid.csv", "--write"]) == 2
    assert (folder / "aid.mapping.yml").read_text(encoding="utf-8") == "mine"
    assert "--force replaces it" in capsys.readouterr().err
    assert cli.run(["init", "aid.csv", "--write", "--force"]) == 0
    assert (folder / "aid.mapping.yml").read_text(encoding="utf-8").startswith("# How aid.csv is read")
    assert cli.run(["init", "aid.csv", "-o", "elsewhere.yml"]) == 0
    assert (folder / "elsewhere.yml").exists()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.txt", "hello", "no rows in it that could be mapped"),
        ("a.csv", "kind,subject,value\nplace,a,b\n", "its rows are claim records, which need no mapping"),
        ("b.csv", "name,name\na,b\n", 'columns 1 and 2 are both called "name"'),
        ("c.csv", "name,end\n", "no readable text in it"),
        ("d.json", "[1, 2]", "no claim records"),
        ("folder/e.csv", "a,b\n1,2\n", "name one dataset"),
    ],
)
def test_what_cannot_be_mapped(
    name: str, text: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    asked = "." if name.startswith("folder") else name
    assert cli.run(["init", asked]) == 2
    assert message in " ".join(capsys.readouterr().err.split())


class Terminal(io.StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


def test_asks_about_each_column_at_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ["s", "plase", "place", "", "year_suffix"]  # end: skip; site: a slip, then a kind; other: left out; n
    (folder / "t.csv").write_text("name,end,where,other,n\nAmber Heron,2022,Elm,x,22\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers) + "\n"))
    assert cli.run(["init", "t.csv"]) == 0
    shown = capsys.readouterr()
    assert '  where: place\n  "n": year_suffix\n# Left out:\n#   end: left out by hand\n#   other: ' in shown.out
    assert 'no such claim kind; did you mean "place"?' in shown.err
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert cli.run(["init", "t.csv", "--yes"]) == 0
    assert "[Y /" not in capsys.readouterr().err


@pytest.mark.parametrize("target", ["aid.csv", "./folder/../aid.csv", "link.yml", "hard.yml"])
def test_never_replaces_the_dataset(target: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "folder").mkdir()
    (folder / "link.yml").symlink_to("aid.csv")
    (folder / "hard.yml").hardlink_to(folder / "aid.csv")
    before = (folder / "aid.csv").read_bytes()
    assert cli.run(["init", "aid.csv", "-o", target, "--force"]) == 2
    assert (folder / "aid.csv").read_bytes() == before
    assert "that is the dataset itself" in capsys.readouterr().err
    assert cli.run(["init", "ai*.csv", "-o", "aid.csv", "--force"]) == 2
    assert (folder / "aid.csv").read_bytes() == before


ROWS = (("Amber Heron", "2021-06-11"), ("Silver Vane", "2021-06-17"))


def database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as made:
        for name in ("events", "visits"):
            made.execute(f"create table {name} (name text, end text)")
            made.executemany(f"insert into {name} values (?, ?)", ROWS)
        made.commit()


def workbook(path: Path) -> None:
    pytest.importorskip("python_calamine")
    xlsx(path, (("name", "end"), *ROWS), ("events", "visits"))


@pytest.mark.parametrize(("name", "make", "what"), [("a.sqlite", database, "table"), ("a.xlsx", workbook, "sheet")])
def test_a_table_of_several(
    name: str, make: Callable[[Path], None], what: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(folder / name)
    assert cli.run(["init", name]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"2 {what}s, and no mapping says which" in said
    assert "checker init --table NAME; it has events, visits" in said
    assert cli.run(["init", name, "--table", "visitz"]) == 2
    assert f'no {what} "visitz"; it has events, visits' in " ".join(capsys.readouterr().err.split())
    assert cli.run(["init", name, "--table", "visits", "--write"]) == 0
    mapping = read_mapping(Path("a.mapping.yml"), kinds())
    assert mapping.table is not None
    assert mapping.table.name == "visits"
    capsys.readouterr()
    assert cli.run(["claims", name]) == 0
    assert "Silver Vane" in capsys.readouterr().out


DEEP = {
    "a.json": '{"data": {"museums": [{"name": "Amber Heron", "end": "2021-06-11"}], "tags": ["a"]}}',
    "a.yaml": "data:\n  museums:\n    - {name: Amber Heron, end: 2021-06-11}\n  tags: [a]\n",
}


@pytest.mark.parametrize("name", DEEP)
def test_a_list_of_rows_that_lies_deeper(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text(DEEP[name], encoding="utf-8")
    assert cli.run(["init", name]) == 2
    assert "checker init --rows data.museums" in " ".join(capsys.readouterr().err.split())
    assert cli.run(["init", name, "--rows", "data.museums", "-w"]) == 0
    mapping = read_mapping(Path("a.mapping.yml"), kinds())
    assert mapping.rows is not None
    assert mapping.rows.name == "data.museums"
    assert cli.run(["claims", name]) == 0


def test_several_lists_of_rows_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.json").write_text('{"one": [{"a": 1}], "two": {"b": [{"a": 1}]}, "c.d": [{"a": 1}]}', encoding="utf-8")
    assert cli.run(["init", "a.json"]) == 2
    assert "2 lists of rows: rows: KEYS in its mapping, or checker init --rows KEYS; it has one, two.b" in " ".join(
        capsys.readouterr().err.split()
    )


@pytest.mark.parametrize(("option", "said"), [("--table", "it has no tables"), ("--rows", "no keys lead to its rows")])
def test_options_that_the_format_has_no_use_for(
    option: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["init", "aid.csv", option, "x"]) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert f"leave out {option}" in shown


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("a,b\n1,2\n", "nothing tells what a row is about"),
        ("name,b\nAmber Heron,2\n", "no column is known by its name and its cells"),
    ],
)
def test_writes_no_mapping_that_cannot_be_read(
    text: str, lacks: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    for where in (["--write"], ["-o", "t.mapping.yml"]):
        assert cli.run(["init", "t.csv", *where]) == 2
        assert lacks in " ".join(capsys.readouterr().err.split())
        assert not (folder / "t.mapping.yml").exists()
    assert cli.run(["init", "t.csv"]) == 0
    shown = capsys.readouterr().out
    assert "# NOT READABLE YET: " in shown
    assert lacks in shown


def test_the_width_is_that_of_the_preview(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["init", "aid.csv", "--width", "40"]) == 0
    narrow = capsys.readouterr()
    assert cli.run(["init", "aid.csv", "--width", "200"]) == 0
    wide = capsys.readouterr()
    assert narrow.out == wide.out  # the mapping
    assert narrow.err.count("\n") > wide.err.count("\n")


def proposed(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The mapping that is proposed for a table."""
    (folder / "t.csv").write_text(text, encoding="utf-8")
    assert cli.run(["init", "t.csv"]) == 0
    return capsys.readouterr().out


def test_visitors_are_those_of_an_event(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = 'name,Visitors\nOrm Museum,"41,000"\nElm House,9000\n'
    assert "  Visitors: event_visitors\n" in proposed(table, folder, capsys)
    (folder / "checker.toml").write_text('rules = ["exercises"]\n', encoding="utf-8")
    without = proposed(table, folder, capsys)
    assert "event_visitors" not in without
    assert "attendance" not in without
    assert "#   Visitors: its cells are numbers" in without


@pytest.mark.parametrize("cell", ["17", "3.5", "2022-01-01"])
@pytest.mark.parametrize("header", ["venue", "attendance", "end date", "aid", "duration"])
def test_proposes_no_kind_that_the_cells_cannot_be_read_as(
    header: str, cell: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = proposed(f"name,end,{header}\nOrm Museum,2019,{cell}\nElm House,2020,{cell}\n", folder, capsys)
    left_out = f"#   {header}: " in text
    could = {("attendance", "17"), ("end date", "2022-01-01"), ("attendance", "3.5")}
    assert left_out == ((header, cell) not in could)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("2021-06 2022-01-01", "dates"),
        ("2021-06-03 2022-01-01", "dates"),
        ("2021 2022", "numbers"),
        ("1200 3.5", "numbers"),
    ],
)
def test_what_cells_look_like(cells: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"Amber Heron,{cell}\n" for cell in cells.split())
    assert f"#   xyz: its cells are {said}, but" in proposed(f"name,xyz\n{rows}", folder, capsys)


@pytest.mark.parametrize(("cells", "unread"), [("2019 2020 NO", 1), ("2019 NO", 1), ("2019 NO NO", 0)])
def test_half_of_the_cells_suffice(cells: str, unread: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"Amber Heron {number},{cell}\n" for number, cell in enumerate([*cells.split(), "n/a"]))
    text = proposed(f"name,closed\n{rows}", folder, capsys)
    count = len(cells.split())
    if unread:
        assert f"  closed: end_date  # of {count} cells {unread} cannot be read: " in text
    else:
        assert "#   closed: end_date by its name, but 1 of 3 cells can be read: " in text
