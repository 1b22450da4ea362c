"""The README's sample is what the demo prints: `python -m tests.readme` (`make readme`) puts the output of today in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
START, END = "$ checker check fixtures/demo\n", "```"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The checker in a process of its own, in the project's folder."""
    command = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def printed() -> str:
    """What the demo prints, 100 columns wide as in a pipe."""
    done = run("check", "fixtures/demo", "--width", "100", "--no-color")
    if done.returncode != 1:  # the demo has errors to show; with anything else the README would lose its sample
        raise SystemExit(done.stderr)
    return done.stdout


def shown() -> str:
    """What the README says that it prints."""
    return README.read_text(encoding="utf-8").partition(START)[2].partition(END)[0]


if __name__ == "__main__":
    before, start, rest = README.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{start}{printed()}{END}{after}", encoding="utf-8")
