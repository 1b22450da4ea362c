"""`kind: agree`, `kind: restated`: all claims of a subject, in one scope, or of a fact told twice give one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from checker.compare.partition import Comparator, Partition
from checker.judge.allowing import allowed
from checker.judge.finding import capped, finding_of, ordered_sides, suggestion
from checker.judge.material import Material
from checker.judge.outlier import Outlier, outlier_of
from checker.judge.verdict import Verdict
from checker.model import Cell, Claim, Finding, Severity, Subject
from checker.rulebook import BySubject, Comparing


def judge_agreement(rule: Comparing, material: Material) -> Verdict:
    """One finding per cell whose values have no common reading."""
    verdict = Verdict()
    select, sides = selecting(rule), _partitions(rule, material)
    alone = 0
    for subject, cell in cells_for(rule, material):
        claims = select(cell.claims)
        if len(claims) < 2:
            alone += len(claims)
            continue
        verdict.tested += 1
        verdict.asked.append(claims)
        partition = sides(cell, claims)
        if len(partition.sides) > 1:
            _judge_sides(rule, subject, cell, claims, partition, verdict)
    verdict.candidates = verdict.tested + alone
    verdict.undecided("only one value", alone)
    return verdict


def cells_for(rule: Comparing, material: Material) -> Sequence[tuple[Subject, Cell]]:
    """The cells that the rule may compare, of all its subjects."""
    when = rule.when if isinstance(rule, BySubject) else ""
    return material.once(
        rule,
        ("cells", when),
        lambda subjects: [(subject, cell) for subject in subjects for cell in cells_of(rule, subject)],
    )


def selecting(rule: Comparing) -> Callable[[Sequence[Claim]], Sequence[Claim]]:
    """A function that leaves of some claims those that the rule's `noun` and `where` let take part."""
    nouns, where = frozenset(rule.noun), rule.asking("where")
    if rule.where is None:
        return (lambda claims: [one for one in claims if one.scope.noun in nouns]) if nouns else (lambda claims: claims)
    if not nouns:
        return lambda claims: [one for one in claims if where({"claim": one}) is True]
    return lambda claims: [one for one in claims if one.scope.noun in nouns and where({"claim": one}) is True]


def _partitions(rule: Comparing, material: Material) -> Callable[[Cell, Sequence[Claim]], Partition]:
    """The rule's comparator; what it says of a whole cell is remembered for all rules that have it."""
    comparator = rule.comparator
    known = material.once(rule, ("sides", type(comparator), repr(comparator)), lambda _: dict[int, Partition]())

    def sides(cell: Cell, claims: Sequence[Claim]) -> Partition:
        whole = known.get(id(cell))
        if whole is None:
            known[id(cell)] = whole = _sides(comparator, cell.claims)
        if len(claims) == len(cell.claims) or (comparator.any_part_agrees and len(whole.sides) < 2):
            return whole
        return _sides(comparator, claims)

    return sides


def _sides(comparator: Comparator, claims: Sequence[Claim]) -> Partition:
    """How the values fall apart; equal ones do not, whatever the comparator."""
    values = [claim.value for claim in claims]
    first = values[0]
    if values.count(first) == len(values):
        return Partition((tuple(range(len(values))),))
    return comparator.sides(values)


def cells_of(rule: Comparing, subject: Subject) -> Iterator[Cell]:
    """The cells of the rule's kinds; with `when: any-period` those that differ in their period alone are one."""
    cells = [cell for cell in subject.cells if cell.kind in rule.on]
    if not isinstance(rule, BySubject) or rule.when == "same-period":
        yield from cells
        yield from (cell for cell in subject.supposed if cell.kind in rule.on)
        return
    timeless: dict[Hashable, list[Cell]] = defaultdict(list)
    for number, cell in enumerate(cells):
        timeless[number if cell.apart_from_period is None else cell.apart_from_period].append(cell)
    for first, *others in timeless.values():
        claims = [claim for cell in (first, *others) for claim in cell.claims]
        yield replace(first, claims=tuple(claims), cap=capped(first.cap, *(cell.cap for cell in others)))


def _judge_sides(
    rule: Comparing, subject: Subject, cell: Cell, claims: Sequence[Claim], partition: Partition, verdict: Verdict
) -> None:
    severity = rule.weight(plain=partition.plain)
    if severity is None:
        return
    groups = [[claims[index] for index in side] for side in partition.sides]
    neutral = tuple(claims[index] for index in partition.neutral)
    verdict.findings.append(disagreement(rule, subject, cell, groups, outlier_of(groups), severity, neutral))


def disagreement(
    rule: Comparing,
    subject: Subject,
    cell: Cell,
    groups: Sequence[Sequence[Claim]],
    outlier: Outlier,
    severity: Severity,
    neutral: tuple[Claim, ...] = (),
) -> Finding:
    """The finding that these groups of claims, each of one mind, exclude each other."""
    sides = ordered_sides(groups, outlier.side)
    return finding_of(
        rule,
        sides,
        subject=subject.name,
        key=subject.key,
        because=outlier.because,
        bindings={"claim": sides[0].claims[0]},
        severity=capped(severity, cell.cap),
        nets=cell.nets,
        tie=outlier.tie,
        neutral=neutral,
        suggestion=suggestion(sides, tie=outlier.tie),
        explanation=allowed(rule, sides),
    )
