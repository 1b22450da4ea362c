"""`kind: assert`, `kind: order`: what must hold for the claims of one statement that has them all, else of one account
(`accounts.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.expressions import Unknown
from checker.judge.accounts import accounts_of, bound
from checker.judge.finding import capped, finding_of
from checker.judge.material import Material
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Side, Subject, canonical
from checker.rulebook import Assert, Order

# A rule over claims that stand beside each other: `kind: order` of several kinds is an assertion that it writes itself.
Checked = Assert | Order


def judge_assertion(rule: Checked, material: Material) -> Verdict:
    """One finding per subject and set of bound values for which the check does not hold."""
    asked, incomplete = material.once(
        rule,
        ("bound", *rule.bind.items()),
        lambda subjects: bound(rule.bind, material.accounts_of(rule, subjects)),
    )
    verdict = Verdict(candidates=incomplete)
    verdict.undecided(f"not all of {', '.join(sorted(set(rule.bind.values())))} are told of one subject", incomplete)
    where = rule.asking("where")
    holds = rule.asking("check") if isinstance(rule, Assert) else rule.holds
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for subject, bindings in asked:
        answer = where(bindings)
        if answer is False:
            continue
        verdict.candidates += 1
        if answer is True:
            answer = holds(bindings)
        if isinstance(answer, Unknown):
            verdict.undecided(answer.reason)
            continue
        verdict.tested += 1
        verdict.asked.append(bindings.values())
        if not answer:
            values = tuple(canonical(claim.value) for claim in bindings.values())
            if (subject.key, values) not in seen:
                seen.add((subject.key, values))
                verdict.findings.append(_finding(rule, subject, bindings, values))
    return verdict


def bindings_of(rule: Checked, subject: Subject) -> Iterator[dict[str, Claim]]:
    """The claims of one subject that the rule is asked of, under its names."""
    for one in bound(rule.bind, accounts_of([subject]))[0]:
        yield one.claims


def _finding(rule: Checked, subject: Subject, bindings: Mapping[str, Claim], values: tuple[str, ...]) -> Finding:
    claims = list(bindings.values())
    sides = tuple(Side((claim,), outlier=number == 0) for number, claim in enumerate(claims))
    caps = {claim.id: cell.cap for cell in subject.cells for claim in cell.claims}
    first = claims[0]
    return finding_of(
        rule,
        sides,
        subject=subject.name,
        key=subject.key,
        values=values,
        because=f"{first.text or first.value} does not fit what the same source says beside it"
        if len(claims) > 1
        else rule.title,
        bindings=bindings,
        severity=capped(rule.severity, *(caps[claim.id] for claim in claims)),
        explanation=rule.explanation(bindings),
    )
