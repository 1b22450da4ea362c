"""Why two figures are, or are not, one fact told twice: "the sentences share 2 words (31%, 22%): bridge, opened".

Asks the functions that decide in `facts`, for one pair: nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.align.agreeing import agree, attribute, unit_of
from checker.align.apart import not_comparable
from checker.align.likeness import Likeness, like_sentences, likeness_of, needed, unlike
from checker.align.restated import restated_facts
from checker.align.rivals import SAME_FIGURE, set_apart
from checker.align.sentences import Occasions, Sentence, sentences_of
from checker.align.slots import Slot, like_slots, shared, slots_of, tells
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

    def relation(self, first: Claim, second: Claim) -> Relation:
        """How two of the claims stand to each other when nothing but themselves is asked."""
        one, other = self.slots.get(first.id), self.slots.get(second.id)
        if one is None or other is None:
            return _apart("a twin in brackets is held against the figure beside it alone", "a twin in brackets")
        if one.sentence is other.sentence:
            return _apart("a sentence does not tell one thing twice", "two values of one sentence")
        evidence = (_in_common(one.sentence, other.sentence),)
        if reason := _other_attribute(one.claim, other.claim):
            return Relation(False, evidence, False, reason)
        return self._by_sentence(one, other, evidence) or self._by_slot(one, other, evidence)

    def _by_sentence(self, one: Slot, other: Slot, evidence: tuple[str, ...]) -> Relation | None:
        """What is told if the sentences as wholes say the same; None when they do not, or pair other claims."""
        met = self.alike.get(frozenset({_place(one.sentence), _place(other.sentence)}))
        if met is None:
            return None
        facts = restated_facts(*met, self.occasions)
        pair = frozenset({one.claim.id, other.claim.id})
        for pairs, because in (
            (facts.same, "the sentences say the same, with one value"),
            (facts.differing, "the sentences say the same otherwise"),
        ):
            if pair in _ids(pairs):
                return Relation(True, evidence, True, because)
        for reason, pairs in facts.apart:
            if not pairs or pair in _ids(pairs):
                return Relation(reason not in _OF_TWO_THINGS, evidence, False, reason)
        return None

    def _by_slot(self, one: Slot, other: Slot, evidence: tuple[str, ...]) -> Relation:
        """What is told of the words around the two values."""
        common = shared(one, other)
        words = _listed(one.sentence.text, (word for word in one.words if word.stem in common.words))
        evidence = (*evidence, f"around the values they share {_words(len(common.words))}{words} ({common.share:.0%})")
        if not (tells(one) and tells(other)):
            return Relation(False, evidence, False, "a bare number, of nothing that is named")
        if common.too_little:
            reason = self._unmet(one.sentence, other.sentence) or common.too_little
            return Relation(False, evidence, False, reason + _anyhow(one.claim, other.claim))
        if frozenset({one.claim.id, other.claim.id}) not in self.matched:
            return Relation(False, evidence, False, "another figure of the source is more like it")
        reason = set_apart(one, other, self.occasions)
        if reason == SAME_FIGURE:
            agreed = agree(one.claim, other.claim)
            return Relation(agreed, evidence, agreed, "told again with the same value" if agreed else reason)
        if reason:
            return Relation(reason not in _OF_TWO_THINGS, evidence, False, reason)
        return Relation(True, evidence, True, "the same is said around both values")

    def _unmet(self, one: Sentence, other: Sentence) -> str:
        """Why two sentences that say the same were not compared; "" where they were, or say something else."""
        met = frozenset({_place(one), _place(other)}) in self.alike
        alike = not unlike(one, other, likeness_of(one, other))
        if met:
            return "each value has its counterpart elsewhere in the other sentence"
        return _NOT_LAID_SIDE_BY_SIDE if alike else ""


def _anyhow(first: Claim, second: Claim) -> str:
    """Why two values would not be set against each other even if their sentences were alike; "" if they would be."""
    reason = "the values agree" if agree(first, second) else not_comparable(first, second)
    return f"; in any case {reason}" if reason else ""


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
