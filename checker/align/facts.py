"""One fact told twice: "Malta had 4,700 licensed trappers" here, "Malta, with its 4,500 licensed trappers" there.

Figures and dates whose subject nobody named are matched by what their sentences say. Either the sentences say nearly
the same (`likeness`), and their values are paired (`restated`); or the figures stand in like slots of sentences that
are otherwise different (`slots`, `rivals`). In both cases nothing around them may set them apart (`apart`): another
date, another name, a word of contrast, a second value that differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.align.disputes import Disputes, Fact
from checker.align.likeness import like_sentences
from checker.align.restated import restated_facts
from checker.align.rivals import SAME_FIGURE, set_apart
from checker.align.sentences import Occasions, Sentence, sentences_of
from checker.align.slots import like_slots, slots_of
from checker.align.stories import slips_of_stories
from checker.align.told import told_twice
from checker.align.years import dated, in_one_year
from checker.language.content import content
from checker.model import Cell, Claim, Net, Subject


def fact_subjects(claims: Sequence[Claim], occasions: Occasions, reasons: Counter[str]) -> Iterator[Subject]:
    """Subjects of claims that only their sentences tell apart: one per fact that is told more than once, and one for
    every claim that stands alone. `occasions` are the named ones that each sentence speaks of; `reasons` counts what
    was not comparable, by why."""
    claims = [dated(claim) for claim in claims]
    sentences = sentences_of(claims)
    disputes = Disputes()
    _tell_again(sentences, occasions, disputes, reasons)
    _fill_like_slots(sentences, occasions, disputes, reasons)
    _tell_of_one(sentences, occasions, disputes, reasons)
    _tell_one_story(sentences, disputes, reasons)
    by_id = {claim.id: claim for claim in claims}
    told_again: set[str] = set()
    for fact in disputes.facts():
        told_again.update(fact.ids)
        yield _told_more_than_once([by_id[id] for id in fact.ids], fact)
    for claim in claims:
        if claim.id not in told_again:
            yield _told_once(claim)


def _tell_again(sentences: Sequence[Sentence], occasions: Occasions, disputes: Disputes, reasons: Counter[str]) -> None:
    """Facts of sentences that say nearly the same."""
    for one, other, likeness in like_sentences(sentences):
        facts = restated_facts(one, other, likeness, occasions)
        reasons.update(apart.reason for apart in facts.apart)
        disputes.agree(facts.same)
        disputes.differ(facts.differing, Net.copy if likeness.whole else Net.sentence)


def _fill_like_slots(
    sentences: Sequence[Sentence], occasions: Occasions, disputes: Disputes, reasons: Counter[str]
) -> None:
    """Facts of sentences that are different but for the words around one value."""
    slots = [slot for sentence in sentences for slot in slots_of(sentence)]
    for one, other in like_slots(slots):
        reason = set_apart(one, other, occasions)
        if not reason:
            disputes.differ([(one.claim, other.claim)], Net.slot)
        elif reason != SAME_FIGURE:
            reasons[reason] += 1


def _tell_of_one(
    sentences: Sequence[Sentence], occasions: Occasions, disputes: Disputes, reasons: Counter[str]
) -> None:
    """Facts of which the same is told of one name."""
    for first, second, reason in told_twice(sentences, occasions):
        if reason:
            reasons[reason] += 1
        else:
            disputes.differ([(first, second)], Net.told)


def _tell_one_story(sentences: Sequence[Sentence], disputes: Disputes, reasons: Counter[str]) -> None:
    """Figures of sources that have other figures in common."""
    for first, second, reason in slips_of_stories(sentences):
        if reason:
            reasons[reason] += 1
        else:
            disputes.differ([(first, second)], Net.story)


def _told_more_than_once(members: Sequence[Claim], fact: Fact) -> Subject:
    """The subject's key is the kind and the words that all its sentences share."""
    members = sorted(in_one_year(members), key=lambda claim: (claim.where.path, claim.where.start))
    words = frozenset.intersection(*(frozenset(word.stem for word in content(claim.sentence)) for claim in members))
    first = members[0]
    because = "the sentences say the same otherwise"
    cell = Cell(first.kind, tuple(members), because, fact.cap, fact.nets)
    key = f"{first.kind} {' '.join(sorted(words))}"
    return Subject(key, first.subject, tuple(members), (cell,), (because,))


def _told_once(claim: Claim) -> Subject:
    return Subject(f"{claim.kind} {claim.id}", claim.subject, (claim,), (Cell(claim.kind, (claim,)),))
