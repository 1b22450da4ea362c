"""Things of a sort that a sentence names: "the ATLAS-2 trial", "Lindow Museum", "the film Tall Grass"; "the trial"
resumes one, "another trial" and "both trials" are none that has a name.

Whoever defines a kind of claim says of what sort its subjects are; only then can a sentence be asked which it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.language.cues import Cue
from checker.language.inflections import cue_for, plural
from checker.language.lexicons.clauses import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    LEADS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TITLES,
    VERBS,
)
from checker.language.lexicons.common import STOP_WORDS
from checker.language.phrases import name_at_end, spelled
from checker.language.words import Token, tokens

_NAME_WITHIN = 9  # words of a name, at most
_APPOSITION_WITHIN = 8  # words between a name and the sort that a comma or "is" gives it
NO_NAMES = STOP_WORDS | LEADS | TITLES
_INDEFINITE = frozenset("a an".split())
_DEFINITE = frozenset("the this that".split())
_BEGINNING = DETERMINERS | POSSESSIVES
IN_NAMES = frozenset("of the for de du des del la le van von".split())  # Museum of the City of Lindow
# Words of which no name consists.
_BUILDING = (
    VERBS | ADVERBS | PRONOUNS | RELATIVES | CONJUNCTIONS | PREPOSITIONS | DETERMINERS | POSSESSIVES | STOP_WORDS
)
_DESCRIBING = 2  # words between a name and its sort
_IS = frozenset("is was".split())
_CALLED = frozenset("called named".split())
_CODE = re.compile(r"\d|^[A-Z]{3,}$")  # ATLAS-2, BEACON: such a name needs no sort
_ROMAN = re.compile(r"-(?=[IVX]+\b)")
_QUOTES = "“”\"'‘’"
_OWNING = re.compile(r"['’]s?\Z")
_NUMERAL = re.compile(r"[IVX]+\Z|\d+\Z")


class Thing(NamedTuple):
    """Something of the sort at `text[start:end]`. `name` is "" for what resumes another thing (`resumes`) and for what
    has no name. A thing is `introduced` where its sort is said beside its name: "the ATLAS-2 trial"."""

    start: int
    end: int
    name: str
    sort: str = ""
    resumes: bool = False
    introduced: bool = False


class Sorts:
    """The nouns for what a kind's subjects are: trial, study; power plant, wind farm."""

    def __init__(self, nouns: Iterable[str]) -> None:
        self.singular = {noun.casefold(): noun.casefold() for noun in nouns}
        self._plural = {form: noun for noun in self.singular for form in plural(noun) if form not in self.singular}
        self._longest = max((len(form.split()) for form in (*self.singular, *self._plural)), default=0)
        self.cue: Cue | None = cue_for((*self.singular, *self._plural))

    def at(self, words: Sequence[Token], begin: int) -> tuple[int, str, bool] | None:
        """The longest sort that begins with that word: where it ends, which it is, and whether it is a plural."""
        for length in range(min(self._longest, len(words) - begin), 0, -1):
            phrase = _OWNING.sub("", " ".join(word.lower for word in words[begin : begin + length]))
            if phrase in self.singular:
                return begin + length, phrase, False
            if phrase in self._plural:
                return begin + length, self._plural[phrase], True
        return None


def joined_words(text: str) -> list[Token]:
    """The words of a sentence; "1,200" is one."""
    joined: list[Token] = []
    for word in tokens(text):
        if len(joined) > 1 and word.text[0].isdigit() and joined[-1].text == "," and joined[-1].end == word.start:
            first = joined[-2]
            if first.text[-1].isdigit() and first.end == joined[-1].start:
                number = text[first.start : word.end]
                joined[-2:] = [Token(number, number, first.start, word.end, capital=False)]
                continue
        joined.append(word)
    return joined


def with_their_sort(text: str, sorts: Sorts) -> Iterator[Thing]:
    """The things whose sort the sentence says."""
    words = joined_words(text)
    at = 0
    while at < len(words):
        found = sorts.at(words, at)
        if found is None:
            at += 1
            continue
        end, sort, several = found
        thing = _several(words, at, end) if several else _named(words, at, end, sort)
        if thing is None:
            at = end
            continue
        yield thing
        at = next((index for index in range(end, len(words)) if words[index].start >= thing.end), len(words))


def _described(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The name before a sort with what is said of it: "Lindow history" of "the Lindow history museum"."""
    for index in range(at - 1, max(-1, at - 1 - _DESCRIBING), -1):
        word = words[index]
        described = word.word and word.text == word.lower and word.text.replace("-", "").isalpha()
        if (
            not described
            or word.lower in _BUILDING
            or (word.lower.endswith(("s", "ed", "ing", "ly")) and "-" not in word.text)
        ):
            return ()
        if name := _before(words, index):
            return [*name, *words[index:at]]
    return ()


def _fully_named(words: Sequence[Token], first: int, end: int, sort: str) -> Thing:
    begin = _determined(words, first)
    return Thing(words[begin].start, words[end - 1].end, name_of(words[first:end]), sort, introduced=True)


def is_code(name: str) -> bool:
    """Is a name such that it needs no sort: ATLAS-2, BEACON?"""
    return _CODE.search(name) is not None


def _several(words: Sequence[Token], at: int, end: int) -> Thing:
    return Thing(words[at].start, words[end - 1].end, "")


def _named(words: Sequence[Token], at: int, end: int, sort: str) -> Thing | None:
    """The thing whose sort is `words[at:end]`; None where that is a part of another name: "the Lindow Museum Trust"."""
    proper = words[at].capital and bool(at or _goes_on(words, end))
    if proper and end < len(words) and words[end].capital and words[end].start == words[end - 1].end + 1:
        return None
    before = _before(words, at, whole=proper)
    if not before and (described := _described(words, at)):
        return _fully_named(words, at - len(described), end, sort)
    if proper and (before or _goes_on(words, end)):
        return _proper(words, at, end, sort, before)
    if before:
        begin = _determined(words, at - len(before))
        name = name_of(before)
        return Thing(words[begin].start, words[end - 1].end, name, sort, introduced=True)
    if (behind := _behind(words, end)) is not None:
        first, last = behind
        return Thing(words[at].start, words[last - 1].end, name_of(words[first:last]), sort, introduced=True)
    if (subject := _apposition(words, at)) is not None:
        first, last = subject
        return Thing(words[first].start, words[end - 1].end, name_of(words[first:last]), sort, introduced=True)
    resumes = at > 0 and words[at - 1].lower in _DEFINITE and not _determines_place(words, end)
    return Thing(words[at - 1 if resumes else at].start, words[end - 1].end, "", sort, resumes=resumes)


def _before(words: Sequence[Token], at: int, *, whole: bool = False) -> Sequence[Token]:
    """The name right before a sort: ATLAS-2 of "In Norburg's phase III ATLAS-2 trial"; a sort that is itself a part of
    the name leaves it `whole`: "St Orrin's Museum"."""
    begin = max(0, at - _NAME_WITHIN)
    determined = [index for index in range(begin, at) if words[index].text in DETERMINERS]
    found = name_at_end(words[determined[-1] + 1 if determined else begin : at])
    owners = [] if whole else [index for index, word in enumerate(found) if _OWNING.search(word.text)]
    if owners:
        found = found[owners[-1] + 1 :]
    while found and (found[0].lower in NO_NAMES or _NUMERAL.match(found[0].text) or _is_unit(words, at - len(found))):
        found = found[1:]
    return found


def _is_unit(words: Sequence[Token], at: int) -> bool:
    """The MW of "the 1,200 MW Harrow Point power plant"."""
    return at > 0 and words[at - 1].text[0].isdigit()


def _goes_on(words: Sequence[Token], end: int) -> int:
    """Where a name goes on behind its sort: "Battle of Orrin Ford", "Museum of the City of Lindow"; 0 if it ends."""
    at = last = end
    while at < len(words) and (words[at].capital or words[at].lower in IN_NAMES) and words[at].word:
        if words[at].lower.endswith(("'s", "’s")):
            break
        if words[at].capital:
            last = at + 1
        elif at > end and words[at - 1].lower in IN_NAMES and words[at].lower not in ("the", "la", "le"):
            break
        at += 1
    begins = end < len(words) and words[end].lower in ("of", "for", "de", "du", "del")
    return last if begins and last > end else 0


def _proper(words: Sequence[Token], at: int, end: int, sort: str, before: Sequence[Token]) -> Thing:
    """A sort that is a part of the name; of "the ATLAS-2 Trial" it is none."""
    first, last = at - len(before), _goes_on(words, end) or end
    name = name_of(words[first:last])
    if before and last == end and any(_CODE.search(word.text) for word in before):
        name = name_of(before)
    begin = _determined(words, first)
    return Thing(words[begin].start, words[last - 1].end, name, sort, introduced=True)


def _behind(words: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The name right behind a sort: "the film Tall Grass", "a trial called ATLAS-2"."""
    first = end + 1 if end < len(words) and words[end].lower in _CALLED else end
    last = first
    while last < len(words) and (words[last].capital or (last > first and words[last].text.isdigit())):
        last += 1
    if last == first or words[first].lower in NO_NAMES:
        return None
    return first, last


def _apposition(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The name that the sort is said of: "ATLAS-2, a phase III trial", "Tall Grass is a film"."""
    for index in range(at - 1, max(0, at - _APPOSITION_WITHIN), -1):
        word = words[index]
        if not word.word or word.lower in ("of", "in", "at", "for", "with", "and", "to"):
            return None
        if word.lower in _INDEFINITE or (word.lower == "the" and words[index - 1].text == ","):
            joint = words[index - 1]
            if joint.text != "," and joint.lower not in _IS:
                return None
            name = _before(words, index - 1)
            return (index - 1 - len(name), index - 1) if name else None
    return None


def _determines_place(words: Sequence[Token], end: int) -> bool:
    """Does a place or an owner say which one is meant: "the trial in Spain", "the trial of lindrogel"?"""
    return end < len(words) and words[end].lower in ("in", "of", "at", "near", "from", "by", "for")


def _determined(words: Sequence[Token], first: int) -> int:
    """Where the phrase of a name begins: "the large, randomised ATLAS-2" with its determiner."""
    for index in range(first - 1, max(-1, first - 6), -1):
        word = words[index]
        if word.lower in _BEGINNING or word.lower.endswith(("'s", "’s")):
            return index
        described = word.text in (",", word.lower) or _NUMERAL.match(word.text) or _is_unit(words, index)
        if word.lower in NO_NAMES or not described:
            return first
    return first


def name_of(words: Sequence[Token]) -> str:
    """The name as it is called; "ATLAS-II" with a space, so that its number is one."""
    return _OWNING.sub("", _ROMAN.sub(" ", spelled(words).strip(_QUOTES)))
