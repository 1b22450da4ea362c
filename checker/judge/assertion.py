"""`kind: assert`, `kind: order`: what must hold for the claims of one statement that has them all, else of one account
(`accounts.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.expressions import Unknown
from checker.judge.accounts import Choices, choices, told_of
from checker.judge.finding import capped, confidence, fingerprint
from checker.judge.material import Material
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Side, Subject
from checker.rulebook import Assert, Order, join_sides

# A rule over claims that stand beside each other: `kind: order` of several kinds is an assertion that it writes itself.
Checked = Assert | Order


def judge_assertion(rule: Checked, material: Material) -> Verdict:
    """One finding per subject and set of bound values for which the check does not hold."""
    verdict = Verdict()
    where = rule.asking("where")
    holds = rule.asking("check") if isinstance(rule, Assert) else rule.holds
    for subject, asked in _asked(rule, material):
        verdict.candidates += asked.incomplete
        verdict.unknown += asked.incomplete
        seen: set[tuple[str, ...]] = set()
        for bindings, ids in asked.bound:
            answer = where(bindings)
            if answer is False:
                continue
            verdict.candidates += 1
            if answer is True:
                answer = holds(bindings)
            if isinstance(answer, Unknown):
                verdict.unknown += 1
                continue
            verdict.tested += 1
            verdict.compared.update(ids)
            if not answer and (values := tuple(str(claim.value) for claim in bindings.values())) not in seen:
                seen.add(values)
                verdict.findings.append(_finding(rule, subject, bindings, values))
    return verdict


def _asked(rule: Checked, material: Material) -> list[tuple[Subject, Choices]]:
    return material.once(
        rule,
        ("asked", *rule.bind.items()),
        lambda subjects: [(subject, choices(rule.bind, material.told_of(rule, subject))) for subject in subjects],
    )


def bindings_of(rule: Checked, subject: Subject) -> Iterator[dict[str, Claim]]:
    """The claims of one subject that the rule is asked of, under its names."""
    for bindings, _ in choices(rule.bind, told_of(subject)).bound:
        yield bindings


def _finding(rule: Checked, subject: Subject, bindings: Mapping[str, Claim], values: tuple[str, ...]) -> Finding:
    claims = list(bindings.values())
    sides = tuple(Side((claim,), outlier=number == 0) for number, claim in enumerate(claims))
    caps = {claim.id: cell.cap for cell in subject.cells for claim in cell.claims}
    first = claims[0]
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=capped(rule.severity, *(caps[claim.id] for claim in claims)),
        confidence=confidence(claims),
        fingerprint=fingerprint(rule.id, subject.key, values),
        subject=subject.name,
        message=rule.say(subject=subject.name, values=join_sides(sides), bindings=bindings),
        because=f"{first.text or first.value} does not fit what the same source says beside it"
        if len(claims) > 1
        else rule.title,
        sides=sides,
        explanation=rule.explanation(bindings),
    )
