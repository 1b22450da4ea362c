"""One thing told of one subject: "Lindow Freight was founded in 1926" here, "Lindow Freight, founded in 1962 by two
brothers" there.

What the clauses are about has a name, the same is told of it, and the values are of one kind: then the rest of the
sentences may differ as it likes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.align.agreeing import agree, unit_of
from checker.align.apart import exclude_each_other, name_other_countries, not_comparable, of_other_times
from checker.align.called import core, may_be_one
from checker.align.companions import several_differ
from checker.align.sentences import Occasions, Sentence, name_other_occasions
from checker.align.series import skeleton
from checker.language.content import Word, concept, content
from checker.language.lexicons.concepts import CONSTITUENTS, COUNTED, EVENTS, ONCE, REPEATED
from checker.model import Claim, Edition, Hedge, Period, Quantity

_MOST_ON_A_SHELF = 40  # a name of which more is told says too little
_FEWEST_WORDS = 2  # that two clauses must share to tell one thing of a date
_SHARE = 0.6  # of the words of the shorter one
_SLIP_YEARS = 5  # further apart, what may happen twice probably did
_ANYBODY = ("", "person")  # "employs 3,200 people"; pilots are counted apart
_WINDOW = 6  # words on either side that may set two values apart


class Telling(NamedTuple):
    """A claim about a subject that has a name: whom it is `about`, and what is `told`."""

    claim: Claim
    sentence: Sentence
    about: str
    told: str

    @property
    def path(self) -> str:
        return self.claim.where.path

    @property
    def noun(self) -> str:
        return concept(self.claim.scope.noun)

    @property
    def counted(self) -> str:
        """What the thing has one number of, whatever noun counts it: "employees*"; "" for anything else."""
        if self.noun in COUNTED:
            return self.noun
        told = self.last if self.told else ""
        return told if told in COUNTED and self.noun in _ANYBODY else ""

    @property
    def is_rank(self) -> bool:
        return self.claim.scope.role("rank") is not None

    @property
    def is_row(self) -> bool:
        return self.claim.scope.role("row") is not None

    @property
    def end(self) -> str:
        """ "first" or "last", where the value begins or ends a period."""
        return self.claim.scope.role("end") or ""

    @property
    def last(self) -> str:
        """The word that stands nearest to the value."""
        return self.told.split()[-1]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self.told.split())


class Twice(NamedTuple):
    """Two claims that tell one thing of one subject with two values, and why they are not compared ("" if they are)."""

    first: Claim
    second: Claim
    reason: str


def told_twice(sentences: Sequence[Sentence], occasions: Occasions) -> Iterator[Twice]:
    """Pairs of claims that tell one thing of one subject with two values."""
    shelves: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for sentence in sentences:
        for claim in sentence.claims:
            if (telling := telling_of(claim, sentence)) is not None:
                shelves[_shelf(telling)].append(telling)
    for _, shelf in sorted(shelves.items()):
        if 1 < len(shelf) <= _MOST_ON_A_SHELF:
            yield from _rivals(shelf, occasions)


def telling_of(claim: Claim, sentence: Sentence) -> Telling | None:
    """What the claim tells of a subject with a name; None when it has none."""
    about = claim.scope.role("about")
    return Telling(claim, sentence, about, claim.scope.role("told") or "") if about else None


def tell_of_two(one: Telling, other: Telling) -> str:
    """Why two tellings are not of one thing; "" when they are."""
    if _shelf(one) != _shelf(other):
        return "other name" if core(one.about)[-1] != core(other.about)[-1] else "other thing told"
    return _of_two(one, other)


def _shelf(telling: Telling) -> tuple[str, ...]:
    """What must be equal: the last word of the name, the kind of value, what is counted, what happened to what."""
    claim = telling.claim
    event = telling.told if telling.told in EVENTS else ""
    roles = tuple(claim.scope.role(name) or "" for name in ("of", "object"))
    noun = claim.scope.role("rank") or telling.counted or telling.noun
    return (skeleton(core(telling.about)[-1].removeprefix("al")), claim.kind, unit_of(claim), noun, event, *roles)


def _rivals(shelf: Sequence[Telling], occasions: Occasions) -> Iterator[Twice]:
    """Each telling with the first rival in each other source, unless that source has a telling that agrees."""
    for number, one in enumerate(shelf):
        alike: dict[str, list[Telling]] = defaultdict(list)
        for other in shelf[number + 1 :]:
            if not _of_two(one, other):
                alike[other.path].append(other)
        for path in sorted(alike):
            others = alike[path]
            if any(_agree(one, other) for other in others):
                continue
            other = others[0]
            if any(_agree(twin, other) for twin in shelf if twin.path == one.path):
                continue
            yield Twice(one.claim, other.claim, _apart(one, other, occasions))


def _of_two(one: Telling, other: Telling) -> str:
    """The same of tellings that stand on one shelf."""
    if one.path == other.path:
        return "told twice in one source"
    if not may_be_one(one.about, other.about):
        return "other name"
    return "" if _tell_the_same(one, other) else "other thing told"


def _tell_the_same(one: Telling, other: Telling) -> bool:
    if one.told in EVENTS:
        return True  # the shelf has seen to it
    if isinstance(one.claim.value, Edition):
        return (bool(one.noun) and one.noun == other.noun) or (one.is_rank and not (one.noun and other.noun))
    if one.claim.scope.noun in CONSTITUENTS or one.counted:
        return True
    common = one.words & other.words
    if isinstance(one.claim.value, Period):
        if one.is_row and other.is_row:
            return False  # "Employees: 4,500 (2015)" is no date of the employees
        if one.is_row or other.is_row:
            return bool(common) and one.last == other.last
        return len(common) >= _FEWEST_WORDS and common in (one.words, other.words)
    if not one.words or not other.words:
        return one.words == other.words and bool(one.claim.scope.noun)
    return one.last == other.last or len(common) >= _SHARE * min(len(one.words), len(other.words))


def _agree(one: Telling, other: Telling) -> bool:
    """Can both values be true? A date that is no end of a period may lie anywhere in one."""
    left, right = one.claim.value, other.claim.value
    if one.end == other.end or not isinstance(left, Period) or not isinstance(right, Period):
        return agree(one.claim, other.claim)
    if one.end and other.end:
        return True  # a beginning and an end
    limit, date, end = (left, right, one.end) if one.end else (right, left, other.end)
    if limit.yearless or date.yearless:
        return True
    return date.last >= limit.first if end == "first" else date.first <= limit.last


def _apart(one: Telling, other: Telling, occasions: Occasions) -> str:
    """Why the two are not compared; "" where nothing speaks against it."""
    if name_other_occasions(one.sentence, other.sentence, occasions):
        return "other occasion"
    if not isinstance(one.claim.value, Period) and of_other_times(one.sentence, other.sentence):
        return "other period"
    if one.told not in ONCE and name_other_countries(one.sentence, other.sentence):
        return "other thing"
    left, right = _beside(one), _beside(other)
    stems = {word.stem for word in left} & {word.stem for word in right}
    if exclude_each_other([w for w in left if w.stem not in stems], [w for w in right if w.stem not in stems]):
        return "other thing"
    if one.told in REPEATED and not _near_in_time(one.claim, other.claim):
        return "perhaps a second time"
    if not isinstance(one.claim.value, Period) and _modifiers(one) != _modifiers(other):
        return "a part of the whole"
    if one.told not in ONCE and several_differ(one.claim, one.sentence, other.claim, other.sentence):
        return "several values differ"
    if not isinstance(one.claim.value, Period) and _of_others(one, other):
        return "other thing"
    if _both_open(one.claim, other.claim):
        return "open towards one side"
    return not_comparable(one.claim, other.claim)


def _near_in_time(first: Claim, second: Claim) -> bool:
    """Are two dates so near that one is a slip for the other: a few years apart, or one digit off?"""
    if not isinstance(first.value, Period) or not isinstance(second.value, Period):
        return True
    left, right = first.value.first.year, second.value.first.year
    digits = sum(a != b for a, b in zip(str(left), str(right), strict=False))
    return abs(left - right) <= _SLIP_YEARS or digits == 1 or sorted(str(left)) == sorted(str(right))


def _modifiers(telling: Telling) -> frozenset[str]:
    """What stands between a count and its noun: "league" of "212 league goals"."""
    claim = telling.claim
    if not claim.scope.noun:
        return frozenset()
    words = content(" ".join(claim.quote.split())[len(claim.text) :])
    return frozenset(word.stem for word in words[:-1])


def _beside(telling: Telling) -> list[Word]:
    before, after = telling.sentence.around(telling.claim, _WINDOW)
    return [*before, *after]


def _of_others(one: Telling, other: Telling) -> bool:
    """ "The fourth ruler of Lindow", "the fifth ruler of Norburg": are there names behind both, and none in common?"""
    left, right = (
        {word.stem for word in telling.sentence.around(telling.claim, _WINDOW)[1] if word.name}
        for telling in (one, other)
    )
    return bool(left and right) and not left & right and not one.sentence.countries & other.sentence.countries


def _both_open(one: Claim, other: Claim) -> bool:
    """ "More than 300" and "over 250" may both be true."""
    hedges = {claim.value.hedge for claim in (one, other) if isinstance(claim.value, Quantity)}
    return len(hedges) == 1 and hedges <= {Hedge.over, Hedge.at_least, Hedge.under, Hedge.at_most}
