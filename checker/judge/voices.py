"""Voices: one sentence of a news agency in three outlets is one voice: "22 May stands in 1 source (2 more copy it)".

A source copies another where both give one value in one sentence, nearly word for word, or in one quotation. Copies are
found through runs of three words; nothing is compared pair by pair. A copy with another value is no copy to a vote, but
among copies of one sentence alone the odd one is the slip.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model import Claim

_RUN = 3  # words
# Of the runs of the shorter text so many stand in the other too: a word replaced in the middle costs three runs.
_SHARED = 0.6
# Shorter texts are copies only if they are equal: "Lantern Fair 23 ends on 20 May 2023" is how anybody would say it.
_FEWEST_WORDS = 12
_MOST_ON_A_SHELF = 20  # a run that more texts share tells none of them apart
_WORD = re.compile(r"[^\W_]+")
_QUOTATION = re.compile(r"“[^“”]{20,600}”|\"[^\"]{20,600}\"")

Run = tuple[str, ...]


class Votes(NamedTuple):
    """How many sources of a side speak for themselves, how many copy one of these, and places without the copies'."""

    voices: int
    copies: int
    places: int


def votes(side: Sequence[Claim]) -> Votes:
    """The votes for a side's value: a source and all that copy it have one."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in side:
        by_source[claim.where.path].append(claim)
    voices = _voices(by_source, _value)
    places: dict[str, int] = {}
    for path, claims in by_source.items():
        voice = voices.of(path)
        places[voice] = max(places.get(voice, 0), len(claims))
    return Votes(len(places), len(by_source) - len(places), sum(places.values()))


def of_one_sentence(claims: Iterable[Claim]) -> bool:
    """Do all sources have the claim in one sentence, copied nearly word for word, but for its value?"""
    by_source = {claim.where.path: [claim] for claim in claims}
    voices = _voices(by_source, lambda _: "")
    return len({voices.of(path) for path in by_source}) == 1


def _value(claim: Claim) -> str:
    return str(claim.value)


def _voices(by_source: Mapping[str, Sequence[Claim]], value_of: Callable[[Claim], str]) -> _Voices:
    voices = _Voices(by_source)
    for path, text in _copied(by_source, value_of):
        voices.join(path, text)
    return voices


def _copied(by_source: Mapping[str, Sequence[Claim]], value_of: Callable[[Claim], str]) -> Iterator[tuple[str, str]]:
    """Pairs of sources, one of which copies the other: by equal values, and equal or like texts."""
    equal: dict[tuple[str, Run], str] = {}
    shelves: dict[tuple[str, Run], list[tuple[str, int]]] = defaultdict(list)
    for path, claims in by_source.items():
        for claim in claims:
            value = value_of(claim)
            for words in _tellings(claim):
                twin = equal.setdefault((value, words), path)
                if twin != path:
                    yield twin, path
                elif len(words) >= _FEWEST_WORDS:
                    yield from _like(shelves, value, words, path)


def _like(
    shelves: dict[tuple[str, Run], list[tuple[str, int]]], value: str, words: Run, path: str
) -> Iterator[tuple[str, str]]:
    """The sources of texts that share most of their runs with these words, which are then shelved themselves."""
    runs = {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}
    met: Counter[tuple[str, int]] = Counter()
    for run in sorted(runs):
        shelf = shelves[value, run]
        met.update(shelf)
        if len(shelf) < _MOST_ON_A_SHELF:
            shelf.append((path, len(runs)))
    for (other, there), common in met.items():
        if common >= _SHARED * min(len(runs), there):
            yield other, path


def _tellings(claim: Claim) -> Iterator[Run]:
    """The words that give the value: those of the sentence, and of the quotation in it that the value stands in."""
    if not claim.sentence:
        return
    yield _words(claim.sentence)
    quotation = next((found[0] for found in _QUOTATION.finditer(claim.sentence) if claim.text in found[0]), "")
    if quotation and len(words := _words(quotation)) >= _FEWEST_WORDS:
        yield words


def _words(text: str) -> Run:
    return tuple(_WORD.findall(text.casefold()))


class _Voices:
    """Sources joined where one copies another."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._first = {path: path for path in paths}

    def of(self, path: str) -> str:
        """The source that stands for all that say it in its words."""
        while (first := self._first[path]) != path:
            self._first[path] = self._first[first]
            path = first
        return path

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._first[second] = first
