"""Are two names those of one thing? "Pitt", "Brad Pitt" and "William Bradley Pitt" may be, "Tom Pitt" is another."""

from __future__ import annotations

from functools import lru_cache

from checker.align.series import skeleton
from checker.language.lexicons.clauses import JOINING, SORTS, TITLES

_LEAST_TRANSLITERATED = 5  # letters of a word that may be spelt in two ways
_LEAST_OF_A_FORENAME = 3  # letters that a short form of a forename has in common with it: "Rob", "Brad"


@lru_cache(maxsize=65536)
def core(name: str) -> tuple[str, ...]:
    """The words of a folded name that tell it from others: without titles, sorts ("novel") and joining words."""
    words = name.split()
    told = tuple(word for word in words if word not in JOINING and word not in TITLES and word not in SORTS)
    return told or tuple(words)


@lru_cache(maxsize=65536)
def may_be_one(one: str, other: str) -> bool:
    """Do two folded names go together? The last words must be one; what stands before them in the shorter name must
    stand in the longer one, be its initial or a short form of it."""
    short, long = sorted((core(one), core(other)), key=len)
    if short == long:
        return True
    if not short or not _is_spelling(short[-1], long[-1]) or len(short[-1]) < _LEAST_OF_A_FORENAME:
        return False
    at = 0
    for word in short[:-1]:
        at = next((index + 1 for index in range(at, len(long) - 1) if _is_short_for(word, long[index])), 0)
        if not at:
            return False
    return True


@lru_cache(maxsize=65536)
def surely_others(one: str, other: str) -> bool:
    """Have two folded names no word in common?"""
    pairs = ((word, there) for word in core(one) for there in core(other))
    return not any(_is_spelling(word, there) or _is_short_for(word, there) for word, there in pairs)


def _is_spelling(word: str, other: str) -> bool:
    """Is it one word: "Rahmon" and "Rakhmon", "Assad" and "al-Assad"?"""
    if word == other or word in (f"al{other}", f"el{other}") or other in (f"al{word}", f"el{word}"):
        return True
    return min(len(word), len(other)) >= _LEAST_TRANSLITERATED and skeleton(word) == skeleton(other)


def _is_short_for(word: str, full: str) -> bool:
    if word == full or (len(word) == 1 and full.startswith(word)) or (len(full) == 1 and word.startswith(full)):
        return True
    return len(word) >= _LEAST_OF_A_FORENAME and full.startswith(word)
