"""What the sides of a finding allow: `"August 22" allows 2022-08-22`, `"20 August" allows 2022-08-20`, nothing both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.expressions import reading
from checker.model import Claim, Interval, Period, Quantity, Side
from checker.rulebook import Comparing

_WORDINGS = 3  # of one side; more of them say the same


def allowed(rule: Comparing, sides: Sequence[Side]) -> tuple[str, ...]:
    """One line for each wording of each side, and one that says why they do not go together."""
    lines = [line for side in sides for line in _readings(side)]
    all_sides = "both" if len(sides) == 2 else f"all {len(sides)}"
    claims = [side.claims[0] for side in sides]
    if _apart([_interval(claim, plain=False) for claim in claims]):
        return (*lines, f"nothing is allowed by {all_sides}")
    if _apart([_interval(claim, plain=True) for claim in claims]):
        return (*lines, f"as a reader takes them, nothing is allowed by {all_sides}")
    compare = rule.compare if isinstance(rule.compare, str) else next(iter(rule.compare), "")
    return (*lines, f"they do not agree (compare: {compare})")


def _readings(side: Side) -> Iterator[str]:
    told = dict.fromkeys(
        f'"{" ".join(claim.text.split())}" {_verb(claim)} {reading(claim.value)}' if claim.text else str(claim.value)
        for claim in side.claims
    )
    yield from list(told)[:_WORDINGS]


def _verb(claim: Claim) -> str:
    return "allows" if isinstance(claim.value, Period | Quantity) else "is read as"


def _interval(claim: Claim, *, plain: bool) -> tuple[str, Interval] | None:
    """What the value allows, and in which unit; None if that is no interval."""
    match claim.value:
        case Quantity() as value:
            return value.unit, value.plain if plain else value.strict
        case Period(yearless=False, alternatives=()) as value:
            return "day", Interval(value.first.toordinal(), value.last.toordinal())
        case _:
            return None


def _apart(intervals: Sequence[tuple[str, Interval] | None]) -> bool:
    """Have intervals of one unit nothing in common?"""
    known = [interval for interval in intervals if interval is not None]
    if len(known) < len(intervals) or len({unit for unit, _ in known}) > 1:
        return False
    return max(interval.low for _, interval in known) > min(interval.high for _, interval in known)
