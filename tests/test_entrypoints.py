"""Plug-ins of installed packages: `checker.kinds` in the `dist-info` of a tiny package, as pip leaves it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

TIDES = '''
"""Tides: "the tide at Lindow rose to 4.2 m"."""

import re
from typing import Literal

from pydantic.dataclasses import dataclass

from checker.language.cells import quantity_cell
from checker.model import Claim, Kind, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Tide(Claim):
    kind: Literal["tide"] = "tide"
    value: Quantity


def find(article):
    for statement in article.statements:
        for mention in statement.quantities:
            name = re.search(r"tide at ([A-Z]\\w+)", statement.text)
            if name and mention.kind == "measure":
                span = (mention.start, mention.end)
                yield article.plain_claim(Tide, statement, name[1], mention.value, span, because="a tide")


KIND = Kind("tide", "Height of a tide", Tide, find, quantity_cell, occasion=False)
KINDS = [KIND]
NO_KIND = "tide"
DATE = Kind("date", "Date", Tide, find, quantity_cell)
'''
PRONE = '''
"""Kinds that are loaded, but fail when they are used."""

import dataclasses
import sys

from tidal import KIND


def fail(article):
    raise LookupError("no \x1b[31mgauge")


def leave(article):
    sys.exit(0)


SPACED = dataclasses.replace(KIND, name="high tide")
FAILING = dataclasses.replace(KIND, find=fail)
LEAVING = dataclasses.replace(KIND, find=leave)
'''
SPRING = '''
"""Spring: a comparator that fails on every tide."""

from checker.compare import Comparator


class Spring(Comparator):
    def sides(self, values):
        raise ZeroDivisionError("no moon")


COMPARATOR = Spring
'''
EXACTLY = '''
"""Exactly: `compare: exactly`."""

from checker.compare import Comparator
from checker.compare.partition import equal_sides


class Exactly(Comparator):
    """Values agree when they are written alike."""

    def sides(self, values):
        return equal_sides([str(value) for value in values])


COMPARATOR = Exactly
'''
RULES = """
format: 1
pack: tides
rules:
  - id: tides.height
    kind: agree
    on: tide
    compare: exactly
    title: One height
    message: "the tide at {subject}: {values}"
    tests:
      - conflict: ["The tide at Lindow rose to 4.2 m.", "The tide at Lindow rose to 4.20 m."]
      - ok: ["The tide at Lindow rose to 4.2 m.", "The tide at Norburg rose to 2.4 m."]
"""


def installed(folder: Path, points: str) -> None:
    """The package `tidal` with these entry points."""
    (folder / "tidal.py").write_text(TIDES, encoding="utf-8")
    (folder / "tidal_compare.py").write_text(EXACTLY, encoding="utf-8")
    (folder / "tidal_prone.py").write_text(PRONE, encoding="utf-8")
    (folder / "tidal_spring.py").write_text(SPRING, encoding="utf-8")
    (folder / "tidal_leaving.py").write_text("import sys\nsys.exit(0)\n", encoding="utf-8")
    (folder / "tidal_loud.py").write_text("print('high tide')\nfrom tidal import KIND\n", encoding="utf-8")
    (folder / "tidal_broken.py").write_text("raise OSError('no gauge')\n", encoding="utf-8")
    info = folder / "tidal-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tidal\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(points, encoding="utf-8")


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(ROOT), str(folder)))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    command = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("kinds", ["tidal:KIND", "tidal:KINDS"], ids=["a kind", "a list of kinds"])
def test_kinds_and_comparators_of_a_package_are_found(kinds: str, tmp_path: Path) -> None:
    installed(
        tmp_path, f"[checker.kinds]\ntides = {kinds}\n\n[checker.comparators]\nexactly = tidal_compare:COMPARATOR\n"
    )
    (tmp_path / "tides.yml").write_text(RULES, encoding="utf-8")
    (tmp_path / "a.txt").write_text("The tide at Lindow rose to 4.2 m.\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"kind": "tide", "subject": "Lindow", "value": "4.9 m"}\n', encoding="utf-8")
    tested = call(tmp_path, "rules", "test", "--rules", "tides.yml")
    assert (tested.stdout, tested.returncode) == ("2 tests passed, 0 failed\n", 0)
    checked = call(tmp_path, "check", "a.txt", "b.jsonl", "--rules", "tides.yml", "--quiet")
    assert "the tide at Lindow: 4.9 m vs 4.2 m" in checked.stdout
    assert checked.returncode == 1


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (
            "[checker.kinds]\ntides = tidal_broken:KIND\n",
            'the entry point "tides" of tidal cannot be loaded: OSError: no gauge',
        ),
        (
            "[checker.kinds]\ntides = tidal_leaving:KIND\n",
            'the entry point "tides" of tidal cannot be loaded: SystemExit: 0',
        ),
        (
            "[checker.kinds]\ntides = tidal_loud:KIND\n",
            "the entry point \"tides\" of tidal prints while it is loaded: 'high tide'",
        ),
        (
            "[checker.kinds]\ntides = tidal_prone:SPACED\n",
            "the entry point \"tides\" of tidal offers a claim kind 'high tide': its name is letters, digits and _",
        ),
        (
            "[checker.kinds]\ntides = tidal:MISSING\n",
            'the entry point "tides" of tidal cannot be loaded: AttributeError: ',
        ),
        (
            "[checker.kinds]\ntides = tidal:NO_KIND\n",
            "the entry point \"tides\" of tidal is no checker.model.Kind and no list of them, but 'tide'",
        ),
        (
            "[checker.kinds]\ntides = tidal:DATE\n",
            'the entry point "tides" of tidal offers a claim kind "date", which there is already',
        ),
        (
            "[checker.comparators]\nexactly = tidal:KIND\n",
            'the entry point "exactly" of tidal is no class derived from checker.compare.Comparator',
        ),
        (
            "[checker.comparators]\noverlap = tidal_compare:COMPARATOR\n",
            'the entry point "overlap" of tidal has the name of a comparator that there is already',
        ),
    ],
    ids=[
        "does not import",
        "leaves",
        "prints",
        "has a name that cannot be read",
        "has no such name",
        "is no kind",
        "name is taken",
        "is no comparator",
        "comparator is taken",
    ],
)
def test_a_plug_in_that_cannot_be_used_is_a_mistake_that_names_its_package(
    points: str, told: str, tmp_path: Path
) -> None:
    installed(tmp_path, points)
    listed = call(tmp_path, "rules", "list")
    assert listed.returncode == 2
    assert listed.stderr.startswith(f"error: {told}")
    assert "mend or uninstall tidal" in listed.stderr


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ("[checker.kinds]\ntides = tidal_prone:FAILING\n", 'the entry point "tides" of tidal has failed'),
        ("[checker.kinds]\ntides = tidal_prone:LEAVING\n", 'the entry point "tides" of tidal has failed'),
        (
            "[checker.kinds]\ntides = tidal:KIND\n\n[checker.comparators]\nexactly = tidal_spring:COMPARATOR\n",
            'the entry point "exactly" of tidal has failed',
        ),
    ],
    ids=["find raises", "find leaves", "sides raises"],
)
def test_a_plug_in_that_fails_while_checking_is_named(points: str, told: str, tmp_path: Path) -> None:
    installed(tmp_path, points)
    rules = RULES.replace("compare: exactly", "compare: exactly" if "exactly" in points else "compare: overlap")
    (tmp_path / "tides.yml").write_text(rules, encoding="utf-8")
    (tmp_path / "a.txt").write_text("The tide at Lindow rose to 4.2 m.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The tide at Lindow rose to 4.9 m.\n", encoding="utf-8")
    checked = call(tmp_path, "check", "a.txt", "b.txt", "--rules", "tides.yml", "--quiet")
    assert (checked.stdout, checked.returncode) == ("", 2)
    assert checked.stderr.startswith(f"error: {told}, nothing was decided: ")
    assert "bug in checker" not in checked.stderr
    assert "\x1b" not in checked.stderr


def test_the_version_asks_no_plug_in(tmp_path: Path) -> None:
    installed(tmp_path, "[checker.kinds]\ntides = tidal_broken:KIND\n")
    assert call(tmp_path, "--version").returncode == 0
    assert call(tmp_path, "check", "--help").returncode == 0
