"""`checker check --changed-since main`, in real repositories: findings that touch a changed claim, and no others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LEAD = "Steppe Eagle 22 will last until August 22, 2022.\n"
WIRE = "Steppe Eagle 22 ends on 20 August 2022.\n"
OTHER = "Keen Gull 21 ended on 3 May 2021.\n"


class Repository:
    """A repository with one commit on `main`: two articles that contradict each other, and one about something else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.write("lead.txt", LEAD)
        self.write("wire.txt", WIRE)
        self.write("other.txt", OTHER)

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *who, *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "x")

    def check(self, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "checker", "check", ".", "--isolated", *options]
        paths = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        return subprocess.run(command, cwd=self.folder, env=paths, capture_output=True, text=True, check=False)

    def found(self, revision: str = "main") -> list[str]:
        """What is reported to be disputed."""
        done = self.check("--changed-since", revision, "--format", "json")
        assert done.returncode in (0, 1), done.stderr
        return [finding["subject"] for finding in json.loads(done.stdout)["findings"]]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit()
    made.git("checkout", "-q", "-b", "topic")
    return made


OLD = ["Steppe Eagle 2022"]
NEW = ["Keen Gull 2021"]


def _nothing(repository: Repository) -> None:
    """No file is touched."""


def _new_source(repository: Repository) -> None:
    repository.write("late.txt", "Keen Gull 21 ended on 5 May 2021.\n")


def _new_sentence(repository: Repository) -> None:
    repository.write("wire.txt", f"{WIRE}\nKeen Gull 21 ended on 5 May 2021.\n")


def _moved_lines(repository: Repository) -> None:
    repository.write("lead.txt", f"# News\n\nIt is summer.\n\n{LEAD}")


def _rewrapped(repository: Repository) -> None:
    repository.write("lead.txt", LEAD.replace(" until", "\nuntil"))


def _renamed(repository: Repository) -> None:
    repository.git("mv", "wire.txt", "agency.txt")


def _renamed_and_staged(repository: Repository) -> None:
    repository.write("wire.txt", f"{WIRE}\nIt is summer.\n")
    repository.git("mv", "wire.txt", "agency.txt")
    repository.git("add", "--all")


def _reworded(repository: Repository) -> None:
    repository.write("wire.txt", "Steppe Eagle 22, they said, ends on 20 August 2022.\n")


def _same_again(repository: Repository) -> None:
    repository.write("wire.txt", f"{WIRE}\n{WIRE}")


def _deleted(repository: Repository) -> None:
    (repository.folder / "other.txt").unlink()


def _odd_names(repository: Repository) -> None:
    repository.write("-n ä\n.txt", "Keen Gull 21 ended on 5 May 2021.\n")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_nothing, []),
        (_moved_lines, []),
        (_rewrapped, []),
        (_renamed, []),
        (_renamed_and_staged, []),
        (_deleted, []),
        (_new_source, NEW),
        (_new_sentence, NEW),
        (_odd_names, NEW),
        (_reworded, OLD),
        (_same_again, OLD),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
@pytest.mark.parametrize("committed", [True, False], ids=["committed", "working-tree"])
def test_findings_that_touch_a_change(
    repository: Repository, change: Callable[[Repository], None], expected: list[str], committed: bool
) -> None:
    change(repository)
    if committed:
        repository.git("add", "--all")
        repository.git("commit", "-q", "--allow-empty", "-m", "x")
    assert repository.found() == expected


def test_a_dateline_changes_the_dates_below_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("lead.md", "---\ndate: 2021-08-10\n---\nThe exercise Steppe Eagle will last until 25 August.\n")
    repository.write("wire.md", "Steppe Eagle 22 will last until 22 August 2022.\n")
    repository.commit()
    repository.write("lead.md", "---\ndate: 2022-08-10\n---\nThe exercise Steppe Eagle will last until 25 August.\n")
    assert repository.found("HEAD") == OLD


def test_what_the_other_branch_did_since_is_no_change_of_ours(repository: Repository) -> None:
    repository.git("checkout", "-q", "main")
    repository.write("lead.txt", f"Steppe Eagle 22 has begun.\n\n{LEAD}")
    repository.write("theirs.txt", "Keen Gull 21 ended on 5 May 2021.\n")
    repository.commit()
    repository.git("checkout", "-q", "topic")
    assert repository.found() == []


def test_a_changed_cell_of_a_dataset(tmp_path: Path) -> None:
    rows = [{"kind": "end_date", "subject": f"Keen Gull {year}", "value": f"20{year}-05-03"} for year in (20, 21, 22)]
    repository = Repository(tmp_path)
    repository.write("rows.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
    repository.commit()
    rows[1]["value"] = "2021-05-05"
    repository.write("rows.jsonl", "".join(f"{json.dumps(row)}\n" for row in [rows[2], rows[1], rows[0]]))
    assert repository.found("HEAD") == NEW


def test_the_report_says_what_it_does_not_show(repository: Repository) -> None:
    done = repository.check("--changed-since", "main")
    assert done.returncode == 0
    assert "no contradiction touches what has changed" in done.stdout
    assert "1 finding of unchanged claims not shown" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("revision", "said"),
    [("mian", 'git knows no revision "mian"'), ("--output=x", 'git knows no revision "--output=x"'), ("", "revision")],
)
def test_an_unknown_revision_is_told(repository: Repository, revision: str, said: str) -> None:
    done = repository.check(f"--changed-since={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_histories_without_a_common_commit_are_told(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "alone")
    repository.write("more.txt", OTHER)
    repository.commit()
    done = repository.check("--changed-since", "main")
    assert done.returncode == 2
    assert "no commit in common" in done.stderr
    assert "fetch-depth" in done.stderr


def test_no_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / "lead.txt").write_text(LEAD)
    command = [sys.executable, "-m", "checker", "check", "lead.txt", "--isolated", "--changed-since", "main"]
    paths = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr


@pytest.mark.parametrize("digits", [40, 64])
def test_the_commit_before_a_new_branch_is_none(repository: Repository, digits: int) -> None:
    done = repository.check("--changed-since", "0" * digits)
    assert done.returncode == 2
    assert "is no commit" in " ".join(done.stderr.split())
    assert "use the default branch: --changed-since=origin/main" in " ".join(done.stderr.split())
