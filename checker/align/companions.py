"""Companions: the other values of two sentences. Where they differ too, the sentences tell of two things."""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.agreeing import agree, attribute
from checker.align.sentences import Sentence
from checker.model import Claim


def several_differ(first: Claim, here: Sentence, second: Claim, there: Sentence) -> bool:
    """Have the sentences, besides `first` and `second`, values of one counted noun none of which agree: "the first leg
    in front of 24,500", "the second leg in front of 31,200"?"""
    left, right = _others(first, here), _others(second, there)
    return any(
        key[-1] and not _any_agree(left[key], right[key])  # the noun is the last of what must be equal
        for key in left.keys() & right.keys()
    )


def _others(claim: Claim, sentence: Sentence) -> dict[tuple[str, ...], list[Claim]]:
    """The values of the sentence by what they are values of, without those like the claim's own."""
    found: dict[tuple[str, ...], list[Claim]] = {}
    for other in sentence.claims:
        if attribute(other) != attribute(claim):
            found.setdefault(attribute(other), []).append(other)
    return found


def _any_agree(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    return any(agree(a, b) for a in left for b in right)
