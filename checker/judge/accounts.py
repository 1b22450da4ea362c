"""Accounts: what one source says of a subject, statement by statement, and which of its claims a rule is asked of.

Grouped once for all rules. What an account leaves out is taken from the other sources where they are of one mind: "the
three-week exercise" here, 13 to 24 January everywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from checker.model import Claim, Subject

# Combinations of distinct values that one statement or account is tested on, at most; more of them say nothing new.
_MOST_COMBINATIONS = 64

ByKind = Mapping[str, Sequence[Claim]]  # equal values are taken once


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of a subject in one phase; a phase (`roles`) has dates of its own and borrows none."""

    roles: bool
    claims: ByKind
    statements: tuple[ByKind, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All accounts of a subject in their order, and the claim of each kind whose value nobody disputes."""

    accounts: tuple[Account, ...]
    undisputed: Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a rule is asked of: one claim for each of its names, with their ids; and how many accounts lack some."""

    bound: tuple[tuple[dict[str, Claim], tuple[str, ...]], ...]
    incomplete: int


def told_of(subject: Subject) -> Told:
    """The accounts of a subject."""
    claims = [claim for cell in subject.cells for claim in cell.claims]
    values = {claim.id: str(claim.value) for claim in claims}
    phases: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    agreed: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        phases[(claim.where.path, claim.scope.roles)].append(claim)
        if not claim.scope.roles:
            agreed[claim.kind].setdefault(values[claim.id], claim)
    undisputed = {kind: next(iter(found.values())) for kind, found in agreed.items() if len(found) == 1}
    return Told(tuple(_account(phases[key], values) for key in sorted(phases, key=str)), undisputed)


def _account(claims: Sequence[Claim], values: Mapping[str, str]) -> Account:
    statements: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        statements[claim.statement].append(claim)
    parts = tuple(_by_kind(statements[number], values) for number in sorted(statements))
    whole = parts[0] if len(parts) == 1 else _by_kind(claims, values)
    return Account(bool(claims[0].scope.roles), whole, parts)


def _by_kind(claims: Iterable[Claim], values: Mapping[str, str]) -> ByKind:
    kinds: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        kinds[claim.kind].setdefault(values[claim.id], claim)
    return {kind: list(distinct.values()) for kind, distinct in kinds.items()}


def choices(bind: Mapping[str, str], told: Told) -> Choices:
    """The claims of the kinds that `bind` names which a rule is asked of: statement by statement, and accounts with no
    such statement as a whole."""
    kinds, needed = tuple(bind.values()), frozenset(bind.values())
    bound: list[tuple[Claim, ...]] = []
    incomplete = 0
    for account in told.accounts:
        if needed.isdisjoint(account.claims):
            continue
        if needed <= account.claims.keys():
            said = [statement for statement in account.statements if needed <= statement.keys()] or [account.claims]
        elif not account.roles and all(kind in account.claims or kind in told.undisputed for kind in needed):
            said = [{kind: account.claims.get(kind) or [told.undisputed[kind]] for kind in kinds}]
        else:
            incomplete += 1
            continue
        for claims in said:
            bound.extend(_combinations(kinds, claims))
    asked = ((dict(zip(bind, claims, strict=True)), tuple([claim.id for claim in claims])) for claims in bound)
    return Choices(tuple(asked), incomplete)


def _combinations(kinds: Sequence[str], said: ByKind) -> Iterator[tuple[Claim, ...]]:
    """Each choice of one claim per bound name."""
    if len(kinds) == 1:
        return iter([(claim,) for claim in said[kinds[0]][:_MOST_COMBINATIONS]])
    return islice(product(*(said[kind] for kind in kinds)), _MOST_COMBINATIONS)
