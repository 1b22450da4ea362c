"""What is beside the value of a cell: nothing in "1,200 (total)", but the "14" of "12-14" where only "12" was read.

A cell is read whole or not at all: what its value does not cover must be words that change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Set

# Words beside a value that leave it what it is.
_BESIDE_FIGURES = frozenset({"total", "in total", "overall", "all told", "altogether"})
_BESIDE_DATES = frozenset({"on", "in", "the", "in the", "from", "during"})
_HEDGES = frozenset({"before", "by", "until", "till", "after", "since"})
_TIME = re.compile(
    r"T?\s*\d\d?:\d\d(?::\d\d(?:[.,]\d+)?)?\s*"
    r"(?:[ap]\.?m\.?|Z|UTC|GMT|[+-]\d\d:?\d\d)?(?:\s*local time)?",
    re.IGNORECASE,
)  # 2022-08-20T10:00:00Z
_WORDS = r"(?:est|estimated|estimate|approx|approximately|roughly)\b\.?"
# 1,200 (est.); 1,200?; est. 1,200
_ESTIMATED = re.compile(
    rf"(?<=\w)\s*(?:\(\s*(?:{_WORDS}|\?)\s*\)|\b{_WORDS}|\?)\Z|\A\(?{_WORDS}\)?:?\s*(?=\W?\s?\d)", re.IGNORECASE
)


def is_whole(text: str, start: int, end: int, *, date: bool = False, hedged: bool = False) -> bool:
    """Whether `text[start:end]` is all that a cell says. Behind a `date` the time of day may follow; before one that is
    `hedged` stands the word that hedges it."""
    after = text[end:]
    if date and (clock := _TIME.match(after, len(after) - len(after.lstrip(" ,")))):
        after = after[clock.end() :]
    before, harmless = text[:start].rstrip(" :"), _BESIDE_DATES if date else _BESIDE_FIGURES
    leads = _is_among(harmless, before) or (hedged and before.casefold() in _HEDGES)
    return leads and _is_among(harmless, after.strip(" .,;"))


def _is_among(harmless: Set[str], words: str) -> bool:
    words = words.strip()
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    return not words or words.casefold() in harmless


def without_estimated(text: str) -> str:
    """A cell without the "(est.)" beside its value; the text itself where it has none."""
    return _ESTIMATED.sub("", text)
