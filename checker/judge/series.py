"""`kind: order, by: reported`: "12 dead" on Tuesday, "15" on Wednesday, "9" on Thursday: the 9 is too few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from checker.expressions import shown
from checker.judge.finding import capped, finding_of, ordered_sides
from checker.judge.material import Material
from checker.judge.verdict import Verdict
from checker.language.measures import dimension
from checker.model import Cell, Claim, Quantity, Stance, Subject, canonical
from checker.rulebook import Order

_LONGEST = 100  # steps of one series; what more reports say, these have said


class _Step(NamedTuple):
    """What one day told: its claims have one value."""

    day: date
    claims: tuple[Claim, ...]
    value: Quantity


def judge_series(rule: Order, material: Material) -> Verdict:
    """One finding per fact whose figure falls from one day's report to a later one's."""
    verdict = Verdict()
    told = material.once(
        rule,
        "series",
        lambda subjects: [
            (subject, cell, steps)
            for subject in subjects
            for cell in subject.cells
            if cell.kind in rule.on
            for steps in _series(cell)
        ],
    )
    for subject, cell, steps in told:
        _judge_steps(rule, subject, cell, steps, verdict)
    return verdict


def _series(cell: Cell) -> Iterator[list[_Step]]:
    """The figures of one dimension that the sources hold, day by day; of a single day there is no series. What was
    lowered by the source is none either."""
    told: dict[str, list[tuple[date, Claim]]] = defaultdict(list)
    for claim in cell.claims:
        day = claim.scope.reported
        held = claim.scope.stance is Stance.asserted and not claim.scope.role("change")
        if isinstance(claim.value, Quantity) and day is not None and held:
            told[dimension(claim.value.unit)].append((day, claim))
    for unit in sorted(told):
        if len({day for day, _ in told[unit]}) < 2:
            yield []
            continue
        ordered = sorted(told[unit], key=lambda one: (one[0], str(one[1].value), one[1].where.path, one[1].where.start))
        steps = []
        for (day, _), group in groupby(ordered, key=lambda one: (one[0], str(one[1].value))):
            claims = tuple(claim for _, claim in group)
            if isinstance(claims[0].value, Quantity):
                steps.append(_Step(day, claims, claims[0].value))
        yield steps[:_LONGEST]


def _judge_steps(rule: Order, subject: Subject, cell: Cell, steps: Sequence[_Step], verdict: Verdict) -> None:
    verdict.candidates += 1
    if not steps:
        verdict.undecided("the sources give figures of one day only, or tell no day")
        return
    verdict.tested += 1
    verdict.asked.append([claim for step in steps for claim in step.claims])
    falls = [(one, other) for one in steps for other in steps if _falls(one, other)]
    pairs = [{"earlier": one.claims[0], "later": other.claims[0]} for one, other in falls]
    pair = next((pair for pair in pairs if rule.applies(pair) is True), None)
    if pair is None:
        return
    growing = _longest_growing(steps)
    groups = [
        [claim for step in steps if step not in growing for claim in step.claims],
        [claim for step in growing for claim in step.claims],
    ]
    verdict.findings.append(
        finding_of(
            rule,
            ordered_sides(groups, 0),
            subject=subject.name,
            key=subject.key,
            values=(canonical(claim.value) for group in groups for claim in group),
            because=f"{pair['later'].text} was told after {pair['earlier'].text}, and what is counted can only grow",
            bindings=pair,
            severity=capped(rule.severity, cell.cap),
            nets=cell.nets,
            explanation=tuple(f"{step.day}: {shown(step.value)}" for step in steps),
        )
    )


def _falls(one: _Step, other: _Step) -> bool:
    """Is the other told on a later day, and surely less?"""
    return one.day < other.day and other.value.strict.high < one.value.strict.low


def _longest_growing(steps: Sequence[_Step]) -> list[_Step]:
    """The longest series of steps, of equals the one that was told first, none of which falls behind one before it:
    "more than 10" does not fall behind 15, and 12 not behind "more than 10", but 12 does behind 15."""
    chains: list[list[_Step]] = []
    for step in steps:
        before = max((chain for chain in chains if not any(_falls(one, step) for one in chain)), key=len, default=[])
        chains.append([*before, step])
    return max(chains, key=len)
