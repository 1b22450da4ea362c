"""Editions: the "22" of "Sand Tern 22" is the one of 2022, "the 12th edition" the one with that number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from checker.language.cues import words_of
from checker.model import Edition

ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_ORDINAL = rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)}))"
_NOUNS = ("edition", "running", "staging", "instalment", "installment")
# the 12th edition of the exercise Sand Tern; 29TH EDITION; the sixth Golden Plover
_ORDINAL_EDITION = re.compile(
    rf"\b(?P<ordinal>{_ORDINAL})\s+(?:annual\s+)?(?:{'|'.join(_NOUNS)})\b(?:\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)

_SUFFIX = re.compile(r"[\s\-–—'’\"“”«»]*(?P<digits>(?:19|20)\d\d|\d\d)[\"”»]?$")


def edition_of(digits: str, published: date | None) -> Edition:
    """The edition that a suffix names. Two digits are the year nearest to the dateline (without one: 1970 to 2069).

    >>> edition_of("22", None).year, edition_of("97", date(1996, 11, 20)).year
    (2022, 1997)
    """
    number = int(digits)
    if len(digits) == 4:
        return Edition(year=number, text=digits)
    if published is None:
        return Edition(year=number + (2000 if number < 70 else 1900), short=True, text=digits)
    century = published.year - published.year % 100
    nearest = min(
        (century - 100 + number, century + number, century + 100 + number), key=lambda year: abs(year - published.year)
    )
    return Edition(year=nearest, short=True, text=digits)


def find_ordinal_editions(text: str) -> Iterator[re.Match[str]]:
    """Matches of "12th edition of the"."""
    return iter(()) if words_of(text).isdisjoint(_NOUNS) else _ORDINAL_EDITION.finditer(text)


def ordinal_editions(text: str) -> Iterator[tuple[int, int, Edition]]:
    """Editions by their ordinal: (start, end, edition) of "12th edition"."""
    for match in find_ordinal_editions(text):
        number = int(match["digits"]) if match["digits"] else ORDINAL_WORDS[match["word"].lower()]
        yield match.start(), match.start() + len(match[0].rstrip()), Edition(number=number, text=match["ordinal"])


@lru_cache(maxsize=65536)
def split_label(label: str) -> tuple[str, str]:
    """The name and the digits of its suffix.

    >>> split_label("Regional Cooperation - 2022"), split_label("Army-2022"), split_label("201st military base")
    (('Regional Cooperation', '2022'), ('Army', '2022'), ('201st military base', ''))
    """
    label = label.strip().strip("\"“”«»‘’'")
    match = _SUFFIX.search(label)
    if match is None or not label[: match.start()].strip():
        return label, ""
    return label[: match.start()].rstrip(" -–—'’\"”»"), match["digits"]
