"""Shares: "62 per cent", "37.4%", "two thirds of", "half of", "one in five"; and "2 percentage points"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from checker.language.cues import words_of
from checker.language.numberwords import SMALL
from checker.language.units import Unit, UnitTable

_ONE, _HUNDREDTH = Decimal(1), Decimal("0.01")
_POINT = ("percentage point", _ONE)
_TABLE = UnitTable(
    "share",
    {
        "percent": ("percent", _ONE), "per cent": ("percent", _ONE), "pct": ("percent", _ONE), "pc": ("percent", _ONE),
        "percentage point": _POINT, "percentage points": _POINT, "percent point": _POINT, "percent points": _POINT,
        "pct point": _POINT, "pct points": _POINT, "per cent point": _POINT, "per cent points": _POINT,
        "basis point": ("percentage point", _HUNDREDTH), "basis points": ("percentage point", _HUNDREDTH),
        "bps": ("percentage point", _HUNDREDTH), "per mille": ("percent", Decimal("0.1")),
    },
    {"%": ("percent", _ONE), "‰": ("percent", Decimal("0.1")), "pp": _POINT, "ppt": _POINT, "% points": _POINT},
)  # fmt: skip

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_PART_WORDS = frozenset(word + ending for word in _PARTS for ending in ("", "s"))
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_COUNT = rf"{_SMALL}|ten|eleven|twelve|fifteen|twenty|fifty|a\ hundred|\d{{1,4}}"
FRACTION = re.compile(
    rf"""
      \b(?P<top>[Aa]|{_SMALL})[ -](?P<part>{"|".join(sorted(_PARTS, key=len, reverse=True))})s?\b
        (?:(?=\ of\ (?!an?\ (?:million|billion|trillion|dozen|century|mile|second|hour|cent)\b))|(?=\ the\ |\ majority))
    | \b(?P<half>[Hh]alf)\b(?=\ (?:of|the|its|their|his|her|our|all|those|these)\b)
        (?!\ of\ (?:an?|\d|the\ (?:year|month|season))\b)
    | \b(?P<some>{_SMALL}|\d{{1,3}})\ (?:in|out\ of)(?:\ every)?\ (?P<all>{_COUNT})\b
        (?!\ (?:day|week|month|year|hour|minute|time)|[\d%]|[,.-]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINKS = (" in ", " out of ", " IN ", " OUT OF ")
# "a third of": what the writer rounded to is within a percentage point either way.
_STEP = Decimal(2)
_SECOND_HALF = re.compile(r"(?:first|second|latter|last|other|third|final|top|bottom|and a|one) $", re.IGNORECASE)


class Share(NamedTuple):
    """A share in words at `text[start:end]`, in per cent."""

    start: int
    end: int
    value: Decimal
    step: Decimal


def share_after(text: str, end: int) -> Unit | None:
    """The " per cent", "%" or " percentage points" that begins at `end`."""
    return _TABLE.after(text, end)


def may_have_fractions(text: str, *, has_number: bool) -> bool:
    """Has the text the name of a part ("thirds"), or what stands between numbers that make a share ("one in five")?"""
    return not words_of(text).isdisjoint(_PART_WORDS) or (has_number and any(link in text for link in _LINKS))


def fractions(text: str) -> list[Share]:
    """Shares in words: "two thirds of", "half the", "one in five"."""
    return [share for match in FRACTION.finditer(text) if (share := _share(text, match))]


def _share(text: str, match: re.Match[str]) -> Share | None:
    before = text[match.start() - 1 : match.start()]
    if before in "-$€£.," and before:
        return None
    if match["half"]:
        value = Decimal(50)
        if _SECOND_HALF.search(text[max(0, match.start() - 8) : match.start()]):
            return None
    elif match["part"]:
        top = 1 if match["top"] in "aA" else SMALL[match["top"].lower()]
        bottom = _PARTS[match["part"].lower()]
        if top >= bottom:
            return None
        value = Decimal(100 * top) / bottom
    else:
        some, every = _count(match["some"]), _count(match["all"])
        if not 0 < some < every or not (
            "out of" in match[0].lower() or some == 1 or every <= 10 or every in (100, 1000)
        ):
            return None
        value = Decimal(100 * some) / every
    return Share(match.start(), match.end(), value, _STEP)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 100 if word.lower() == "a hundred" else SMALL[word.lower()]
