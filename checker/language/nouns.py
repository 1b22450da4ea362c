"""The noun that a figure counts: "peacekeepers" of "3,200 UN peacekeepers"; its lemma and its class."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.language.lexicons import nouns as lexicon

_WINDOW = 6  # words from the figure to the head noun at most
# A word, with the number of a designation: "Afghan", "U.S", "F-16", "Leopard 2".
_WORD = re.compile(
    r"[ \u00a0\u202f\n]([A-Z][a-z]\w*+[ ]\d{1,3}(?=[ ][a-z])|[^\W\d_]\w*+(?:['’.‐‑-]\w++)*+)(\.?)",
)
_ENDINGS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("zzes", "zz"))
_ADJECTIVE_ENDING = ("ed", "ing", "ly", "ous", "ful", "ive", "able", "ible", "al", "ic", "ish", "an", "less")


class Noun(NamedTuple):
    """The head noun as written, in lower case, at `text[start:end]`."""

    word: str
    start: int
    end: int


NO_NOUN = Noun("", 0, 0)


def counted_noun(text: str, at: int, *, single: bool = False) -> Noun:
    """The head of the noun phrase that begins at `at`, behind the number; `NO_NOUN` without one.

    Adjectives, nationalities and participles are passed over; a preposition, verb, conjunction or any punctuation ends
    the search. `single` is for "one" and "a": then the head is a singular.
    """
    found = NO_NOUN
    last = NO_NOUN
    modifier = ""
    for position in range(_WINDOW):
        match = _WORD.match(text, at)
        if match is None and found is NO_NOUN and modifier[:1].isupper() and text.startswith(", ", at):
            match = _WORD.match(text, at + 1)  # "Afghan, US and British soldiers"
            if match is not None and not match[1][0].isupper():
                break
        if match is None:
            break
        word = match[1]
        lower = word.lower()
        if lower in lexicon.STOPS and not (word[0].isupper() and position and len(word) > 3) and word != "US":
            if lower in ("and", "or") and modifier and found is NO_NOUN and _joins(modifier):
                at, modifier = match.end(), ""
                continue
            break
        noun = Noun(lower, match.start(1), match.end(1))
        if modifier and f"{modifier.lower()} {lemma(lower)}" in lexicon.COMPOUNDS:  # "military personnel"
            return Noun(f"{modifier.lower()} {lower}", noun.start - len(modifier) - 1, noun.end)
        if single:
            if last is not NO_NOUN and lower.endswith(("ed", "ing")):
                break
            last = noun if not lower.endswith(("'s", "’s")) else last
            if lower in _SINGULAR_PERSONS:
                return noun
        elif is_plural(word):
            if (
                found is NO_NOUN
                or text[found.start].isupper()
                or (found.end + 1 == noun.start and _attributive(found.word))
            ):
                found = noun
        elif found is not NO_NOUN and not text[found.start].isupper():
            break
        at, modifier = match.end(), word
        if match[2] and "." not in word:
            break
    if single:
        return last if last.word not in lexicon.ONE_IDIOMS and not last.word.endswith("ly") else NO_NOUN
    return found


_SINGULAR_PERSONS = frozenset(lexicon.IRREGULAR.values()) | frozenset(
    "soldier civilian officer worker student patient member".split()
)


def _attributive(word: str) -> bool:
    """Whether a plural may stand before the noun it describes: "police officers", "women soldiers", "arms dealers"."""
    return word in lexicon.INVARIANT or word in lexicon.IRREGULAR or word in lexicon.ATTRIBUTIVE


def _joins(word: str) -> bool:
    """Whether "and" after this word goes on with adjectives: "US and Tajik troops", but not "12 dead and"."""
    return word[0].isupper() or (
        word.lower().endswith(_ADJECTIVE_ENDING) and not word.lower().endswith(("led", "red", "ured"))
    )


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun: "troops", "people", "aircraft"; not "various", "Texas", "Iran's"."""
    lower = word.lower()
    if lower in lexicon.INVARIANT or lower in lexicon.IRREGULAR:
        return True
    if len(lower) < 4 or lower[-1] != "s" or lower[-2] in "s'’.ui":
        return len(lower) == 3 and lower.endswith("s") and lower[1] not in "aiu'’." and lower not in lexicon.STOPS
    return lower not in lexicon.NOT_PLURAL and not lower.endswith(("ous", "'s", "’s"))


@lru_cache(maxsize=8192)
def lemma(noun: str) -> str:
    """The singular: "peacekeepers" → "peacekeeper", "countries" → "country", "people" → "person"."""
    lower = noun.lower()
    if lower in lexicon.IRREGULAR:
        return lexicon.IRREGULAR[lower]
    if (
        lower in lexicon.INVARIANT
        or lower in lexicon.NOT_PLURAL
        or len(lower) < 4
        or lower.endswith(("ss", "us", "is"))
    ):
        return lower
    if "-" in lower:
        head, _, tail = lower.rpartition("-")
        return f"{head}-{lemma(tail)}"
    for plural, singular in _ENDINGS:
        if lower.endswith(plural) and len(lower) > len(plural) + 1:
            return lower[: -len(plural)] + singular
    return lower.removesuffix("s")


_CLASS_OF = {word: name for name, words in lexicon.CLASSES.items() for word in words.split()} | lexicon.COMPOUNDS


def noun_class(noun: str) -> str:
    """The class under which counts of a noun are compared: itself, or that of its synonyms ("troops": "soldier").

    Synonyms are few and narrow (`lexicons/nouns.py`); "men and women" of "service" is left to the caller.
    """
    first, space, last = noun.lower().rpartition(" ")
    single = f"{first}{space}{lemma(last)}"
    return _CLASS_OF.get(single, single)


_LAST_WORD = re.compile(r"(?:^|[^\w])([^\W\d_]+)\.?[ \u00a0-]$")
_LABEL = re.compile(r"(?:^|[^\w])([^\W\d_]+)\.?[ \u00a0-](?:\d{1,5}(?:, (?:and )?| and | or | to | of |[-–]))*$")


def labels(text: str, start: int) -> bool:
    """Whether the word before a number makes the number its label: "Resolution 1973", "No. 3", "Articles 3 and 5"."""
    match = _LABEL.search(text[max(0, start - 30) : start])
    if match is None:
        return False
    word = match[1].lower()
    return word in lexicon.LABELS or (word[-1] == "s" and word[:-1] in lexicon.LABELS and word != "numbers")


def name_before(text: str, start: int) -> bool:
    """Whether a name stands right before a number: "Windows 10", "Chelsea 3"."""
    match = _LAST_WORD.search(text[max(0, start - 24) : start])
    if match is None or not match[1][0].isupper():
        return False
    if match[1].isupper() and 2 <= len(match[1]) <= 5:  # "SH 26", "IEC 62365"
        return True
    begins = max(0, start - 24) + match.start(1)
    if begins < 40 and not text[:begins].strip(" \"'“‘("):  # "Some 500 fled", but "Leopard 2 tanks"
        word = match[1].lower()
        return word not in lexicon.STOPS and word not in lexicon.OPENERS and not word.endswith(("ed", "ing", "s", "ly"))
    return True
