"""`checker diff OLD NEW`: what a new version of a dataset restates, and what is only new."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from checker.cli import run

MAPPING = (
    "format: 1\nsubject: name\ncolumns: {start: start_date, end: end_date, who: participants, people: troop_count}\n"
)
HEAD = "name,start,end,who,people\n"
EAGLE = 'Steppe Eagle 84,1984-03-05,1984-03-17,"Italy, Malta","4,300"\n'


def _diff(folder: Path, old: str, new: str, *options: str, mapping: str = MAPPING) -> tuple[int, Path]:
    (folder / "old.csv").write_text(old, encoding="utf-8")
    (folder / "new.csv").write_text(new, encoding="utf-8")
    (folder / "new.mapping.yml").write_text(mapping, encoding="utf-8")  # and the old one is read by it too
    out = folder / "out"
    return run(["diff", str(folder / "old.csv"), str(folder / "new.csv"), "-o", str(out), *options]), out


def _as_json(folder: Path, old: str, new: str, mapping: str = MAPPING) -> Mapping[str, Any]:
    _, out = _diff(folder, old, new, "--format", "json", mapping=mapping)
    told: Mapping[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return told


# A row of the old version as the new one has it: what is restated, how, and whether it conflicts.
RESTATED: Mapping[str, tuple[str, str, list[tuple[str, str, bool]]]] = {
    "another day": (
        EAGLE,
        EAGLE.replace("-17", "-19"),
        [("end_date", "conflicts", True)],
    ),
    "another way to write a day": (EAGLE, EAGLE.replace("1984-03-05", "5 Mar 1984"), []),
    "the same name, written otherwise": (EAGLE, EAGLE.replace("Steppe Eagle 84", "Ex. STEPPE EAGLE '84"), []),
    "a day for a month": (
        EAGLE.replace("-17", "-xx"),
        EAGLE,
        [("end_date", "more precise", False)],
    ),
    "a month for a day": (EAGLE, EAGLE.replace("-17", "-xx"), [("end_date", "less precise", False)]),
    "a hedge less": (EAGLE.replace("4,300", "~4,300"), EAGLE, [("troop_count", 'without "about"', False)]),
    "a hedge more": (EAGLE, EAGLE.replace("4,300", "about 4,300"), [("troop_count", 'now "about"', False)]),
    "another figure": (EAGLE, EAGLE.replace("4,300", "3,400"), [("troop_count", "conflicts", True)]),
    "thousands marked otherwise": (EAGLE, EAGLE.replace('"4,300"', "4300"), []),
    "one guest more": (EAGLE, EAGLE.replace("Malta", "Malta, Greece"), [("participants", "adds Greece", False)]),
    "guests in another order": (EAGLE, EAGLE.replace("Italy, Malta", "Malta, Italy"), []),
    "another edition": (EAGLE, EAGLE.replace("Eagle 84", "Eagle 85"), [("year_suffix", "conflicts", True)]),
}


@pytest.mark.parametrize(("old", "new", "expected"), RESTATED.values(), ids=RESTATED)
def test_restated(old: str, new: str, expected: list[tuple[str, str, bool]], tmp_path: Path) -> None:
    told = _as_json(tmp_path, HEAD + old, HEAD + new)
    assert [(one["kind"], one["how"], one["conflicts"]) for one in told["restated"]] == expected
    assert not told["new"]
    assert not told["removed"]


def test_rows_that_are_new_gone_and_renamed(tmp_path: Path) -> None:
    old = HEAD + EAGLE + "Keen Heron 90,1990-05-01,1990-05-09,,1200\nSilver Tern,1991-05-01,1991-05-09,Chile,300\n"
    new = HEAD + "Silver Kite,1991-05-01,1991-05-09,Chile,300\nDune Lynx 92,1992-05-01,1992-05-09,,70\n" + EAGLE
    told = _as_json(tmp_path, old, new)
    assert [one["subject"] for one in told["new"]] == ["Dune Lynx 92"]
    assert [one["subject"] for one in told["removed"]] == ["Keen Heron 90"]
    assert [(one["old"]["subject"], one["new"]["subject"]) for one in told["renamed"]] == [
        ("Silver Tern", "Silver Kite")
    ]
    assert told["summary"] == {"restated": 0, "conflicts": 0, "new": 1, "removed": 1, "renamed": 1, "both": 2}


def test_a_key_matches_whatever_else_is_restated(tmp_path: Path) -> None:
    mapping = "format: 1\nsubject: name\nkey: id\ncolumns: {end: end_date}\n"
    old, new = "id,name,end\n7,Steppe Eagle,1984-03-17\n", "id,name,end\n7,Dune Lynx,1999-01-01\n"
    told = _as_json(tmp_path, old, new, mapping)
    assert [one["how"] for one in told["restated"]] == ["conflicts"]
    assert len(told["renamed"]) == 1


def test_instalments_of_one_year_are_told_apart(tmp_path: Path) -> None:
    rows = ["Steppe Eagle,1984-03-05,1984-03-17,,\n", "Steppe Eagle,1984-03-12,1984-03-20,,\n"]
    told = _as_json(tmp_path, HEAD + "".join(rows), HEAD + rows[1].replace("-20", "-21") + rows[0])
    assert [(one["old"]["value"], one["new"]["value"]) for one in told["restated"]] == [("1984-03-20", "1984-03-21")]


def test_cells_that_are_filled_in_or_emptied_are_not_restated(tmp_path: Path) -> None:
    old, new = HEAD + EAGLE.replace('"4,300"', ""), HEAD + EAGLE.replace("1984-03-17", "")
    told = _as_json(tmp_path, old, new)
    assert [one["kind"] for one in told["filled"]] == ["troop_count"]
    assert [one["kind"] for one in told["emptied"]] == ["end_date"]
    assert not told["restated"]


def test_claim_records(tmp_path: Path) -> None:
    record = '{"kind": "end_date", "subject": "Steppe Eagle 22", "value": "2022-08-20"}\n'
    (tmp_path / "old.jsonl").write_text(record, encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(record.replace("-20", "-22"), encoding="utf-8")
    out = tmp_path / "out"
    assert run(["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl"), "-o", str(out)]) == 1
    assert "end date: 2022-08-20 → 2022-08-22 (conflicts)" in out.read_text(encoding="utf-8")


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    restated = HEAD + EAGLE.replace("-17", "-19")
    assert _diff(tmp_path, HEAD + EAGLE, HEAD + EAGLE)[0] == 0
    assert _diff(tmp_path, HEAD + EAGLE, restated)[0] == 1
    assert _diff(tmp_path, HEAD + EAGLE, restated, "--exit-zero")[0] == 0
    assert _diff(tmp_path, HEAD + EAGLE, HEAD + EAGLE.replace("1984-03-17", "next spring"))[0] == 3
    assert run(["diff", str(tmp_path / "old.csv"), str(tmp_path / "none.csv")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_for_people(tmp_path: Path) -> None:
    _, out = _diff(tmp_path, HEAD + EAGLE, HEAD + EAGLE.replace("-17", "-19"), "--width", "60")
    lines = out.read_text(encoding="utf-8").replace(f"{tmp_path}/", "").splitlines()
    assert lines[:2] == ["Steppe Eagle 84", "  end date: 1984-03-17 → 1984-03-19 (conflicts)"]
    assert lines[-1].endswith("in both versions")
    assert all(len(line) <= 60 for line in lines)
