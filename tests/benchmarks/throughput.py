"""How fast `check()` reads: `python -m tests.benchmarks.throughput [--corpus FILE.jsonl.gz] [--rounds N]`.

KB (1,000 bytes of UTF-8) of article text per CPU second, through the whole of `check()`, beside a warm
`quantulum3.parser.parse` given the same sentences one by one (faster for it than whole documents). The two take turns,
so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import os
import platform
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import process_time

from checker import Document, check, load_rules
from checker.language.sentences import sentence_spans
from tests.benchmarks.corpus import Cluster, generated, stored


def main() -> None:
    """Measures and prints the table."""
    arguments = _arguments()
    clusters = stored(arguments.corpus) if arguments.corpus else generated()
    kilobytes = sum(len(article.text.encode()) for cluster in clusters for article in cluster) / 1000
    texts = [sentence for cluster in clusters for article in cluster for sentence in _sentences(article.text)]

    runners: dict[str, Callable[[], int]] = {
        "checker.check()": lambda: _check(clusters),
        "quantulum3, warm": lambda: _quantulum3(texts),
    }
    values = {name: run() for name, run in runners.items()}  # the warm-up round, which is not counted
    speeds: dict[str, list[float]] = {name: [] for name in runners}
    for _ in range(arguments.rounds):
        for name, run in runners.items():
            speeds[name].append(kilobytes / _seconds(run))

    articles = sum(map(len, clusters))
    print(f"{articles} articles in {len(clusters)} clusters, {kilobytes:.0f} KB, {len(texts)} sentences")
    print(f"{'KB per CPU second':24}{'min':>8}{'median':>8}{'max':>8}   found")
    for name, measured in speeds.items():
        low, middle, high = min(measured), median(measured), max(measured)
        print(f"{name:24}{low:8.0f}{middle:8.0f}{high:8.0f}   {values[name]}")
    ours, theirs = (median(measured) for measured in speeds.values())
    print(f"{'ratio of the medians':24}{'':8}{ours / theirs:8.1f}")
    print(_machine(arguments.rounds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.throughput", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="clusters as JSON lines, gzipped or not; default: generated text")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def _seconds(run: Callable[[], int]) -> float:
    started = process_time()
    run()
    return process_time() - started


def _check(clusters: list[Cluster]) -> int:
    rules = load_rules()
    claims = 0
    for cluster in clusters:
        documents = [Document.from_text(article.name, article.text, article.published) for article in cluster]
        claims += len(check(documents, rules).claims)
    return claims


def _quantulum3(texts: list[str]) -> int:
    warnings.filterwarnings("ignore", module="quantulum3")  # it misses its classifier, which nobody wants here
    from quantulum3 import parser

    return sum(len(parser.parse(text)) for text in texts)


def _machine(rounds: int) -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{rounds} rounds on {system}; quantulum3 {version('quantulum3')}, inflect {version('inflect')}"


if __name__ == "__main__":
    main()
