"""What rules ask of the values of one row: `start_date <= end_date`, `year(suffix) in (year(end), …)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.expressions import Unknown
from checker.model import Claim
from checker.rulebook import Assert, Order, Rule, RuleBook, Total

# What rows of one form have in common: that each is a row, and how far its dataset is trusted.
_ALIKE = frozenset(("row", "tier"))
# What rows of one form do not have in common, beside the values themselves.
_OWN = frozenset(
    ("text", "subject", "quote", "reported", "as_of", "occasion", "noun", "outcome", "part", "speaker", "stance")
)

Answer = bool | str | None  # whether it holds; why that is not known; None where the rule is not asked


@dataclass(frozen=True, slots=True)
class Ask:
    """The expressions of one rule; `bind` are the names in them and the claim kinds that these stand for."""

    bind: tuple[tuple[str, str], ...]
    where: Callable[[Mapping[str, Claim]], Any]
    holds: Callable[[Mapping[str, Claim]], Any]

    def answer(self, claims: Mapping[str, Claim]) -> Answer:
        """Of a row with these claims by kind."""
        bindings = {name: claims[kind] for name, kind in self.bind}
        answer = self.where(bindings)
        if answer is False:
            return None
        if answer is True:
            answer = self.holds(bindings)
        return answer.reason if isinstance(answer, Unknown) else bool(answer)


def asks_of(rules: RuleBook, kinds: frozenset[str]) -> list[Ask] | None:
    """What the rules ask of rows with claims of these kinds; None where one of them looks at more than values."""
    found: list[Ask] = []
    for rule in rules:
        if kinds.isdisjoint(rule.claim_kinds):
            continue
        if not _asks_values(rule):
            return None
        found += _asks(rule, kinds)
    return found


def _asks_values(rule: Rule) -> bool:
    """Do its expressions look at nothing but values, and at what all rows of a form have in common?"""
    if isinstance(rule, Total) and not {*rule.reads} <= {"whole"}:
        return False
    return not any(_OWN & {*fields} for fields in rule.reads.values())


def _asks(rule: Rule, kinds: frozenset[str]) -> Iterator[Ask]:
    match rule:
        case Assert() | Order(by=None):
            if kinds >= {*rule.bind.values()}:
                holds = rule.asking("check") if isinstance(rule, Assert) else rule.holds
                yield Ask(tuple(rule.bind.items()), rule.asking("where"), holds)
        case _ if rule.where is None or all(_ALIKE.issuperset(fields) for fields in rule.reads.values()):
            pass  # nothing in which two rows of one form could differ
        case _:
            name = "whole" if isinstance(rule, Total) else "claim"
            for kind in sorted(kinds & {*rule.claim_kinds}):
                yield Ask(((name, kind),), rule.asking("where"), lambda bindings: True)
