"""Dates in digits: "2022-08-20", "20.08.2022", "8/20/2022"; "03/04/2022" stays two readings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from checker.language.dates.almanac import Span, day, short_year
from checker.language.dates.point import Grain, Point, Reading

_BEFORE = r"(?<![\w$£€#/.+-])(?<![0-9][,:])"
_AFTER = r"(?![\w%])(?![./:-][0-9])(?!-[a-z])"
YEAR_FIRST = re.compile(
    rf"""
    {_BEFORE}(?P<year>(?:1[5-9]|20|21)[0-9]{{2}})(?P<mark>[-./])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})
    (?:(?=T[0-9]{{2}}:?[0-9])|{_AFTER})                  # 2022-08-20, 2022/8/20, 2022-08-20T10:00
    """,
    re.VERBOSE,
)
YEAR_LAST = re.compile(
    rf"""
    {_BEFORE}(?P<one>[0-9]{{1,2}})
    (?: (?P<mark>[-./])(?P<two>[0-9]{{1,2}})(?P=mark)(?P<year>(?:1[5-9]|20|21)[0-9]{{2}})   # 20.08.2022, 8/20/2022
      | /(?P<two_s>[0-9]{{1,2}})/(?P<year_s>[0-9]{{2}})                                     # 8/20/22
      | (?<=[0-9]{{2}})\.(?P<two_d>[0-9]{{2}})\.(?P<year_d>[0-9]{{2}})                      # 20.08.22, not 1.2.3
    )(?:{_AFTER})
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"(?:\b(?:[Vv]ersion|v|IP|release|section|article|clause|paragraph|chapter|[Nn]o)\.?\s*)\Z")


def find(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """The dates in digits in `text[low:high]`; those of an impossible date have no span."""
    for match in YEAR_FIRST.finditer(reading.text, low, high):
        span = day(int(match["year"]), int(match["month"]), int(match["day"]))
        yield Point(match.start(), match.end(), span, Grain.day)
    for match in YEAR_LAST.finditer(reading.text, low, high):
        if not _NUMBERED.search(reading.text, max(0, match.start() - 12), match.start()):
            readings = _readings(match, reading)
            yield Point(
                match.start(), match.end(), readings[0], Grain.day, alternatives=tuple(filter(None, readings[1:]))
            )


def _readings(match: re.Match[str], reading: Reading) -> list[Span | None]:
    """The readings that the calendar and the rest of the text allow, the likelier first; [None] when there is none."""
    one, two = int(match["one"]), int(match["two"] or match["two_s"] or match["two_d"])
    read = partial(day, short_year(match["year"] or match["year_s"] or match["year_d"]))
    day_first, month_first = read(two, one), read(one, two)
    if match["mark"] == "." or match["two_d"]:  # dots are written where the day comes first
        return [day_first or month_first]
    if not (day_first and month_first) or day_first == month_first:
        return [day_first or month_first]
    match reading.day_first:
        case True:
            return [day_first]
        case False:
            return [month_first]
        case _:
            return [month_first, day_first]


def slash_order(text: str) -> bool | None:
    """Whether the day comes first, where one order fits every "20/8/2022" of a text and the other does not."""
    first_over = second_over = False
    for match in YEAR_LAST.finditer(text):
        if match["mark"] != "." and not match["two_d"]:
            first_over = first_over or int(match["one"]) > 12
            second_over = second_over or int(match["two"] or match["two_s"]) > 12
    return first_over if first_over != second_over else None
