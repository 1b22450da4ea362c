"""`kind: total`: $120 million, $45 million and $35 million make $200 million, not $210 million."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.expressions import Unknown, reading
from checker.judge.finding import finding_of
from checker.judge.material import Material
from checker.judge.verdict import Verdict
from checker.language.measures import dimension, in_one_unit
from checker.model import Claim, Hedge, Interval, Part, Quantity, Side, Stance, Subject, canonical
from checker.rulebook import Total

# A round figure may have been rounded: to half of what its last digit is worth, but not by more than this share.
_ROUND, _MOST_ROUNDED = 100, 0.05
_HELD = (Stance.asserted, Stance.planned)  # what the source itself says
_NUMBER = re.compile(r"\d[\d,.]*")


class _Sum(NamedTuple):
    """A whole and its parts, as claims and as quantities in one unit."""

    whole: Claim
    parts: tuple[Claim, ...]
    values: tuple[Quantity, ...]  # the whole's first

    @property
    def bindings(self) -> dict[str, Claim | Quantity]:
        """What the rule calls them."""
        return {"whole": self.whole, "sum": self.total}

    @property
    def total(self) -> Quantity:
        """What the parts add up to, written as the whole is."""
        whole, parts = self.values[0], self.values[1:]
        low, high = sum(part.low for part in parts), sum(part.high for part in parts)
        hedge = Hedge.about if any(part.hedge is not Hedge.none for part in parts) else Hedge.none
        return Quantity(low=low, high=high, unit=whole.unit, hedge=hedge, text=_written_like(whole, high))


def judge_total(rule: Total, material: Material) -> Verdict:
    """One finding per whole that is not what its parts allow."""
    verdict = Verdict()
    sums = material.once(
        rule, "sums", lambda subjects: [(subject, added) for subject in subjects for added in _sums(rule, subject)]
    )
    for subject, added in sums:
        _judge_sum(rule, subject, added, verdict)
    return verdict


def _judge_sum(rule: Total, subject: Subject, added: _Sum, verdict: Verdict) -> None:
    applies = rule.where is None or rule.applies(added.bindings)
    if applies is False:
        return
    verdict.candidates += 1
    if not added.parts or applies is not True:
        reason = applies.reason if isinstance(applies, Unknown) else "no parts (a record says part: part)"
        verdict.undecided(reason)
        return
    verdict.tested += 1
    claims = (added.whole, *added.parts)
    verdict.asked.append(claims)
    whole, parts = _allowed(added.values[0]), [_allowed(value) for value in added.values[1:]]
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    if low <= whole.high and (high >= whole.low or not rule.complete):
        return
    verdict.findings.append(
        finding_of(
            rule,
            (Side((added.whole,), outlier=True), Side(added.parts)),
            subject=subject.name,
            key=subject.key,
            values=(canonical(claim.value) for claim in claims),
            because=_because(added),
            bindings=added.bindings,
            explanation=_explanation(added, whole, Interval(low, high)),
        )
    )


def _because(added: _Sum) -> str:
    parts = " + ".join(part.text or str(part.value) for part in added.parts)
    if len(added.parts) == 1:
        return f"{parts} is more than {added.whole.text or added.whole.value}, of which it is a part"
    return f"{parts} is {added.total.text}, not {added.whole.text or added.whole.value}"


def _explanation(added: _Sum, whole: Interval, parts: Interval) -> tuple[str, ...]:
    summed = " + ".join(str(part) for part in added.values[1:])
    return (
        f"{summed}: the parts allow {_shown(parts, added)}",
        f"{added.values[0]}: the whole allows {_shown(whole, added)}",
    )


def _shown(interval: Interval, added: _Sum) -> str:
    return reading(Quantity(low=interval.low, high=interval.high, unit=added.values[0].unit))


def _sums(rule: Total, subject: Subject) -> Iterator[_Sum]:
    """The wholes of one subject, each with the parts that its own source gives, or else with those of the others."""
    held = [
        (claim, claim.value)
        for claim in subject.claims
        if claim.kind in rule.on and isinstance(claim.value, Quantity) and claim.scope.stance in _HELD
    ]
    if all(claim.scope.part is Part.whole for claim, _ in held):
        yield from (_Sum(claim, (), (value,)) for claim, value in held)  # whatever is said twice: nothing is judged
        return
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim, value in held:
        scope = claim.scope
        groups[dimension(value.unit), scope.noun, str(scope.as_of), scope.speaker or ""].append(claim)
    for key in sorted(groups):
        parts = [claim for claim in groups[key] if claim.scope.part is Part.part]
        wholes: dict[object, Claim] = {}
        for claim in groups[key]:
            if claim.scope.part is Part.whole:
                wholes.setdefault((claim.where.path, claim.scope.roles, str(claim.value)), claim)
        for whole in wholes.values():
            beside = [part for part in parts if part.where.path == whole.where.path]
            yield _with_parts(whole, beside or parts)


def _with_parts(whole: Claim, parts: Sequence[Claim]) -> _Sum:
    """The parts that share the whole's roles, each once: told apart by their other roles, or else by their places."""
    own = set(whole.scope.roles)
    distinct: dict[object, Claim] = {}
    for part in parts:
        if own <= set(part.scope.roles):
            distinct.setdefault(part.scope.roles if set(part.scope.roles) > own else part.where, part)
    found = tuple(distinct.values())
    if not found and isinstance(whole.value, Quantity):
        return _Sum(whole, (), (whole.value,))
    values = in_one_unit([claim.value for claim in (whole, *found) if isinstance(claim.value, Quantity)])
    return _Sum(whole, found, tuple(values))


def _allowed(value: Quantity) -> Interval:
    """What the figure may stand for: its strict reading, and what a round one may have been rounded from."""
    strict = value.strict
    if value.step or value.high % _ROUND:
        return strict
    grain = float(_ROUND)
    while value.high and value.high % (grain * 10) == 0:
        grain *= 10
    half = min(grain / 2, _MOST_ROUNDED * abs(value.high))
    return Interval(min(strict.low, value.low - half), max(strict.high, value.high + half))


def _written_like(whole: Quantity, number: float) -> str:
    """The number as the whole is written: 200,000,000 like "$210 million" is "$200 million"."""
    found = _NUMBER.search(whole.text)
    digits = found[0].rstrip(".,").replace(",", "") if found else ""
    if not found or digits.count(".") > 1 or not float(digits) or whole.low != whole.high:
        return f"{number:,.12g}"
    scaled = number / (whole.low / float(digits))
    after = found.start() + len(found[0].rstrip(".,"))
    return f"{whole.text[: found.start()]}{round(scaled, 6):,.12g}{whole.text[after:]}"
