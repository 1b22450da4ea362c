"""One story in two sources: both give 460 teams and 42 km; 3,200 runners here and 2,300 there are a slip.

Sources that share several figures tell one story, in whatever words. A figure that only one of them has, beside a slip
of it that only the other has, needs no more words in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from checker.align.agreeing import agree, unit_of
from checker.align.apart import not_comparable
from checker.align.sentences import Sentence
from checker.align.slips import is_near_slip, is_slip, shape_of
from checker.model import Claim, Quantity

_FIGURES = ("count", "amount", "share", "measure")
_SHARED = 2  # figures in common that make two sources tell one story
_MOST_SOURCES = 20  # that a figure may stand in to tell anything
_MOST_FIGURES = 60  # of one source and shape that are looked at
_LEAST = 10  # smaller whole figures are shared by chance

Pair = tuple[Claim, Claim]


class Slip(NamedTuple):
    """Two figures of one story, one a slip for the other, and why they are not compared ("" if they are)."""

    first: Claim
    second: Claim
    reason: str


def slips_of_stories(sentences: Sequence[Sentence]) -> Iterator[Slip]:
    """Slips between sources that tell one story."""
    figures = _figures(sentences)
    for one, other in _stories(figures):
        yield from _slips(figures[one], figures[other])


def _figures(sentences: Sequence[Sentence]) -> dict[str, list[Claim]]:
    """The figures of each source, in order of place."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for sentence in sentences:
        found[sentence.path].extend(claim for claim in sentence.claims if claim.kind in _FIGURES)
    return found


def _stories(figures: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[str, str]]:
    """Pairs of sources that have enough figures in common."""
    sources: dict[tuple[str, str, float], set[str]] = defaultdict(set)
    for path, claims in figures.items():
        for claim in claims:
            if (key := _key(claim)) is not None:
                sources[key].add(path)
    shared: Counter[tuple[str, str]] = Counter()
    for paths in sources.values():
        if 1 < len(paths) <= _MOST_SOURCES:
            shared.update(combinations(sorted(paths), 2))
    for pair, times in sorted(shared.items()):
        if times >= _SHARED:
            yield pair


def _key(claim: Claim) -> tuple[str, str, float] | None:
    """What two sources have in common that give one figure; None for what is shared by chance."""
    value = claim.value
    if not isinstance(value, Quantity) or value.low != value.high:
        return None
    telling = value.low >= _LEAST or value.low != int(value.low)
    return (claim.kind, value.unit, value.low) if telling else None


def _slips(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Slip]:
    """The slips among the figures that only one of the two sources has."""
    shelves: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in right:
        shelves[_shelf(claim)].append(claim)
    for first in left:
        for second in shelves.get(_shelf(first), ())[:_MOST_FIGURES]:
            if _may_be_one(first, second) and not _is_among(first, right) and not _is_among(second, left):
                yield Slip(first, second, not_comparable(first, second))


def _shelf(claim: Claim) -> tuple[object, ...]:
    """What a figure and a slip of it have in common: kind, what is measured, and how many digits there are."""
    return (claim.kind, unit_of(claim), *shape_of(claim))


def _may_be_one(first: Claim, second: Claim) -> bool:
    """Is one a slip for the other, both told plainly and of nothing that is counted apart?"""
    nouns = {first.scope.noun, second.scope.noun} - {""}
    return len(nouns) < 2 and (is_slip(first, second) or is_near_slip(first, second))


def _is_among(claim: Claim, others: Sequence[Claim]) -> bool:
    """Has the other source the same figure too, of whatever?"""
    return any(
        other.kind == claim.kind and unit_of(other) == unit_of(claim) and agree(claim, other) for other in others
    )
