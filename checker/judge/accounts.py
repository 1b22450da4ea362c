"""Accounts: what one source says of a subject, statement by statement, and which of its claims a rule is asked of.

Grouped once for all rules. What an account leaves out is taken from the other sources where they are of one mind: "the
three-week exercise" here, 13 to 24 January everywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import NamedTuple

from checker.model import Claim, Subject

# Combinations of distinct values that one statement or account is tested on, at most; more of them say nothing new.
_MOST_COMBINATIONS = 64

ByKind = Mapping[str, Sequence[Claim]]  # equal values are taken once


class Account(NamedTuple):
    """What one source says of a subject in one phase; a phase (`roles`) has dates of its own and borrows none."""

    subject: Subject
    roles: bool
    claims: ByKind
    statements: Sequence[ByKind]
    is_row: bool


class Bound(NamedTuple):
    """What a rule is asked of: one claim for each of its names."""

    subject: Subject
    claims: dict[str, Claim]


@dataclass(slots=True)
class Accounts:
    """The accounts of some subjects, those with the same kinds of claims together."""

    by_kinds: Mapping[frozenset[str], Sequence[Account]]
    _undisputed: dict[tuple[str, str], Claim | None] = field(default_factory=dict)

    def undisputed(self, subject: Subject, kind: str) -> Claim | None:
        """The subject's claim of that kind, if nobody disputes its value; rows of datasets, of one piece, lend none."""
        key = (subject.key, kind)
        if key not in self._undisputed:
            told = (claim for cell in subject.cells if cell.kind == kind for claim in cell.claims)
            claims = [claim for claim in told if not claim.scope.roles]
            agreed = len({str(claim.value) for claim in claims}) == 1
            self._undisputed[key] = next((claim for claim in claims if not claim.entry), None) if agreed else None
        return self._undisputed[key]


def accounts_of(subjects: Sequence[Subject]) -> Accounts:
    """The accounts of the subjects, in their order."""
    by_kinds: dict[frozenset[str], list[Account]] = defaultdict(list)
    for subject in subjects:
        phases: dict[tuple[str, tuple[tuple[str, str], ...]], list[Claim]] = defaultdict(list)
        for cell in subject.cells:
            for claim in cell.claims:
                phases[(claim.where.path, claim.scope.roles)].append(claim)
        for key in sorted(phases):
            account = _account(subject, phases[key])
            by_kinds[frozenset(account.claims)].append(account)
    return Accounts(by_kinds)


def _account(subject: Subject, claims: Sequence[Claim]) -> Account:
    statements: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        statements[claim.statement].append(claim)
    whole = _by_kind(claims)
    parts = [whole] if len(statements) == 1 else [_by_kind(statements[number]) for number in sorted(statements)]
    return Account(subject, bool(claims[0].scope.roles), whole, parts, bool(claims[0].entry))


def _by_kind(claims: Iterable[Claim]) -> ByKind:
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        kinds[claim.kind].append(claim)
    return {kind: same if len(same) == 1 else _distinct(same) for kind, same in kinds.items()}


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(str(claim.value), claim)
    return list(found.values())


def bound(bind: Mapping[str, str], accounts: Accounts) -> tuple[list[Bound], int]:
    """What a rule is asked of: claims of the kinds that `bind` names, statement by statement, and accounts with no such
    statement as a whole; and how many accounts lack some of the kinds."""
    needed = frozenset(bind.values())
    found: list[Bound] = []
    incomplete = 0
    for kinds, alike in accounts.by_kinds.items():
        if needed.isdisjoint(kinds):
            continue
        for account in alike:
            said = _said(account, accounts, needed) if needed <= kinds else _filled(account, accounts, needed)
            incomplete += not said
            for claims in said:
                found.extend(_bindings(bind, account.subject, claims))
    return found, incomplete


def _said(account: Account, accounts: Accounts, needed: frozenset[str]) -> Sequence[ByKind]:
    """The statements that have all that is needed; else the whole account, which has it."""
    if len(account.statements) == 1:
        return account.statements
    return [statement for statement in account.statements if needed <= statement.keys()] or [account.claims]


def _filled(account: Account, accounts: Accounts, needed: frozenset[str]) -> Sequence[ByKind]:
    """The account with what it lacks, where the others are of one mind; nothing where they are not, and for the row of
    a dataset: what its own cells say is asked of it, and what other sources say is compared."""
    if account.roles or account.is_row:
        return []
    lacking = {kind: accounts.undisputed(account.subject, kind) for kind in needed - account.claims.keys()}
    filled = {kind: [claim] for kind, claim in lacking.items() if claim is not None}
    return [{**account.claims, **filled}] if len(filled) == len(lacking) else []


def _bindings(bind: Mapping[str, str], subject: Subject, said: ByKind) -> Iterator[Bound]:
    """Each choice of one claim per bound name."""
    choices = [said[kind] for kind in bind.values()]
    if all(len(claims) == 1 for claims in choices):  # nearly always
        yield Bound(subject, {name: claims[0] for name, claims in zip(bind, choices, strict=True)})
        return
    for claims in islice(product(*choices), _MOST_COMBINATIONS):
        yield Bound(subject, dict(zip(bind, claims, strict=True)))
