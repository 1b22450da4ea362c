"""Durations: "ten-day", "two and a half weeks" (17.5 days), "72-hour", "half a year", "at least a month".

Days, weeks and fortnights are given in "day", decades and centuries in "year"; hours, minutes, seconds, months and
years keep their own unit. A number of days, hours, months or years is exact; weeks are rounded to the week (two weeks:
14 days, step 7, so that 12 days agree), fortnights and decades to half of themselves.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.language.cues import words_of
from checker.language.units import Unit, UnitTable

_TIMES: dict[str, tuple[str, int]] = {
    "second": ("second", 1), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("day", 7),
    "fortnight": ("day", 14), "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10),
    "century": ("year", 100), "quarter-century": ("year", 25), "half-century": ("year", 50),
}  # fmt: skip
_SHORT = {
    "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "yr": "year",
    "yrs": "year", "wk": "week", "wks": "week",
}  # fmt: skip
_PLURALS = {"century": "centuries"}


def _names() -> dict[str, tuple[str, Decimal]]:
    names: dict[str, tuple[str, Decimal]] = {}
    for word, (unit, factor) in _TIMES.items():
        for form in (word, _PLURALS.get(word, word + "s")):
            names[form.replace("-", " ")] = (unit, Decimal(factor))
        if word in ("day", "week", "month", "year"):
            names["calendar " + word + "s"] = names["full " + word + "s"] = (unit, Decimal(factor))
            names["consecutive " + word + "s"] = names["straight " + word + "s"] = (unit, Decimal(factor))
    names["working days"] = names["business days"] = ("working day", Decimal(1))
    for short, word in _SHORT.items():
        unit, factor = _TIMES[word]
        names[short] = (unit, Decimal(factor))
    return names


_TABLE = UnitTable("duration", _names(), {})
_AGE = re.compile(
    r"[ -‐‑](?:years?|yrs?)[ -‐‑](?:olds?\b|of[ ]age\b)|[ -‐‑](?:months?|weeks?|days?)[ -‐‑]olds?\b".replace(
        "[ -‐‑]", "[ \u2010\u2011-]"
    )
)
# "three days ago", "two weeks after the vote": a point in time, not how long something lasts.
_OFFSET = re.compile(
    r"['’]?\ (?:ago|earlier|later|hence|afterwards?|before|after|since|prior|from\ now|into)\b", re.VERBOSE
)
_AND_A_HALF = re.compile(r" and a (half|quarter)\b")
_AGED = re.compile(r"\b(?:[Aa]ged|[Aa]ges?|age of|[Aa]ge:) ?(?:between )?$")
_AFTER_NAME = re.compile(r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+, $")
_SURNAME_OPENS = re.compile(r"(?:^|[.”\"] |, )(?!(?:In|On|At|By|Since|Until|From) )[A-Z][a-z][\w’'-]+, $")

_LASTED = re.compile(r"\b(?:last(?:s|ed|ing)?|tak(?:e|es|ing)|took)\ $")

SINGLE = re.compile(
    r"""
      \b(?P<half>[Aa]n?\ (?P<unit>day|week|month|year|decade|hour|minute)\ and\ a\ half)\b          # a year and a half
    | \b[Aa](?:nother)?\ (?P<alone>fortnight|decade|century|quarter-century|half-century)\b          # a fortnight
    | \b(?P<long>[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Hh]our|[Dd]ecade)[ -]?long\b                       # week-long
    | \b[Aa]n?\ (?P<article>day|week|month|year|hour|minute)\b(?!['’\w-])                             # at least a month
    | \b[Aa]\ quarter\ of\ (?P<quarter>an\ hour|a\ century)\b
    """,
    re.VERBOSE,
)


_SINGLE_UNITS = frozenset("day week fortnight month year decade century hour minute".split())
_SINGLE_WORDS = _SINGLE_UNITS | {unit + "long" for unit in _SINGLE_UNITS}


def may_have_single(text: str) -> bool:
    """Has the text a unit of time in the singular?"""
    return not words_of(text).isdisjoint(_SINGLE_WORDS)


def duration_after(text: str, end: int) -> Unit | None:
    """The unit of time that begins at `end`: "-day", " weeks"; of ages "-year-old". None for "three days ago"."""
    if age := _AGE.match(text, end):
        unit = "year of age" if "y" in age[0][:2] else f"{age[0][1:].split()[0].split('-')[0].rstrip('s')} of age"
        return Unit("measure", unit, age.end())
    found = _TABLE.after(text, end)
    if found is None or _OFFSET.match(text, found.at):
        return None
    if text[found.at : found.at + 5] in ("-long", " long"):
        return found._replace(at=found.at + 5)
    return found


def is_offset(text: str, end: int) -> bool:
    """Whether a unit of time at `end` tells a point in time: "three days ago"."""
    found = _TABLE.after(text, end)
    return found is not None and _OFFSET.match(text, found.at) is not None


def age_around(text: str, start: int, end: int) -> bool:
    """Whether a bare number is an age: "aged 47", "Jane Doe, 47, said"."""
    if _AGED.search(text[max(0, start - 16) : start]):
        return True
    following = text[end : end + 1]
    if following not in (",", ".", ")", "") and not text.startswith(" and ", end):
        return False
    before = text[max(0, start - 40) : start]
    if not before.endswith(", "):
        return False
    return _AFTER_NAME.search(before) is not None or (following == "," and _SURNAME_OPENS.search(before) is not None)


def and_a_half(text: str, end: int) -> tuple[Decimal, int] | None:
    """The part of a unit that follows it: "one year and a half"."""
    match = _AND_A_HALF.match(text, end)
    return (Decimal("0.5") if match[1] == "half" else Decimal("0.25"), match.end()) if match else None


def lasts(text: str, match: re.Match[str], *, hedged: bool) -> bool:
    """Whether "a month" is how long something takes: with a hedge or after "lasted"; not "twice a month"."""
    if _OFFSET.match(text, match.end()):
        return False
    return not match["article"] or hedged or _LASTED.search(text, max(0, match.start() - 9), match.start()) is not None


def single(match: re.Match[str]) -> tuple[Decimal, Decimal, str]:
    """Value, step and unit of a duration without a number ("week-long", "a fortnight")."""
    if match["half"]:
        unit, factor = _TIMES[match["unit"]]
        return Decimal("1.5") * factor, Decimal(max(factor, 1)) / 10, unit
    if match["quarter"]:
        return (
            (Decimal(15), Decimal(5), "minute") if match["quarter"] == "an hour" else (Decimal(25), Decimal(2), "year")
        )
    unit, factor = _TIMES[(match["alone"] or match["long"] or match["article"]).lower()]
    return Decimal(factor), Decimal(factor // 2 if factor > 1 else 0), unit
