"""`kind: names`: one thing, one name, not "Zhardem" and "Jardem", nor "Eastern Resolve" and "Western Resolve"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from checker.judge.finding import finding_of, ordered_sides, suggestion
from checker.judge.material import Material
from checker.judge.outlier import outlier_of
from checker.judge.verdict import Verdict
from checker.model import Claim, Edition, Finding, Period, Subject, Term, Value, fold
from checker.rulebook import Names, NamesAlike


def judge_spelling(rule: NamesAlike, material: Material) -> Verdict:
    """One finding per series whose name is spelt in several ways that fold apart, or per pair of rival names."""
    verdict, subjects = Verdict(), material.about(rule)
    if rule.sharing:
        _judge_rivals(rule, subjects, material.names, verdict)
        return verdict
    if rule.passing:
        _judge_passing(rule, subjects, material.names, verdict)
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
    verdict.asked.append(claims)
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
        finding_of(
            rule,
            sides,
            subject=usual.value.name,
            key=key,
            because=outlier.because,
            tie=outlier.tie,
            suggestion=suggestion(sides, tie=outlier.tie),
        )
    )


def _judge_rivals(rule: NamesAlike, subjects: Sequence[Subject], names: Names, verdict: Verdict) -> None:
    """Occasions of one year that share a word of their names and a value of their own: one occasion under two names.
    Those of datasets are left out: of thousands of rows many begin on one day, and each row has the name of its own."""
    subjects = [subject for subject in subjects if not all(claim.entry for claim in subject.claims)]
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
            if pair in seen or one.series == other.series or names.apart(one.series, other.series):
                continue
            seen.add(pair)
            verdict.tested += 1
            if _differ(rule, one, other):
                continue
            verdict.findings.append(_rivals(rule, one, other))


# Occasions of one year that share a word and a value; more of them than this are a coincidence of a whole corpus.
_MOST_RIVALS = 8


def _shared_keys(rule: NamesAlike, subject: Subject) -> set[tuple[object, ...]]:
    """(shared word, number of words, year of the label, kind, value) for every value that the subject could share."""
    words = subject.series.split()
    years = {str(c.value) for c in subject.claims if isinstance(c.value, Edition) and c.value.year is not None}
    told = (c for c in subject.claims if c.kind in rule.sharing and not c.scope.roles)
    values = {(c.kind, str(c.value)) for c in told if not isinstance(c.value, Term)}  # many meet at one place
    return {(word, len(words), year, *value) for word in words if len(words) > 1 for year in years for value in values}


def _differ(rule: NamesAlike, one: Subject, other: Subject) -> bool:
    """Is anything else told of the two that sets them apart: another place, another day?"""
    for kind in rule.sharing:
        left, right = (
            [c.value for c in subject.claims if c.kind == kind and not c.scope.roles] for subject in (one, other)
        )
        if left and right and not any(_compatible(first, second) for first in left for second in right):
            return True
    return False


def _compatible(one: Value, other: Value) -> bool:
    """Can both be true? A month holds its days; names and figures are compared as they are."""
    if isinstance(one, Period) and isinstance(other, Period) and not (one.yearless or other.yearless):
        return one.first <= other.last and other.first <= one.last
    return str(one) == str(other)


def _rivals(rule: NamesAlike, one: Subject, other: Subject) -> Finding:
    groups = [[c for c in subject.claims if c.kind in rule.on] for subject in (one, other)]
    outlier = outlier_of(groups)
    sides = ordered_sides(groups, outlier.side)
    shared = sorted(
        {(c.kind, str(c.value)) for c in one.claims if c.kind in rule.sharing}
        & {(c.kind, str(c.value)) for c in other.claims if c.kind in rule.sharing}
    )
    same = ", ".join(f"{kind.replace('_', ' ')} {value}" for kind, value in shared)
    return finding_of(
        rule,
        sides,
        subject=(other if outlier.side == 0 else one).name,
        key=min(one.key, other.key),
        values=(one.series, other.series),
        because=f"both have {same}; {outlier.because}",
        said_of=one.name,
        tie=outlier.tie,
        suggestion=suggestion(sides, tie=outlier.tie),
    )


def _judge_passing(rule: NamesAlike, subjects: Sequence[Subject], names: Names, verdict: Verdict) -> None:
    """Names mentioned once and told nothing of, beside a like name of which the same source tells something: in texts,
    since a row of a dataset mentions nothing in passing."""
    subjects = [subject for subject in subjects if not all(claim.entry for claim in subject.claims)]
    groups: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for key in sorted(_alike_keys(subject), key=str):
            groups[key].append(subject)
    for key in sorted(groups, key=str):
        passing = [subject for subject in groups[key] if _is_passing(rule, subject)]
        others = [subject for subject in groups[key] if subject not in passing]
        verdict.candidates += 1
        if len(passing) != 1 or len(others) != 1:
            continue
        verdict.tested += 1
        one, other = passing[0], others[0]
        two = one.series != other.series and not names.apart(one.series, other.series)
        if two and _in_one_source(one, other):
            verdict.findings.append(_slip_of_name(rule, one, other))


def _alike_keys(subject: Subject) -> set[tuple[object, ...]]:
    """(place of a word in the name, the word, number of words, year of the label): what like names have in common."""
    words = subject.series.split()
    years = {str(c.value) for c in subject.claims if isinstance(c.value, Edition) and c.value.year is not None}
    return {(at, word, len(words), year) for at, word in enumerate(words) if len(words) > 1 for year in years}


def _is_passing(rule: NamesAlike, subject: Subject) -> bool:
    """Is it named once, and nothing told of it?"""
    return len({(c.where.path, c.statement) for c in subject.claims}) == 1 and all(
        isinstance(c.value, Term | Edition) for c in subject.claims
    )


def _in_one_source(one: Subject, other: Subject) -> bool:
    """Does the source that names `one` tell of `other` before, and in another sentence?"""
    first = min(one.claims, key=lambda claim: claim.where.start)
    there = [claim for claim in other.claims if claim.where.path == first.where.path]
    return (
        bool(there)
        and all(claim.statement != first.statement for claim in there)
        and there[0].statement < first.statement
    )


def _slip_of_name(rule: NamesAlike, one: Subject, other: Subject) -> Finding:
    path = one.claims[0].where.path
    groups = [[c for c in subject.claims if c.kind in rule.on and c.where.path == path] for subject in (one, other)]
    sides = ordered_sides(groups, 0)
    return finding_of(
        rule,
        sides,
        subject=other.name,
        key=other.key,
        values=(one.series, other.series),
        because=f"{sides[0].claims[0].value} is named once here, and nothing is told of it",
        suggestion=str(sides[1].claims[0].value),
    )
