"""Findings settled: one per disputed attribute, in the order in which they are shown.

A wrong suffix breaks two rules at once (the editions disagree; the suffix is not the year of the event): the second
finding, which has the same outlier, stands under `also` of the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.judge.finding import finding_key
from checker.model import Finding


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Merge findings on one subject and attribute that share the outlier; the one with most sides' claims leads."""
    kept: dict[tuple[object, ...], Finding] = {}
    for found in sorted(findings, key=lambda found: (-found.severity.rank, -len(found.claims), found.rule, finding_key(found))):
        keys = [(found.subject, claim.kind, claim.id) for claim in found.sides[0].claims]
        leader = next((kept[key] for key in keys if key in kept), None)
        if leader is None:
            kept.update(dict.fromkeys(keys, found))
            continue
        merged = replace(leader, also=tuple(sorted({*leader.also, found.rule} - {leader.rule})))
        kept.update({key: merged for key, value in kept.items() if value is leader})
    unique = {id(found): found for found in kept.values()}
    return tuple(sorted(unique.values(), key=finding_key))
