"""Like sentences: "Malta had 4,700 licensed trappers" and "Malta had 4,500 licensed trappers in all".

Nothing is compared pair by pair: a sentence meets only those that share one of its rarest words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from checker.align.sentences import Sentence
from checker.language.content import weight

# A sentence is looked up under this many of its rarest words, and a word that more sentences share finds none.
_KEYS = 6
_MOST_SHARED = 40
# What two sentences must share to say the same: of the weight of the shorter's words at least the first figure, of the
# longer's the second, and as many words as the third. The shares were chosen on pairs of news articles about one event.
_SAME = ((1.0, 1.0, 1), (0.95, 0.85, 2), (0.90, 0.30, 3), (0.80, 0.45, 4), (0.65, 0.55, 4))
_SAME_IN_ONE_SOURCE = ((0.95, 0.80, 4),)  # a source has little reason to tell one thing twice in other words
_VERBATIM_LONGER, _VERBATIM_SHORTER = 0.9, 0.97  # from either of these shares on, one is a copy of the other
_FEW_WORDS = 3  # sentences with fewer words ("Turnout was 71 percent.") are only alike under one dateline
_ROUNDING = 1e-9  # sums of weights in another order

Rarity = Mapping[str, int]  # of shared words: the place of each, the rarest first


class Likeness(NamedTuple):
    """How much two sentences share: shares of the shorter's and the longer's weight, and the words in `common`."""

    shorter: float
    longer: float
    common: frozenset[str]
    stems: tuple[frozenset[str], frozenset[str]]

    @property
    def alone(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words that only one of them has."""
        return self.stems[0] - self.common, self.stems[1] - self.common

    @property
    def verbatim(self) -> bool:
        """Is one a copy of the other, or of a part of it?"""
        return self.whole or self.shorter >= _VERBATIM_SHORTER

    @property
    def whole(self) -> bool:
        """Is each a copy of all of the other?"""
        return self.longer >= _VERBATIM_LONGER


def rarity_of(vocabularies: Iterable[frozenset[str]]) -> Rarity:
    """The words that at least two of these sets of words have, the rarer before the more frequent."""
    spread = Counter(chain.from_iterable(vocabularies))
    shared = sorted((count, stem) for stem, count in spread.items() if count > 1)
    return {stem: place for place, (_, stem) in enumerate(shared)}


def rarest(stems: frozenset[str], rarity: Rarity, most: int) -> list[str]:
    """The `most` rarest of the words, without those that no other set of words has."""
    return sorted((stem for stem in stems if stem in rarity), key=rarity.__getitem__)[:most]


def like_sentences(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Likeness]]:
    """Pairs of sentences that say nearly the same."""
    rarity = rarity_of(sentence.stems for sentence in sentences)
    shelves: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        candidates: set[int] = set()
        for stem in rarest(sentence.stems, rarity, _KEYS):
            shelf = shelves[stem]
            if len(shelf) <= _MOST_SHARED:
                candidates.update(shelf)
            shelf.append(number)
        for other in sorted(candidates):
            likeness = likeness_of(sentences[other], sentence)
            if not unlike(sentences[other], sentence, likeness):
                yield sentences[other], sentence, likeness


def likeness_of(one: Sentence, other: Sentence) -> Likeness:
    """How much the two share, be it enough or not."""
    stems = one.stems, other.stems
    common = stems[0] & stems[1]
    if not common:
        return Likeness(0.0, 0.0, common, stems)
    shared = sum(map(weight, common))
    lighter, heavier = sorted((one.weight, other.weight))
    return Likeness(shared / lighter, shared / heavier, common, stems)


def unlike(one: Sentence, other: Sentence, likeness: Likeness) -> str:
    """Why the two do not say the same; "" when they do."""
    words = len(likeness.common)
    if words < _FEW_WORDS and one.reported != other.reported:
        return "too few words in common"
    if any(
        likeness.shorter >= low - _ROUNDING and likeness.longer >= high - _ROUNDING and words >= least
        for low, high, least in _enough(one, other)
    ):
        return ""
    return "too few words in common"


def _enough(one: Sentence, other: Sentence) -> tuple[tuple[float, float, int], ...]:
    return _SAME_IN_ONE_SOURCE if one.path == other.path else _SAME


def needed(one: Sentence, other: Sentence) -> str:
    """What two sentences must share: "80% and 45% with 4 words, or …"."""
    source = " in one source" if one.path == other.path else ""
    ways = (f"{low:.0%} and {high:.0%} with {least} words" for low, high, least in sorted(_enough(one, other)))
    return ", or ".join(ways).replace(" 1 words", " 1 word") + source
