"""`kind: names`: one thing, one name, not "Zhardem" and "Jardem", nor "Eastern Resolve" and "Western Resolve"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from checker.judge.finding import confidence, fingerprint, ordered_sides, suggestion
from checker.judge.outlier import outlier_of
from checker.judge.verdict import Verdict
from checker.model import Claim, Edition, Finding, Subject, Term, fold
from checker.rulebook import NamesAlike, join_sides


def judge_spelling(rule: NamesAlike, subjects: Sequence[Subject]) -> Verdict:
    """One finding per series whose name is spelt in several ways that fold apart, or per pair of rival names."""
    verdict = Verdict()
    if rule.sharing:
        _judge_rivals(rule, subjects, verdict)
        return verdict
    series: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, Subject] = {}
    for subject in subjects:
        claims = [
            c
            for c in subject.claims
            if c.kind in rule.on and isinstance(c.value, Term) and rule.applies({"claim": c}) is True
        ]
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
    outlier = outlier_of(alike)
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


def _judge_rivals(rule: NamesAlike, subjects: Sequence[Subject], verdict: Verdict) -> None:
    """Occasions of one year that share a word of their names and a value of their own: one occasion under two names."""
    groups: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for key in sorted(_shared_keys(rule, subject), key=str):
            groups[key].append(subject)
    seen: set[tuple[str, str]] = set()
    for key in sorted(groups, key=str):
        members = groups[key]
        verdict.candidates += len(members) > 1
        for one, other in pairwise(members[:_MOST_RIVALS]):
            pair = (one.key, other.key)
            if pair in seen or one.series == other.series:
                continue
            seen.add(pair)
            verdict.tested += 1
            verdict.findings.append(_rivals(rule, one, other))


# Occasions of one year that share a word and a value; more of them than this are a coincidence of a whole corpus.
_MOST_RIVALS = 8


def _shared_keys(rule: NamesAlike, subject: Subject) -> set[tuple[object, ...]]:
    """(shared word, number of words, year of the label, kind, value) for every value that the subject could share."""
    words = subject.series.split()
    years = {str(c.value) for c in subject.claims if isinstance(c.value, Edition) and c.value.year is not None}
    values = {(c.kind, str(c.value)) for c in subject.claims if c.kind in rule.sharing and not c.scope.roles}
    return {(word, len(words), year, *value) for word in words if len(words) > 1 for year in years for value in values}


def _rivals(rule: NamesAlike, one: Subject, other: Subject) -> Finding:
    groups = [[c for c in subject.claims if c.kind in rule.on] for subject in (one, other)]
    outlier = outlier_of(groups)
    sides = ordered_sides(groups, outlier.side)
    shared = sorted(
        {(c.kind, str(c.value)) for c in one.claims if c.kind in rule.sharing}
        & {(c.kind, str(c.value)) for c in other.claims if c.kind in rule.sharing}
    )
    same = ", ".join(f"{kind.replace('_', ' ')} {value}" for kind, value in shared)
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=rule.severity,
        confidence=confidence((claim for side in sides for claim in side.claims), tie=outlier.tie),
        fingerprint=fingerprint(rule.id, min(one.key, other.key), (one.series, other.series)),
        subject=(other if outlier.side == 0 else one).name,
        message=rule.say(subject=one.name, values=join_sides(sides)),
        because=f"both have {same}; {outlier.because}",
        sides=sides,
        suggestion=suggestion(sides, tie=outlier.tie),
    )
