"""Ordinals with what they order: "the 14th president", "her third title"; not "a third of", "for the first time"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.language.cues import words_of
from checker.language.editions import ORDINAL_WORDS
from checker.language.nouns import counted_noun, noun_class
from checker.model import Edition

_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_ENDINGS = ("st", "nd", "rd", "th")
_WORDS = frozenset((*ORDINAL_WORDS, *_ENDINGS))
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d{{1,4}})(?:{'|'.join(_ENDINGS)})"
    rf"|(?:(?P<tens>{'|'.join(_TENS)})[-\s])?(?P<word>{'|'.join(ORDINAL_WORDS)}))"
    r"(?!\w)(?!\s+(?:of|time|half|hand|(?:and|or)(?!\s+(?:final|last|current|present)\b))\b)",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\b(?:a|one|two|three|four|at)\s+$", re.IGNORECASE)
# third-largest, second most populous; the twelfth and final
_RANK = re.compile(r"[-\s](?:(?:most|least)[-\s](?P<most>[a-z]+)|(?P<est>[a-z]+?i?est))\b")
_AND_LAST = re.compile(r"\s+(?:and|or)\s+\w+")
# Superlatives that rank by one quality.
_QUALITIES = {
    word: group.split()[0]
    for group in ("large largest big biggest great greatest populous populated", "tall tallest high highest",
                  "old oldest ancient earliest", "long longest", "rich richest wealthy wealthiest")
    for word in group.split()
}  # fmt: skip


class Ordinal(NamedTuple):
    """An ordinal in `text[start:end]`, the class of the noun it orders ("" if none was found) and, of a rank, the
    quality: "large" of "the third-largest city"."""

    start: int
    end: int
    value: Edition
    noun: str
    quality: str = ""
    noun_end: int = 0


def ordinals(text: str, masked: Sequence[tuple[int, int]] = ()) -> Iterator[Ordinal]:
    """Each ordinal in `text` that no date or name contains."""
    if words_of(text).isdisjoint(_WORDS):
        return
    for match in _ORDINAL.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in masked):
            continue
        if _FRACTION.search(text, max(0, match.start() - 6), match.start()):
            continue
        rank = _RANK.match(text, match.end()) or _AND_LAST.match(text, match.end())
        written = (rank["most"] or rank["est"]) if rank and rank.re is _RANK else ""
        noun = counted_noun(text, rank.end() if rank else match.end(), single=True)
        word = noun.word if not noun.word.endswith("ed") else ""
        yield Ordinal(
            match.start(),
            match.end(),
            Edition(number=_number(match), text=match[0]),
            noun_class(word) if word else "",
            _QUALITIES.get(written, written),
            noun.end if word else rank.end() if rank else match.end(),
        )


def _number(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    return _TENS.get((match["tens"] or "").lower(), 0) + ORDINAL_WORDS[match["word"].lower()]
