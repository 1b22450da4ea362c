"""What the gate costs on a large dataset: `python -m tests.benchmarks.datasets [--rows N …] [--rounds N]`.

The CPU time of `checker check FILE`, start of the program included, beside that of reading the same file with the csv
module, which take turns, so that a busy machine slows both; and the most memory that the check held. One dataset with
slips in it, as a gate reads it every day, and two of the same exercises, which are matched with each other.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from tests.exercise_datasets.making import make


class Cost(NamedTuple):
    """CPU seconds of one check and of the two ways to read its files, and the check's peak memory in MB."""

    check: float
    lists: float
    mappings: float
    memory: float


def main() -> None:
    """Measures and prints one line for each number of rows."""
    arguments = _arguments()
    print("                       CPU s of   times     times       peak     µs per")
    print("datasets      rows     the check  csv.reader DictReader  MB         row")
    for count, several in [(rows, both) for both in (False, True) for rows in arguments.rows]:
        with TemporaryDirectory() as folder:
            paths = _written(Path(folder), count, both=several)
            costs = [_cost(paths) for _ in range(arguments.rounds)]
        _print(costs, count, len(paths))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.datasets", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[25_000, 50_000, 100_000], help="of all files together")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def _written(folder: Path, rows: int, *, both: bool) -> list[Path]:
    """The datasets, with about so many rows in all."""
    texts = make(rows // (1 + both), seed=7)
    wanted = [name for name in texts if name.startswith(("register", "survey") if both else "register")]
    for name in wanted:
        (folder / name).write_text(texts[name], encoding="utf-8")
    return [folder / name for name in wanted if name.endswith(".csv")]


def _cost(paths: Sequence[Path]) -> Cost:
    command = [sys.executable, "-m", "checker", "check", "--isolated", "--quiet", "--format", "json", *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "0"})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        used.ru_utime + used.ru_stime,
        sum(_timed(csv.reader, path) for path in paths),
        sum(_timed(csv.DictReader, path) for path in paths),
        used.ru_maxrss / 1024,
    )


def _timed(read: Callable[..., object], path: Path) -> float:
    began = process_time()
    with path.open(newline="", encoding="utf-8") as file:
        list(read(file))  # type: ignore[call-overload]
    return process_time() - began


def _print(costs: Sequence[Cost], rows: int, files: int) -> None:
    check = median(cost.check for cost in costs)
    lists = median(cost.check / cost.lists for cost in costs)
    mappings = median(cost.check / cost.mappings for cost in costs)
    memory = max(cost.memory for cost in costs)
    figures = f"{check:>13.2f} {lists:>11.1f} {mappings:>10.1f} {memory:>5.0f} {check / rows * 1e6:>11.0f}"
    print(f"{files:>8} {rows:>9,} {figures}")


if __name__ == "__main__":
    main()
