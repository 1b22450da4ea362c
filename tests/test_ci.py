"""What CI systems are given: the hooks, the Action and the snippets of docs/ci.md, as far as they run without a host.

`python -m tests.gate` installs them, too; here the program that is being tested stands in for the installed one.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.action import PROJECT, Runner

GATE = PROJECT / "fixtures" / "gate"
SNIPPETS = re.findall(r"```yaml\n(.*?)```", (PROJECT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)
PRE_COMMIT, WORKFLOW, GITLAB = SNIPPETS


def validated(text: str, schema: str, folder: Path) -> None:
    path = folder / "checked.yml"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def installed(folder: Path) -> Path:
    """A folder of programs with `checker` in it, and a `pip` that has nothing to do."""
    programs = folder / "checker" / "bin"
    programs.mkdir(parents=True)
    for name, command in (("checker", f'exec {shlex.quote(sys.executable)} -m checker "$@"'), ("pip", "exit 0")):
        program = programs / name
        program.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        program.chmod(0o755)
    return programs


@pytest.fixture(autouse=True)
def _this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The gated data, in a folder of its own, with a contradiction planted in it."""
    copied = tmp_path / "data set"
    shutil.copytree(GATE, copied)
    dataset = copied / "partners.csv"
    dataset.write_text(dataset.read_text(encoding="utf-8").replace("17 June 2016", "27 June 2016"), encoding="utf-8")
    return copied


def test_the_snippets_are_what_their_hosts_read(tmp_path: Path) -> None:
    validated(WORKFLOW, "github-workflows", tmp_path)
    validated(GITLAB, "gitlab-ci", tmp_path)
    validated((PROJECT / "action.yml").read_text(encoding="utf-8"), "github-actions", tmp_path)
    action = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
    used = [step for step in yaml.safe_load(WORKFLOW)["jobs"]["check"]["steps"] if step.get("id") == "claims"]
    assert used[0]["with"].keys() <= action["inputs"].keys()
    hooks = {hook["id"] for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in yaml.safe_load(PRE_COMMIT)["repos"][0]["hooks"]} <= hooks


def test_the_action_runs_once_and_tells_everybody(data: Path, tmp_path: Path) -> None:
    installed(tmp_path)
    runner = Runner(tmp_path, data, {"args": "--config=checker.toml\n"})
    done = runner.step("Check")
    assert done.returncode == 1, done.stderr
    assert "::error file=partners.csv,line=4," in done.stdout
    assert "27 June 2016" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert (data / "checker.sarif").is_file()
    told = (tmp_path / "output").read_text(encoding="utf-8").splitlines()
    assert told == ["exit-code=1", "sarif-file=checker.sarif"]


def test_the_action_shows_all_where_there_is_no_commit_before(data: Path, tmp_path: Path) -> None:
    installed(tmp_path)
    inputs = {"args": "--config=checker.toml\n", "changed-since": "0" * 40}
    done = Runner(tmp_path, data, inputs).step("Check")
    assert done.returncode == 1, done.stderr
    assert "::error file=partners.csv,line=4," in done.stdout


def test_the_inputs_of_the_action_are_arguments_and_no_code(data: Path, tmp_path: Path) -> None:
    installed(tmp_path)
    (data / "a b.md").write_text("Keen Gull 21 ended on 3 May 2021.", encoding="utf-8")
    inputs = {"paths": "a b.md\n\n$(touch pwned)\n; touch pwned\n--exit-zero", "fail-on": "warning"}
    done = Runner(tmp_path, data, inputs).step("Check")
    assert done.returncode == 2
    assert "no such file or folder: $(touch pwned)" in done.stderr
    assert "no such file or folder: --exit-zero" in done.stderr
    assert not (data / "pwned").exists()
    assert (tmp_path / "output").read_text(encoding="utf-8").startswith("exit-code=2\n")


def test_the_gitlab_job_writes_its_reports(data: Path, tmp_path: Path) -> None:
    job = yaml.safe_load(GITLAB)["claims"]
    (data / "articles").mkdir()
    shutil.move(data / "gazette.md", data / "articles")
    (data / "data").mkdir()
    for path in (*data.glob("*.csv"), *data.glob("*.yml")):
        shutil.move(path, data / "data")
    programs = installed(tmp_path)
    search = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    script = "\n".join((*job["before_script"], *job["script"]))
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=data, env=search, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    for report in job["artifacts"]["reports"].values():
        assert "27 June 2016" in (data / report).read_text(encoding="utf-8")
