"""The usual forms of a word: "enrol" finds enrolled and enrolling, "patient" patients, "sign up" signed up.

Whoever defines a kind of claim writes each word once, as a dictionary has it. A form too many finds nothing in a text;
a form too few is a miss: so both ways to spell a form are made where English has two (enroled, enrolled).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.language.cues import Cue, words_of
from checker.language.lexicons.irregular import VERBS
from checker.language.lexicons.nouns import INVARIANT, IRREGULAR

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")
_PLURALS: dict[str, set[str]] = {}
for _plural, _singular in IRREGULAR.items():
    _PLURALS.setdefault(_singular, set()).add(_plural)


def forms(phrase: str) -> frozenset[str]:
    """The forms of a word or phrase in small letters; of a phrase its first and its last word are inflected."""
    words = phrase.casefold().split()
    if len(words) == 1:
        return _of_word(words[0])
    first = {" ".join([form, *words[1:]]) for form in _of_word(words[0])}
    return frozenset(first | {" ".join([*words[:-1], form]) for form in plural(words[-1])})


def plural(noun: str) -> frozenset[str]:
    """A noun in the singular and the plural: person, people, persons."""
    *before, last = noun.casefold().split()
    ways = {last} if last in INVARIANT else {last, *_PLURALS.get(last, {_with_s(last)})}
    return frozenset(" ".join([*before, way]) for way in ways)


def _of_word(word: str) -> frozenset[str]:
    found = {word, _with_s(word), *plural(word), *VERBS.get(word, ())}
    for stem in _stems(word):
        found |= {f"{stem}ed", f"{stem}ing"}
    if word.endswith("e") and not word.endswith("ee"):
        found |= {f"{word}d", f"{word[:-1]}ing"}
    if word.endswith("ise"):
        found |= _of_word(f"{word[:-3]}ize")
    return frozenset(found)


def _with_s(word: str) -> str:
    if word.endswith(_HISSING):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in _VOWELS else f"{word}s"


def _stems(word: str) -> list[str]:
    """What "-ed" and "-ing" are put behind: tri and try of "try", enrol and enroll of "enrol"."""
    if word.endswith("e"):
        return []
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return [word, f"{word[:-1]}i"]
    doubled = len(word) > 2 and word[-1] not in f"{_VOWELS}wxy" and word[-2] in _VOWELS
    return [word, word + word[-1]] if doubled else [word]


def cue_for(phrases: Iterable[str]) -> Cue | None:
    """What finds any of the phrases, in small letters or capitals; None without one."""
    ways = sorted(set(phrases), key=lambda way: (-len(way), way))
    if not ways:
        return None
    alternatives = "|".join(r"\s+".join(re.escape(word) for word in way.split()) for way in ways)
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
    return Cue(pattern, frozenset(min(words_of(way), default="") for way in ways))
