"""One figure in two sentences that are otherwise different: "paid $3 million to direct ‘Harvest Moon’" here, "was reportedly
paid $6 million to write and direct Harvest Moon" there.

What counts is the slot: the same counted noun or unit, and the words around the value. A figure is matched with the one
figure of another source whose slot is most like its own; if that one agrees, nothing is disputed.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.language.content import Word
from checker.model import Claim, Quantity

_WINDOW = 6  # content words on either side
_KEYS = 4  # rarest words of a window that it is looked up under
_MOST_SHARED = 30  # a word in more slots than this says nothing
# An age is that of the name beside it: "Alice Moore, 58", "58-year-old Alice Moore".
_AGE, _AGE_WORDS = "year of age", 3
# What two slots must share: words, and the share of the lighter slot's weight.
_WORDS = 3
_SHARE = 0.48


@dataclass(frozen=True, slots=True)
class Slot:
    """A claim, and the content words around its value. `key` is what must be equal: kind, unit, counted noun."""

    claim: Claim
    key: tuple[str, ...]
    words: tuple[Word, ...]
    stems: frozenset[str]


def slot_of(claim: Claim, span: tuple[int, int], words: Sequence[Word]) -> Slot:
    before = [word for word in words if word.start < span[0]][-_WINDOW:]
    after = [word for word in words if word.start >= span[1]][:_WINDOW]
    if isinstance(claim.value, Quantity) and claim.value.unit == _AGE:
        before, after = ([], after[:_AGE_WORDS]) if "old" in claim.text else (before[-_AGE_WORDS:], [])
    unit = claim.value.unit if isinstance(claim.value, Quantity) else claim.scope.noun
    chosen = (*before, *after)
    return Slot(claim, (claim.kind, unit, claim.scope.noun), chosen, frozenset(word.stem for word in chosen))


def like_slots(slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """For each slot and each other source, the slot there that is most like it, if it is like enough."""
    spread = Counter(stem for slot in slots for stem in slot.stems)
    weights = {stem: math.log(1 + len(slots) / count) for stem, count in spread.items()}
    shelves: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for number, slot in enumerate(slots):
        if not _telling(slot):
            continue
        candidates: set[int] = set()
        shared = (stem for stem in slot.stems if spread[stem] > 1)
        for stem in sorted(shared, key=lambda stem: (-weights[stem], stem))[:_KEYS]:
            shelf = shelves[slot.key, stem]
            if len(shelf) <= _MOST_SHARED:
                candidates.update(shelf)
        for stem in slot.stems:
            shelves[slot.key, stem].append(number)
        for other in sorted(candidates):
            score = _score(slots[other], slot, weights)
            if score:
                _keep_best(best, slots, number, other, score)
                _keep_best(best, slots, other, number, score)
    for (number, _), (_, other) in sorted(best.items()):
        if best.get((other, slots[number].claim.where.path), (0.0, -1))[1] == number and number < other:
            yield slots[number], slots[other]


def _keep_best(
    best: dict[tuple[int, str], tuple[float, int]], slots: Sequence[Slot], one: int, other: int, score: float
) -> None:
    key = (one, slots[other].claim.where.path)
    best[key] = max(best.get(key, (0.0, -1)), (score, other))


def _telling(slot: Slot) -> bool:
    """A bare number whose noun was not found is told by its whole sentence or not at all."""
    return slot.key[0] != "count" or bool(slot.claim.scope.noun)


def _score(one: Slot, other: Slot, weights: dict[str, float]) -> float:
    """How much of the lighter slot's weight the two share; 0 when that is too little."""
    common = one.stems & other.stems
    if not common:
        return 0.0
    shared = sum(weights[stem] for stem in common)
    share = shared / min(sum(weights[stem] for stem in slot.stems) for slot in (one, other))
    if _is_slip(one.claim, other.claim):
        return share
    if one.claim.where.path == other.claim.where.path and not _is_headline(one, other):
        return 0.0
    words = _AGE_WORDS - 1 if one.key[1] == _AGE else _WORDS
    return share if share >= _SHARE and len(common) >= words else 0.0


def _is_headline(one: Slot, other: Slot) -> bool:
    """Is exactly one of them in a headline? A headline tells again what its own article tells."""
    return (one.claim.scope.role("standing") is None) != (other.claim.scope.role("standing") is None)


def _is_slip(one: Claim, other: Claim) -> bool:
    """Do the figures differ as by a slip of the hand: digits that changed places (4,500 and 5,400), or millions that
    became billions ($1.2 million and $1.2 billion)?"""
    if not (isinstance(one.value, Quantity) and isinstance(other.value, Quantity)):
        return False
    left, right = _significant(one.value.low), _significant(other.value.low)
    if left == right:
        return len(left) > 1 and one.value.low != other.value.low and max(one.value.low, other.value.low) >= 1e6
    places = [index for index, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    swapped = (
        len(left) == len(right) and len(places) == 2 and places[1] - places[0] == 1 and sorted(left) == sorted(right)
    )
    return swapped and _size(one.value.low) == _size(other.value.low) and _size(one.value.low) >= _SLIP_DIGITS


def _significant(number: float) -> str:
    """The digits of a number without its zeros at the end: "45" of 4,500."""
    return f"{number:.10g}".split("e")[0].replace(".", "").strip("0")


def _size(number: float) -> int:
    """How many digits stand before the decimal point."""
    return len(str(int(abs(number))))


_SLIP_DIGITS = 3  # 12 and 21 are two figures more often than a slip
