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
    for subject in subjects:
        asked = [claim for claim in subject.claims if claim.row or rule.of == "any"]
        lacking: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in asked:
            if claim.kind in rule.on and _is_judged(rule, claim, verdict):
                lacking[rule.missing_from(claim, asked)].append(claim)
        verdict.findings += [
            _finding(rule, subject, missing, lacking[missing]) for missing in sorted(lacking) if missing
        ]
    return verdict


def _is_judged(rule: Require, claim: Claim, verdict: Verdict) -> bool:
    """Whether `where` lets the rule ask of the claim; counts what comes of it."""
    applies = rule.applies({"claim": claim})
    if applies is False:
        return False
    verdict.candidates += 1
    if isinstance(applies, Unknown):
        verdict.unknown += 1
        return False
    verdict.tested += 1
    return True


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
