"""Companions: the other values of two sentences. Where they differ too, the sentences tell of two things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.align.agreeing import agree, attribute
from checker.align.sentences import Sentence
from checker.model import Claim, Period

Key = tuple[str, ...]
# Words for those who are counted at an event.
_PEOPLE = frozenset("person visitor spectator guest fan attendee participant delegate viewer passenger".split())


def several_differ(first: Claim, here: Sentence, second: Claim, there: Sentence) -> bool:
    """Have the sentences, besides `first` and `second`, values of one counted noun none of which agree: "the first leg
    in front of 24,500", "the second leg in front of 31,200"?"""
    left, right = _others(first, here), _others(second, there)
    if any(
        key[-1] and not _any_agree(left[key], right[key])  # the noun is the last of what must be equal
        for key in left.keys() & right.keys()
    ):
        return True
    return isinstance(first.value, Period) and _attendances_differ(left, right)


def _attendances_differ(left: Mapping[Key, Sequence[Claim]], right: Mapping[Key, Sequence[Claim]]) -> bool:
    """Do both tell, beside their dates, how many people there were, in whatever words, and not the same: "61,000
    people" in one year, "48,000 visitors" in another?"""
    counts = [
        [claim for claims in side.values() for claim in claims if _counts_people(claim)] for side in (left, right)
    ]
    return len(counts[0]) == len(counts[1]) == 1 and not _any_agree(*counts)


def _counts_people(claim: Claim) -> bool:
    return claim.kind == "count" and claim.scope.noun in _PEOPLE


def _others(claim: Claim, sentence: Sentence) -> dict[tuple[str, ...], list[Claim]]:
    """The values of the sentence by what they are values of, without those like the claim's own."""
    found: dict[tuple[str, ...], list[Claim]] = {}
    for other in sentence.claims:
        if attribute(other) != attribute(claim):
            found.setdefault(attribute(other), []).append(other)
    return found


def _any_agree(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    return any(agree(a, b) for a in left for b in right)
