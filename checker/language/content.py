"""What a sentence is about, apart from its values: "Malta had 4,700 licensed trappers": malta, licens, trapper."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.language.lexicons.common import CONTRASTS, FREQUENT, RESTRICTIONS, STOP_WORDS
from checker.language.lexicons.concepts import CONCEPTS

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SPACE = re.compile(r"\s")
# Endings that a stem loses, the longer before those that they end in.
_SUFFIXES = tuple("ations ation ions ion ments ment ingly ings ing iers ier edly ies ied ers er est ed es ly s".split())
# The first group that a word stands in is its group.
_CONTRAST_OF = {word: number for number, group in reversed(list(enumerate(CONTRASTS))) for word in group}
_CONCEPT_OF = {word: f"{group[0]}*" for group in CONCEPTS for word in group}
_TOPIC_WORDS = 5  # more would not fit a line of a report


class Word(NamedTuple):
    """A content word. `stem` is its stem, or its concept ("born*" for "birth")."""

    stem: str
    start: int
    name: bool
    contrast: int | None  # the group of words that exclude each other
    restricts: bool = False  # whether it cuts a figure down to a part ("quarter")


def content(text: str, values: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The content words of `text` in order; those that begin inside `values` are left out."""
    words = _words(text)
    if not values:
        return list(words)
    ahead, kept = deque(sorted(values)), []
    inside = 0  # up to here the text belongs to values
    for word in words:
        while ahead and ahead[0][0] <= word.start:
            inside = max(inside, ahead.popleft()[1])
        if word.start >= inside:
            kept.append(word)
    return kept


def content_before(text: str, end: int, values: Sequence[tuple[int, int]] = ()) -> list[Word]:
    """The content words of `text[:end]`. Behind a space no word is cut off there, and those of the text will do."""
    if text[end - 1 : end].isspace():
        return [word for word in content(text, values) if word.start < end]
    return content(text[:end], values)


def concept(word: str) -> str:
    """The concept that a word in lower case belongs to ("film*" for "movie"), or the word itself."""
    return _CONCEPT_OF.get(word, word)


def topic(text: str, noun: str = "") -> str:
    """A few words that tell a reader what a figure of `text` is about: "trapper: Malta licensed"."""
    return f"{noun}: {_opening(text)}" if noun else _opening(text)


@lru_cache(maxsize=256)
def _opening(text: str) -> str:
    """The first content words of a text as they are written."""
    return " ".join(as_written(text, word) for word in _words(text)[:_TOPIC_WORDS])


def as_written(text: str, word: Word) -> str:
    """The word as it stands in `text`: "licensed" for the stem "licens"."""
    return text[word.start : _end_of_word(text, word.start)].strip(",.;:!?\"“”()’'")


def _end_of_word(text: str, start: int) -> int:
    space = _SPACE.search(text, start)
    return space.start() if space else len(text)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[Word, ...]:
    """Every content word; several ask for those of one sentence."""
    return tuple(
        Word(sense.stem, match.start(), sense.capital and match.start() > 0, sense.contrast, sense.restricts)
        for match in _WORD.finditer(text)
        if (sense := _sense(match[0])) is not None
    )


class _Sense(NamedTuple):
    """What is to be known of a content word wherever it stands; fields as in `Word`."""

    stem: str
    capital: bool
    contrast: int | None
    restricts: bool


@lru_cache(maxsize=16384)
def _sense(word: str) -> _Sense | None:
    """None for a word that says nothing of a sentence's content."""
    lower = word.lower()
    if len(lower) < 2 or lower in STOP_WORDS:
        return None
    stemmed = stem(lower)
    return _Sense(
        _CONCEPT_OF.get(lower) or stemmed,
        word[0].isupper(),
        _CONTRAST_OF.get(lower, _CONTRAST_OF.get(stemmed)),
        lower in RESTRICTIONS,
    )


@lru_cache(maxsize=65536)
def weight(stem_: str) -> float:
    """How much it says that two sentences share this word: 1, or half as much for the words that most news has.

    It depends on the word alone, so that a pair of sentences is alike or not whatever else is checked with it.
    """
    return _FREQUENT_WEIGHT if stem_ in _FREQUENT_STEMS else 1.0


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The part of a word that its forms share, roughly: "licensed" and "licenses" give "licens".

    >>> stem("drills"), stem("killing") == stem("killed")
    ('drill', True)
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.removesuffix("'s").removesuffix("’s").replace(".", "").replace("-", "")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


_FREQUENT_WEIGHT = 0.5
_FREQUENT_STEMS = frozenset(stem(word) for word in FREQUENT) | {
    _CONCEPT_OF[word] for word in FREQUENT if word in _CONCEPT_OF
}
