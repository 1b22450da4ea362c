"""One rule on two claims: do 22 August and 20 August differ, agree, or is the rule not asked of them at all?

Every kind of rule answers from what it found in the whole run, or from the very expression that it judges by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.expressions import Unknown
from checker.judge.assertion import Checked, bindings_of
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Outcome, Ruling, Subject
from checker.rulebook import Assert, Comparing, Evidence, NamesAlike, Order, Reference, Require, Rule, Total


def reads_both(rule: Rule, first: Claim, second: Claim) -> bool:
    """Could the rule set these two against each other, whatever they are about?"""
    if not (rule.is_for(first) and rule.is_for(second)):
        return False
    match rule:
        case Evidence() | Require():
            return False  # they ask of one claim at a time
        case Reference() if (first.scope.tier in rule.trusted) == (second.scope.tier in rule.trusted):
            return False
        case Comparing() | NamesAlike() | Total() | Order(by="reported"):
            return first.kind in rule.on and second.kind in rule.on
        case Assert() | Order():
            bound = list(rule.bind.values())
            return first.kind != second.kind and first.kind in bound and second.kind in bound
        case _:
            return False


def judge_pair(rule: Rule, verdict: Verdict, subjects: Sequence[Subject], first: Claim, second: Claim) -> Ruling:
    """What the rule, whose verdict on the whole run this is, says of the two; `subjects` are those that they are of."""
    for finding in verdict.findings:
        if {first.id, second.id} <= {claim.id for claim in (*finding.claims, *finding.neutral)}:
            return _found(rule, finding, first, second)
    subject = subjects[0] if len({subject.key for subject in subjects}) == 1 else None
    if isinstance(rule, NamesAlike) and rule.sharing:
        return _not_asked(rule, f"only of two names whose occasions share {_listed(rule.sharing)}")
    if isinstance(rule, NamesAlike):
        one_name = len({subject.series or subject.key for subject in subjects}) == 1
        return _compared(rule, verdict, first, second, "spelt alike") if one_name else _not_asked(rule, "two names")
    if subject is None:
        return _not_asked(rule, "they are not comparable")
    if isinstance(rule, Assert) or (isinstance(rule, Order) and rule.by is None):
        return _asserted(rule, verdict, subject, first, second)
    cells = subject.cells + subject.supposed if isinstance(rule, Comparing) else subject.cells
    if isinstance(rule, Comparing | Order) and not any(_holds(cell.claims, first, second) for cell in cells):
        return _not_asked(rule, "they are not comparable")
    fits = "no later report has less" if isinstance(rule, Order) else "the values have a common reading"
    return _compared(rule, verdict, first, second, fits)


def _found(rule: Rule, finding: Finding, first: Claim, second: Claim) -> Ruling:
    sides = {claim.id: number for number, side in enumerate(finding.sides) for claim in side.claims}
    if first.id not in sides or second.id not in sides:
        return Ruling(rule.id, Outcome.agree, "one of them fits several sides of a finding", finding)
    if sides[first.id] == sides[second.id] and not isinstance(rule, Total):
        return Ruling(rule.id, Outcome.agree, "both stand on one side of a finding", finding)
    return Ruling(rule.id, Outcome.differ, finding.because, finding, finding.explanation)


def _asserted(rule: Checked, verdict: Verdict, subject: Subject, first: Claim, second: Claim) -> Ruling:
    """What the rule says where the two, or claims of their sources with their values, are bound together."""
    asked = rule.check if isinstance(rule, Assert) else " <= ".join(rule.on)
    answers = [
        (bindings, rule.holds(bindings) if rule.applies(bindings) is not False else None)
        for bindings in bindings_of(rule, subject)
        if _binds(bindings, first) and _binds(bindings, second)
    ]
    for bindings, answer in answers:
        if answer is False:
            values = {(claim.kind, str(claim.value)) for claim in bindings.values()}
            told = (f for f in verdict.findings if values == {(c.kind, str(c.value)) for c in f.claims})
            found, because = next(told, None), f"does not hold: {asked}"
            return Ruling(rule.id, Outcome.differ, because, found, rule.explanation(bindings))
    for bindings, answer in answers:
        if answer is True:
            return Ruling(rule.id, Outcome.agree, f"holds: {asked}", None, rule.explanation(bindings))
    for bindings, answer in answers:
        if isinstance(answer, Unknown):
            return Ruling(rule.id, Outcome.unknown, answer.reason, None, rule.explanation(bindings))
    if answers:
        return _not_asked(rule, f"only where {rule.where}")
    missing = [kind for kind in rule.claim_kinds if kind not in (first.kind, second.kind)]
    needs = f" and {_listed(missing)}" if missing else ""
    return Ruling(rule.id, Outcome.unknown, f"no statement or account has both{needs}")


def _listed(kinds: Sequence[str]) -> str:
    return " or ".join(kinds).replace("_", " ")


def _binds(bindings: Mapping[str, Claim], claim: Claim) -> bool:
    """Is the claim bound, or the one that stands for all of its source with this value?"""
    return any(
        bound.id == claim.id
        or (bound.kind, bound.where.path, str(bound.value)) == (claim.kind, claim.where.path, str(claim.value))
        for bound in bindings.values()
    )


def _compared(rule: Rule, verdict: Verdict, first: Claim, second: Claim, because: str) -> Ruling:
    if {first.id, second.id} <= verdict.compared:
        return Ruling(rule.id, Outcome.agree, because)
    limits = [f"only where {rule.where}"] if rule.where is not None else []
    if isinstance(rule, Comparing) and rule.noun:
        limits.append(f"only for {', '.join(rule.noun)}")
    return _not_asked(rule, " and ".join(limits) or "there was nothing to compare")


def _not_asked(rule: Rule, because: str) -> Ruling:
    return Ruling(rule.id, Outcome.not_applicable, because)


def _holds(claims: Sequence[Claim], first: Claim, second: Claim) -> bool:
    return {first.id, second.id} <= {claim.id for claim in claims}
