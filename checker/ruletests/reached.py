"""How far a rule came in a test that fails: "candidates 2, tested 0, unknown 2 (only one value)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.align import Alignment
from checker.expressions import Unknown
from checker.judge import Material, judge
from checker.model import Claim
from checker.pipeline import Extracted
from checker.rulebook import Comparing, Rule, RuleBook

_MOST = 3  # reasons; the first is nearly always the one


def reached(book: RuleBook, rule: Rule, read: Extracted, alignment: Alignment) -> str:
    """The rule is judged again, for what a report does not keep."""
    verdict = judge(rule, Material(alignment.subjects, read.documents, book.names))
    if not verdict.candidates:
        kinds = sorted({claim.kind for claim in read.claims})
        told = [f"claims read: {', '.join(kinds) or 'none'}", *_left_out(rule, read.claims)]
        return f"the rule met no candidate ({'; '.join(told)})"
    reasons = [reason for reason, _ in verdict.reasons.most_common(_MOST)]
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return f"candidates {verdict.candidates}, tested {verdict.tested}, unknown {verdict.unknown}{why}"


def _left_out(rule: Rule, claims: Sequence[Claim]) -> Iterator[str]:
    """How many claims of its kinds each of its own conditions keeps from it."""
    left = [claim for claim in claims if claim.kind in rule.claim_kinds]
    elsewhere = [claim for claim in left if not rule.is_for(claim)]
    if elsewhere:
        yield f"paths leaves out {len(elsewhere)} of {len(left)}"
        left = [claim for claim in left if rule.is_for(claim)]
    if not isinstance(rule, Comparing):
        if left and rule.where is not None:
            yield "where may leave them out"
        return
    if rule.noun and (others := [claim for claim in left if claim.scope.noun not in rule.noun]):
        nouns = ", ".join(sorted({claim.scope.noun or "(none)" for claim in others}))
        yield f"noun leaves out {len(others)} of {len(left)}, which count {nouns}"
        left = [claim for claim in left if claim.scope.noun in rule.noun]
    answers = [rule.applies({"claim": claim}) for claim in left]
    refused = [answer for answer in answers if answer is not True]
    if refused:
        unknown = next((f" ({answer.reason})" for answer in refused if isinstance(answer, Unknown)), "")
        yield f"where leaves out {len(refused)} of {len(left)}{unknown}"
