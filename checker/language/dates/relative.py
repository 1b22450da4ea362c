"""Dates counted from the publication date: "Friday", "last June", "two weeks ago", "the next two years"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from checker.language.cues import Cue, cue
from checker.language.dates.almanac import (
    MONTHS,
    NUMBERS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    Span,
    month_of,
    part_of,
    season,
    shifted,
    year_of,
)
from checker.language.dates.months import PART
from checker.language.dates.pieces import FULL_MONTH, GAP
from checker.language.dates.point import Grain, How, Point, Reading
from checker.model import Hedge, Weekday

_NUMBER = rf"(?P<number>[0-9]{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?(?![a-zA-Z])"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_DAY_NAMES = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"

TODAY = re.compile(
    r"(?<![\w'’-])(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening)|[Ll]ast\s+night)(?![\w])"
)
AGO = re.compile(
    rf"(?<![\w.,-])(?:(?P<hedge>about|around|almost|nearly|some){GAP})?{_NUMBER}{GAP}{_UNIT}{GAP}ago(?!\w)",
    re.VERBOSE | re.IGNORECASE,
)
AHEAD = re.compile(rf"(?<!\w)[Ii]n{GAP}(?P<phrase>{_NUMBER}{GAP}{_UNIT})(?!['’])", re.VERBOSE)
SPAN = re.compile(  # the next two years, the past week; not "the coming days"
    rf"(?<=[Tt]he[ ])(?P<phrase>(?P<way>next|coming|past|last){GAP}"
    rf"(?:{_NUMBER}{GAP}{_UNIT}|(?P<one>week|fortnight|month|year|decade)(?![a-z])))(?!{GAP}of)",
    re.VERBOSE,
)
NEAR = re.compile(  # last June, early next year, this summer, next Friday, so far this year
    rf"""(?<!\w)(?:{PART})?(?:(?P<so_far>so{GAP}far){GAP})?(?P<way>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious){GAP}(?:
        (?P<month>{FULL_MONTH})(?![a-z]) | {_SEASON}(?![a-z]) | (?P<weekday>{_DAY_NAMES})day(?![a-z])
      | (?P<unit>week|month|year|decade|weekend)(?![a-z])(?!{GAP}of)(?P<to_date>{GAP}(?:so{GAP}far|to{GAP}date))?
    )""",
    re.VERBOSE,
)
DAY_OF_WEEK = re.compile(  # Friday next week, Friday of last week, Friday week
    rf"(?<![\w-])(?P<day>{_DAY_NAMES})day{GAP}(?:of{GAP})?(?:(?P<way>[Ll]ast|[Tt]his|[Nn]ext){GAP})?week(?![a-z-])",
    re.VERBOSE,
)
RUNNING = re.compile(  # the end of the year
    rf"(?<!\w){PART}(?P<unit>year|month|week|decade)(?![a-z])(?!{GAP}of)", re.VERBOSE
)
WEEKDAY = re.compile(rf"(?<![\w-])(?P<day>{_DAY_NAMES})day(?![a-z])", re.VERBOSE)

_NAMED_DAY = re.compile(  # Good Friday, every Monday, Monday to Friday
    r"\b(?:Black|Good|Ash|Super|Bloody|Palm|Easter|Cyber|Whit|Shrove|Holy|Giving|Fat|Casual|The|Sheffield|[Ee]very|[Ee]ach"
    r"|any|per|[A-Z][a-z]+day|a|one|[A-Z][a-z]+day\s+(?:to|through))\s+\Z"
)
_NAME_AFTER = re.compile(
    r"\s+(?:Times|Mirror|Telegraph|Express|Post|Mail|Herald|Night|Football|Club|Ripper)\b"
    r"|,?\s+(?:to|through)\s+[A-Z][a-z]+day\b|-[A-Z]"
)
_FUTURE = r"""(?P<future>\b(?:
    will | shall | would | (?:is|are)\s+(?:to|held|being\s+held) | to\s+be | set\s+to | going\s+to | due | scheduled
  | plans? | planned | expects? | expected | upcoming | until | next | tomorrow
  | begins? | starts? | opens? | ends | runs | concludes | closes | takes?\s+place | go(?:es)? | leaves? | returns?
  | arrives? | departs? | meets? | resumes? | wraps?\s+up | kicks?\s+off
)\b | ['’]ll\b)"""
_PAST = r"""\b(?:
    was|were|had|has|have|said|told|did|began|left|met|came|went|took|held|won|fell|rose|says|[a-z]{3,}ed
)\b"""
_TENSE = re.compile(rf"{_FUTURE} | {_PAST}", re.VERBOSE)
_RATE = re.compile(r"\b(?:once|twice|times?|first|second|one|only)\s+\Z")  # once in three days
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")


def find(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """Relative dates in `text[low:high]`; none without a publication date."""
    if reading.published is None:
        return
    for shape, read in _READERS:
        for match in shape.finditer(reading.text, low, high):
            if point := read(reading.text, match, reading.published):
                yield point


def _today(text: str, match: re.Match[str], published: date) -> Point | None:
    word = match["word"].lower().split()
    if match["word"] == "Today" and text[max(0, match.start() - 2) : match.start()][:1].isalpha():
        return None  # Russia Today
    if text.startswith(("'s", "’s"), match.end()) and word == ["today"]:
        return None  # today's world
    offset = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word[0], 0)
    only = shifted(published, days=offset)
    return Point(match.start(), match.end(), (only, only), Grain.day, How.relative)


def _ago(text: str, match: re.Match[str], published: date) -> Point | None:
    """ "two years ago" is the calendar year, "three months ago" the month, "two weeks ago" the days around one."""
    number = _count(match["number"])
    point = _moved(match.start(), match.end(), -number, match["unit"].lower(), published)
    return replace(point, hedge=Hedge.about) if match["hedge"] else point


def _ahead(text: str, match: re.Match[str], published: date) -> Point | None:
    """ "will open in two weeks"; "in two weeks they killed 40" is a duration."""
    if _RATE.search(text, max(0, match.start() - 12), match.start()) or not _is_future(text, *match.span()):
        return None
    return _moved(match.start("phrase"), match.end("phrase"), _count(match["number"]), match["unit"], published)


def _moved(start: int, end: int, number: int, unit: str, published: date) -> Point:
    match unit:
        case "year" | "decade":
            moved = shifted(published, months=number * (12 if unit == "year" else 120))
            return Point(start, end, year_of(moved.year), Grain.year, How.relative)
        case "month":
            moved = shifted(published, months=number)
            return Point(start, end, month_of(moved.year, moved.month), Grain.month, How.relative)
        case "week" | "fortnight":
            moved = shifted(published, days=number * (7 if unit == "week" else 14))
            return Point(start, end, (shifted(moved, days=-3), shifted(moved, days=3)), Grain.week, How.relative)
        case _:
            moved = shifted(published, days=number)
            return Point(start, end, (moved, moved), Grain.day, How.relative)


def _span(text: str, match: re.Match[str], published: date) -> Point | None:
    """ "the next two years" runs from publication; "the past week" runs up to it."""
    number, unit = _count(match["number"] or "one"), match["unit"] or match["one"]
    months = {"month": number, "year": 12 * number, "decade": 120 * number}.get(unit, 0)
    days = {"day": number, "week": 7 * number, "fortnight": 14 * number}.get(unit, 0)
    if match["way"] in ("next", "coming"):
        span = published, shifted(published, months=months, days=days)
    else:
        span = shifted(published, months=-months, days=-days), published
    return Point(match.start("phrase"), match.end(), span, Grain.part, How.relative)


def _near(text: str, match: re.Match[str], published: date) -> Point | None:
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[match["way"].lower()]
    part = (match["part"] or match["part_of"] or "").lower()
    if name := match["weekday"]:
        only = _stepped_day(WEEKDAYS[name[:3]], step, published)
        return Point(match.start(), match.end(), (only, only), Grain.day, How.relative, WEEKDAYS[name[:3]])
    whole, grain = _whole(match, step, published)
    if match["so_far"] or match["to_date"] or part == "earlier":
        whole = whole[0], max(whole[0], published)
    elif part == "later":
        whole = min(published, whole[1]), whole[1]
    else:
        whole = part_of(part, whole)
    return Point(match.start(), match.end(), whole, Grain.part if part else grain, How.relative)


def _whole(match: re.Match[str], step: int, published: date) -> tuple[Span, Grain]:
    """The whole month, season, week … that "last", "this" or "next" picks out."""
    if match["month"]:
        return _stepped(lambda year: month_of(year, MONTHS[match["month"]]), step, published), Grain.month
    if match["season"]:
        return _stepped(lambda year: season(match["season"], year), step, published), Grain.part
    return _calendar_unit(match["unit"], step, published)


def _calendar_unit(unit: str, step: int, published: date) -> tuple[Span, Grain]:
    match unit:
        case "year":
            return year_of(shifted(published, months=12 * step).year), Grain.year
        case "decade":
            first = max(10, published.year // 10 * 10 + 10 * step)
            return year_of(first, first + 9), Grain.decade
        case "month":
            moved = shifted(published.replace(day=1), months=step)
            return month_of(moved.year, moved.month), Grain.month
        case _:
            monday = shifted(published, days=7 * step - published.weekday())
            return (shifted(monday, days=5 if unit == "weekend" else 0), shifted(monday, days=6)), Grain.week


def _stepped(whole: Callable[[int], Span], step: int, published: date) -> Span:
    """The last such stretch that is over, the one of this year, or the next that has not begun."""
    years = [published.year + offset for offset in (-1, 0, 1)]
    if step < 0:
        return max((whole(year) for year in years if whole(year)[1] < published), default=whole(years[0]))
    if step > 0:
        return min((whole(year) for year in years if whole(year)[0] > published), default=whole(years[2]))
    return whole(published.year)


def _stepped_day(weekday: Weekday, step: int, published: date) -> date:
    """ "last Friday" is the latest before publication, "next" the first after it, "this" the coming one."""
    ahead = (list(Weekday).index(weekday) - published.weekday()) % 7
    if step < 0:
        return shifted(published, days=ahead - 7)
    return shifted(published, days=(ahead or 7) if step else ahead)


def _day_of_week(text: str, match: re.Match[str], published: date) -> Point | None:
    """The day of the calendar week that the words pick out; "Friday week" is a week after the coming Friday."""
    weekday = WEEKDAYS[match["day"][:3]]
    at = list(Weekday).index(weekday)
    if match["way"] is None:
        ahead = (at - published.weekday()) % 7
        only = shifted(published, days=ahead + 7)
    else:
        step = {"last": -1, "this": 0, "next": 1}[match["way"].lower()]
        only = shifted(published, days=at - published.weekday() + 7 * step)
    return Point(match.start(), match.end(), (only, only), Grain.day, How.relative, weekday)


def _running(text: str, match: re.Match[str], published: date) -> Point | None:
    """ "by the end of the year", "later in the week"."""
    whole, _ = _calendar_unit(match["unit"], 0, published)
    part = (match["part"] or match["part_of"]).lower()
    return Point(match.start(), match.end(), part_of(part, whole), Grain.part, How.relative)


def _weekday(text: str, match: re.Match[str], published: date) -> Point | None:
    """A bare weekday lies within six days of publication, on the side that the verbs around it say."""
    if _NAMED_DAY.search(text, max(0, match.start() - 24), match.start()) or _NAME_AFTER.match(text, match.end()):
        return None
    weekday = WEEKDAYS[match["day"][:3]]
    ahead = (list(Weekday).index(weekday) - published.weekday()) % 7
    future = _is_future(text, match.start(), match.end())
    only = shifted(published, days=ahead if future or not ahead else ahead - 7)
    return Point(match.start(), match.end(), (only, only), Grain.day, How.weekday, weekday)


def _is_future(text: str, start: int, end: int) -> bool:
    """Whether the verb nearest before `start` in its sentence, else the first one behind `end`, looks ahead."""
    before = text[max(0, start - 100) : start]
    before = before[max((found.end() for found in _SENTENCE_END.finditer(before)), default=0) :]
    verbs = list(_TENSE.finditer(before))
    if verbs:
        return verbs[-1]["future"] is not None
    behind = text[end : end + 100]
    stop = _SENTENCE_END.search(behind)
    verb = _TENSE.search(behind[: stop.start()] if stop else behind)
    return bool(verb and verb["future"])


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBERS[word.lower()]


_READERS: tuple[tuple[Cue, Callable[[str, re.Match[str], date], Point | None]], ...] = (
    (cue(TODAY, "today yesterday tomorrow tonight this last"), _today),
    (cue(SPAN, "next coming past last"), _span),
    (cue(DAY_OF_WEEK, "week"), _day_of_week),
    (cue(NEAR, "last this next previous"), _near),
    (cue(AGO, "ago"), _ago),
    (cue(AHEAD, "in"), _ahead),
    (cue(RUNNING, "year month week decade"), _running),
    (cue(WEEKDAY, WEEKDAY_NAMES.replace("|", " ").lower()), _weekday),
)
