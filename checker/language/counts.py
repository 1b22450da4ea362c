"""Counts: which plain numbers count something ("3,200 UN peacekeepers", "killed 47") and which are labels or years."""

from __future__ import annotations

import re

from checker.language.attach import Figure
from checker.language.lexicons.nouns import HYPHENATED, ONE_IDIOMS, SCORES
from checker.language.nouns import NO_NOUN, Noun, counted_noun, is_plural, labels, lemma, name_before

_HYPHENATED_NOUN = re.compile(r"[-‐‑]([a-z]+)(?![\w-])")
_REPEATED = re.compile(r" \(\d[\d,]{0,12}\)")  # "thirteen (13) soldiers"
_LAST_WORD = re.compile(r"([A-Za-z]+)[ \u00a0]$")
_NEXT_WORD = re.compile(r"[ \u00a0-]([A-Za-z]+)")
# Before "one" these make a pronoun of it; before another bare number word they make it a reference ("the two").
_DETERMINERS = frozenset(
    """the no any every each this that some another which only these those other either last first next number
    day""".split()
)
_BEFORE_YEAR = frozenset(
    """in since by from until till during of the before after through to and early late mid january february march
    april may june july august september october november december spring summer autumn fall winter year for circa
    around about""".split()
)
_NOT_BEFORE_COUNT = frozenset({"at", "in", "since", "until", "circa"})
_TOO_LARGE = 10**7  # ungrouped digits of eight places and more are an identifier
_PERSONS = frozenset(
    "person soldier policeman child woman man civilian militant migrant troop worker student refugee".split()
)


def count(text: str, figure: Figure, end: int | None = None) -> tuple[Noun, bool]:
    """The noun that a figure without a unit counts, and whether the figure is a count at all.

    `end` is where the noun phrase may begin, behind the figure and its hedge.
    """
    at = figure.end if end is None else end
    if figure.sealed:
        return _hyphenated(text, figure)
    if figure.low == figure.high == 1 and figure.spelled:
        return _one(text, figure, at)
    if repeated := _REPEATED.match(text, at):
        at = repeated.end()
    noun = counted_noun(text, at)
    return noun, _counts(text, figure, noun)


def _hyphenated(text: str, figure: Figure) -> tuple[Noun, bool]:
    """ "15-nation", "12-member"; a hyphen and another word make a name: "two-state", "747-style"."""
    match = _HYPHENATED_NOUN.match(text, figure.end)
    if match is None or match[1] not in HYPHENATED:
        return NO_NOUN, False
    if match[1] == "strong":
        return NO_NOUN, True
    return Noun(match[1], match.start(1), match.end(1)), True


def _one(text: str, figure: Figure, at: int) -> tuple[Noun, bool]:
    """ "One" counts only with its noun: "one ship", not "one of the", "no one", "one day"."""
    following = _NEXT_WORD.match(text, at)
    if following is None or following[1].lower() in ONE_IDIOMS or _word_before(text, figure.start) in _DETERMINERS:
        return NO_NOUN, False
    noun = counted_noun(text, at, single=True)
    return noun, noun is not NO_NOUN and noun.word not in ONE_IDIOMS


def _counts(text: str, figure: Figure, noun: Noun) -> bool:
    before = _word_before(text, figure.start)
    if not (figure.hedge or figure.spelled or figure.scale > 1):
        if labels(text, figure.start):
            return False
        if (figure.bare or figure.rounded) and name_before(text, figure.start) and not _counts_after_name(figure, noun):
            return False
    if figure.dashed and (noun is NO_NOUN or _scored(text, figure)):
        return False
    if figure.year_like or (figure.dashed and figure.bare and 1000 <= figure.low <= 2100):
        return noun is not NO_NOUN and (bool(figure.hedge) or _no_year(figure, before, noun))
    if noun is not NO_NOUN or figure.hedge:
        return figure.low < _TOO_LARGE or not figure.bare
    if figure.spelled:
        return figure.low > 1 and before not in _DETERMINERS
    if figure.bare:
        if _in_a_row(text, figure):
            return False
        return figure.low < _TOO_LARGE and before not in _NOT_BEFORE_COUNT  # "died at 77", "in 911"
    return True


def _in_a_row(text: str, figure: Figure) -> bool:
    """Whether digits stand before or behind it, a space apart: the page numbers "1 2 3 4"."""
    start, end = figure.start, figure.end
    return (text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()) or (
        start > 1 and text[start - 1] == " " and text[start - 2].isdigit()
    )


def _counts_after_name(figure: Figure, noun: Noun) -> bool:
    """ "In Syria 300 people", but not "Explorer 9 releases": behind a name a small number counts only people."""
    head = noun.word.rpartition(" ")[2]
    return noun is not NO_NOUN and (lemma(head) in _PERSONS or (figure.low >= 100 and is_plural(head)))


def _no_year(figure: Figure, before: str, noun: Noun) -> bool:
    """Whether "2000 soldiers" is a count: never after "in" or "the", and for 1900 to 2100 only of people."""
    if before in _BEFORE_YEAR:
        return False
    return figure.low < 1900 or lemma(noun.word.rpartition(" ")[2]) in _PERSONS


def _scored(text: str, figure: Figure) -> bool:
    following = _NEXT_WORD.match(text, figure.end)
    return following is not None and following[1].lower() in SCORES


def _word_before(text: str, start: int) -> str:
    match = _LAST_WORD.search(text[max(0, start - 16) : start])
    return match[1].lower() if match else ""
