"""`kind: require`: a record that gives the first day of an exercise and no last day is not complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.expressions import Unknown
from checker.judge.finding import confidence, fingerprint
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Side, Subject
from checker.rulebook import Require, join_sides


def judge_requirement(rule: Require, subjects: Sequence[Subject]) -> Verdict:
    """One finding per subject and set of what is missing."""
    verdict = Verdict()
    where = rule.asking("where")
    for subject in subjects:
        told = [claim for claim in subject.claims if claim.row or rule.of == "any"]
        kinds = {claim.kind for claim in told}
        lacking: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in told:
            if claim.kind not in rule.on:
                continue
            answer = where({"claim": claim}) if rule.where is not None else True
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
    sides = (Side(tuple(claims), outlier=True),)
    bindings = {"claim": claims[0], "missing": listed}
    given = claims[0].kind.replace("_", " ")
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=rule.severity,
        confidence=confidence(claims),
        fingerprint=fingerprint(rule.id, subject.key, missing),
        subject=subject.name,
        message=rule.say(subject=subject.name, values=join_sides(sides), bindings=bindings),
        because=f"the {given} is given and no {listed}",
        sides=sides,
    )
