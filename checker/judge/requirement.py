"""`kind: require`: a record that gives the first day of an exercise and no last day is not complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.expressions import Unknown
from checker.judge.finding import finding_of
from checker.judge.material import Material
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Side, Subject
from checker.rulebook import Require


def judge_requirement(rule: Require, material: Material) -> Verdict:
    """One finding per subject and set of what is missing."""
    verdict = Verdict()
    where = rule.asking("where")
    for subject in material.about(rule):
        told = [claim for claim in subject.claims if claim.row or rule.of == "any"]
        kinds = {claim.kind for claim in told}
        lacking: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in told:
            if claim.kind not in rule.on:
                continue
            answer = where({"claim": claim})
            if answer is False:
                continue
            verdict.candidates += 1
            if isinstance(answer, Unknown):
                verdict.undecided(answer.reason)
                continue
            verdict.tested += 1
            if missing := rule.missing_from(claim, kinds):
                lacking[missing].append(claim)
        verdict.findings += [_finding(rule, subject, missing, lacking[missing]) for missing in sorted(lacking)]
    return verdict


def _finding(rule: Require, subject: Subject, missing: tuple[str, ...], claims: Sequence[Claim]) -> Finding:
    listed = " and ".join(need.replace("_", " ") for need in missing)
    given = claims[0].kind.replace("_", " ")
    return finding_of(
        rule,
        (Side(tuple(claims), outlier=True),),
        subject=subject.name,
        key=subject.key,
        values=missing,
        because=f"the {given} is given and no {listed}",
        bindings={"claim": claims[0], "missing": listed},
    )
