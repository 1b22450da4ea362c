"""Why two figures are, or are not, one fact told twice: "the sentences share 2 words (31%, 22%): bridge, opened".

Asks the functions that decide in `facts`, for one pair: nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.align.agreeing import agree, attribute, unit_of
from checker.align.apart import not_comparable
from checker.align.likeness import Likeness, like_sentences, likeness_of, needed, unlike
from checker.align.restated import restated_facts
from checker.align.rivals import SAME_FIGURE, set_apart
from checker.align.sentences import Occasions, Sentence, sentences_of
from checker.align.slots import Slot, like_slots, shared, slots_of, tells
from checker.align.told import tell_of_two, telling_of, told_twice
from checker.align.years import dated
from checker.language.content import Word, as_written
from checker.model import Claim, Relation

# Reasons for which two like sentences tell of two things; for the others they tell of one, in two scopes.
_OF_TWO_THINGS = (
    "other thing",
    "other occasion",
    "other event",
    "several values differ",
    "other words around the figure",
    "told without its label",
    SAME_FIGURE,
)
_NOT_LAID_SIDE_BY_SIDE = "all their rare words are common in this run: they were never laid side by side"
_MOST_WORDS = 8  # of those in common that are listed


@dataclass(frozen=True)
class Tellings:
    """The claims of a run that only their sentences tell apart, laid out as `facts` lays them out."""

    claims: Sequence[Claim]
    occasions: Occasions

    @cached_property
    def sentences(self) -> list[Sentence]:
        return sentences_of([dated(claim) for claim in self.claims])

    @cached_property
    def alike(self) -> dict[frozenset[tuple[str, int]], tuple[Sentence, Sentence, Likeness]]:
        """The sentences that were found to say the same, by their places."""
        return {frozenset({_place(one), _place(other)}): (one, other, much) for one, other, much in self._pairs()}

    def _pairs(self) -> Iterable[tuple[Sentence, Sentence, Likeness]]:
        return like_sentences(self.sentences)

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """The slot of each claim, by its id."""
        return {slot.claim.id: slot for sentence in self.sentences for slot in slots_of(sentence)}

    @cached_property
    def matched(self) -> set[frozenset[str]]:
        """The claims whose slots were found to be most like each other."""
        return {frozenset({one.claim.id, other.claim.id}) for one, other in like_slots(list(self.slots.values()))}

    @cached_property
    def told(self) -> dict[frozenset[str], str]:
        """The claims that tell one thing of one name with two values, and why they are not compared."""
        return {frozenset({one.id, other.id}): why for one, other, why in told_twice(self.sentences, self.occasions)}

    def relation(self, first: Claim, second: Claim) -> Relation:
        """How two of the claims stand to each other when nothing but themselves is asked: what the first net says in
        which they meet as comparable, else the first in which they meet at all."""
        one, other = self.slots.get(first.id), self.slots.get(second.id)
        if one is None or other is None:
            return _apart("a twin in brackets is held against the figure beside it alone", "a twin in brackets")
        if one.sentence is other.sentence:
            return _apart("a sentence does not tell one thing twice", "two values of one sentence")
        evidence = _evidence(one, other)
        met = [found for found in self._met(one, other) if found is not None]
        if met:
            comparable, because = next((found for found in met if found[0]), met[0])
            return Relation(comparable or because not in _OF_TWO_THINGS, evidence, comparable, because)
        because = _other_attribute(one.claim, other.claim) or self._unmet(one, other) + _anyhow(one.claim, other.claim)
        return Relation(False, evidence, False, because)

    def _met(self, one: Slot, other: Slot) -> Iterator[tuple[bool, str] | None]:
        """For each net whether the two are comparable, and why or why not; None where they do not meet."""
        yield self._as_sentences(one, other)
        yield self._as_slots(one, other)
        reason = self.told.get(_pair(one, other))
        yield None if reason is None else (not reason, reason or "the same is told of one name")

    def _as_sentences(self, one: Slot, other: Slot) -> tuple[bool, str] | None:
        met = self.alike.get(frozenset({_place(one.sentence), _place(other.sentence)}))
        if met is None:
            return None
        facts, pair = restated_facts(*met, self.occasions), _pair(one, other)
        if pair in _ids(facts.same):
            return True, "the sentences say the same, with one value"
        if pair in _ids(facts.differing):
            return True, "the sentences say the same otherwise"
        return next(((False, why) for why, pairs in facts.apart if not pairs or pair in _ids(pairs)), None)

    def _as_slots(self, one: Slot, other: Slot) -> tuple[bool, str] | None:
        if _pair(one, other) not in self.matched:
            return None
        reason = set_apart(one, other, self.occasions)
        if reason == SAME_FIGURE and agree(one.claim, other.claim):
            return True, "told again with the same value"
        return not reason, reason or "the same is said around both values"

    def _unmet(self, one: Slot, other: Slot) -> str:
        """Why two claims meet in no net."""
        if frozenset({_place(one.sentence), _place(other.sentence)}) in self.alike:
            return "each value has its counterpart elsewhere in the other sentence"
        if not unlike(one.sentence, other.sentence, likeness_of(one.sentence, other.sentence)):
            return _NOT_LAID_SIDE_BY_SIDE
        if not (tells(one) and tells(other)):
            return "a bare number, of nothing that is named"
        return shared(one, other).too_little or "another figure of the source is more like it"


def _anyhow(first: Claim, second: Claim) -> str:
    """Why two values would not be set against each other even if their sentences were alike; "" if they would be."""
    reason = "both values can be true" if agree(first, second) else not_comparable(first, second)
    return f"; in any case {reason}" if reason else ""


def _pair(one: Slot, other: Slot) -> frozenset[str]:
    return frozenset({one.claim.id, other.claim.id})


def _place(sentence: Sentence) -> tuple[str, int]:
    return (sentence.path, sentence.number)


def _apart(evidence: str, because: str) -> Relation:
    return Relation(False, (evidence,), False, because)


def _ids(pairs: Iterable[tuple[Claim, Claim]]) -> set[frozenset[str]]:
    return {frozenset({first.id, second.id}) for first, second in pairs}


def _other_attribute(first: Claim, second: Claim) -> str:
    """In what two claims differ that must be equal for them to be compared at all: "other unit: km, day"."""
    if attribute(first) == attribute(second):
        return ""
    named = (
        ("other kind", first.kind.replace("_", " "), second.kind.replace("_", " ")),
        ("other unit", unit_of(first), unit_of(second)),
        ("other things counted", first.scope.noun, second.scope.noun),
    )
    name, left, right = next(one for one in named if one[1] != one[2])
    return f"{name}: {left or 'none'} and {right or 'none'}"


def _evidence(one: Slot, other: Slot) -> tuple[str, ...]:
    """What the two share in each net: their sentences, the words around the values, and what is told of whom."""
    common = shared(one, other)
    words = _listed(one.sentence.text, (word for word in one.words if word.stem in common.words))
    around = f"around the values they share {_words(len(common.words))}{words} ({common.share:.0%})"
    return (_in_common(one.sentence, other.sentence), around, *_of_names(one, other))


def _of_names(one: Slot, other: Slot) -> Iterator[str]:
    """Whom the two tell something of, as far as they have names."""
    left, right = (telling_of(slot.claim, slot.sentence) for slot in (one, other))
    if left is None or right is None:
        return
    reason = tell_of_two(left, right)
    whom = " and of ".join(dict.fromkeys(f"{told.about} ({told.told or 'no word'})" for told in (left, right)))
    yield f"told of {whom}: {reason or 'one thing'}"


def _in_common(one: Sentence, other: Sentence) -> str:
    """How much the two sentences share beside their values, and whether that is enough."""
    likeness = likeness_of(one, other)
    reason = unlike(one, other, likeness)
    verdict = f": {reason}; it takes {needed(one, other)}" if reason else ": enough to say the same"
    shares = f"{likeness.shorter:.0%} of the shorter one's weight, {likeness.longer:.0%} of the longer one's"
    words = _listed(one.text, (word for word in one.words if word.stem in likeness.common))
    return f"the sentences share {_words(len(likeness.common))} beside their values{words} ({shares}){verdict}"


def _words(number: int) -> str:
    return "no word" if number == 0 else "1 word" if number == 1 else f"{number} words"


def _listed(text: str, words: Iterable[Word]) -> str:
    """The words as they are written in `text`, after a colon; "" when there are none."""
    written = list({word.stem: as_written(text, word) for word in words}.values())
    more = f" and {len(written) - _MOST_WORDS} more" if len(written) > _MOST_WORDS else ""
    return f": {', '.join(written[:_MOST_WORDS])}{more}" if written else ""
