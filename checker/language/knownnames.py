"""Known names wherever they recur: "Sand Tern" of "officers at Sand Tern said", once "exercise Sand Tern" was read.

Names are looked up by their first word, so that a text costs the same however many names its corpus has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from checker.language.cues import words_of
from checker.model import fold

_RUN = re.compile(r"\w+")


class KnownNames:
    """Established names of occasions: `spellings` maps each, folded, to the way that a document writes it."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._spellings = spellings
        self._patterns: dict[str, re.Pattern[str]] = {}

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._spellings

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where `text` has one of the names, as it is written or in capitals; of several that begin together the
        longest."""
        if "" not in self._cues and words_of(text).isdisjoint(self._cues):
            return
        at = 0
        for run in _RUN.finditer(text):
            if run.start() < at or run[0] not in self._by_first_word:
                continue
            if match := self._beginning_with(run[0]).match(text, run.start()):
                at = match.end()
                yield match.span()

    @cached_property
    def _by_first_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted({way for written in self._spellings.values() for way in (written, written.upper())}):
            if first := _RUN.match(name):
                found[first[0]].append(name)
        return dict(found)

    @cached_property
    def _cues(self) -> frozenset[str]:
        """A word, as `words_of` has it, of the first word of each name; "" where that has no Latin letter."""
        return frozenset(min(words_of(first), default="") for first in self._by_first_word)

    def _beginning_with(self, first: str) -> re.Pattern[str]:
        if first not in self._patterns:
            ways = (r"\s+".join(re.escape(word) for word in name.split()) for name in self._by_first_word[first])
            longest_first = sorted(ways, key=lambda way: (-len(way), way))
            self._patterns[first] = re.compile(rf"(?:{'|'.join(longest_first)})\b")
        return self._patterns[first]
