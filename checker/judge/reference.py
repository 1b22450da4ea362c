"""`kind: reference`: 22 August in the draft, 20 August in the register: the draft is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.judge.agreement import cells_for, disagreement, selecting
from checker.judge.material import Material
from checker.judge.outlier import Outlier
from checker.judge.verdict import Verdict
from checker.model import Cell, Claim, Subject
from checker.rulebook import Reference


def judge_reference(rule: Reference, material: Material) -> Verdict:
    """One finding per cell in which a source does not agree with the trusted ones."""
    verdict = Verdict()
    select = selecting(rule)
    for subject, cell in cells_for(rule, material):
        _judge_cell(rule, subject, cell, select(cell.claims), verdict)
    return verdict


def _judge_cell(rule: Reference, subject: Subject, cell: Cell, claims: Sequence[Claim], verdict: Verdict) -> None:
    if not claims:
        return
    verdict.candidates += 1
    trusted = [claim for claim in claims if claim.scope.tier in rule.trusted]
    known = [claim.value for claim in trusted]
    if not 0 < len(trusted) < len(claims) or len(rule.comparator.sides(known).sides) > 1:
        verdict.undecided(_undecided(len(trusted), len(claims)))
        return
    others = [claim for claim in claims if claim.scope.tier not in rule.trusted]
    verdict.tested += 1
    verdict.asked.append(claims)
    differing: dict[bool, list[Claim]] = defaultdict(list)  # by whether only the plain reading excludes them
    for same in _by_value(others):
        found = rule.comparator.sides([*known, same[0].value])
        if len(found.sides) > 1:
            differing[found.plain] += same
    plain = not differing[False]
    severity = rule.weight(plain=plain)
    if not differing[plain] or severity is None:
        return
    wrong = [
        [differing[plain][index] for index in side]
        for side in rule.comparator.sides([claim.value for claim in differing[plain]]).sides
    ]
    shown = trusted[0].text or str(trusted[0].value)
    outlier = Outlier(0, f"{shown} stands in {trusted[0].where.path}, which is trusted ({trusted[0].scope.tier.value})")
    verdict.findings.append(disagreement(rule, subject, cell, [*wrong, trusted], outlier, severity))


def _by_value(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[str(claim.value)].append(claim)
    return [groups[value] for value in sorted(groups)]


def _undecided(trusted: int, claims: int) -> str:
    if not trusted:
        return "no trusted source tells it"
    return "only trusted sources tell it" if trusted == claims else "trusted sources contradict each other"
