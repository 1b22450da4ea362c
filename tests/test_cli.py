"""The command line: each file of fixtures/cli is one call, the files it finds, and what it prints, to the byte.

In what is expected, `[..]` stands for anything.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker import cli

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "fixtures" / "cli").glob("*.toml"))


def call(*arguments: str, folder: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a shell would start it, in `folder`."""
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env={**clean, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_call_prints_this_and_exits_so(path: Path, tmp_path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, text in case.get("files", {}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, digits in case.get("hex", {}).items():
        (tmp_path / name).write_bytes(bytes.fromhex(digits))
    done = call(*case["args"], folder=tmp_path, stdin=case.get("stdin", ""), **case.get("env", {}))
    assert_like(done.stderr, case.get("stderr", ""))
    assert_like(done.stdout, case.get("stdout", ""))
    assert done.returncode == case["status"]


def assert_like(shown: str, expected: str) -> None:
    pattern = "(?s:.*)".join(re.escape(part) for part in expected.split("[..]"))
    if not re.fullmatch(pattern, shown):
        assert shown == expected


def test_the_version_needs_neither_pydantic_nor_rich() -> None:
    script = (
        "import sys; from checker.cli import run; run(['--version']); run(['check', '--help']);"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'pydantic', 'rich', 'quantulum3'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_is_the_same_with_and_without_the_parser(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "--help"]) == 0
    at_once = capsys.readouterr().out
    assert cli.run(["check", "--quiet", "--help"]) == 0
    assert capsys.readouterr().out == at_once


def test_a_bug_is_said_to_be_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKER_DEBUG", raising=False)
    monkeypatch.setenv("COLUMNS", "120")  # a worker of pytest-xdist has 80, where the line breaks
    try:
        {}["the\x1b[2J key"]
    except KeyError as error:
        problems = cli._problems(error)
    assert cli._fail(*problems) == 2
    shown = capsys.readouterr().err
    assert "this is a bug in checker" in shown
    assert "KeyError in test_cli.py" in shown
    assert "\x1b" not in shown


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    text = "Steppe Eagle 22 will last until August 22, 2022.\n" * 2000
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    command = f"{sys.executable} -m checker claims long.txt | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "long.txt\n")


def test_json_is_json_whatever_the_terminal_can_show(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Çiğdem 22 will last until 22 August 2022. Çiğdem 22 ends on 20 August 2022.\n", "utf-8"
    )
    ascii_bytes = call("check", "a.txt", "--format", "json", folder=tmp_path, PYTHONIOENCODING="ascii").stdout
    unicode_text = call("check", "a.txt", "--format", "json", folder=tmp_path).stdout
    assert ascii_bytes.isascii()
    assert json.loads(ascii_bytes) == json.loads(unicode_text)


@pytest.mark.parametrize("arguments", [(), ("--hash",)], ids=["in order", "reversed, other hash seed"])
def test_same_input_same_bytes(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for name, day in (("a", 20), ("b", 22), ("c", 20)):
        (tmp_path / f"{name}.txt").write_text(f"Steppe Eagle 22 will last until August {day}, 2022.\n", "utf-8")
    names = [f"{name}.txt" for name in "abc"]
    expected = call("check", *names, "--format", "json", folder=tmp_path, PYTHONHASHSEED="1").stdout
    names = names[::-1] if arguments else names
    assert call("check", *names, "--format", "json", folder=tmp_path, PYTHONHASHSEED="2").stdout == expected


def test_claims_that_were_read_can_be_checked_in_place_of_the_articles() -> None:
    demo = ROOT / "fixtures" / "demo"
    from_articles = call("check", ".", "--format", "json", folder=demo)
    read = call("claims", ".", "--format", "jsonl", folder=demo)
    from_claims = call("check", "-", "--format", "json", folder=demo, stdin=read.stdout)
    assert _facts(from_claims.stdout) == _facts(from_articles.stdout)
    assert from_claims.returncode == from_articles.returncode == 1


def _facts(report: str) -> list[tuple[str, str, str]]:
    return [(found["fingerprint"], found["severity"], found["message"]) for found in json.loads(report)["findings"]]
