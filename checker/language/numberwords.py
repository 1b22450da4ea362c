"""Number words: "twenty-one", "fifteen hundred", "half a million", "two and a half", "a dozen", "1.2bn", "4 lakh"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: at for at, word in enumerate(_ONES, 1)} | {word: at * 10 for at, word in enumerate(_TENS, 2)}
MAGNITUDES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "dozen": 12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_SHORT = {
    "mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
    "tln": 10**12, "cr": 10**7, "lac": 10**5,
}  # fmt: skip
_WORTH = {word: Decimal(value) for word, value in (MAGNITUDES | _SHORT).items()}
_ROUND_FROM = Decimal(10**6)  # "five thousand" is "5,000" spelled, "five million" is a rounded figure
_TENTH = Decimal("0.1")


def _any(words: list[str]) -> str:
    """A pattern for one of the words, small or capitalised, branching by first letter because that is much faster."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{first.upper()}{first}](?:{'|'.join(rest)})" for first, rest in rests.items())


# What a spelled number can begin with; the scan for numbers looks for these.
SPELLED = (
    _any([*SMALL, "zero", "half"])
    + rf"|[Aa]n?[ -](?:{'|'.join(MAGNITUDES)}|half[ -](?:million|billion|trillion|dozen))"
    r"|[Aa]\ quarter\ of\ a|[Tt]hree[ -]quarters\ of\ a"
)
NUMBER_WORDS = frozenset((*SMALL, "zero", "half", "quarter", *MAGNITUDES))  # a spelled number has one of these
_MAGNITUDE = re.compile(
    rf"""
      [\u0020\u00a0\u202f\u2009-]?({"|".join(MAGNITUDES)})(?:s(?!\ of\b))?\b   # 60 million, $60-million, 2 millions
    | [\u0020\u00a0\u202f\u2009]?({"|".join(_SHORT)})\b\.?(?<!\.(?=\s[A-Z]))  # 1.2bn, 330 mln
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(rf"[ -](?:and[ -])?({'|'.join([*SMALL, *MAGNITUDES])})(?:s(?!\w))?\b")
_AND_A_HALF = re.compile(r"[ -]and[ -](?:a|one)[ -](half|quarter|third)\b|[ -]and[ -]three[ -]quarters\b")
_PART = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}
_HALF = re.compile(r"[Hh]alf[ -](?:an?[ -])?(?:(million|billion|trillion|dozen|thousand|hundred|crore|lakh)\b)?")
_SHARE_OF_A = re.compile(
    r"(?:[Aa]\ (?P<one>quarter|third)|(?P<three>[Tt]hree)[ -]quarters)\ of\ a[ ]"
    r"(?P<scale>million|billion|trillion|century|mile)\b"
)
_A = re.compile(
    rf"[Aa]n?[ -](?P<scale>{'|'.join(MAGNITUDES)})(?!s)\b|[Aa][ -]half[ -](?P<half>million|billion|trillion|dozen)\b"
)
_FRACTION_NAME = re.compile(r"[ -](?:half|hal(?:ves)|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b")


class Spelled(NamedTuple):
    """A number in words: where it ends, its value, the weight of its last place and of its magnitude words."""

    end: int
    value: Decimal
    place: Decimal
    rounded: bool
    scale: Decimal


def magnitude_at(text: str, at: int) -> tuple[Decimal, int] | None:
    """The worth of the magnitude word at `at`, and where it ends: " million", "bn", "-billion"."""
    match = _MAGNITUDE.match(text, at)
    if match is None:
        return None
    return _WORTH[(match[1] or match[2]).lower()], match.end()


def spelled_number(text: str, start: int) -> Spelled | None:
    """The number in words that begins at `start`; None for fractions ("two thirds"), spelled years and plain "half"."""
    first = text[start]
    if first in "Hh":
        return _half(text, start)
    if first in "Aa":
        return _a_magnitude(text, start)
    if match := _SHARE_OF_A.match(text, start):
        return _share_of_a(match)
    return _counted(text, start)


def _half(text: str, start: int) -> Spelled | None:
    match = _HALF.match(text, start)
    if match is None:
        return None
    end = match.end() if match[1] else match.end() - 1  # the unit that follows keeps its space or hyphen
    scale = _WORTH[match[1]] if match[1] else Decimal(1)
    return Spelled(end, scale / 2, scale * _TENTH, True, scale)


def _a_magnitude(text: str, start: int) -> Spelled | None:
    if match := _SHARE_OF_A.match(text, start):
        return _share_of_a(match)
    match = _A.match(text, start)
    if match is None:
        return None
    if match["half"]:
        scale = _WORTH[match["half"]]
        return Spelled(match.end(), scale / 2, scale * _TENTH, True, scale)
    scale, end = _WORTH[match["scale"]], match.end()
    while found := magnitude_at(text, end):
        scale, end = scale * found[0], found[1]
    # "a hundred" is looser than "100": it is rounded to a tenth of itself, a dozen to two.
    place = Decimal(2) if match["scale"] == "dozen" else scale * _TENTH
    if half := _AND_A_HALF.match(text, end):  # "a million and a half"
        return Spelled(half.end(), scale * (1 + _PART.get(half[1] or "", Decimal("0.75"))), place, True, scale)
    return Spelled(end, scale, place, True, scale)


def _share_of_a(match: re.Match[str]) -> Spelled | None:
    scale = _WORTH.get(match["scale"])
    if scale is None:
        return None
    part = Decimal("0.75") if match["three"] else _PART[match["one"]]
    return Spelled(match.end(), scale * part, scale * _TENTH, True, scale)


def _counted(text: str, start: int) -> Spelled | None:
    """Sums and products of number words: "two hundred and fifty thousand", "twenty five", "fifteen hundred"."""
    word = re.compile(r"\w+").match(text, start)
    if word is None:
        return None
    name, end = word[0].lower(), word.end()
    if name == "zero":
        return Spelled(end, Decimal(0), Decimal(1), False, Decimal(1))
    total, group, last, scale = 0, SMALL[name], SMALL[name], 1
    part = Decimal(0)
    between = text[max(0, start - 8) : start].lower() == "between "
    while True:
        if last < 100 and not part and (half := _AND_A_HALF.match(text, end)):
            part, end = _PART.get(half[1] or "", Decimal("0.75")), half.end()
        following = _WORD.match(text, end)
        if following is None:
            break
        name, joined = following[1], " and" in following[0] or "-and" in following[0]
        if name in SMALL:
            value = SMALL[name]
            if part or (joined and (between or last < 100)):
                break
            if last < 100 and not (last >= 20 and last % 10 == 0 and value < 10):
                return None if not joined and value >= 10 and last >= 10 else _made(end, total + group, scale, part)
            if last >= 100 and value >= 100:
                break
            group, last = group + value, value
        else:
            if joined:
                break
            worth = MAGNITUDES[name]
            if worth in (100, 12):
                group, last = group * worth, worth
                if worth == 12:
                    scale *= 12
                elif part:
                    return _made(following.end(), total + group, 100, part * 100)
            else:
                total, group, last = total + group * worth, 0, worth
                part, scale = part * worth, scale * worth
        end = following.end()
    if last < 100 and not part and _FRACTION_NAME.match(text, end):
        return None  # "two thirds"
    return _made(end, total + group, scale, part)


def _made(end: int, value: int, scale: int, part: Decimal) -> Spelled:
    rounded = bool(part) or scale >= _ROUND_FROM or scale == 12
    place = Decimal(2) if scale == 12 else Decimal(scale) * (_TENTH if part else 1) if rounded else Decimal(1)
    return Spelled(end, value + part, place, rounded, Decimal(scale))
