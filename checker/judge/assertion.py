"""`kind: assert`, `kind: order`: what must hold for the claims of one statement that has them all, else of one account.

What an account leaves out is taken from the other sources where they are of one mind: "the three-week exercise" here,
13 to 24 January everywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from checker.expressions import Unknown
from checker.judge.finding import capped, confidence, fingerprint
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Side, Subject
from checker.rulebook import Assert, Order, join_sides

# A rule over claims that stand beside each other: `kind: order` of several kinds is an assertion without an expression.
Checked = Assert | Order
# Combinations of distinct values that one statement or account is tested on, at most; more of them say nothing new.
_MOST_COMBINATIONS = 64


def judge_assertion(rule: Checked, subjects: Sequence[Subject]) -> Verdict:
    """One finding per subject and set of bound values for which the check does not hold."""
    verdict = Verdict()
    kinds = frozenset(rule.claim_kinds)
    for subject in subjects:
        if kinds.isdisjoint(cell.kind for cell in subject.cells):
            continue
        seen: set[tuple[str, ...]] = set()
        for bindings in bindings_of(rule, subject, verdict):
            _judge_bindings(rule, subject, bindings, seen, verdict)
    return verdict


def _judge_bindings(
    rule: Checked,
    subject: Subject,
    bindings: Mapping[str, Claim],
    seen: set[tuple[str, ...]],
    verdict: Verdict,
) -> None:
    applies = rule.applies(bindings)
    if applies is False:
        return
    verdict.candidates += 1
    answer = rule.holds(bindings) if applies is True else applies
    if isinstance(answer, Unknown):
        verdict.unknown += 1
        return
    verdict.tested += 1
    verdict.compared.update(claim.id for claim in bindings.values())
    values = tuple(str(claim.value) for claim in bindings.values())
    if answer or values in seen:
        return
    seen.add(values)
    sides = tuple(Side((claim,), outlier=number == 0) for number, claim in enumerate(bindings.values()))
    caps = {claim.id: cell.cap for cell in subject.cells for claim in cell.claims}
    claims = list(bindings.values())
    first = claims[0]
    verdict.findings.append(
        Finding(
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
    )


def bindings_of(rule: Checked, subject: Subject, verdict: Verdict) -> Iterator[dict[str, Claim]]:
    """The claims that the rule is asked of: statement by statement, and accounts with no such statement as a whole."""
    kinds = rule.claim_kinds
    by_phase: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for cell in subject.cells:
        for claim in cell.claims:
            if claim.kind in kinds:
                by_phase[(claim.where.path, claim.scope.roles)].append(claim)
    if not by_phase:
        return
    undisputed = _undisputed(subject)
    for key in sorted(by_phase, key=str):
        account = by_phase[key]
        statements: dict[int, list[Claim]] = defaultdict(list)
        for claim in account:
            statements[claim.statement].append(claim)
        complete = [claims for _, claims in sorted(statements.items()) if _has_all(rule, claims)]
        if complete:
            for claims in complete:
                yield from _combinations(rule, claims)
        elif _has_all(rule, account):
            yield from _combinations(rule, account)
        elif _has_all(rule, filled := _filled(rule, account, undisputed)):
            yield from _combinations(rule, filled)
        else:
            verdict.candidates += 1
            verdict.unknown += 1


def _undisputed(subject: Subject) -> dict[str, Claim]:
    """For each kind the claim of the whole occasion whose value nobody disputes."""
    values: dict[str, dict[str, Claim]] = defaultdict(dict)
    for cell in subject.cells:
        for claim in cell.claims:
            if not claim.scope.roles:
                values[claim.kind].setdefault(str(claim.value), claim)
    return {kind: next(iter(found.values())) for kind, found in values.items() if len(found) == 1}


def _filled(rule: Checked, account: Sequence[Claim], undisputed: Mapping[str, Claim]) -> list[Claim]:
    """The account with what it leaves out, as other sources agree on it; a phase has dates of its own and gets none."""
    if any(claim.scope.roles for claim in account):
        return list(account)
    present = {claim.kind for claim in account}
    missing = [kind for kind in rule.claim_kinds if kind not in present]
    return [*account, *(undisputed[kind] for kind in missing if kind in undisputed)]


def _has_all(rule: Checked, claims: Sequence[Claim]) -> bool:
    present = {claim.kind for claim in claims}
    return all(kind in present for kind in rule.bind.values())


def _combinations(rule: Checked, claims: Sequence[Claim]) -> Iterator[dict[str, Claim]]:
    """Each choice of one claim per bound name, equal values taken once."""
    choices = []
    for kind in rule.bind.values():
        distinct: dict[str, Claim] = {}
        for claim in claims:
            if claim.kind == kind:
                distinct.setdefault(str(claim.value), claim)
        choices.append(list(distinct.values()))
    for chosen in islice(product(*choices), _MOST_COMBINATIONS):
        yield dict(zip(rule.bind, chosen, strict=True))
