"""Rule × subject → findings: one per subject and disputed attribute, never one per pair.

One file per kind of rule says how it is judged; `finding.py` how a finding is made: outlier, confidence, fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.judge.agreement import judge_agreement
from checker.judge.assertion import judge_assertion
from checker.judge.evidence import judge_evidence
from checker.judge.finding import capped
from checker.judge.material import Material
from checker.judge.pair import judge_pair, reads_both
from checker.judge.reference import judge_reference
from checker.judge.requirement import judge_requirement
from checker.judge.series import judge_series
from checker.judge.spelling import judge_spelling
from checker.judge.total import judge_total
from checker.judge.verdict import Verdict
from checker.model import Finding
from checker.model.uncollected import uncollected
from checker.rulebook import Agree, Assert, Evidence, NamesAlike, Order, Reference, Require, Restated, Rule, Total

__all__ = ["Material", "Verdict", "judge", "judge_all", "judge_pair", "reads_both"]


def judge_all(rules: Iterable[Rule], material: Material) -> dict[str, Verdict]:
    """Each rule's verdict by its id."""
    with uncollected():
        return {rule.id: judge(rule, material) for rule in rules}


def judge(rule: Rule, material: Material) -> Verdict:
    """The findings of one rule over all subjects, and how often it had something to judge."""
    verdict = _judged(rule, material)
    verdict.findings = [_as_its_sources_deserve(rule, finding) for finding in verdict.findings]
    return verdict


def _as_its_sources_deserve(rule: Rule, finding: Finding) -> Finding:
    """The finding with what the configuration says of the sources that its outlier stands in."""
    severity = capped(finding.severity, rule.cap(finding.sides[0].claims))
    return finding if severity is finding.severity else replace(finding, severity=severity)


def _judged(rule: Rule, material: Material) -> Verdict:
    match rule:
        case Evidence():
            return judge_evidence(rule, material)
        case Require():
            return judge_requirement(rule, material)
        case Reference():
            return judge_reference(rule, material)
        case Agree() | Restated():
            return judge_agreement(rule, material)
        case Assert():
            return judge_assertion(rule, material)
        case Order():
            return judge_series(rule, material) if rule.by else judge_assertion(rule, material)
        case NamesAlike():
            return judge_spelling(rule, material)
        case Total():
            return judge_total(rule, material)
        case _:
            raise NotImplementedError(f"no judge for rules of kind {rule.kind}")
