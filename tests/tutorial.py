"""Runs docs/your-own-claims.md: writes its files ("```yaml races.yml"), calls what its consoles call ("$ checker …").

`python -m tests.tutorial` (`make readme`) puts the output of today in.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TUTORIAL = ROOT / "docs" / "your-own-claims.md"

# A fenced block: its language, the file that it is ("races.yml") or goes on with ("+ races.yml"), and its lines.
_BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: (?P<more>\+ )?(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_PROMPT = "$ "


def replayed(text: str, folder: Path) -> str:
    """The tutorial as it would read today: every file written to `folder`, every command called there."""
    return _BLOCK.sub(lambda block: _played(block, folder), text)


def _played(block: re.Match[str], folder: Path) -> str:
    if block["file"]:
        with (folder / block["file"]).open("a" if block["more"] else "w", encoding="utf-8") as file:
            file.write(block["body"])
        return block[0]
    if block["language"] != "console":
        return block[0]
    return f"```console\n{''.join(_console(block['body'], folder))}```"


def _console(body: str, folder: Path) -> Iterator[str]:
    status = 0
    for line in body.splitlines():
        if not line.startswith(_PROMPT):
            continue
        yield f"{line}\n"
        if line == "$ echo $?":
            yield f"{status}\n"
        else:
            done = _called(shlex.split(line.removeprefix(_PROMPT)), folder)
            status = done.returncode
            yield done.stdout


def _called(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """`checker …` as a shell without a terminal would call it; its errors among its output."""
    program, *arguments = words
    if program != "checker":
        raise ValueError(f"the tutorial calls {program}, which is not run")
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env={**clean, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        TUTORIAL.write_text(replayed(TUTORIAL.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
