"""Which side of a finding is probably wrong, and why: "20" stands in 1 source, "22" in 4 sources (1 more is a copy)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.judge.voices import Votes, of_one_sentence, votes
from checker.model import Claim, Edition

Groups = Sequence[Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Outlier:
    """Which side is probably wrong, and the sentence that says why."""

    side: int
    because: str
    tie: bool = False


def outlier_of(sides: Groups) -> Outlier:
    """A side that has only sources of a lower tier; failing that the side with the fewest sources that are no copies;
    failing that the one that contradicts its own dateline; failing that the one with the fewest places; among copies of
    one sentence the odd one; failing that the one that is said last."""
    if (outranked := _outranked(sides)) is not None:
        return outranked
    counted = [votes(side) for side in sides]
    if (minority := _lowest([one.voices for one in counted])) is not None:
        return Outlier(minority, _in_fewer_sources(sides, counted, minority))
    off = [index for index, side in enumerate(sides) if _contradicts_dateline(side)]
    if len(off) == 1:
        return Outlier(off[0], f"{_shown(sides[off[0]])} does not fit the date of its own text")
    places = [one.places for one in counted]
    if (minority := _lowest(places)) is not None:
        most = places.index(max(places))
        there = f"{_shown(sides[most])} in {_count(places[most], 'place')}"
        return Outlier(minority, f"{_shown(sides[minority])} stands in {_count(places[minority], 'place')}, {there}")
    copies = [one.voices + one.copies for one in counted]
    if (minority := _lowest(copies)) is not None and of_one_sentence(claim for side in sides for claim in side):
        said = _count(copies[minority], "copy", "copies")
        return Outlier(minority, f"{_shown(sides[minority])} stands in {said} of {sum(copies)} of one sentence")
    last = max(range(len(sides)), key=lambda index: first_place(sides[index]))
    return Outlier(last, "nothing tells which side is right", tie=True)


def _outranked(sides: Groups) -> Outlier | None:
    """The side whose best source is of the lowest tier, the one with fewer claims if several are."""
    best = [max((claim.scope.tier for claim in side), key=lambda tier: tier.rank) for side in sides]
    ranks = [tier.rank for tier in best]
    if min(ranks) == max(ranks):
        return None
    right = ranks.index(max(ranks))
    wrong = min(range(len(sides)), key=lambda index: (ranks[index], len(sides[index])))
    because = (
        f"{_shown(sides[right])} stands in a {best[right].value} source, {_shown(sides[wrong])} in none of that tier"
    )
    return Outlier(wrong, because)


def _lowest(numbers: Sequence[int]) -> int | None:
    """The index of the only lowest number; None where several are as low, or there is no other."""
    return numbers.index(min(numbers)) if len(numbers) > 1 and numbers.count(min(numbers)) == 1 else None


def _in_fewer_sources(sides: Groups, counted: Sequence[Votes], minority: int) -> str:
    said = f"{_shown(sides[minority])} stands in {_sources(counted[minority])}"
    if len(sides) > 2:
        others = [one for index, one in enumerate(counted) if index != minority]
        together = Votes(*(sum(numbers) for numbers in zip(*others, strict=True)))
        return f"{said}, other values in {_sources(together)}"
    other = 1 - minority
    return f"{said}, {_shown(sides[other])} in {_sources(counted[other])}"


def _sources(counted: Votes) -> str:
    """ "1 source (2 more copy it)", "3 sources (1 more is a copy)"."""
    said = _count(counted.voices, "source")
    if not counted.copies:
        return said
    many = counted.copies > 1
    copied = ("copy it" if many else "copies it") if counted.voices == 1 else "are copies" if many else "is a copy"
    return f"{said} ({counted.copies} more {copied})"


def _contradicts_dateline(side: Sequence[Claim]) -> bool:
    """Does every claim of the side whose occasion is known name another edition than that of the occasion's year?"""
    placed = [claim for claim in side if claim.scope.occasion is not None]
    return bool(placed) and all(_names_another_year(claim) for claim in placed)


def _names_another_year(claim: Claim) -> bool:
    return isinstance(claim.value, Edition) and claim.value.year not in (None, claim.scope.occasion)


def first_place(side: Sequence[Claim]) -> tuple[str, int]:
    """Path and offset of the side's first claim."""
    return min((claim.where.path, claim.where.start) for claim in side)


def _shown(side: Sequence[Claim]) -> str:
    return side[0].text or str(side[0].value)


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
