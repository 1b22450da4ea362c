"""One fact told twice: two sentences that say the same of the same, found by the words they share.

Figures and dates whose subject nobody named are matched by their sentences. Nothing is compared pair by pair: a sentence
meets only those that share one of its rarest words. Then the sentences must say nearly the same, the figures must stand
in the same slot (the same counted noun or unit, the same words beside them), and nothing around them may set them apart:
another date, another name, a word of contrast, a second value that differs.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from checker.align.instalments import dated
from checker.align.slots import Slot, like_slots, slot_of
from checker.compare.retold import Retold
from checker.language.content import Word, content
from checker.language.countries import find_countries
from checker.language.occasions import in_year
from checker.model import Cell, Claim, Edition, Period, Quantity, Severity, Stance, Subject

# A sentence is looked up under this many of its rarest words, and a word that more sentences share finds none.
_KEYS = 6
_MOST_SHARED = 40
# How much of the shorter and of the longer sentence's words, by weight, two sentences must share, and how many words.
_SAME = ((1.0, 1.0, 1), (0.95, 0.85, 2), (0.90, 0.30, 3), (0.80, 0.45, 4), (0.65, 0.55, 4))
_SAME_IN_ONE_SOURCE = ((0.95, 0.80, 4),)  # a source has little reason to tell one thing twice in other words
_VERBATIM = 0.9
_FEW_WORDS = 3  # sentences with fewer words ("Turnout was 71 percent.") are only alike under one dateline
_ROUNDING = 1e-9  # sums of weights in another order
_SLOT_WORDS = 3  # content words on either side of a value that make its slot


# (path, statement): the occasions that it names, each a series and its instalment ("" where that is not known).
Occasions = Mapping[tuple[str, int], frozenset[tuple[str, str]]]
Pairs = list[tuple[Claim, Claim]]


@dataclass(frozen=True)
class Sentence:
    """A sentence with values: its claims in order of place, and its content words."""

    path: str
    number: int
    claims: tuple[Claim, ...]

    @property
    def text(self) -> str:
        return self.claims[0].sentence

    @property
    def reported(self) -> date | None:
        return self.claims[0].scope.reported

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Where each claim's value stands in the sentence, by claim id."""
        found = {}
        at = 0
        for claim in self.claims:
            words = " ".join(claim.text.split())
            start = self.text.find(words, at)
            start = start if start >= 0 else max(self.text.find(words), 0)
            found[claim.id] = (start, start + len(words))
            at = start
        return found

    @cached_property
    def words(self) -> list[Word]:
        return content(self.text, list(self.spans.values()))

    @cached_property
    def countries(self) -> frozenset[str]:
        return frozenset(found.name for found in find_countries(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    def slot(self, claim: Claim) -> frozenset[str]:
        """The content words beside the claim's value."""
        start, end = self.spans[claim.id]
        before = [word.stem for word in self.words if word.start < start][-_SLOT_WORDS:]
        after = [word.stem for word in self.words if word.start >= end][:_SLOT_WORDS]
        return frozenset(before + after)


def fact_subjects(claims: Sequence[Claim], occasions: Occasions, reasons: Counter[str]) -> Iterator[Subject]:
    """Subjects of claims that only their sentences tell apart: one per fact that is told more than once, and one for
    every claim that stands alone. `occasions` are the named ones that each sentence speaks of."""
    claims = [dated(claim) for claim in claims]
    sentences = _sentences(claims)
    facts = _Facts()
    for one, other, likeness in _restatements(sentences, _weights(sentences)):
        if _other_occasion(one, other, occasions):
            reasons["other occasion"] += 1
            continue
        same, differing = _same_facts(one, other, likeness, reasons)
        facts.add(same, differing, Severity.error if likeness.verbatim else Severity.warning)
    told_in = {claim.id: sentence for sentence in sentences for claim in sentence.claims}
    slots = [
        slot_of(claim, sentence.spans[claim.id], sentence.words) for sentence in sentences for claim in sentence.claims
    ]
    for left, right in like_slots(slots):
        if _other_occasion(told_in[left.claim.id], told_in[right.claim.id], occasions):
            reasons["other occasion"] += 1
            continue
        if _told_otherwise(left, told_in[right.claim.id]) or _told_otherwise(right, told_in[left.claim.id]):
            continue
        if _other_time(told_in[left.claim.id], told_in[right.claim.id]) and not isinstance(left.claim.value, Period):
            reasons["other period"] += 1
        elif _other_countries(told_in[left.claim.id], told_in[right.claim.id]):
            reasons["other thing"] += 1
        elif _slots_differ(left, right, reasons):
            facts.add([], [(left.claim, right.claim)], Severity.warning)
    by_id = {claim.id: claim for claim in claims}
    grouped: set[str] = set()
    for ids, cap in facts.groups():
        grouped.update(ids)
        yield _subject([by_id[id] for id in ids], cap)
    for claim in claims:
        if claim.id not in grouped:
            yield _subject([claim], Severity.error)


def _other_occasion(one: Sentence, other: Sentence, occasions: Occasions) -> bool:
    """Do the sentences name occasions, none of which is the other's? "Lantern Fair 21" is not "Lantern Fair 23"."""
    left, right = occasions.get((one.path, one.number)), occasions.get((other.path, other.number))
    if not left or not right:
        return False
    return not any(a == b or (a[0] == b[0] and (not a[1] or not b[1])) for a in left for b in right)


class _Facts:
    """Claims that state one fact: those that differ, and those that directly agree with one of them. An agreement of
    an agreement is not followed: likeness fades along a chain."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._agreeing: dict[str, set[str]] = defaultdict(set)
        self._caps: dict[str, Severity] = {}

    def add(self, same: Sequence[tuple[Claim, Claim]], differing: Sequence[tuple[Claim, Claim]], cap: Severity) -> None:
        for first, second in same:
            self._agreeing[first.id].add(second.id)
            self._agreeing[second.id].add(first.id)
        for first, second in differing:
            _join(self._parents, first.id, second.id)
            for claim in (first, second):
                self._caps[claim.id] = max(self._caps.get(claim.id, cap), cap, key=lambda severity: severity.rank)

    def groups(self) -> Iterator[tuple[list[str], Severity]]:
        """The claims of each disputed fact, and the highest severity that they deserve; then of undisputed ones."""
        disputed: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._caps):
            disputed[_root(self._parents, key)].append(key)
        taken = set(self._caps)
        for root in sorted(disputed):
            members = list(disputed[root])
            for key in disputed[root]:
                for other in sorted(self._agreeing[key]):
                    if other not in taken:
                        taken.add(other)
                        members.append(other)
            yield members, max((self._caps[key] for key in disputed[root]), key=lambda severity: severity.rank)
        for key in sorted(self._agreeing):
            if key not in taken:
                members = [key, *sorted(other for other in self._agreeing[key] if other not in taken)]
                taken.update(members)
                yield members, Severity.error


def _subject(members: list[Claim], cap: Severity) -> Subject:
    members = sorted(_in_one_year(members), key=lambda claim: (claim.where.path, claim.where.start))
    first = members[0]
    words = sorted(frozenset.intersection(*(frozenset(w.stem for w in content(claim.sentence)) for claim in members)))
    because = "the sentences say the same otherwise" if len(members) > 1 else ""
    key = f"{first.kind} {' '.join(words)}" if len(members) > 1 else f"{first.kind} {first.id}"
    return Subject(
        key,
        first.subject,
        tuple(members),
        (Cell(first.kind, tuple(members), because, cap),),
        (because,) if because else (),
    )


def _in_one_year(members: list[Claim]) -> list[Claim]:
    """Dates without a year are of the year that the same sentence has elsewhere."""
    years = {c.value.first.year for c in members if isinstance(c.value, Period) and not c.value.yearless}
    if len(years) != 1:
        return members
    (year,) = years
    return [_with_year(claim, year) for claim in members]


def _with_year(claim: Claim, year: int) -> Claim:
    value = claim.value
    if not isinstance(value, Period) or not value.yearless:
        return claim
    first, last = in_year(value.first, year), in_year(value.last, year + value.last.year - value.first.year)
    return replace(claim, value=replace(value, first=first, last=last))


def _sentences(claims: Sequence[Claim]) -> list[Sentence]:
    grouped: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sentence and not claim.scope.role("twin"):
            grouped[(claim.where.path, claim.statement)].append(claim)
    return [
        Sentence(path, number, tuple(sorted(found, key=lambda c: c.where.start)))
        for (path, number), found in sorted(grouped.items())
    ]


def _weights(sentences: Sequence[Sentence]) -> dict[str, float]:
    """How much a shared word says: the rarer in this run, the more."""
    spread = Counter(stem for sentence in sentences for stem in sentence.stems)
    return {stem: _weight(len(sentences), count) for stem, count in spread.items()}


def _weight(sentences: int, count: int) -> float:
    return math.log(1 + sentences / count)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two sentences share: shares of the shorter's and the longer's weight, and the words of each alone."""

    shorter: float
    longer: float
    alone: tuple[frozenset[str], frozenset[str]]

    @property
    def verbatim(self) -> bool:
        return self.longer >= _VERBATIM or self.shorter >= 0.97


def _restatements(
    sentences: Sequence[Sentence], weights: dict[str, float]
) -> Iterator[tuple[Sentence, Sentence, Likeness]]:
    """Pairs of sentences that say nearly the same."""
    shelves: dict[str, list[int]] = defaultdict(list)
    alone = _weight(len(sentences), 1)  # of a word that no other sentence has
    for number, sentence in enumerate(sentences):
        candidates: set[int] = set()
        shared = (stem for stem in sentence.stems if weights[stem] < alone)
        for stem in sorted(shared, key=lambda stem: (-weights[stem], stem))[:_KEYS]:
            shelf = shelves[stem]
            if len(shelf) <= _MOST_SHARED:
                candidates.update(shelf)
            shelf.append(number)
        for other in sorted(candidates):
            likeness = _likeness(sentences[other], sentence, weights)
            if likeness is not None:
                yield sentences[other], sentence, likeness


def _likeness(one: Sentence, other: Sentence, weights: dict[str, float]) -> Likeness | None:
    common = one.stems & other.stems
    if not common:
        return None
    shared = sum(weights[stem] for stem in common)
    sizes = sorted(sum(weights[stem] for stem in sentence.stems) for sentence in (one, other))
    shorter, longer = shared / sizes[0], shared / sizes[1]
    if len(common) < _FEW_WORDS and one.reported != other.reported:
        return None
    enough = _SAME_IN_ONE_SOURCE if one.path == other.path else _SAME
    if not any(
        shorter >= low - _ROUNDING and longer >= high - _ROUNDING and len(common) >= words
        for low, high, words in enough
    ):
        return None
    return Likeness(shorter, longer, (one.stems - common, other.stems - common))


def _same_facts(one: Sentence, other: Sentence, likeness: Likeness, reasons: Counter[str]) -> tuple[Pairs, Pairs]:
    """Pairs of claims of two like sentences that state one fact, with one value and with two. Equal values are paired
    off first: what remains differs."""
    if _in_contrast(one, other, likeness):
        reasons["other thing"] += 1
        return [], []
    pairs: list[tuple[Claim, Claim]] = []
    differing: list[tuple[Claim, Claim]] = []
    left, right = list(one.claims), list(other.claims)
    for first in one.claims:
        match = next(
            (second for second in right if _attribute(first) == _attribute(second) and _agree(first, second)), None
        )
        if match is not None:
            pairs.append((first, match))
            left.remove(first)
            right.remove(match)
    left = [
        claim
        for claim in left
        if not any(_attribute(claim) == _attribute(c) and _agree(claim, c) for c in other.claims)
    ]
    right = [
        claim for claim in right if not any(_attribute(claim) == _attribute(c) and _agree(claim, c) for c in one.claims)
    ]
    for first in left:
        rivals = [second for second in right if _attribute(first) == _attribute(second)]
        best = max(
            rivals, key=lambda second: (len(one.slot(first) & other.slot(second)), -second.where.start), default=None
        )
        if best is not None and _same_slot(one, first, other, best, likeness):
            differing.append((first, best))
            right.remove(best)
    differing = [pair for pair in differing if _comparable(*pair, reasons) and _one_stance(*pair, likeness, reasons)]
    if len(differing) > 1 or (_other_time(one, other) and not all(isinstance(a.value, Period) for a, _ in differing)):
        reasons["other period" if len(differing) == 1 else "several values differ"] += 1
        return pairs, []
    return pairs, differing


def _told_otherwise(slot: Slot, sentence: Sentence) -> bool:
    """Has the other sentence the same figure elsewhere?"""
    return any(_attribute(claim) == _attribute(slot.claim) and _agree(claim, slot.claim) for claim in sentence.claims)


def _slots_differ(one: Slot, other: Slot, reasons: Counter[str]) -> bool:
    """Do two like slots hold values that should be one, with nothing around them to set them apart?"""
    if _agree(one.claim, other.claim) or not _comparable(one.claim, other.claim, reasons):
        return False
    left = [word for word in one.words if word.stem not in other.stems]
    right = [word for word in other.words if word.stem not in one.stems]
    if any(word.name for word in left) and any(word.name for word in right):
        common = one.stems & other.stems
        if not any(word.name and word.stem in common for word in (*one.words, *other.words)):
            reasons["other thing"] += 1
            return False
    return not _set_apart(left, right) and _under_its_label(one, other) and _under_its_label(other, one)


def _under_its_label(row: Slot, other: Slot) -> bool:
    """A row of a fact box is only told again where its label is: "Recorded: 1990" is not "released in 1995"."""
    label = row.claim.scope.role("row")
    return label is None or any(word.stem in other.stems for word in content(label))


def _attribute(claim: Claim) -> tuple[str, ...]:
    unit = claim.value.unit if isinstance(claim.value, Quantity) else ""
    return (claim.kind, unit, claim.scope.noun)


def _agree(first: Claim, second: Claim) -> bool:
    one, other = first.value, second.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        partition = Retold().sides([one, other])
        return len(partition.sides) < 2 or partition.plain
    if isinstance(one, Edition) and isinstance(other, Edition):
        return one.number == other.number
    if isinstance(one, Period) and isinstance(other, Period):
        if one.yearless != other.yearless:
            one, other = (one, other) if one.yearless else (other, one)
            return (one.first.month, one.first.day) <= (other.last.month, other.last.day) and (
                other.first.month,
                other.first.day,
            ) <= (one.last.month, one.last.day)
        return one.first <= other.last and other.first <= one.last
    return False


def _same_slot(one: Sentence, first: Claim, other: Sentence, second: Claim, likeness: Likeness) -> bool:
    if likeness.verbatim:
        return True
    return len(one.slot(first) & other.slot(second)) >= 2


def _comparable(first: Claim, second: Claim, reasons: Counter[str]) -> bool:
    if first.where.path == second.where.path and first.scope.role("row") and second.scope.role("row"):
        reasons["two rows of one fact box"] += 1
        return False
    for claim in (first, second):
        if claim.scope.stance in (Stance.corrected, Stance.denied, Stance.changed, Stance.hypothetical):
            reasons["withdrawn, denied or replaced"] += 1
            return False
    speakers = {first.scope.speaker, second.scope.speaker} - {None}
    if len(speakers) > 1:
        reasons["other speaker"] += 1
        return False
    if first.scope.role("whose") != second.scope.role("whose"):
        reasons["other owner"] += 1
        return False
    if first.scope.part is not second.scope.part:
        reasons["a part of the whole"] += 1
        return False
    if first.scope.reported != second.scope.reported and _own_dateline(first) and _own_dateline(second):
        reasons["each the date of its own report"] += 1
        return False
    if _is_update(first, second):
        reasons["an update"] += 1
        return False
    return True


# A day this close to the dateline is the day of the news itself; two reports of two days each have their own.
_NEWS_DAYS = 3


def _one_stance(first: Claim, second: Claim, likeness: Likeness, reasons: Counter[str]) -> bool:
    if first.scope.stance is second.scope.stance:
        return True
    if likeness.verbatim and first.scope.reported == second.scope.reported:
        return True
    reasons["a plan and its outcome"] += 1
    return False


def _own_dateline(claim: Claim) -> bool:
    value, reported = claim.value, claim.scope.reported
    return isinstance(value, Period) and reported is not None and abs((value.first - reported).days) <= _NEWS_DAYS


# Counts that only grow: a later, higher figure is an update.
_GROWING = frozenset(
    "person soldier civilian victim case house home building patient death casualty worker student child people".split()
)


def _is_update(first: Claim, second: Claim) -> bool:
    """Do the two come from different days, and is that reason enough for them to differ?"""
    one, other = first.scope.reported, second.scope.reported
    if one is None or other is None or one == other:
        return False
    if abs((one - other).days) > _SAME_NEWS_DAYS and not _dated_alike(first, second) and not _any_day(first, second):
        return True
    if abs((one - other).days) > _SAME_TIME_DAYS:
        planned = Stance.planned in (first.scope.stance, second.scope.stance)
        if planned or not _dated_alike(first, second):
            return True
    if first.scope.role("change") or second.scope.role("change"):
        return True
    if not (isinstance(first.value, Quantity) and isinstance(second.value, Quantity)):
        return False
    if first.scope.role("row") or second.scope.role("row"):
        return True  # "People in shelters: 18,000" is said of the day of the bulletin
    earlier, later = (first.value, second.value) if one < other else (second.value, first.value)
    return first.scope.noun in _GROWING and later.high > earlier.high


# What two reports say of the present is of one time if they are no further apart than this.
_SAME_TIME_DAYS = 31
# Two reports that give no day for what they tell are of one event only if they are about as old.
_SAME_NEWS_DAYS = 3


def _any_day(first: Claim, second: Claim) -> bool:
    return first.scope.as_of is not None and second.scope.as_of is not None


def _dated_alike(first: Claim, second: Claim) -> bool:
    """Do both sentences date what they tell, by the same digits of a year?"""
    years = [set(_YEAR.findall(claim.sentence)) for claim in (first, second)]
    if isinstance(first.value, Period):
        return True
    return bool(years[0] & years[1])


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _in_contrast(one: Sentence, other: Sentence, likeness: Likeness) -> bool:
    """Do the words of each alone set them apart: "first" here and "second" there, or a name here and another there?"""
    left, right = (
        [word for word in sentence.words if word.stem in alone]
        for sentence, alone in ((one, likeness.alone[0]), (other, likeness.alone[1]))
    )
    if _set_apart(left, right) or _other_countries(one, other):
        return True
    return any(word.name for word in left) and any(word.name for word in right) and not likeness.verbatim


def _other_countries(one: Sentence, other: Sentence) -> bool:
    """Does each name a country that the other does not: another donor, host or opponent?"""
    return bool(one.countries - other.countries) and bool(other.countries - one.countries)


def _set_apart(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Words of two sentences that the other has not: do any two exclude each other, or does one cut a figure down?"""
    groups = {word.contrast for word in left if word.contrast is not None}
    if any(word.contrast in groups for word in right if word.contrast is not None):
        return True
    return any(word.restricts for word in (*left, *right))


def _other_time(one: Sentence, other: Sentence) -> bool:
    """Do both sentences give dates, none of which fits any of the other's; or tell of different days?"""
    days = one.claims[0].scope.as_of, other.claims[0].scope.as_of
    if days[0] is not None and days[1] is not None and not (days[0].first <= days[1].last and days[1].first <= days[0].last):
        return True
    left = [claim for claim in one.claims if isinstance(claim.value, Period)]
    right = [claim for claim in other.claims if isinstance(claim.value, Period)]
    return bool(left and right) and not any(_agree(a, b) for a in left for b in right)


def _root(parents: dict[str, str], key: str) -> str:
    while key in parents:
        key = parents[key]
    return key


def _join(parents: dict[str, str], one: str, other: str) -> str:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    if first != second:
        parents[second] = first
    return first
