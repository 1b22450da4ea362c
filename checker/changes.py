"""`--changed-since main`: of all findings, those that touch a claim which the sources did not make before.

Everything is judged against everything; only what is shown is less. A claim is the same as before if it says the same
of the same, wherever it stands now: moved lines and renamed files change nothing, but a new dateline changes the dates
below it, and a reworded sentence is another statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace

from checker.inputs.revision import Earlier
from checker.model import Claim, Report
from checker.pipeline import extract
from checker.rulebook import RuleBook


def touching(report: Report, before: Earlier, rules: RuleBook) -> Report:
    """The report with only the findings that have a claim in it that is new `before` against now."""
    new = _new_claims(report.claims, before, rules)
    kept = tuple(finding for finding in report.findings if any(claim.id in new for claim in finding.claims))
    return replace(report, findings=kept, untouched=len(report.findings) - len(kept))


def _new_claims(claims: Iterable[Claim], before: Earlier, rules: RuleBook) -> frozenset[str]:
    """The ids of the claims in changed sources that those did not make before, each as often as it is made now.

    The unchanged sources are read again with the old ones: what is a name in one of them is one in all.
    """
    now = [claim for claim in claims if claim.where.path in before.changed]
    if not now:
        return frozenset()
    old = extract(before.documents, rules).claims
    known = Counter(_said(claim) for claim in old if claim.where.path in before.changed)
    new = set()
    for claim in now:
        said = _said(claim)
        if known[said]:
            known[said] -= 1
        else:
            new.add(claim.id)
    return frozenset(new)


def _said(claim: Claim) -> Hashable:
    """What a claim says and of what, without where; other cells of a dataset's row may change, a sentence may not."""
    sentence = "" if claim.column else claim.sentence
    return (claim.where.path, claim.kind, claim.subject, claim.value, claim.text, claim.scope, claim.column, sentence)
