"""`checker suggest`: what a dataset might say instead, as a patch that git applies; no file is changed by itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker.cli import run

ARTICLE = "Steppe Eagle 22 ended on 20 August 2022 with 2,400 soldiers.\n"
SECOND = "The exercise Steppe Eagle 22 went on until August 20, 2022, and 2,400 soldiers were there.\n"
MAPPING = "format: 1\nsubject: name\ncolumns:\n  end: end_date\n  people: {kind: troop_count, noun: soldiers}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lead.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "wire.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "list.mapping.yml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def suggested(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[str, str]:
    assert run(["suggest", ".", "--isolated", *options]) == 0
    return capsys.readouterr()


def applied(folder: Path, patch: str) -> None:
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "apply", "-"], cwd=folder, input=patch.encode(), check=True)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("list.csv", "name,end,people\nSteppe Eagle 22,22 Aug 2022,2400\n", "20 Aug 2022"),
        ("list.csv", '\ufeffname,end,people\r\nSteppe Eagle 22,"August 22, 2022",2400\r\n', "August 20, 2022"),
        ("list.csv", "name;end;people\nSteppe Eagle 22;22/08/2022;2400", "20/08/2022"),
        ("list.tsv", "name\tend\tpeople\nSteppe Eagle 22\t2022-08-22\t2400\n", "2022-08-20"),
        ("list.csv", 'name,end,people\nSteppe Eagle 22,2022-08-20,"4,200"\n', '"2,400"'),
        ("list.json", '[{"name": "Steppe Eagle 22", "end": "2022-08-22", "people": 2400}]\n', '"2022-08-20"'),
        ("list.json", '[{"name": "Steppe Eagle 22", "end": null, "people": 4200}]\n', '"people": 2400'),
        ("list.jsonl", '{"name": "Steppe Eagle 22", "end": "2022-08-22", "people": ""}\n', '"2022-08-20"'),
        ("list.yml", "- name: Steppe Eagle 22\n  end: 2022-08-22\n  people: 2400\n", "end: 2022-08-20"),
        ("list.yml", '- {name: Steppe Eagle 22, people: 2400, end: "2022-08-22"}\n', '"2022-08-20"'),
        ("claims.jsonl", '{"kind": "end_date", "subject": "Steppe Eagle 22", "value": "2022-08-22"}\n', "2022-08-20"),
        ("claims.yml", "- {kind: end_date, subject: Steppe Eagle 22, value: 2022-08-22}\n", "value: 2022-08-20}"),
        ("claims.csv", "kind,subject,value\nend_date,Steppe Eagle 22,2022-08-22\n", ",2022-08-20"),
    ],
)
def test_a_patch_settles_the_contradiction(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, before: str, after: str
) -> None:
    dataset = folder / name
    dataset.write_bytes(before.encode())
    assert run(["check", ".", "--isolated"]) == 1
    capsys.readouterr()
    patch, aside = suggested(capsys, "--diff")
    assert aside == ""
    assert dataset.read_bytes() == before.encode()
    applied(folder, patch)
    changed = dataset.read_bytes().decode()
    assert after in changed
    assert changed.count("\n") == before.count("\n")
    assert changed.startswith("\ufeff") is before.startswith("\ufeff")
    assert run(["check", ".", "--isolated"]) == 0


def test_people_are_told_what_and_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.csv").write_text("name,end\nSteppe Eagle 22,22 Aug 2022\n", encoding="utf-8")
    (folder / "list.mapping.yml").write_text("format: 1\nsubject: name\ncolumns: {end: end_date}\n", encoding="utf-8")
    said, _ = suggested(capsys, "--width", "80")
    assert said == (
        "list.csv:2:17: 22 Aug 2022 -> 20 Aug 2022\n"
        "    exercises.end-date: Steppe Eagle 2022 ends on 22 August 2022 vs 20 August\n"
        "    2022 (2 sources)\n"
        "    because 22 Aug 2022 stands in 1 source, 20 August 2022 in 2 sources\n"
        "\n"
        "1 suggestion for datasets\n"
    )


def test_texts_are_left_to_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "late.txt").write_text("Steppe Eagle 22 will last until August 22, 2022.\n", encoding="utf-8")
    patch, aside = suggested(capsys, "--diff")
    assert patch == ""
    assert "by hand: it stands in a text" in aside


def test_what_the_cell_cannot_express_is_left_to_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.csv").write_text("name,end\nSteppe Eagle 22,July 2022\n", encoding="utf-8")
    (folder / "list.mapping.yml").write_text("format: 1\nsubject: name\ncolumns: {end: end_date}\n", encoding="utf-8")
    patch, aside = suggested(capsys, "--diff")
    assert patch == ""
    assert "by hand: the cell would have to be written in another way" in aside


def test_a_value_that_makes_another_contradiction_is_left_to_people(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "name,start,end,days\nSteppe Eagle 22,2022-08-11,2022-08-22,12\n"
    (folder / "list.csv").write_text(rows, encoding="utf-8")
    mapping = (
        "format: 1\nsubject: name\ncolumns: {start: start_date, end: end_date, days: {kind: duration, unit: day}}\n"
    )
    (folder / "list.mapping.yml").write_text(mapping, encoding="utf-8")
    patch, aside = suggested(capsys, "--diff")
    assert patch == ""
    assert "by hand: it would make another one: " in aside


def test_files_that_are_not_utf_8_are_left_to_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.csv").write_bytes("name,end,people\nSteppe Eagle 22,22 Aug 2022,2400\n".encode("utf-16"))
    patch, aside = suggested(capsys, "--diff")
    assert patch == ""
    assert "by hand: its file is no text in UTF-8" in aside


def test_what_is_settled_is_not_suggested(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.csv").write_text("name,end,people\nSteppe Eagle 22,22 Aug 2022,2400\n", encoding="utf-8")
    assert run(["baseline", "accept", ".", "--isolated"]) == 0
    capsys.readouterr()
    assert suggested(capsys, "--diff") == ("", "")


def test_nobody_can_tell_between_two(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "wire.txt").unlink()
    (folder / "list.csv").write_text("name,end,people\nSteppe Eagle 22,22 Aug 2022,2400\n", encoding="utf-8")
    assert suggested(capsys, "--diff") == ("", "")
