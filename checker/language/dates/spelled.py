"""Days with a month's name: "20 August 2022", "Saturday, Aug. 20", "August 11-20", "the 3rd, 4th and 5th of May"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.language.cues import cue
from checker.language.dates.almanac import MONTHS, WEEKDAYS, day, short_year
from checker.language.dates.pieces import (
    BEFORE_NUMBER,
    DASH,
    DAY,
    GAP,
    MONTH,
    NOT_COUNTED,
    ORDINAL,
    TO,
    WEEKDAY,
    YEAR,
)
from checker.language.dates.point import Grain, How, Point, Reading
from checker.model import NO_YEAR, Weekday

_RANGE = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}{TO}{GAP}|/)"  # 11–20, 11 to 20, 11/12
_AND = rf"(?:,?{GAP}(?:and|or|&){GAP})"
_NUMBERED = rf"(?:{WEEKDAY},?{GAP})?(?:the{GAP})?{DAY}(?:{ORDINAL})?"  # Monday, the 8th
_MORE = rf"""(?:
    {_RANGE}{_NUMBERED}                                  # 11 to 20, Monday 8 – Thursday 18
  | (?:,{GAP}{DAY}(?:{ORDINAL})?)*{_AND}{_NUMBERED}      # 11, 12 and 13
)"""
_YEAR = rf"""(?:
    ,?{GAP}(?:of{GAP})?(?P<year>{YEAR})                  # 20 August 2022; August 20, 2022
  | -(?P<tight>(?:[0-9]{{2}}){{1,2}})(?![0-9-])          # 20-Aug-2022
  | ,?{GAP}['’](?P<short>[0-9]{{2}})(?![0-9])            # 20 August '22
  | ,?{GAP}(?:of{GAP})?(?P<which>this|last|next){GAP}year\b
)"""
_ORDINAL_DAYS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
        " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth"
        " thirty-first".split(),
        start=1,
    )
}
# the twelfth of June; the twenty-first of May 2019
ORDINAL_WORD = cue(
    re.compile(
        rf"(?<![\w-])(?P<word>{'|'.join(sorted(_ORDINAL_DAYS, key=len, reverse=True))})"
        rf"{GAP}of{GAP}(?P<month>{MONTH}){_YEAR}?",
        re.VERBOSE,
    ),
    " ".join(_ORDINAL_DAYS).replace("-", " "),
)
_DAY_AFTER = rf"(?:{GAP}?\((?P<after>{WEEKDAY})\))"  # 20 August (Saturday)
_CLOSED = rf"""(?=                                       # what may follow the second number of "May 5 and 20"
    {GAP}?(?:[,.;:)\]–—-]|$|['’]s) | \s*\n
  | {GAP}(?:in|at|on|by|for|to|with|of|and|or|the|a|as|when|where|were|was|which|that|will|had|has
      |have|is|are|from|near|under|{YEAR})\b
)"""

DAY_FIRST = re.compile(
    rf"""
    (?:(?<!\w)(?P<weekday>{WEEKDAY}),?{GAP}(?:the{GAP})?)?     # Saturday, the
    {BEFORE_NUMBER}(?P<days>{DAY}(?:{ORDINAL})?{_MORE}?)       # 20th; 11–20
    (?:{GAP}(?:day{GAP})?(?:of{GAP})?|-)
    (?P<month>{MONTH})(?!-[a-z])
    {_YEAR}?{_DAY_AFTER}?
    """,
    re.VERBOSE,
)
MONTH_FIRST = re.compile(
    rf"""
    (?:(?<!\w)(?P<weekday>{WEEKDAY})(?:,?{GAP}|{GAP}(?P<bracket>\()))?   # Saturday, | Wednesday (
    (?<![\w])(?P<month>{MONTH})(?:{GAP}(?:the{GAP})?)?
    (?P<days>{DAY}(?:{ORDINAL}|(?![a-zA-Z])){NOT_COUNTED}
        (?:{_MORE}(?!{GAP}(?:of{GAP})?{MONTH}){NOT_COUNTED}{_CLOSED})?)
    {_YEAR}?{_DAY_AFTER}?(?(bracket)\))
    """,
    re.VERBOSE,
)
_ONE = re.compile(rf"(?P<weekday>{WEEKDAY})?[,\s]*(?:the\s+)?(?P<day>{DAY})(?:{ORDINAL})?", re.VERBOSE)
_IS_RANGE = re.compile(rf"\A{_RANGE}", re.VERBOSE)
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?\Z")
_PLACE_NAME = re.compile(r"\s+(?:Street|Avenue|Square|Boulevard|Brigade|Bridge|Stadium|Park|Station|Movement)\b")
_MONTH_BEFORE = re.compile(rf"(?<![\w]){MONTH}{GAP}(?:the{GAP})?\Z")
_CALENDAR_BEFORE = re.compile(r"(?<![0-9:.])[0-9]{1,2}[ \t]+[0-9]{1,2}[ \t]+\Z")  # 29 30 1 August: a grid of days
_MONTH_DASH = re.compile(r"([A-Za-z]+)\.?-\Z")


def find(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """The days with a month's name in `text[low:high]`; those of an impossible date have no span."""
    for match in ORDINAL_WORD.finditer(reading.text, low, high):
        year, how = _year(reading, match)
        if year is not None:
            span = day(year, MONTHS[match["month"].rstrip(".")], _ORDINAL_DAYS[match["word"]])
            yield Point(match.start(), match.end(), span, Grain.day, how)
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for match in pattern.finditer(reading.text, low, high):
            yield from _read(reading, match)


def _read(reading: Reading, match: re.Match[str]) -> Iterator[Point]:
    text = reading.text
    if _PLACE_NAME.match(text, match.end()) or _glued(text, match):
        return
    month, (year, how) = MONTHS[match["month"].rstrip(".")], _year(reading, match)
    if year is None:  # "20 August last year" in a text of unknown date
        yield Point(match.start(), match.end(), None, Grain.day)
        return
    numbers = list(_ONE.finditer(text, *match.span("days")))
    spans = [day(year, month, int(number["day"])) for number in numbers]
    weekdays = [_weekday(number["weekday"]) for number in numbers]
    weekdays[0] = _weekday(match["weekday"]) or weekdays[0]
    weekdays[-1] = weekdays[-1] or _weekday(match["after"])
    starts = [number.start("weekday") if number["weekday"] else number.start("day") for number in numbers]
    ends = [number.end() for number in numbers]
    starts[0], ends[-1] = match.start(), match.end()
    points = [
        Point(*place, span, Grain.day, how, named)
        for place, span, named in zip(zip(starts, ends, strict=True), spans, weekdays, strict=True)
    ]
    if match.start("days") < match.start("month") and _MONTH_BEFORE.search(
        text, max(0, match.start() - 14), match.start()
    ):
        yield from points[1:][-1:]  # "from August 11 to 20 September": the 11 belongs to August
    else:
        yield from _joined(text, points, numbers)


def _joined(text: str, points: list[Point], numbers: list[re.Match[str]]) -> Iterator[Point]:
    """ "11 to 20" and "between 11 and 20" are one range, "11 and 20" two days, "28 to 2 August" only the last."""
    first, last = points[0], points[-1]
    if len(points) == 1 or any(point.span is None for point in points):
        whole = first.span if len(points) == 1 else None
        yield Point(first.start, last.end, whole, Grain.day, first.how, last.weekday)
        return
    assert first.span
    assert last.span
    rising = first.span[0] < last.span[0]
    between = len(points) == 2 and _BETWEEN.search(text, max(0, first.start - 20), first.start)
    if not (between or _IS_RANGE.match(text, numbers[0].end(), last.end)):
        yield from points
    elif rising:
        joint = first.span[0], last.span[1]
        yield Point(first.start, last.end, joint, Grain.day, first.how, ends=(first, last))
    else:
        yield last


def _year(reading: Reading, match: re.Match[str]) -> tuple[int | None, How]:
    if digits := match["year"] or match["tight"] or match["short"]:
        return short_year(digits), How.absolute
    if not match["which"]:
        return NO_YEAR, How.yearless
    if not reading.published:
        return None, How.relative
    return reading.published.year + {"last": -1, "this": 0, "next": 1}[match["which"]], How.relative


def _weekday(name: str | None) -> Weekday | None:
    return WEEKDAYS[name[:3]] if name else None


def _glued(text: str, match: re.Match[str]) -> bool:
    """ "F-20 August" is no date, nor is a calendar's row; "30 July-2 August" is one."""
    if _CALENDAR_BEFORE.search(text, max(0, match.start() - 8), match.start()):
        return True
    before = _MONTH_DASH.search(text, max(0, match.start() - 12), match.start())
    return bool(before and before[1] not in MONTHS)
