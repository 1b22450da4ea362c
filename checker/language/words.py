"""Words and punctuation: "Lindow (town), which opened" without its brackets: Lindow , which opened."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_](?:[\w.&/’'‐‑-]|[–—](?=[^\W\d_]))*|[,;:()\[\]–—“”\"]")
_SHORTEST = 3  # letters of a word whose full stop is the sentence's: "closed.", but "J."
_OPENING, _CLOSING = "([", ")]"


class Token(NamedTuple):
    """A word or a mark of punctuation; `lower` is the word in lower case."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it has a capital letter: "Lindow", "iPhone", "UN"."""
        return self.text != self.lower

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def tokens(text: str) -> list[Token]:
    """The words and punctuation outside brackets, quotation marks left out."""
    depth = 0
    kept = []
    for match in _TOKEN.finditer(text):
        text = match[0] if "." in match[0][:-1] or len(match[0]) < _SHORTEST else match[0].rstrip(".")
        token = Token(text, text.lower(), match.start(), match.start() + len(text))
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and token.text not in '“”"':
            kept.append(token)
    return kept
