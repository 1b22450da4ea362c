"""`kind: evidence`: a record says 2022-08-22; its own quote says "until August 20", or stands nowhere in its source."""

from __future__ import annotations

from typing import NamedTuple

from checker.judge.agreement import selecting
from checker.judge.finding import finding_of
from checker.judge.material import Material
from checker.judge.verdict import Verdict
from checker.language.lexicons import currencies
from checker.language.measures import dimension
from checker.language.quoted import leaves_open, stands_in, values_in
from checker.model import Claim, Finding, Quantity, Severity, Side, Subject, Value, canonical
from checker.rulebook import Evidence


class _Ruling(NamedTuple):
    """How bad it is that a quote does not bear its record out (None: it does), and why."""

    severity: Severity | None
    because: str = ""


_UNDECIDED = {"in-quote": "no value is read in the quote", "in-document": "the source that it names is not here"}


def judge_evidence(rule: Evidence, material: Material) -> Verdict:
    """One finding per record whose quote does not bear it out, or does not stand where the record says."""
    verdict = Verdict()
    select = selecting(rule)
    for subject in material.about(rule):
        for claim in select([claim for claim in subject.claims if _quotes(rule, claim)]):
            verdict.candidates += 1
            ruling = _in_quote(rule, claim) if rule.stands == "in-quote" else _in_document(rule, claim, material)
            if ruling is None:
                verdict.undecided(_UNDECIDED[rule.stands])
                continue
            verdict.tested += 1
            verdict.asked.append([claim])
            if ruling.severity is not None:
                verdict.findings.append(_finding(rule, subject, claim, ruling.severity, ruling.because))
    return verdict


def _quotes(rule: Evidence, claim: Claim) -> bool:
    """Whether it is the claim of a record that has a quote of its own."""
    return bool(claim.row) and claim.kind in rule.on and claim.quote not in ("", claim.text)


def _in_quote(rule: Evidence, claim: Claim) -> _Ruling | None:
    said = values_in(claim.quote, claim.value, claim.scope.reported)
    if not said:
        return None
    weights = [_difference(rule, claim.value, value) for value in said]
    differing = [weight for weight in weights if weight is not None]
    if len(differing) < len(weights):
        return _Ruling(None)
    if leaves_open(claim.quote, claim.value, claim.scope.reported):
        return None
    shown = " and ".join(dict.fromkeys(str(value) for value in said))
    return _Ruling(min(differing, key=lambda severity: severity.rank), f"its own quote says {shown}")


def _difference(rule: Evidence, value: Value, said: Value) -> Severity | None:
    """How bad it is that the record has this value and its quote that one; None if they agree."""
    if isinstance(value, Quantity) and isinstance(said, Quantity) and not _of_one_unit(value, said):
        return rule.severity
    partition = rule.comparator.sides([value, said])
    return rule.weight(plain=partition.plain) if len(partition.sides) > 1 else None


def _of_one_unit(value: Quantity, said: Quantity) -> bool:
    """Whether the two are in units that can be compared; "$60 million" may be any dollars, "¥" yen or yuan."""
    units = {value.unit, said.unit}
    alike = any(units <= family for family in currencies.ONE_SIGN)
    return alike or dimension(value.unit) == dimension(said.unit)


def _in_document(rule: Evidence, claim: Claim, material: Material) -> _Ruling | None:
    source = material.source_named(claim.cites)
    if source is None:
        return None
    stands = stands_in(claim.quote, source.text) or stands_in(claim.quote, source.source)
    return _Ruling(None if stands else rule.severity, f"the quote does not stand in {source.path}")


def _finding(rule: Evidence, subject: Subject, claim: Claim, severity: Severity, because: str) -> Finding:
    return finding_of(
        rule,
        (Side((claim,), outlier=True),),
        subject=subject.name,
        key=subject.key,
        values=(claim.kind, canonical(claim.value), claim.quote),
        because=because,
        bindings={"claim": claim},
        severity=severity,
    )
