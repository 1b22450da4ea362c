"""Findings settled: one per disputed attribute, in the order in which they are shown.

A wrong suffix breaks two rules at once (the editions disagree; the suffix is not the year of the event), a wrong end
date is also a sentence that differs from its copy: what says no more than another finding stands under its `also`. A
finding about something that has a name leads; the surer of the two lends its confidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.judge.finding import finding_key
from checker.model import Claim, Finding

Place = tuple[str, int, bool]


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Merge each finding into an earlier, weightier one with the same outlier or with sides at the same places."""
    kept: list[Finding] = []
    at: dict[Place, set[int]] = {}  # where a value stands: the findings that quote it
    for found in sorted(findings, key=_weightiest_first):
        leader = next((number for number in _candidates(found, at) if _says_as_much(kept[number], found)), None)
        if leader is not None:
            also = {*kept[leader].also, found.rule} - {kept[leader].rule}
            surest = max(kept[leader].confidence, found.confidence)
            known_by = (*kept[leader].identities, *found.identities)
            kept[leader] = replace(kept[leader], also=tuple(sorted(also)), confidence=surest, identities=known_by)
            continue
        for claim in found.claims:
            for place in _places(claim):
                at.setdefault(place, set()).add(len(kept))
        kept.append(found)
    return tuple(sorted(kept, key=finding_key))


def _weightiest_first(found: Finding) -> tuple[object, ...]:
    return (-found.severity.rank, bool(found.nets), -found.confidence, -len(found.claims), finding_key(found))


def _candidates(found: Finding, at: dict[Place, set[int]]) -> list[int]:
    first = [number for claim in found.sides[0].claims for place in _places(claim) for number in at.get(place, ())]
    return sorted(set(first))


def _places(claim: Claim) -> tuple[Place, Place]:
    """Both ends of a claim's place: rules may quote more or less of what stands beside one value."""
    return ((claim.where.path, claim.where.start, False), (claim.where.path, claim.where.end, True))


def _says_as_much(leader: Finding, found: Finding) -> bool:
    """Has `leader` the same outlier as `found`, or a value of each of its sides?"""
    outlier = {place for claim in leader.sides[0].claims for place in _places(claim)}
    if any(place in outlier for claim in found.sides[0].claims for place in _places(claim)):
        return True
    everywhere = {place for claim in leader.claims for place in _places(claim)}
    return all(any(place in everywhere for claim in side.claims for place in _places(claim)) for side in found.sides)
