"""Ordinals with what they order: "the 14th president", "her third title"; not "a third of", "for the first time"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.editions import ORDINAL_WORDS
from checker.language.nouns import counted_noun, noun_class
from checker.model import Edition

_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)}))"
    r"(?!\w)(?!\s+(?:of|time|half|and|or|hand)\b)",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\b(?:a|one|two|three|four|at)\s+$", re.IGNORECASE)


def ordinals(text: str, masked: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int, Edition, str]]:
    """(start, end, value, class of the ordered noun) of each ordinal in `text` that no date or name contains."""
    for match in _ORDINAL.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in masked):
            continue
        if _FRACTION.search(text, max(0, match.start() - 6), match.start()):
            continue
        noun = counted_noun(text, match.end(), single=True)
        number = int(match["digits"]) if match["digits"] else ORDINAL_WORDS[match["word"].lower()]
        yield (
            match.start(),
            match.end(),
            Edition(number=number, text=match[0]),
            noun_class(noun.word) if noun.word else "",
        )
