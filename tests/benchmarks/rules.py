"""What rules cost: `python -m tests.benchmarks.rules [--claims N] [--rules N] [--rounds N]`.

First the rate of an expression beside that of the same Python lambda: attributes and comparisons as somebody would
write them who knows that every value is given and exact (which the expression has to find out). Then the time in which
generated rules are judged over generated claim records, beside `json.loads` of every line of the same file: records as
`checker claims --format jsonl` writes them, and as people do, in a fifth of the length. What is compared takes turns,
so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from checker import Document, check
from checker.align import align
from checker.expressions import Type, compile_expression
from checker.judge import Material, judge_all
from checker.model import Claim, Edition, Period, Quantity, Scope, Value, Where
from checker.pipeline import every_rule, extract
from checker.reports.claims import lines as whole
from checker.reports.page import Page
from tests.benchmarks.records import record_files, rule_file

_CALLS = 20_000  # of an expression in one round


def main() -> None:
    """Measures and prints both tables."""
    arguments = _arguments()
    _expressions(arguments.rounds)
    print()
    _judging(arguments.claims, arguments.rules, arguments.rounds)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{arguments.rounds} rounds on {system}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.rules", description=__doc__)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--rules", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


# Expressions.


def _claim(value: Value) -> Claim:
    return Claim(
        kind="any", subject="Amber Lantern", value=value, text="", quote="", where=Where("a.txt", 0, 1, 1, 1),
        scope=Scope(noun="person"),
    )  # fmt: skip


CLAIMS: Mapping[str, Claim] = {
    "suffix": _claim(Edition(year=2022)),
    "start": _claim(Period(first=date(2022, 8, 11), last=date(2022, 8, 11))),
    "end": _claim(Period(first=date(2022, 8, 20), last=date(2022, 8, 20))),
    "length": _claim(Quantity(low=10, high=10, unit="day")),
    "aid": _claim(Quantity(low=6e7, high=6e7, unit="USD")),
}
# Each expression and the lambda that asks the same of the same bindings.
EXPRESSIONS: Mapping[str, Callable[[Mapping[str, Claim]], object]] = {
    "year(suffix) == year(end) and start <= end and year(suffix) > 2000": lambda bound: (
        bound["suffix"].value.year == bound["end"].value.first.year  # type: ignore[union-attr]
        and bound["start"].value.first <= bound["end"].value.last  # type: ignore[union-attr]
        and bound["suffix"].value.year > 2000  # type: ignore[union-attr,operator]
    ),
    "year(suffix) in (year(end), fiscal_year(end, 10))": lambda bound: (
        bound["suffix"].value.year  # type: ignore[union-attr]
        in (
            bound["end"].value.first.year,  # type: ignore[union-attr]
            bound["end"].value.first.year + (bound["end"].value.first.month >= 10),  # type: ignore[union-attr]
        )
    ),
    "start <= end": lambda bound: bound["start"].value.first <= bound["end"].value.last,  # type: ignore[union-attr]
    "length == count_days(start, end)": lambda bound: (
        bound["length"].value.low  # type: ignore[union-attr]
        <= (bound["end"].value.first - bound["start"].value.first).days + 1  # type: ignore[union-attr]
        <= bound["length"].value.high  # type: ignore[union-attr]
    ),
    'aid.unit == "USD" and aid.low > 1_000': lambda bound: (
        bound["aid"].value.unit == "USD" and bound["aid"].value.low > 1_000  # type: ignore[union-attr]
    ),
    'length.unit == "day"': lambda bound: bound["length"].value.unit == "day",  # type: ignore[union-attr]
    'start.noun == "person"': lambda bound: bound["start"].scope.noun == "person",
    "has(suffix.year)": lambda bound: bound["suffix"].value.year is not None,  # type: ignore[union-attr]
}


def _expressions(rounds: int) -> None:
    names = {name: Type((claim.value.type,), claim=True) for name, claim in CLAIMS.items()}
    print(f"{'rate of an expression, the lambda = 1':72}{'min':>8}{'median':>8}{'max':>8}   per second")
    for source, plain in EXPRESSIONS.items():
        evaluate = compile_expression(source, names).evaluate
        assert evaluate(CLAIMS) == plain(CLAIMS), source
        ratios, best = [], 0.0
        for _ in range(rounds + 1):  # the first is not counted
            theirs, ours = _rate(plain), _rate(evaluate)
            ratios.append(ours / theirs)
            best = max(best, ours)
        low, middle, high = min(ratios[1:]), median(ratios[1:]), max(ratios[1:])
        print(f"{source:72}{low:8.2f}{middle:8.2f}{high:8.2f}   {best:,.0f}")


def _rate(evaluate: Callable[[Mapping[str, Claim]], object]) -> float:
    claims = CLAIMS
    started = process_time()
    for _ in range(_CALLS):
        evaluate(claims)
    return _CALLS / (process_time() - started)


# Rules over records.


def _judging(claims: int, rules: int, rounds: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rules.yml"
        path.write_text(rule_file(rules), encoding="utf-8")
        book = every_rule([path])
    written = [Document(path=name, source=text) for name, text in record_files(claims).items()]
    short = [line for document in written for line in document.source.splitlines()]
    documents = [Document(path="claims.jsonl", source=whole(extract(written, book).claims, Page()))]
    lines = documents[0].source.splitlines()
    read = extract(documents, book)
    assert not read.skipped, read.skipped[:3]
    alignment = align(read.claims, book.kinds, book.names)

    def judged() -> int:
        material = Material(alignment.subjects, read.documents)
        return sum(len(verdict.findings) for verdict in judge_all(book, material).values())

    runners: dict[str, Callable[[], int]] = {
        "json.loads": lambda: sum(bool(json.loads(line)) for line in lines),
        "json.loads of short records": lambda: sum(bool(json.loads(line)) for line in short),
        "judging": judged,
        "checker.check()": lambda: len(check(documents, book).findings),
    }
    times: dict[str, list[float]] = {name: [] for name in runners}
    found: dict[str, int] = {}
    for number in range(rounds + 1):  # the first is not counted
        for name, run in runners.items():
            started = process_time()
            found[name] = run()
            if number:
                times[name].append(process_time() - started)
    bytes_read = sum(len(line) for line in lines)
    print(
        f"{len(book.rules)} rules, {len(lines)} records ({bytes_read / 1e6:.1f} MB), {len(alignment.subjects)} subjects"
    )
    print(f"{'CPU milliseconds':72}{'min':>8}{'median':>8}{'max':>8}   found")
    for name, measured in times.items():
        low, middle, high = (1000 * value for value in (min(measured), median(measured), max(measured)))
        print(f"{name:72}{low:8.0f}{middle:8.0f}{high:8.0f}   {found[name]}")
    for name in ("judging", "checker.check()"):
        for loads in ("json.loads", "json.loads of short records"):
            ratio = median(times[name]) / median(times[loads])
            print(f"{f'{name} / {loads}, of the medians':72}{'':8}{ratio:8.1f}")


if __name__ == "__main__":
    main()
