"""Which words a text has: "The 14th Games" has the, th, games. A pattern without its words needs no search.

A case-insensitive pattern is tried at every character; to ask first whether the text has any word of it is much
cheaper, and the words of a text are found once for all patterns.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The runs of Latin letters in a text, in small letters: "wargame", not "war-game"."""
    return frozenset(_LETTERS.findall(text.lower()))
