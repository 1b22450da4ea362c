"""When a source says it was published: "2022-08-12T09:30:00Z", "Fri, 12 Aug 2022 09:30:00 GMT", "August 12, 2022"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_SHAPES = tuple(
    re.compile(shape, re.VERBOSE | re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>\d{4}) (?P<dash>[-/.]?) (?P<number>\d\d) (?P=dash) (?P<day>\d\d) (?!\d)",  # 2022-08-12T09:30
        rf"(?:[a-z]{{3,9}},?\s+)? (?P<day>\d{{1,2}}) \s+ {_MONTH} ,? \s+ (?P<year>\d{{4}})",  # Fri, 12 Aug 2022 09:30
        rf"(?:[a-z]{{3,9}},\s+)? {_MONTH} \s+ (?P<day>\d{{1,2}}) ,? \s+ (?P<year>\d{{4}})",  # August 12, 2022
    )
)


def day(text: str) -> date | None:
    """The day that `text` begins with; None when it is no unambiguous date (12/08/2022)."""
    for shape in _SHAPES:
        if found := shape.match(text.strip()[:60]):
            named = found.groupdict()
            month = int(named["number"]) if "number" in named else _MONTHS.index(named["month"].lower()) + 1
            try:
                return date(int(named["year"]), month, int(named["day"]))
            except ValueError:
                return None
    return None
