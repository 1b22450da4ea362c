"""Comparable scope: "400 soldiers of the Italian side" and "4,500 soldiers", said of one exercise, are no conflict."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from checker.align.agreeing import unit_of
from checker.align.instalments import Instalment
from checker.model import Cell, Claim, Edition, Part, Period, Severity, Stance, Timing

# Stances whose values the source itself does not hold.
_NOT_HELD = {
    Stance.denied: "denied by the source",
    Stance.corrected: "withdrawn by the source",
    Stance.changed: "an earlier value that was replaced",
    Stance.hypothetical: "hypothetical",
    Stance.quoted: "somebody else's figure",
}
# What an occasion has once for all, whatever period the other figures of a dataset's row are for.
_OF_THE_OCCASION = frozenset(("start_date", "end_date", "duration", "place", "exercise_name", "year_suffix"))
# Of these, a plan and its outcome are two things; for the others a plan is what the source says.
_PLAN_APART = ("start_date", "troop_count", "participants", "aid_amount")


class Attribute(NamedTuple):
    """What must be equal for two claims of a subject to be compared."""

    kind: str
    noun: str
    unit: str
    roles: tuple[tuple[str, str], ...]
    period: str
    planned: bool | None
    numbered: bool


# What is said of two claims that differ in a field.
_OTHER = {
    "kind": "other kind",
    "noun": "other things counted",
    "unit": "other unit",
    "roles": "other role",
    "period": "other period",
    "planned": "a plan and its outcome",
    "numbered": "a number and a year",
}


def cells(instalment: Instalment, reasons: Counter[str]) -> tuple[Cell, ...]:
    """The groups of an instalment's claims that may be compared; counts in `reasons` those that may not, and why."""
    groups: dict[Attribute, list[Claim]] = defaultdict(list)
    for claim in instalment.claims:
        if reason := excluded(claim):
            reasons[reason] += 1
            continue
        groups[attribute_of(claim)].append(claim)
    found = []
    for attribute in sorted(groups, key=str):
        timeless = attribute._replace(period="")
        for account in accounts(groups[attribute], reasons):
            of = (timeless, account[0].scope.speaker)
            found.append(
                Cell(
                    account[0].kind, tuple(account), _because(account), _cap(account, instalment), apart_from_period=of
                )
            )
    _count_other_scopes(groups, reasons)
    return tuple(found)


def excluded(claim: Claim) -> str:
    """Why the claim is compared with no other; "" when it may be."""
    if claim.scope.role("instalment"):
        return "other occasion"
    if claim.scope.part is Part.part:
        return "a part of the whole"
    if isinstance(claim.value, Period) and claim.value.yearless:
        return "no year"
    return _NOT_HELD.get(claim.scope.stance, "")


def other_scope(first: Claim, second: Claim) -> str:
    """In what two claims of a subject differ that must be equal: "other period: 2017, 2015"; "" for nothing."""
    one, other = attribute_of(first), attribute_of(second)
    differing = [field for field in Attribute._fields if getattr(one, field) != getattr(other, field)]
    return "; ".join(_OTHER[field] + _values(getattr(one, field), getattr(other, field)) for field in differing)


def _values(left: object, right: object) -> str:
    """ ": 2017, 2015"; "" for what a word alone tells."""
    shown = [_shown(value) for value in (left, right)]
    return f": {shown[0]}, {shown[1]}" if all(shown) else ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " and ".join(" ".join(pair) for pair in value) or "none"
    return "" if value is None or isinstance(value, bool) else str(value).replace("_", " ") or "none stated"


def attribute_of(claim: Claim) -> Attribute:
    """What must be equal for two claims of a subject to be compared."""
    scope = claim.scope
    plan = scope.stance is Stance.planned if claim.plans_apart or claim.kind in _PLAN_APART else None
    numbered = isinstance(claim.value, Edition) and claim.value.number is not None  # "12th" is not compared with "22"
    of_itself = claim.entry and claim.kind in _OF_THE_OCCASION
    period = "" if of_itself else str(scope.as_of) if scope.as_of is not None else _untold(claim)
    roles = tuple(role for role in scope.roles if role[0] != "change")
    return Attribute(claim.kind, scope.noun, unit_of(claim), roles, period, plan, numbered)


def _untold(claim: Claim) -> str:
    """The period of a value that tells none, by what its kind says of time: "not told in a report of 2021"."""
    reported = claim.scope.reported
    if claim.timing is Timing.once or (reported is None and (claim.timing is Timing.state or claim.row)):
        return ""
    return f"not told in a report of {reported.year}" if reported is not None else f"not told in {claim.where.path}"


def accounts(claims: list[Claim], reasons: Counter[str]) -> list[list[Claim]]:
    """What of the claims may be compared: without what was replaced, and each speaker apart."""
    return _by_speaker(_after_changes(claims, reasons), reasons)


def _after_changes(claims: list[Claim], reasons: Counter[str]) -> list[Claim]:
    """Without what an announced change replaced: values from before the day on which it was announced."""
    announced = [claim.scope.reported for claim in claims if claim.scope.role("change") and claim.scope.reported]
    if not announced:
        return claims
    since = max(announced)
    kept = [claim for claim in claims if claim.scope.reported is None or claim.scope.reported >= since]
    reasons["replaced by a later change"] += len(claims) - len(kept)
    return kept


def _by_speaker(claims: list[Claim], reasons: Counter[str]) -> list[list[Claim]]:
    """The narrator is compared with a single speaker; where several speak, each only with himself."""
    spoken: dict[str, list[Claim]] = defaultdict(list)
    narrated: list[Claim] = []
    for claim in claims:
        (narrated if claim.scope.speaker is None else spoken[claim.scope.speaker]).append(claim)
    if len(spoken) < 2:
        return [claims] if claims else []
    reasons["other speaker"] += len(claims)
    split = [spoken[speaker] for speaker in sorted(spoken)]
    return [*split, narrated] if narrated else split


def _count_other_scopes(groups: dict[Attribute, list[Claim]], reasons: Counter[str]) -> None:
    """Claims whose kind has other values under another scope: what was rightly not compared."""
    by_kind: dict[str, list[list[Claim]]] = defaultdict(list)
    for members in groups.values():
        by_kind[members[0].kind].append(members)
    for parts in by_kind.values():
        if len(parts) > 1:
            reasons["other scope"] += sum(len(part) for part in parts if len(part) == 1)


def _because(claims: list[Claim]) -> str:
    if len(claims) < 2:
        return ""
    paths = {claim.where.path for claim in claims}
    return "said of the same occasion" + ("" if len(paths) > 1 else " in one source")


def _cap(claims: list[Claim], instalment: Instalment) -> Severity:
    """Less than an error where one label is used throughout: an occasion that was put off keeps its name."""
    labels = {claim.value.year for claim in claims if isinstance(claim.value, Edition)}
    return instalment.label_cap if len(labels) == 1 and None not in labels else Severity.error
