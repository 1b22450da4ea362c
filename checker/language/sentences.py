"""Sentences with their places: "Gen. Lang spoke at 5 p.m. Tuesday. Nobody replied." is two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop after these does not end a sentence: "Gen. Lang", "Aug. 20", "No. 3", "approx. 40".
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof gen col lt sgt maj capt cpl cmdr adm brig pvt rep sen gov pres rev hon st sr jr
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ext tel vs etc approx ca cf al fig vol ed eds pp art inc ltd co corp bros dept univ assn est mt ft
    """.split()
)
_BEFORE_NUMBERS = frozenset("no nos".split())
_NUMBER = re.compile(r"\s*\d")

_BREAK = re.compile(
    r"""
    (?<![.!?…]) (?P<stop> [.!?…]+ ) [”"’'»)\]]*      # won.”  he asked?)
    (?= \s+ (?: [“"‘'«(\[—–-]+ \s* )? [A-Z0-9À-ÞА-Я$€£¥] )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.]+$")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of `text[start:end]`, without the white space around them."""
    end = len(text) if end is None else end
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, begin, match):
            yield from _pieces(text, begin, match.end())
            begin = match.end()
    yield from _pieces(text, begin, end)


# No sentence is longer; what has no full stop for so long is a list or worse, and is cut at white space.
_LONGEST = 2000


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    if match["stop"][0] != ".":
        return True
    before = _LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    if not before:
        return True
    word = before[0]
    if word.lower() in _BEFORE_NUMBERS:
        return not _NUMBER.match(text, match.end())  # "No. 3", but "No. The mayor"
    if word.lower() in _ABBREVIATIONS:
        return False
    if len(word) == 1 and word.isalpha():
        return word.islower()  # an initial ("John F. Kennedy"), but "at point a. The"
    if "." in word and len(word) <= 5:
        return word.lower() in ("a.m", "p.m") or _starts_sentence(
            text, match.end()
        )  # "the U.S. Army", "in the U.S. He said"
    return not (word.isdigit() and begin == before.start())  # "3. Who is behind it?"


# Words that start a sentence after an abbreviation that may also end one.
_STARTERS = re.compile(
    r"\s+[“\"‘']?(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Its|His|Her|Their|As|For|If|When)\b"
)


def _starts_sentence(text: str, at: int) -> bool:
    return _STARTERS.match(text, at) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
