"""Sentences with values: "Malta had 4,700 licensed trappers" has one claim, and the words malta, licens, trapper."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checker.language.content import Word, content, weight
from checker.language.countries import find_countries
from checker.language.dates.almanac import WEEKDAY_NAMES
from checker.model import Claim

# Content words on either side of a value that make its slot.
_SLOT_WORDS = 3

# A weekday, or a time of day as a running report gives it: "Friday", "11:40", "6 p.m."
_MOMENT = re.compile(rf"\b(?:{WEEKDAY_NAMES}|\d{{1,2}}:\d\d|\d{{1,2}}\s?[ap]\.?m)\b")

# (path, statement): the occasions that it names, each a series and its instalment ("" where that is not known).
Occasions = Mapping[tuple[str, int], frozenset[tuple[str, str]]]


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
        """Its content words, without those of its values."""
        return content(self.text, list(self.spans.values()))

    @cached_property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(map(weight, self.stems))

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that it names, folded."""
        return frozenset(found.name for found in find_countries(self.text))

    @cached_property
    def moments(self) -> frozenset[str]:
        """The weekdays and times of day that it names."""
        return frozenset(_MOMENT.findall(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    def around(self, claim: Claim, width: int) -> tuple[list[Word], list[Word]]:
        """The `width` content words before the claim's value, and those behind it."""
        start, end = self.spans[claim.id]
        before = bisect_left(self._starts, start)
        after = bisect_left(self._starts, end)
        return self.words[max(0, before - width) : before], self.words[after : after + width]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def slot(self, claim: Claim) -> frozenset[str]:
        """The stems of the content words beside the claim's value."""
        before, after = self.around(claim, _SLOT_WORDS)
        return frozenset(word.stem for word in (*before, *after))


def sentences_of(claims: Sequence[Claim]) -> list[Sentence]:
    """The sentences that the claims were made in, in order of path and place; twins in brackets are left out."""
    grouped: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sentence and not claim.scope.role("twin"):
            grouped[(claim.where.path, claim.statement)].append(claim)
    return [
        Sentence(path, number, tuple(sorted(found, key=lambda claim: claim.where.start)))
        for (path, number), found in sorted(grouped.items())
    ]


def name_other_occasions(one: Sentence, other: Sentence, occasions: Occasions) -> bool:
    """Do the sentences name occasions, none of which is the other's? "Lantern Fair 21" is not "Lantern Fair 23"."""
    left, right = occasions.get((one.path, one.number)), occasions.get((other.path, other.number))
    if not left or not right:
        return False
    return not any(a == b or (a[0] == b[0] and (not a[1] or not b[1])) for a in left for b in right)
