"""One figure in two sentences that are otherwise different: "paid $3 million to direct ‘Harvest Moon’" here, "was
reportedly paid $6 million to write and direct Harvest Moon" there.

What counts is the slot: the same counted noun or unit, and the words around the value. A figure is matched with the one
figure of another source whose slot is most like its own; if that one agrees, nothing is disputed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checker.align.agreeing import unit_of
from checker.align.likeness import rarest, rarity_of
from checker.align.sentences import Sentence
from checker.align.slips import digits_of, is_slip
from checker.language.content import Word, content, weight
from checker.model import Claim, Quantity, Term

_WINDOW = 6  # content words on either side
_KEYS = 6  # rarest words of a window that it is looked up under
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
    sentence: Sentence
    key: tuple[str, ...]
    words: tuple[Word, ...]
    stems: frozenset[str]
    weight: float  # of all stems

    @property
    def path(self) -> str:
        return self.claim.where.path


def slots_of(sentence: Sentence) -> Iterator[Slot]:
    """The slots of a sentence's values, in order of place."""
    for claim in sentence.claims:
        own = _stems_of(claim.scope.noun) if isinstance(claim.value, Term) else frozenset[str]()
        words = tuple(word for word in _words_around(sentence, claim) if word.stem not in own)
        unit = unit_of(claim) or claim.scope.noun
        key = (claim.kind, unit, claim.scope.noun)
        stems = frozenset(word.stem for word in words) | _counted_beside(sentence, claim)
        yield Slot(claim, sentence, key, words, stems, sum(map(weight, stems)))


def _stems_of(place: str) -> frozenset[str]:
    """The words of the place that a direction is seen from: they say nothing of what lies there."""
    return frozenset(word.stem for word in content(place))


def _counted_beside(sentence: Sentence, claim: Claim) -> frozenset[str]:
    """The other counts of the sentence, each as a word: 3,200 runners in "460 teams", 2,300 in "460 teams"."""
    return frozenset(
        f"{other.value.low:g} {other.scope.noun}"
        for other in sentence.claims
        if other is not claim and other.scope.noun and isinstance(other.value, Quantity)
    )


def _words_around(sentence: Sentence, claim: Claim) -> tuple[Word, ...]:
    before, after = sentence.around(claim, _WINDOW)
    if isinstance(claim.value, Quantity) and claim.value.unit == _AGE:
        return tuple(after[:_AGE_WORDS] if "old" in claim.text else before[-_AGE_WORDS:])
    return (*before, *after)


def like_slots(slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """For each slot and each other source, the slot there that is most like it, if it is like enough."""
    best = _Best(slots)
    for number, other, score in _scored(slots):
        best.keep(number, other, score)
        best.keep(other, number, score)
    yield from best.mutual()


class _Best:
    """For a slot and a source, both by number and path, the most like slot there so far; of equals the later one."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._slots = slots
        self._found: dict[tuple[int, str], tuple[float, int]] = {}

    def keep(self, one: int, other: int, score: float) -> None:
        key = (one, self._slots[other].path)
        self._found[key] = max(self._found.get(key, (0.0, -1)), (score, other))

    def mutual(self) -> Iterator[tuple[Slot, Slot]]:
        """Pairs of which each is the other's best, in order of their numbers."""
        for (number, _), (_, other) in sorted(self._found.items()):
            if number < other and self._found[other, self._slots[number].path][1] == number:
                yield self._slots[number], self._slots[other]


def _scored(slots: Sequence[Slot]) -> Iterator[tuple[int, int, float]]:
    """Numbers of slots that share a rare word and enough of the others, and how much they share."""
    rarity = rarity_of(slot.stems for slot in slots)
    shelves: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for number, slot in enumerate(slots):
        if not tells(slot):
            continue
        candidates: set[int] = set()
        for stem in rarest(slot.stems, rarity, _KEYS):
            shelf = shelves[slot.key, stem]
            if len(shelf) <= _MOST_SHARED:
                candidates.update(shelf)
        if digits := digits_of(slot.claim):
            shelf = shelves[slot.key, digits]
            candidates.update(shelf[-_MOST_SHARED:])
            shelf.append(number)
        for stem in slot.stems & rarity.keys():
            shelves[slot.key, stem].append(number)
        for other in sorted(candidates):
            if score := shared(slots[other], slot).score:
                yield number, other, score


def tells(slot: Slot) -> bool:
    """A bare number whose noun was not found is told by its whole sentence or not at all."""
    return slot.key[0] != "count" or bool(slot.claim.scope.noun)


class Shared(NamedTuple):
    """What two slots share: of the lighter one's weight, which words, and why that is too little ("" if it is not)."""

    share: float
    words: frozenset[str]
    too_little: str

    @property
    def score(self) -> float:
        return 0.0 if self.too_little else self.share


def shared(one: Slot, other: Slot) -> Shared:
    """What the words around two values have in common."""
    common = one.stems & other.stems
    if not common:
        return Shared(0.0, common, "no word in common around the values")
    share = sum(map(weight, common)) / min(one.weight, other.weight)
    return Shared(share, common, _too_little(one, other, share, len(common)))


def _too_little(one: Slot, other: Slot, share: float, words: int) -> str:
    if is_slip(one.claim, other.claim):
        return ""
    if one.path == other.path and not _is_headline(one, other):
        return "one source, and none of them is in its headline"
    least = _AGE_WORDS - 1 if one.key[1] == _AGE else _WORDS
    enough = share >= _SHARE and words >= least
    return "" if enough else f"too few words in common around the values (it takes {least} words and {_SHARE:.0%})"


def _is_headline(one: Slot, other: Slot) -> bool:
    """Is exactly one of them in a headline? A headline tells again what its own article tells."""
    return (one.claim.scope.role("standing") is None) != (other.claim.scope.role("standing") is None)
