"""Names of one thing: "Regional Co-operation" and "Regional Cooperation", "Zhardem" and "Jardem"; never two numbers.

Candidates come from a key that spellings share (the consonants, transliterations made alike), so that nothing is
compared pair by pair; rapidfuzz then decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.model import fold
from checker.rulebook import Names

# Similarity (0 to 100, rapidfuzz ratio of the folded names) from which two names with one key are one name.
_NEAR = 70.0

# Ways to write one sound in Latin letters; longest first.
_TRANSLITERATIONS = tuple(
    pair.split(":")
    for pair in (
        "shch:s zh:j dzh:j dj:j kh:h gh:g ts:s tz:s ch:s sh:s sch:s ph:f th:t ck:k cq:k qu:kv"
        " x:ks w:v y:i j:j q:k c:k".split()
    )
)
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Series:
    """What a name stands for once its edition is taken off: `key` is shared by all spellings."""

    key: str
    name: str
    evidence: tuple[str, ...] = ()


def merge_names(bases: Iterable[str], names: Names) -> dict[str, Series]:
    """For each name, folded, the series it belongs to."""
    written: dict[str, Counter[str]] = {}
    for base in bases:
        written.setdefault(fold(base), Counter())[base] += 1
    told = {fold(name): fold(group[0]) for group in names.same for name in group}
    leaders: dict[str, str] = {}
    for block in _blocks(sorted(written)):
        _lead(block, names, leaders)
    groups: dict[str, list[str]] = {}
    for name in sorted(written):
        groups.setdefault(told.get(name) or told.get(leaders[name]) or leaders[name], []).append(name)
    return {
        member: series
        for key, members in groups.items()
        for series in [_series(key, members, written)]
        for member in members
    }


def _series(key: str, members: list[str], written: dict[str, Counter[str]]) -> Series:
    spellings: Counter[str] = Counter()
    for member in members:
        spellings.update(written[member])
    best = max(spellings.items(), key=lambda item: (item[1], not item[0].isupper(), item[0]))[0]
    ways = sorted({_displayed(written[member]) for member in members})
    evidence = (f"{' and '.join(ways)} are spellings of one name",) if len(members) > 1 else ()
    return Series(key, best, evidence)


def _displayed(spellings: Counter[str]) -> str:
    return max(spellings.items(), key=lambda item: (item[1], item[0]))[0]


def _blocks(names: list[str]) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(skeleton(name), []).append(name)
    return [found[key] for key in sorted(found)]


def _lead(block: list[str], names: Names, leaders: dict[str, str]) -> None:
    """Give each name of a block its leader: the first leader it is near to, or itself."""
    chosen: list[str] = []
    for name in block:
        leaders[name] = next((leader for leader in chosen if not _told_apart(name, leader, names)), name)
        if leaders[name] == name:
            chosen.append(name)


def names_apart(one: str, other: str, names: Names) -> str:
    """Why two names, folded, are not spellings of one: "too unlike (41 of 100, one name from 70 on)"."""
    if skeleton(one) != skeleton(other):
        return "they sound different"
    return _told_apart(one, other, names)


def _told_apart(one: str, other: str, names: Names) -> str:
    """Why two names that sound alike are two; "" when they are one."""
    from rapidfuzz import fuzz

    if (alike := fuzz.ratio(one, other)) < _NEAR:
        return f"too unlike ({alike:.0f} of 100, one name from {_NEAR:.0f} on)"
    if numerals(one) != numerals(other):
        return "their numbers differ"
    return "names.yml says so" if names.apart(one, other) else ""


def numerals(name: str) -> list[str]:
    """Arabic and Roman numerals."""
    return re.findall(r"\d+|\b[ivx]+\b", name)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """What the spellings of one name share: its consonants by sound, word by word, and its digits.

    >>> skeleton("zhardem") == skeleton("jardem"), skeleton("rahmon") == skeleton("rakhmon")
    (True, True)
    """
    return " ".join(_sound(word) for word in name.split())


def _sound(word: str) -> str:
    for written, sound in _TRANSLITERATIONS:
        word = word.replace(written, sound)
    first, rest = word[:1], word[1:]
    return _DOUBLED.sub(r"\1", ("a" if first in "aeiou" else first) + _VOWELS.sub("", rest))
