"""Words and punctuation: "Lindow (town), which opened" without its brackets: Lindow , which opened."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_][\w.&/’'‐‑-]*(?:[–—](?=[^\W\d_])[\w.&/’'‐‑-]*)*|[,;:()\[\]–—“”\"]")
_SHORTEST = 3  # letters of a word whose full stop is the sentence's: "closed.", but "J."
_OPENING, _CLOSING, _QUOTES = "([", ")]", '“”"'


class Token(NamedTuple):
    """A word or a mark of punctuation. `lower` is the word in lower case, `capital` whether it has a capital letter:
    "Lindow", "iPhone", "UN"."""

    text: str
    lower: str
    start: int
    end: int
    capital: bool

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def tokens(text: str) -> list[Token]:
    """The words and punctuation outside brackets, quotation marks left out."""
    depth = 0
    kept = []
    for match in _TOKEN.finditer(text):
        word, start = match[0], match.start()
        if word in _OPENING:
            depth += 1
        elif word in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and word not in _QUOTES:
            if word[-1] == "." and len(word) >= _SHORTEST and "." not in word[:-1]:
                word = word[:-1]
            lower = word.lower()
            kept.append(Token(word, lower, start, start + len(word), word != lower))
    return kept
