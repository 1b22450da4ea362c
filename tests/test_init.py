"""`checker init`: `fixtures/init/*.csv` with the mapping that is proposed for each; and what it asks and refuses."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest

from checker import cli
from checker.claims import kinds
from checker.rulebook import read_mapping
from tests.specimens import FIXTURES

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
