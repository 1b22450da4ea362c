"""Why are two places set against each other, or why not? `answer(run, rules, "a.txt:3:17", "b.txt#4")` says so.

A place is a line, a line and a column, or a claim's id. The whole run is looked at, since what a claim is about depends
on the other sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.align.explain import Relations
from checker.judge import judge_pair, reads_both
from checker.model import (
    Answer,
    CheckerError,
    Claim,
    Explanation,
    Finding,
    Outcome,
    Problem,
    Ruling,
    Skipped,
)
from checker.pipeline import Run
from checker.rulebook import RuleBook
from checker.why.places import place, source_of

__all__ = ["answer", "explain", "source_of"]

_MOST_PAIRS = 3  # that are explained in full


def answer(run: Run, rules: RuleBook, asked: tuple[str, str], skipped: Sequence[Skipped] = ()) -> Answer:
    """Every telling pair of claims that stand at the two places. Raises CheckerError for a place that there is not."""
    places = place(run, asked[0], skipped), place(run, asked[1], skipped)
    relations = Relations(run.read.claims, run.alignment, rules.kinds, rules.names)
    pairs: dict[frozenset[str], tuple[Claim, Claim]] = {}
    for first in places[0].here:
        for second in places[1].here:
            if first.id != second.id:
                pairs.setdefault(frozenset({first.id, second.id}), (first, second))
    if not pairs and places[0].here and places[1].here:
        raise CheckerError(Problem(f"{asked[0]} and {asked[1]} are one place", help="name two places to compare"))
    told = _most_telling(list(pairs.values()), run, rules, relations)
    explained = tuple(explain(first, second, run, rules, relations) for first, second in told[:_MOST_PAIRS])
    return Answer(places, explained, len(pairs) - len(explained))


def explain(first: Claim, second: Claim, run: Run, rules: RuleBook, relations: Relations) -> Explanation:
    """How two claims stand to each other, and what every rule that reads both says of them."""
    relation = relations.of(first, second)
    subjects = [relations.subjects[claim.id] for claim in (first, second) if claim.id in relations.subjects]
    rulings = tuple(
        _settled(judge_pair(rule, run.verdicts[rule.id], subjects, first, second), run.findings)
        for rule in rules
        if len(subjects) == 2 and reads_both(rule, first, second)
    )
    ruled = [ruling.rule for ruling in rulings if ruling.outcome in (Outcome.agree, Outcome.differ)]
    if ruled and not relation.comparable:
        relation = replace(relation, comparable=True, because=f"{ruled[0]} reads them together")
    among = {ruling.finding.fingerprint for ruling in rulings if ruling.finding}
    elsewhere = tuple(
        finding for finding in run.findings if finding.fingerprint not in among and _quotes(finding, (first, second))
    )
    return Explanation(relations.aligned(first), relations.aligned(second), relation, rulings, elsewhere)


def _settled(ruling: Ruling, findings: Iterable[Finding]) -> Ruling:
    """The ruling with the finding that the report shows: the rule's own, or the one that it stands under."""
    if (own := ruling.finding) is None:
        return ruling
    shown = (
        finding
        for finding in findings
        if finding.fingerprint == own.fingerprint or (own.rule in finding.also and _quotes(finding, own.claims))
    )
    return replace(ruling, finding=next(shown, own))


def _quotes(finding: Finding, claims: Iterable[Claim]) -> bool:
    ends = {end for claim in finding.claims for end in _ends(claim)}
    return any(end in ends for claim in claims for end in _ends(claim))


def _ends(claim: Claim) -> tuple[tuple[str, str, int], ...]:
    return (claim.where.path, "start", claim.where.start), (claim.where.path, "end", claim.where.end)


def _most_telling(
    pairs: Sequence[tuple[Claim, Claim]], run: Run, rules: RuleBook, relations: Relations
) -> list[tuple[Claim, Claim]]:
    """The pairs that an asker most probably means, best first: none of a lower rank than the best."""
    disputed = [frozenset(claim.id for claim in finding.claims) for finding in run.findings]

    def rank(pair: tuple[Claim, Claim]) -> tuple[bool, ...]:
        first, second = pair
        subjects = [relations.subjects.get(claim.id) for claim in pair]
        return (
            any({first.id, second.id} <= ids for ids in disputed),
            subjects[0] is not None and subjects[0] is subjects[1],
            first.kind == second.kind,
            first.kind == second.kind and first.scope.noun == second.scope.noun,
            any(reads_both(rule, first, second) for rule in rules),
        )

    ranked = sorted(pairs, key=rank, reverse=True)
    return [pair for pair in ranked if rank(pair) == rank(ranked[0])]
