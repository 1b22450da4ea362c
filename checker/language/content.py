"""What a sentence is about, apart from its values: {"malta", "licens", "trapper"} of "Malta had 4,700 licensed trappers"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.language.lexicons.common import CONTRASTS, RESTRICTIONS, STOP_WORDS
from checker.language.lexicons.concepts import CONCEPTS

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SUFFIXES = (
    "ations",
    "ation",
    "ions",
    "ion",
    "ments",
    "ment",
    "ingly",
    "ings",
    "ing",
    "iers",
    "ier",
    "edly",
    "ies",
    "ied",
    "ers",
    "er",
    "est",
    "ed",
    "es",
    "ly",
    "s",
)
_CONTRAST_OF: dict[str, int] = {}
for _number, _group in enumerate(CONTRASTS):
    for _word in _group:
        _CONTRAST_OF.setdefault(_word, _number)


_CONCEPT_OF = {word: stem_ for group in CONCEPTS for stem_ in [f"{group[0]}*"] for word in group}


class Word(NamedTuple):
    """A content word: its stem (or its concept: "born*" for "birth"), where it begins, whether it is a name, the group of words it is in contrast with,
    and whether it cuts a figure down to a part ("quarter")."""

    stem: str
    start: int
    name: bool
    contrast: int | None
    restricts: bool = False


def content(text: str, values: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The content words of `text` in order; what lies inside `values` is left out."""
    words = []
    for match in _WORD.finditer(text):
        start = match.start()
        if any(first <= start < last for first, last in values):
            continue
        lower = match[0].lower()
        if len(lower) < 2 or lower in STOP_WORDS:
            continue
        name = match[0][0].isupper() and start > 0
        words.append(
            Word(
                _CONCEPT_OF.get(lower) or stem(lower),
                start,
                name,
                _CONTRAST_OF.get(lower, _CONTRAST_OF.get(stem(lower))),
                lower in RESTRICTIONS,
            )
        )
    return words


def topic(text: str, noun: str = "") -> str:
    """A few words that tell a reader what a figure of `text` is about: "trapper: Malta licensed"."""
    words = [text[word.start :].split(None, 1)[0].strip(",.;:!?\"“”()’'") for word in content(text)[:_TOPIC_WORDS]]
    return f"{noun}: {' '.join(words)}" if noun else " ".join(words)


# Words of a topic; more would not fit a line of a report.
_TOPIC_WORDS = 5


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The part of a word that its forms share, roughly: "licensed" and "licenses" give "licens".

    >>> stem("drills"), stem("killing") == stem("killed")
    ('drill', True)
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = re.sub(r"['’]s$", "", word).replace(".", "").replace("-", "")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word
