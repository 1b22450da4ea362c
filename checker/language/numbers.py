"""Numbers in a text: "1,480", "1 500 000", "two and a half", "half a dozen"; never "F-16" or "12:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.language.cues import words_of
from checker.language.numberwords import NUMBER_WORDS, SPELLED, magnitude_at, spelled_number

ONE = Decimal(1)
LONGEST = 15  # digits; what is longer is an identifier


class Number(NamedTuple):
    """A number or range of numbers at `text[start:end]`, without its unit, currency or hedge.

    `place` is the weight of the last written place ("3.2 billion": 1e8, "62": 1); `rounded` says that decimals or a
    magnitude word were written. `letter` is where an ambiguous magnitude letter after it ends ("5m", "4k", "5 m"),
    `scale` what its magnitude words are worth in all. `bare` is an ungrouped run of digits: a year or a label perhaps.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    place: Decimal = ONE
    rounded: bool = False
    scale: Decimal = ONE
    bare: bool = False
    spelled: bool = False
    letter: int = 0

    def times(self, factor: Decimal, end: int) -> Number:
        """The same number with one more magnitude word, which ends at `end`."""
        return self._replace(
            end=end, low=self.low * factor, high=self.high * factor, place=self.place * factor,
            scale=self.scale * factor, rounded=True, bare=False, letter=0,
        )  # fmt: skip


_GROUPED = r"""
      \d{1,3}+(?:,\d{3})++(?!\d)(?:\.\d++)?            # 1,234,567.5
    | \d{1,2}+(?:,\d{2}(?=,))++,\d{3}(?!\d)           # 12,50,000
    | \d{1,3}+(?:['’]\d{3}(?!\d))++                   # 12’500
    | \d{1,3}+(?:\.\d{3}){2,}+(?!\.?\d)                # 1.500.000
    | \d{1,3}+(?:[\u00a0\u202f\u2009]\d{3})++(?!,?\d)  # 1 500 000 with no-break, narrow or thin spaces
    | [1-9]\d{0,2}+(?:\ \d{3})++(?!,?\d)(?!\ \d)       # 1 500 000
"""
_NOT_A_NUMBER = r"""
      \d++(?:\.\d++){2,}+                              # 2.0.1, 10.0.0.1
    | \d{1,2}+[:.]\d{2}+(?::\d{2})?+\ ?(?:[ap]\.?m\b)  # 9.30 a.m.
    | \d++(?::\d++)++                                  # 12:30, 16:9
    | \d++(?:[-‐‑–]\d++){2,}+                          # 555-123-4567, 2022-08-20
    | \d++(?:,\d{1,2}+(?!\d)){3,}+                     # 1,2,3,4
    | \+\d[\d\ ()-]{6,24}                              # +7 495 123-45-67
    | \(\d{3}\)\ ?\d{3}-\d{4}                          # (202) 555-0123
    | [\[(]\d{1,3}[\])]                                # [12], (3)
"""
_FRACTIONAL = r"""
      (?P<whole>\d{1,3})[ -](?P<top>[1-9])/(?P<bottom>[2-9])(?![\d/])   # 2 1/2
    | (?P<before>\d{0,3}+)[ ]?(?P<vulgar>[½¼¾⅓⅔⅛])                      # 2½, ¾
"""
_PLAIN = r"""
      \d{1,3}+,\d{1,2}+(?=\ ?(?:[mb]illion|[mb]ln|[Mm]io|bn|trillion|thousand|%|per\ ?cent))   # 3,5 million
    | \d++(?:\.\d++)?                                                         # 60, 1.2
    | (?<![\w.])\.\d++                                                        # .5
"""
_SCAN = re.compile(
    rf"""
    (?P<phone>0\d{{2,}}+(?:[\ -]\d{{3,}}+)*+(?!\.\d))   # 0845 125 222, 007
  | (?P<digits>{_GROUPED})
  | (?P<fraction>{_FRACTIONAL})
  | (?P<ratio>\d++(?:/\d++)++)                         # 9/11, 24/7, 12/08/2022
  | (?P<skip>{_NOT_A_NUMBER})
  | (?P<plain>{_PLAIN})
  | (?P<word>\b(?:{SPELLED})\b)
    """,
    re.VERBOSE,
)
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛]")
_BEGINNING = re.compile(rf"[\d½¼¾⅓⅔⅛]|\b(?:{SPELLED})\b", re.VERBOSE)
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125")}
_THIRDS = {"⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_LETTER = re.compile(r"([\u0020\u00a0]?)(?:[kK]|[mM]|[bB])(?![\w²³/])")
_LISTING = re.compile(r"\s*+[(\[]?\d{1,2}[.)\]]\s+(?=\S)")  # "1. What", "2) Who"
_CLOCK = re.compile(r"[\u0020\u00a0]?(?:[ap]\.?\ ?m\b|o['’]clock|(?:GMT|UTC|BST|EST|EDT|CET|CEST|PST|PDT|IST|MSK)\b)")

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ -]$")

GLUE = "-‐‑–"
# What may stand before a hyphen and a number that is no designation: "30-to-40", "5m-6m", "10 per cent-15 per cent".
_TO = re.compile(r"\b(?:to|and|or|magnitude)[-‐‑]$|\d\ ?(?:per\ cent|[a-z]{1,10}|[MK])[-‐‑–]$")
_TEEN_BEFORE = re.compile(r"(?:teen|twenty|twelve|eleven|ten)[ -]$")


def may_have_numbers(text: str) -> bool:
    """Has the text a digit or a word that numbers are spelled with?"""
    return _DIGIT.search(text) is not None or not words_of(text).isdisjoint(NUMBER_WORDS)


def numbers(text: str, *, within: str = "") -> Iterator[Number]:
    """The numbers of a text from left to right. Ranges are still two numbers. `within` is the sentence that the text
    was made of, whose words are known."""
    beginning = _DIGIT if words_of(within or text).isdisjoint(NUMBER_WORDS) else _BEGINNING
    listing = _LISTING.match(text)
    at = listing.end() if listing else 0
    while (match := _next(beginning, text, at)) is not None:
        at = match.end()
        group = match.lastgroup
        number = None
        if group == "word":
            number = _worded(text, match.start())
        elif group in ("digits", "plain"):
            number = _digits(text, match.start(), at, grouped=group == "digits")
        elif group == "fraction":
            number = _fraction(text, match)
        if number is not None:
            at = max(number.end, match.end())
            if not _labelled(text, number):
                yield number


def _next(beginning: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The next thing from `at` on that looks like a number; a cheap search for its `beginning` goes before."""
    while start := beginning.search(text, at):
        begins = start.start()
        if begins > at and text[begins - 1] in "+([." and (match := _SCAN.match(text, begins - 1)):  # +7 495, (12), .5
            return match
        if match := _SCAN.match(text, begins):
            return match
        at = begins + 1
    return None


def _worded(text: str, start: int) -> Number | None:
    found = spelled_number(text, start)
    if found is None:
        return None
    return Number(start, found.end, found.value, found.value, found.place, found.rounded, found.scale, spelled=True)


def _digits(text: str, start: int, end: int, *, grouped: bool) -> Number | None:
    written = text[start:end]
    if len(written) > LONGEST + 8:
        return None
    if grouped:
        plain = re.sub(r"['’,\u0020\u00a0\u202f\u2009]", "", written)
        plain = plain.replace(".", "") if plain.count(".") > 1 else plain
    else:
        plain = written.replace(",", ".")  # "3,5 million"
    whole, _, decimals = plain.partition(".")
    if len(whole) > LONGEST or (len(whole) > 1 and whole[0] == "0"):  # "007" is a label
        return None
    value = Decimal(plain)
    place = Decimal(1).scaleb(-len(decimals))
    number = Number(start, end, value, value, place, bool(decimals), bare=not grouped and not decimals)
    return _scaled(text, number)


def _fraction(text: str, match: re.Match[str]) -> Number | None:
    if match["vulgar"]:
        mark = match["vulgar"]
        value = Decimal(match["before"] or 0) + (_VULGAR.get(mark) or _THIRDS[mark])
    elif int(match["top"]) < int(match["bottom"]):
        value = Decimal(match["whole"]) + Decimal(match["top"]) / Decimal(match["bottom"])
    else:
        return None
    number = Number(match.start(), match.end(), value, value, Decimal("0.1"), rounded=True)
    return _scaled(text, number)


def _scaled(text: str, number: Number) -> Number:
    """The number with the magnitude words after it: "1.2 million", "3bn", "2 lakh crore"."""
    while found := magnitude_at(text, number.end):
        number = number.times(*found)
    letter = _LETTER.match(text, number.end) if number.scale == 1 else None
    return number._replace(letter=letter.end()) if letter else number


def _labelled(text: str, number: Number) -> bool:
    """Whether what stands around it makes it a part of a name, an address or a time."""
    start, end = number.start, number.end
    before = text[start - 1] if start else " "
    after = text[end : end + 2]
    if before in "#№@/\\=_&*~^%" and not (before in "~&*" and text[start - 2 : start - 1] in ("", " ", "(")):
        return True
    if before in GLUE and start > 1 and text[start - 2].isalpha() and not _TO.search(text, max(0, start - 16), start):
        return True  # F-16, COVID-19
    if (
        before in ".'’"
        and start > 1
        and (text[start - 2].isdigit() or (before != "." and number.bare and end - start == 2))
    ):
        return True  # '90s
    if number.spelled and start and text[start].isupper() and _named(text, number):
        return True
    if number.spelled and before in " -" and _TEEN_BEFORE.search(text, max(0, start - 8), start):
        return True  # nineteen eighty-four
    if not number.spelled and (before.isalnum() or (before == "." and start > 1 and text[start - 2].isalpha())):
        # the caller knows currencies, and drops it if this is none
        return not before.isalpha() and before != "."
    if after and after[0] in "/@_\\=" and (number.bare or after[0] != "/"):
        return True
    if len(after) == 2 and after[0] in ".:" and after[1].isdigit():
        return True
    if number.bare and text.startswith("-0", end):  # 555-0199
        return True
    return not number.spelled and not number.rounded and _CLOCK.match(text, end) is not None


def _named(text: str, number: Number) -> bool:
    """Whether a capitalised number word inside a sentence begins a name: "the village of Seven Wells"."""
    before, after = (
        _WORD_BEFORE.search(text, max(0, number.start - 20), number.start),
        text[number.end : number.end + 2],
    )
    return before is not None and before[1].islower() and (len(after) == 2 and after[0] in " -" and after[1].isupper())


def tied(text: str, number: Number) -> bool:
    """Whether a letter (or an abbreviation's full stop) stands right before it: "USD60", "Rs.500", "T72"."""
    before = text[number.start - 1 : number.start]
    return before.isalpha() or (before == "." and text[number.start - 2 : number.start - 1].isalpha())
