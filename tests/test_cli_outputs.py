"""Reports of one run, and the options around them: what goes where, what is refused, and how the program exits."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import cli
from checker.cli.output import write
from checker.reports import formats

LATE, EARLY = "Amber Heron 22 ends on August 22, 2022.\n", "Amber Heron 22 ends on 20 August 2022.\n"
FORMATS = sorted({*formats(), "full"} - {"terminal"})

Call = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two texts that contradict each other, in which the program runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "late.txt").write_text(LATE, "utf-8")
    (tmp_path / "drafts" / "early.txt").write_text(EARLY, "utf-8")
    return tmp_path


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))

    return give


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def check(*arguments: str) -> int:
    return cli.run(["check", *arguments, "--no-color"])


# --output


def test_one_run_writes_every_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = [f"--output={name}:{name}.out" for name in FORMATS]
    assert check("drafts", *outputs, "-q") == 1
    alone = capsys.readouterr().out
    for name in FORMATS:
        assert check("drafts", "--format", name, "-q") == 1
        assert (folder / f"{name}.out").read_text("utf-8") == capsys.readouterr().out
    assert (folder / "full.out").read_text("utf-8") == alone
    assert names_in(folder) == sorted([*(f"{name}.out" for name in FORMATS), "drafts"])


def test_a_report_for_standard_output_takes_the_place_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("drafts", "--output", "json:-", "--output", "concise:c.txt") == 1
    assert json.loads(capsys.readouterr().out)["version"] == 1
    assert check("drafts", "-o", "full.txt", "--output", "json:-") == 1
    assert json.loads(capsys.readouterr().out)["version"] == 1
    assert (folder / "full.txt").read_text("utf-8").startswith("error[")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "sarif"], "--output sarif: no file"),
        (["--output", "sarif:"], "--output sarif:: no file"),
        (["--output", "report.sarif"], "FORMAT:FILE: sarif:report.sarif"),
        (["--output", r"C:\reports\x.json"], r"FORMAT:FILE: json:C:\reports\x.json"),
        (["--output", "sarfi:x"], 'did you mean "sarif"?'),
        (["--output", "json:drafts"], "cannot write: a folder"),
        (["--output", "json:gone/x.json"], "make it first: gone/"),
        (["--output", "json:x", "--output", "csv:./x"], "two reports go to x: json and csv"),
        (["-o", "x", "--output", "csv:x"], "two reports go to x: full and csv"),
        (["--format", "json", "--output", "csv:-"], "two reports go to standard output: json and csv"),
        (["--output", "json:drafts/late.txt", "drafts/late.txt"], "is to be read, and a report to be written to it"),
        (["--statistics", "--format", "sarif"], "--statistics cannot be shown as sarif"),
        (["--stdin-filename", "a.txt"], 'add "-"'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_told_before_anything_is_written(
    arguments: list[str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("drafts", *arguments) == 2
    shown = capsys.readouterr()
    assert message in shown.err
    assert shown.err.count("error:") == 1
    assert shown.out == ""
    assert names_in(folder) == ["drafts"]
    assert (folder / "drafts" / "late.txt").read_text("utf-8") == LATE


def test_every_wrong_output_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("drafts", "--output", "sarif", "--output", "xml:a", "--output", "csv:gone/a") == 2
    assert capsys.readouterr().err.count("error:") == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_what_cannot_be_written_keeps_nothing_else_from_being_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("drafts", "--output", "json:/dev/full", "--output", "csv:a.csv", "--exit-zero") == 2
    shown = capsys.readouterr()
    assert "cannot write: no space left on device" in shown.err.lower()
    assert shown.out.startswith("error[")
    assert (folder / "a.csv").read_text("utf-8").startswith("finding,severity")


def test_the_report_of_the_last_run_is_no_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert check("drafts", "--output", "markdown:drafts/report.md", "--output", "jsonl:drafts/r.jsonl") == 1
        assert " in 2 documents " in capsys.readouterr().out


def test_a_report_is_written_whole_or_not_at_all(folder: Path) -> None:
    target = folder / "report.txt"
    target.write_text("earlier", "utf-8")
    target.chmod(0o640)
    (folder / "link").symlink_to(target)
    write("later", folder / "link")
    assert target.read_text("utf-8") == "later"
    assert (folder / "link").is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert names_in(folder) == ["drafts", "link", "report.txt"]


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_hosts_get_paths_from_the_checkout(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder / "drafts")
    assert check(".", "--format", "gitlab") == 1
    assert [issue["location"]["path"] for issue in json.loads(capsys.readouterr().out)] == ["late.txt"]
    monkeypatch.setenv(name, str(folder))
    assert check(".", "--format", "gitlab") == 1
    assert [issue["location"]["path"] for issue in json.loads(capsys.readouterr().out)] == ["drafts/late.txt"]
    monkeypatch.setenv(name, str(folder / "elsewhere"))
    assert check(".", "--format", "gitlab") == 1
    assert [issue["location"]["path"] for issue in json.loads(capsys.readouterr().out)] == ["late.txt"]


def test_what_is_left_out_is_said_on_stderr(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = "".join(
        f"Amber Heron {year % 100:02} ends on {day} August {year}.\n" for year in range(2001, 2015) for day in (20, 22)
    )
    (folder / "many.txt").write_text(pairs, "utf-8")
    assert check("many.txt", "--output", "github:g.txt", "-q") == 1
    assert "note: github: GitHub shows 10 annotations" in capsys.readouterr().err


# --statistics, --show-files


def test_statistics_take_the_place_of_the_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("drafts", "--statistics", "--output", "csv:a.csv") == 1
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == "     1  error    exercises.end-date  Reports of one exercise end it on one day"
    assert "late.txt" not in shown
    assert "late.txt" in (folder / "a.csv").read_text("utf-8")


def test_statistics_are_told_to_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "scan.pdf").write_bytes(b"%PDF")
    assert check("drafts", "scan.pdf", "--statistics", "--format", "json") == 3
    told = json.loads(capsys.readouterr().out)
    assert [(one["rule"], one["severity"], one["open"], one["settled"]) for one in told["statistics"]] == [
        ("exercises.end-date", "error", 1, 0)
    ]
    assert [one["path"] for one in told["skipped"]] == ["scan.pdf"]


def test_files_are_shown_and_not_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "checker.toml").write_text('exclude = ["early.txt"]\n', "utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF")
    assert check("drafts", "scan.pdf", "--show-files") == 0
    shown = capsys.readouterr()
    assert shown.out == f"{Path('drafts', 'late.txt')}\n"
    assert shown.err == "skipped scan.pdf: no reader for .pdf files\n"


# --stdin-filename


def test_standard_input_has_a_name(
    folder: Path, stdin: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(f"<p>{LATE}</p>")
    assert check("-", "drafts/early.txt", "--stdin-filename", "new.html", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert {claim["path"] for claim in told["findings"][0]["claims"]} == {"new.html", "drafts/early.txt"}
    stdin(LATE + EARLY)
    assert check("--stdin-filename", "new.txt", "--format", "concise") == 1
    assert capsys.readouterr().out.startswith("new.txt:")


def test_the_text_of_an_editor_goes_before_its_file(
    folder: Path, stdin: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(EARLY)
    assert check("-", "drafts", "--stdin-filename", "drafts/late.txt") == 0
    assert " in 2 documents " in capsys.readouterr().out


# --force-exclude


def test_excluded_files_are_read_if_named_unless_it_is_forced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "checker.toml").write_text('exclude = ["early.txt"]\n', "utf-8")
    named = ["drafts/early.txt", "drafts/late.txt"]
    assert check(*named) == 1
    assert check(*named, "--force-exclude") == 0
    assert " in 1 document " in capsys.readouterr().out
    (folder / "checker.toml").write_text('exclude = ["drafts"]\nforce-exclude = true\n', "utf-8")
    assert check(*named, "--no-force-exclude") == 1


def test_nothing_but_excluded_files_is_no_mistake(
    folder: Path, stdin: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "checker.toml").write_text('exclude = ["drafts"]\nforce-exclude = true\n', "utf-8")
    assert check("drafts/late.txt", "drafts", "--require-coverage", "--output", "json:a.json") == 0
    assert capsys.readouterr().err == "nothing to check: drafts, drafts/late.txt excluded\n"
    assert json.loads((folder / "a.json").read_text("utf-8"))["findings"] == []
    assert check("drafts/late.txt", "-q") == 0
    assert capsys.readouterr() == ("", "")
    stdin(LATE + EARLY)
    assert check("-", "--stdin-filename", "drafts/new.txt") == 0


# Exit codes.


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["-e", "scan.pdf"], 3),
        (["scan.pdf"], 3),
        (["scan.pdf", "--output", "json:/dev/full"], 2),
        (["-e", "--output", "json:/dev/full"], 2),
        (["--fail-on", "never"], 0),
        (["--fail-on", "never", "scan.pdf"], 3),
        (["--fail-on", "warning"], 1),
        (["--min-severity", "error"], 1),
        (["--min-severity", "error", "--fail-on", "warning"], 2),
        (["--select", "aid"], 0),
        (["--select", "aid", "--require-coverage"], 3),
        (["--select", "aid", "--require-coverage", "-e"], 3),
        (["--ignore", "exercises,facts", "-q"], 0),
        (["--statistics"], 1),
        (["--statistics", "-e"], 0),
        (["--output", "sarif:a.sarif", "-e"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_two_goes_over_three_over_one(arguments: list[str], status: int, folder: Path) -> None:
    if "json:/dev/full" in arguments and not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    (folder / "scan.pdf").write_bytes(b"%PDF")
    assert check("drafts", *arguments) == status


# Patterns for nothing.


def test_a_pattern_that_fits_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = '[[sources]]\npaths = ["draft/**", "drafts/**"]\ntier = "draft"\n'
    settings += '[[overrides]]\npaths = ["*.docx"]\nignore = ["aid"]\n'
    (folder / "checker.toml").write_text(settings, "utf-8")
    assert check("drafts/late.txt") == 0
    shown = capsys.readouterr().err
    assert shown.count("warning:") == 2
    assert '"draft/**" fits no file below ./' in shown
    assert "checker.toml:2:10" in shown
    assert '"*.docx" fits no file below ./' in shown


def test_a_pattern_for_files_of_another_run_is_no_mistake(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lists").mkdir()
    (folder / "lists" / "a.yml").write_text("[]", "utf-8")
    (folder / "checker.toml").write_text('[[sources]]\npaths = ["lists/*.yml"]\ntier = "reference"\n', "utf-8")
    assert check("drafts/late.txt") == 0
    assert capsys.readouterr().err == ""
