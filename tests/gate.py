"""The gate as its users put it up: `python -m tests.gate` runs the shipped pre-commit hook and the GitHub Action.

The data of fixtures/gate is put into a repository of its own. The hook, which pre-commit installs from this checkout's
last commit, must pass it, and must fail once a contradiction is planted in it; the steps of the Action are run in a
shell, as a runner would. Both install packages and so need an index of them; everything else is tested by pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.action import Runner

PROJECT = Path(__file__).parent.parent
DATA = PROJECT / "fixtures" / "gate"
SCRATCH = PROJECT / "build" / "gate"

# One cell of the data, and what a slip of the hand makes of it.
PLANTED = ("partners.csv", "17 June 2016", "27 June 2016")

CONFIG = f"""\
repos:
  - repo: {PROJECT}
    rev: {{revision}}
    hooks:
      - id: checker
        args: [--config, checker.toml, .]
"""


def main() -> int:
    """Says what was run and what came of it; 1 if anything did not come as expected."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    repository = SCRATCH / "data"
    shutil.copytree(DATA, repository)
    revision = _git("rev-parse", "HEAD", at=PROJECT).strip()
    (repository / ".pre-commit-config.yaml").write_text(CONFIG.format(revision=revision), encoding="utf-8")
    _git("init", "--quiet", at=repository)
    _git("add", "--all", at=repository)
    _expect("the hook passes the data", _hook(repository), code=0, said="Passed")
    name, old, new = PLANTED
    dataset = repository / name
    sound = dataset.read_text(encoding="utf-8")
    dataset.write_text(sound.replace(old, new), encoding="utf-8")
    _git("add", "--all", at=repository)
    _expect("the hook fails on a planted contradiction", _hook(repository), code=1, said=new)
    runner = Runner(SCRATCH / "runner", repository, {"args": "--config=checker.toml"})
    _expect("the Action is installed", runner.step("Install checker"), code=0)
    _expect("the Action fails on the same", runner.step("Check"), code=1, said="::error file=partners.csv,")
    dataset.write_text(sound, encoding="utf-8")
    _expect("the Action passes the data", runner.step("Check"), code=0)
    return 0


def _hook(repository: Path) -> subprocess.CompletedProcess[str]:
    cache = {**os.environ, "PRE_COMMIT_HOME": str(SCRATCH / "pre-commit")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"]
    return subprocess.run(command, cwd=repository, env=cache, capture_output=True, text=True, check=False)


def _git(*arguments: str, at: Path) -> str:
    return subprocess.run(["git", *arguments], cwd=at, capture_output=True, text=True, check=True).stdout


def _expect(what: str, done: subprocess.CompletedProcess[str], *, code: int, said: str = "") -> None:
    if (done.returncode == code or (code and done.returncode)) and said in done.stdout:
        print(f"ok: {what}")
        return
    print(f"FAILED: {what}: exit code {done.returncode}, expected {code} and {said!r}\n{done.stdout}{done.stderr}")
    raise SystemExit(1)


if __name__ == "__main__":
    raise SystemExit(main())
