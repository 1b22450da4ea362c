"""How often findings are right, by their confidence: `python -m tests.benchmarks.calibration CASES_FOLDER DATA_FOLDER`.

A finding is right where the scorer of its set says that it hits; in an item without a conflict each is wrong, also a
real difference between two outlets. In `perturb_mutated` only findings count that the untouched cluster does not have.
`wikifactcheck`, which has no items without a conflict, stands apart: no finding there could be wrong by chance.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from checker import check, load_rules
from checker.model import Finding, Severity
from checker.rulebook import RuleBook
from tests.benchmarks.scorers import as_json, cases_in, items_of, quotes, scorer

_MIXED = ("perturb_clean", "perturb_mutated", "foolmetwice", "infotabs")
_CONFLICTS_ONLY = ("wikifactcheck",)
_BUCKETS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.0)


class Judged(NamedTuple):
    """A finding, and whether its set's scorer says that it is right."""

    finding: Finding
    right: bool


def main() -> None:
    """Prints Markdown tables by confidence, by severity and by match."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.calibration", description=__doc__)
    parser.add_argument("cases", type=Path, help="folder with score.py and cases/*.yaml")
    parser.add_argument("data", type=Path, help="folder with score.py and the sets")
    arguments = parser.parse_args()
    rules = load_rules()
    mixed = [*_of_cases(arguments.cases, rules), *_of_sets(arguments.data, _MIXED, rules)]
    conflicts = list(_of_sets(arguments.data, _CONFLICTS_ONLY, rules))
    print("| confidence | findings | mean confidence | right | wikifactcheck | right |\n|---|---|---|---|---|---|")
    for low, high in pairwise(_BUCKETS):
        name = f"{low} to {high}" if low else f"below {high}"
        _row(name, mixed, conflicts, lambda one, low=low, high=high: low <= one.finding.confidence < high)
    for severity in (Severity.error, Severity.warning):
        _row(f"all {severity}s", mixed, conflicts, lambda one, severity=severity: one.finding.severity is severity)
    _row("all", mixed, conflicts, lambda _: True)
    print("\n| matched by | findings | mean confidence | right | wikifactcheck | right |\n|---|---|---|---|---|---|")
    for nets in sorted({one.finding.nets for one in mixed}):
        _row(", ".join(nets) or "a name", mixed, conflicts, lambda one, nets=nets: one.finding.nets == nets)
    print(f"\nBrier score {_brier(mixed):.3f}; of always saying the mean {_brier_of_mean(mixed):.3f}")


def _row(name: str, mixed: Sequence[Judged], conflicts: Sequence[Judged], fits: Callable[[Judged], bool]) -> None:
    chosen, apart = ([one for one in judged if fits(one)] for judged in (mixed, conflicts))
    if chosen:
        mean = sum(one.finding.confidence for one in chosen) / len(chosen)
        print(f"| {name} | {len(chosen)} | {mean:.2f} | {_right(chosen)} | {len(apart)} | {_right(apart)} |")


def _right(judged: Sequence[Judged]) -> str:
    return f"{sum(one.right for one in judged) / len(judged):.2f}" if judged else "–"


def _brier(judged: Sequence[Judged]) -> float:
    return sum((one.finding.confidence - one.right) ** 2 for one in judged) / len(judged)


def _brier_of_mean(judged: Sequence[Judged]) -> float:
    mean = sum(one.right for one in judged) / len(judged)
    return mean * (1 - mean)


def _of_cases(folder: Path, rules: RuleBook) -> Iterator[Judged]:
    score = scorer(folder)
    for item in cases_in(folder):
        for finding in _loud(check(item.documents, rules).findings):
            scored = score.score_case(item.record, [as_json(finding)])
            yield Judged(finding, any(conflict["hit_loud"] for conflict in scored["conflicts"]))


def _of_sets(folder: Path, names: Sequence[str], rules: RuleBook) -> Iterator[Judged]:
    score = scorer(folder)
    untouched: dict[str, set[frozenset[tuple[str, str]]]] = {}
    for name in names:
        for item in items_of(name, score):
            record = item.record
            findings = _loud(check(item.documents, rules).findings)
            if name == "perturb_clean":
                untouched[record["id"]] = {quotes(one) for one in findings}
            known = untouched.get(record["meta"]["base"], set()) if name == "perturb_mutated" else set()
            for finding in findings:
                if quotes(finding) not in known:
                    hit = record["label"] == "conflict" and score.hits(record, [quotes(finding)])
                    yield Judged(finding, hit)


def _loud(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity is not Severity.note]


if __name__ == "__main__":
    main()
