"""`kind: agree`, `kind: restated`: all claims of a subject, in one scope, or of a fact told twice give one value."""

from __future__ import annotations

from collections.abc import Sequence

from checker.judge.finding import capped, confidence, fingerprint, ordered_sides, suggestion
from checker.judge.outlier import outlier_of
from checker.judge.verdict import Verdict
from checker.model import Cell, Claim, Finding, Severity, Subject
from checker.rulebook import Comparing, join_sides


def judge_agreement(rule: Comparing, subjects: Sequence[Subject]) -> Verdict:
    """One finding per cell whose values have no common reading."""
    verdict = Verdict()
    for subject in subjects:
        for cell in subject.cells:
            if cell.kind in rule.on:
                _judge_cell(rule, subject, cell, verdict)
    return verdict


def _judge_cell(rule: Comparing, subject: Subject, cell: Cell, verdict: Verdict) -> None:
    claims = [claim for claim in cell.claims if _concerns(rule, claim)]
    if not claims:
        return
    verdict.candidates += 1
    if len(claims) < 2:
        verdict.unknown += 1
        return
    verdict.tested += 1
    verdict.compared.update(claim.id for claim in claims)
    partition = rule.comparator.sides([claim.value for claim in claims])
    if len(partition.sides) < 2:
        return
    groups = [[claims[index] for index in side] for side in partition.sides]
    outlier = outlier_of(groups)
    sides = ordered_sides(groups, outlier.side)
    said = [claim for side in sides for claim in side.claims]
    severity = capped(rule.severity, cell.cap, Severity.note if partition.plain else rule.severity)
    verdict.findings.append(
        Finding(
            rule=rule.id,
            title=rule.title,
            severity=severity,
            confidence=confidence(said, nets=cell.nets, tie=outlier.tie),
            fingerprint=fingerprint(rule.id, subject.key, (str(side.claims[0].value) for side in sides)),
            subject=subject.name,
            message=rule.say(subject=subject.name, values=join_sides(sides), bindings={"claim": sides[0].claims[0]}),
            because=outlier.because,
            sides=sides,
            nets=cell.nets,
            neutral=tuple(claims[index] for index in partition.neutral),
            suggestion=suggestion(sides, tie=outlier.tie),
        )
    )


def _concerns(rule: Comparing, claim: Claim) -> bool:
    if rule.noun and claim.scope.noun not in rule.noun:
        return False
    return rule.applies({"claim": claim}) is True
