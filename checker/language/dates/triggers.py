"""Where a date may stand: stretches of text around a month's name, a four-digit year, "8/20", "yesterday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.language.dates.almanac import WEEKDAY_NAMES

_MARGIN = 72  # longer than any one expression on either side of its trigger

# Branches begin with a literal letter each, which lets the scanner skip by first character.
_NAMES = re.compile(
    r"J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB|Y)|M(?:ar|ay|AR|AY)|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)"
)
_DIGITS = re.compile(
    r"[0-9](?:[0-9]{3}(?![0-9])|[0-9]?[./][0-9]|[0-9]?-[0-9]|0['’]?s\b)|\bfiscal\b|\b[Ff]inancial\s+year"
)
_RELATIVE = re.compile(
    r"today|yesterday|tomorrow|tonight|Today|Yesterday|Tomorrow|Tonight|ago\b"
    r"|this\s+[a-zA-Z]|last\s+[a-zA-Z]|next\s+[a-zA-Z]|past\s+[a-z]|coming\s+[a-z]"
    r"|This\s+[a-zA-Z]|Last\s+[a-zA-Z]|Next\s+[a-zA-Z]"
    rf"|{WEEKDAY_NAMES}"
    r"|[Ii]n\s+[a-z0-9]+\s+(?:day|fortnight|week|month|year)|the\s+(?:year|month|week|decade)\b"
)


def windows(text: str, *, relative: bool) -> Iterator[tuple[int, int]]:
    """Disjoint stretches of the text, in order, outside of which no date can stand."""
    patterns = (_NAMES, _DIGITS, _RELATIVE) if relative else (_NAMES, _DIGITS)
    places = sorted(match.start() for pattern in patterns for match in pattern.finditer(text))
    low = high = -1
    for place in places:
        if place - _MARGIN > high:
            if high > 0:
                yield low, high
            low = max(0, place - _MARGIN)
        high = min(len(text), place + _MARGIN)
    if high > 0:
        yield low, high
