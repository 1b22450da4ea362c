"""Claims of two like sentences: "12 dead, 40 hurt" and "12 dead, 45 hurt" agree on the dead, differ on the hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.align.agreeing import agree_on, attribute
from checker.align.apart import in_contrast, not_comparable, of_other_times, plan_and_outcome
from checker.align.likeness import Likeness
from checker.align.sentences import Occasions, Sentence, name_other_occasions
from checker.align.updates import is_fallen_toll
from checker.model import Claim, Period

_SLOT_SHARED = 2  # words beside both values that put them into one slot

Pair = tuple[Claim, Claim]


class Apart(NamedTuple):
    """Why values are not comparable, and which; without pairs, nothing of the two sentences is."""

    reason: str
    pairs: Sequence[Pair] = ()


class Restated(NamedTuple):
    """Pairs of claims that state one fact: with one value, and with two; and what is not comparable."""

    same: Sequence[Pair] = ()
    differing: Sequence[Pair] = ()
    apart: Sequence[Apart] = ()


def restated_facts(one: Sentence, other: Sentence, likeness: Likeness, occasions: Occasions) -> Restated:
    """The facts that two like sentences share. Equal values are paired off first: what remains differs. A second value
    that differs makes them two events."""
    if name_other_occasions(one, other, occasions):
        return Restated(apart=(Apart("other occasion"),))
    if in_contrast(one, other, likeness):
        return Restated(apart=(Apart("other thing"),))
    agreeing = _agreeing(one, other)
    same = _equal_pairs(agreeing)
    differing: list[Pair] = []
    apart: list[Apart] = []
    for pair in _rival_pairs(one, other, agreeing, likeness):
        if reason := not_comparable(*pair, copied=likeness.whole) or plan_and_outcome(*pair, likeness):
            apart.append(Apart(reason, (pair,)))
        else:
            differing.append(pair)
    if len(differing) > 1:
        return Restated(same, apart=(*apart, Apart("several values differ", differing)))
    if of_other_times(one, other) and not all(_is_told_of_its_own_day(*pair) for pair in differing):
        return Restated(same, apart=(*apart, Apart("other period", differing)))
    return Restated(same, differing, apart)


def _is_told_of_its_own_day(first: Claim, second: Claim) -> bool:
    """Is the day itself what differs, or a toll that a later day may only raise?"""
    return isinstance(first.value, Period) or is_fallen_toll(first, second)


def _agreeing(one: Sentence, other: Sentence) -> list[Pair]:
    """Each claim of one sentence with each of the other that has its value."""
    return [(first, second) for first in one.claims for second in other.claims if agree_on(first, second)]


def _equal_pairs(agreeing: Sequence[Pair]) -> list[Pair]:
    """Each claim paired off with the first one that no other has been paired with."""
    pairs: dict[str, Pair] = {}
    taken: set[str] = set()
    for first, second in agreeing:
        if first.id not in pairs and second.id not in taken:
            pairs[first.id] = (first, second)
            taken.add(second.id)
    return list(pairs.values())


def _rival_pairs(one: Sentence, other: Sentence, agreeing: Sequence[Pair], likeness: Likeness) -> Iterator[Pair]:
    """Values that the other sentence does not have, each with the one there that stands most nearly in its slot."""
    told = {claim.id for pair in agreeing for claim in pair}
    right = [claim for claim in other.claims if claim.id not in told]
    for first in (claim for claim in one.claims if claim.id not in told):
        rivals = [second for second in right if attribute(first) == attribute(second)]
        if not rivals:
            continue
        slot = one.slot(first)
        best = max(rivals, key=lambda second: (len(slot & other.slot(second)), -second.where.start))
        if likeness.verbatim or len(slot & other.slot(best)) >= _SLOT_SHARED:
            right.remove(best)
            yield first, best
