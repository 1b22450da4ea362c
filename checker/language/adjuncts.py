"""Adjuncts beside a value: "31,000 people for football matches", "published as a serial in 1961": as a serial.

Where something happened is told in too many ways to set two things apart; what for, with what, as what and of what is
not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.language.content import content
from checker.language.lexicons.clauses import PREPOSITIONS

_OFTEN = "after among around as at before by during for from in into of on over per through to under with without"
_LEADING = "|".join(word for word in _OFTEN.split() if word in PREPOSITIONS)
_WORDS = r"(?:(?!(?:" + _LEADING + r")\b)[^\s,.;:()—–]+)"
# One phrase: a preposition and up to five words before the next one.
_PHRASE = re.compile(rf"\s*\b(?P<preposition>{_LEADING})\s+(?P<words>{_WORDS}(?:\s+{_WORDS}){{0,4}})", re.IGNORECASE)
_TELLING_OF_FIGURES = frozenset("for with of by without".split())
_TELLING_OF_DATES = frozenset("as from for".split())
_BEFORE = 60  # characters before a date that may hold where and how something happened
_MOST = 3

Adjuncts = tuple[tuple[str, frozenset[str]], ...]


@lru_cache(maxsize=4096)
def adjuncts(sentence: str, start: int, end: int, *, dated: bool) -> Adjuncts:
    """The phrases right behind the figure at `sentence[start:end]`, or shortly before a date, each with its preposition
    and the stems of its words."""
    if dated:
        return tuple(phrase for phrase in _ahead(sentence, start) if phrase[0] in _TELLING_OF_DATES)
    return tuple(phrase for phrase in _behind(sentence, end) if phrase[0] in _TELLING_OF_FIGURES)


def _behind(sentence: str, at: int) -> Iterator[tuple[str, frozenset[str]]]:
    for _ in range(_MOST):
        match = _PHRASE.match(sentence, at)
        if match is None:
            return
        yield _read(match)
        at = match.end()


def _ahead(sentence: str, start: int) -> Iterator[tuple[str, frozenset[str]]]:
    for match in _PHRASE.finditer(sentence, max(0, start - _BEFORE), start):
        yield _read(match)


def _read(match: re.Match[str]) -> tuple[str, frozenset[str]]:
    return match["preposition"].lower(), frozenset(word.stem for word in content(match["words"]))


def exclude(one: Adjuncts, other: Adjuncts) -> bool:
    """Has each a phrase with one preposition, and these share no word: "for football", "for concerts"?"""
    for preposition, words in one:
        there = [stems for name, stems in other if name == preposition and stems]
        if words and there and not any(words & stems for stems in there):
            return True
    return False
