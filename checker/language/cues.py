"""Which words a text has: "The 14th Games" has the, th, games. A pattern without its words needs no search.

A case-insensitive pattern is tried at every character; to ask first whether the text has any word of it is much
cheaper, and the words of a text are found once for all patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The runs of Latin letters in a text, in small letters: "wargame", not "war-game"."""
    return frozenset(_LETTERS.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, and words of which every place that it finds has one."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def search(self, text: str, start: int = 0, end: int | None = None, *, within: str = "") -> re.Match[str] | None:
        """The first place in `text[start:end]`; `within` is the sentence that `text` was cut from, whose words are
        known."""
        if words_of(within or text).isdisjoint(self.words):
            return None
        return self.pattern.search(text, start, len(text) if end is None else end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None, *, within: str = ""
    ) -> Iterator[re.Match[str]]:
        """Every place in `text[start:end]`."""
        if words_of(within or text).isdisjoint(self.words):
            return iter(())
        return self.pattern.finditer(text, start, len(text) if end is None else end)


def cue(pattern: str | re.Pattern[str], words: str) -> Cue:
    """A pattern, which ignores case if it is text, with those words that it cannot do without."""
    return Cue(re.compile(pattern, re.IGNORECASE) if isinstance(pattern, str) else pattern, frozenset(words.split()))
