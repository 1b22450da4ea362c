"""Where a date may stand: stretches of text around a month's name, a four-digit year, "8/20", "yesterday"."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from checker.language.cues import words_of
from checker.language.dates.almanac import MONTHS, WEEKDAY_NAMES

_MARGIN = 72  # longer than any one expression on either side of its trigger

# Branches begin with a literal letter each, which lets the scanner skip by first character; so does a single set.
_NAMES = re.compile(
    r"J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB|Y|inancial\s+year)|M(?:ar|ay|AR|AY)|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)"
    r"|N(?:ov|OV)|D(?:ec|EC)|f(?:iscal\b|inancial\s+year)"
)
_NAME_WORDS = frozenset(name.lower() for name in MONTHS) | {"fiscal", "financial", "fy"}
_DIGITS = re.compile(r"[0-9](?:[0-9]{3}(?![0-9])|[0-9]?[./][0-9]|[0-9]?-[0-9]|0['’]?s\b)")
_RELATIVE = re.compile(
    r"today|yesterday|tomorrow|tonight|Today|Yesterday|Tomorrow|Tonight|ago\b"
    r"|this\s+[a-zA-Z]|last\s+[a-zA-Z]|next\s+[a-zA-Z]|past\s+[a-z]|coming\s+[a-z]"
    r"|This\s+[a-zA-Z]|Last\s+[a-zA-Z]|Next\s+[a-zA-Z]"
    rf"|{WEEKDAY_NAMES}"
    r"|in\s+[a-z0-9]+\s+(?:day|fortnight|week|month|year)|In\s+[a-z0-9]+\s+(?:day|fortnight|week|month|year)"
    r"|the\s+(?:year|month|week|decade)\b"
)
_RELATIVE_WORDS = frozenset(
    word.lower()
    for word in (
        "today yesterday tomorrow tonight ago this last next past coming day days fortnight fortnights week weeks month"
        " months year years decade decades"
    ).split()
    + WEEKDAY_NAMES.split("|")
)


_TIED_DIGITS = re.compile(r"[0-9][./-][0-9]")


def may_have_day(text: str) -> bool:
    """Has the text what every day with a year has: a month's name, or digits as in "8/20/2022"?"""
    return not words_of(text).isdisjoint(_NAME_WORDS) or _TIED_DIGITS.search(text) is not None


class Trigger(StrEnum):
    """What shows that a date may stand there."""

    name = "name"  # of a month, or "fiscal"
    digit = "digit"
    relative = "relative"


class Window(NamedTuple):
    """A stretch of text, and what in it may belong to a date."""

    low: int
    high: int
    triggers: set[Trigger]


_PATTERNS = ((Trigger.name, _NAMES), (Trigger.digit, _DIGITS), (Trigger.relative, _RELATIVE))


def windows(text: str, *, relative: bool) -> list[Window]:
    """Disjoint stretches of the text, in order, outside of which no date can stand."""
    words = words_of(text)
    asked = {
        Trigger.name: not words.isdisjoint(_NAME_WORDS),
        Trigger.digit: True,
        Trigger.relative: relative and not words.isdisjoint(_RELATIVE_WORDS),
    }
    found: list[Window] = []
    places = [
        (match.start(), trigger) for trigger, pattern in _PATTERNS if asked[trigger] for match in pattern.finditer(text)
    ]
    for place, trigger in sorted(places):
        low, high = max(0, place - _MARGIN), min(len(text), place + _MARGIN)
        if found and low <= found[-1].high:
            found[-1].triggers.add(trigger)
            found[-1] = found[-1]._replace(high=high)
        else:
            found.append(Window(low, high, {trigger}))
    return found
