"""Is a text English? "Die Übung wurde am Montag eröffnet und soll bis Freitag dauern." reads like German.

A bounded sample of the words is looked at. When unsure the text is English: a headline, a list, a table of foreign
names. Skipped is what is written in another script, or has the grammar of another language and not that of English.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from checker.language.lexicons.languages import ENGLISH, GRAMMAR, SCRIPTS

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = re.compile(r"[.!?][\"'”’»)]*\s+[^\W\d_a-z]")
# The first look takes so many pieces of a text, of so many characters each at most; a second look more of both.
_GLANCE, _LOOK = (6, 160), (40, 400)
# The share of English grammar in the words of a text that needs no second look; English prose has about 0.3.
_SURELY_ENGLISH = 0.12
# Grammar words of another language: so many, so many different ones, this share, and so many times those of English.
_HITS, _DIFFERENT, _SHARE, _TIMES = 5, 4, 0.06, 2
# A language of which nothing is known: so many words in so many sentences, with hardly any English grammar among them.
_MANY_WORDS, _SENTENCES, _HARDLY = 60, 3, 0.02
_KANA = "Japanese"
_LETTERS = 12  # so many letters of another script, and more than half of all


def why_not_english(pieces: Sequence[str]) -> str:
    """ "not English (it reads like German)" for a text in `pieces`, its sentences; "" for English and where unsure."""
    words = _WORD.findall(_sample(pieces, *_GLANCE))
    if _english(words) > _SURELY_ENGLISH * len(words):
        return ""
    sample = _sample(pieces, *_LOOK)
    if script := _script(sample):
        return f"not English (it is written in {script} letters)"
    words = _WORD.findall(sample)
    if language := _language(words):
        return f"not English (it reads like {language})"
    return "not English" if _is_unknown(sample, words) else ""


def _sample(pieces: Sequence[str], most: int, longest: int) -> str:
    """The beginnings of at most `most` pieces, evenly spread over all."""
    step = max(1, len(pieces) // most)
    return "\n".join(piece[:longest] for piece in pieces[: step * most : step])


def _english(words: Sequence[str]) -> int:
    return sum(word.lower() in ENGLISH for word in words)


def _script(sample: str) -> str:
    """The script of most letters, if it is not the Latin one."""
    letters = [character for character in sample if character.isalpha()]
    foreign = [character for character in letters if character >= SCRIPTS[0][0]]
    if len(foreign) < _LETTERS or 2 * len(foreign) < len(letters):
        return ""
    tally = Counter(
        next((name for first, last, name in SCRIPTS if first <= character <= last), "") for character in foreign
    )
    if tally[_KANA]:  # Japanese is written in Chinese characters too
        return _KANA
    return max(sorted(tally), key=lambda name: tally[name])


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages that each grammar word belongs to."""
    found: dict[str, list[str]] = defaultdict(list)
    for language, grammar in GRAMMAR.items():
        for word in grammar:
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def _language(words: Sequence[str]) -> str:
    """The language whose grammar the words have, or "". Words in capitals are names and abbreviations."""
    known = _languages()
    hits = Counter(word for word in words if word in known)
    total: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, count in hits.items():
        total.update(dict.fromkeys(known[word], count))
        different.update(known[word])
    if not total:
        return ""
    best = max(sorted(total), key=lambda language: (total[language], different[language]))
    enough = total[best] >= max(_HITS, _SHARE * len(words), _TIMES * _english(words))
    return best if enough and different[best] >= _DIFFERENT else ""


def _is_unknown(sample: str, words: Sequence[str]) -> bool:
    """Is it prose, sentence after sentence, without the grammar of English?"""
    prose = [word for word in words if word.islower()]
    if len(prose) < _MANY_WORDS or 2 * len(prose) < len(words) or _english(words) > _HARDLY * len(words):
        return False
    return len(_SENTENCE_ENDS.findall(sample)) >= _SENTENCES
