"""`kind: names`: one thing, one spelling: "Zhardem" here and "Jardem" there is a note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.judge.finding import confidence, fingerprint, ordered_sides, outlier_of, suggestion
from checker.judge.verdict import Verdict
from checker.model import Claim, Finding, Subject, Term, fold
from checker.rulebook import NamesAlike, join_sides


def judge_spelling(rule: NamesAlike, subjects: Sequence[Subject]) -> Verdict:
    """One finding per series whose name is spelt in several ways that fold apart."""
    verdict = Verdict()
    series: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, Subject] = {}
    for subject in subjects:
        claims = [c for c in subject.claims if c.kind in rule.on and isinstance(c.value, Term) and rule.applies({"claim": c}) is True]
        if claims:
            key = subject.series or subject.key
            series[key].extend(claims)
            names.setdefault(key, subject)
    for key in sorted(series):
        _judge_series(rule, names[key], key, series[key], verdict)
    return verdict


def _judge_series(rule: NamesAlike, subject: Subject, key: str, claims: list[Claim], verdict: Verdict) -> None:
    from rapidfuzz import fuzz

    verdict.candidates += 1
    verdict.tested += 1
    verdict.compared.update(claim.id for claim in claims)
    spellings: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        assert isinstance(claim.value, Term)
        spellings[claim.value.key].append(claim)
    groups = [spellings[spelling] for spelling in sorted(spellings)]
    usual = max(groups, key=len)[0]
    assert isinstance(usual.value, Term)
    alike = [group for group in groups if fuzz.ratio(fold(str(group[0].value)), usual.value.key) >= rule.near]
    if len(alike) < 2:
        return
    outlier = outlier_of(alike, subject)
    sides = ordered_sides(alike, outlier.side)
    verdict.findings.append(
        Finding(
            rule=rule.id,
            title=rule.title,
            severity=rule.severity,
            confidence=confidence((claim for side in sides for claim in side.claims), tie=outlier.tie),
            fingerprint=fingerprint(rule.id, key, (str(side.claims[0].value) for side in sides)),
            subject=usual.value.name,
            message=rule.say(subject=usual.value.name, values=join_sides(sides)),
            because=outlier.because,
            sides=sides,
            suggestion=suggestion(sides, tie=outlier.tie),
        )
    )
