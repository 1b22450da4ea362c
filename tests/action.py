"""The steps of action.yml in a shell, as on GitHub: `Runner(folder, data, {"paths": "."}).step("Check")`."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parent.parent
_INPUT = re.compile(r"\$\{\{\s*inputs\.([\w-]+)\s*\}\}")


class Runner:
    """A runner with its files in `folder`, whose workspace is `data`; `inputs` are those of the step that uses it."""

    def __init__(self, folder: Path, data: Path, inputs: Mapping[str, str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.data = data
        self.inputs = {name: given["default"] for name, given in self.action["inputs"].items()} | dict(inputs)

    @cached_property
    def action(self) -> dict[str, Any]:
        """What action.yml says."""
        read: dict[str, Any] = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
        return read

    def step(self, name: str) -> subprocess.CompletedProcess[str]:
        """What comes of the step of that name."""
        [step] = (step for step in self.action["runs"]["steps"] if step["name"] == name)
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "what stands in the script is run as a part of it"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        given = {key: _INPUT.sub(self._input, value) for key, value in step.get("env", {}).items()}
        environment = {**os.environ, **self.environment, **given}
        return subprocess.run(command, cwd=self.data, env=environment, capture_output=True, text=True, check=False)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that a runner sets."""
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(PROJECT),
            "GITHUB_WORKSPACE": str(self.data),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "RUNNER_TEMP": str(self.folder),
        }

    def _input(self, found: re.Match[str]) -> str:
        return self.inputs[found[1]]
