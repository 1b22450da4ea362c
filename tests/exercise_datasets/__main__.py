"""`python -m tests.exercise_datasets OUT --rows 1200 --seed 7`; with `--score REPORT` what that finds."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.exercise_datasets.making import make
from tests.exercise_datasets.scoring import score, shown


def main() -> None:
    """Writes the two datasets and their truth, or scores a report."""
    parser = argparse.ArgumentParser(prog="python -m tests.exercise_datasets", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--score", type=Path, help="a JSON report of `checker check OUT`")
    arguments = parser.parse_args()
    if arguments.score:
        truth = json.loads((arguments.out / "truth.json").read_text(encoding="utf-8"))
        report = json.loads(arguments.score.read_text(encoding="utf-8"))
        print(shown(score(report, truth)))
        return
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, text in make(arguments.rows, arguments.seed).items():
        (arguments.out / name).write_text(text, encoding="utf-8")


main()
