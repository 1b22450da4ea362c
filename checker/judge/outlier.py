"""Which side of a finding is probably wrong, and why: "20" stands in 1 source, "22" in 4 sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Claim, Edition

Groups = Sequence[Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Outlier:
    """Which side is probably wrong, and the sentence that says why."""

    side: int
    because: str
    tie: bool = False


def outlier_of(sides: Groups) -> Outlier:
    """The side with the fewest sources; failing that the one that contradicts its own dateline; failing that the one
    with the fewest places; failing that the one that is said last."""
    sources = [votes(side) for side in sides]
    if (minority := _lowest(sources)) is not None:
        return Outlier(minority, _outnumbered(sides, sources, minority, "source"))
    off = [index for index, side in enumerate(sides) if _contradicts_dateline(side)]
    if len(off) == 1:
        return Outlier(off[0], f"{_shown(sides[off[0]])} does not fit the date of its own text")
    places = [len(side) for side in sides]
    if (minority := _lowest(places)) is not None:
        return Outlier(minority, _outnumbered(sides, places, minority, "place"))
    last = max(range(len(sides)), key=lambda index: first_place(sides[index]))
    return Outlier(last, "nothing tells which side is right", tie=True)


def _lowest(numbers: Sequence[int]) -> int | None:
    """The index of the only lowest number; None where several are as low, or there is no other."""
    return numbers.index(min(numbers)) if len(numbers) > 1 and numbers.count(min(numbers)) == 1 else None


def _outnumbered(sides: Groups, numbers: Sequence[int], minority: int, noun: str) -> str:
    said = f"{_shown(sides[minority])} stands in {_count(numbers[minority], noun)}"
    if noun == "source" and len(sides) > 2:
        return f"{said}, other values in {_count(sum(numbers) - numbers[minority], noun)}"
    most = numbers.index(max(numbers))
    return f"{said}, {_shown(sides[most])} in {_count(numbers[most], noun)}"


def votes(side: Sequence[Claim]) -> int:
    """Sources that say so; the same words in two sources are a copy and count once."""
    return len({_copy_key(claim) for claim in _one_per_source(side)})


def _one_per_source(side: Sequence[Claim]) -> list[Claim]:
    first: dict[str, Claim] = {}
    for claim in side:
        first.setdefault(claim.where.path, claim)
    return list(first.values())


def _copy_key(claim: Claim) -> str:
    return " ".join(claim.sentence.casefold().split()) or claim.where.path


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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
