"""Years: "in 2022", "1992–2021", "2010/11", "the 1990s", "fiscal year 2023"; not "2022 soldiers", "Army 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checker.language.cues import cue
from checker.language.dates.almanac import Span, part_of, short_year, year_of
from checker.language.dates.months import PART
from checker.language.dates.pieces import COUNTED, DASH, GAP, TO
from checker.language.dates.point import Grain, How, Point, Reading
from checker.model import Hedge

_YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_BEFORE = r"(?<![\w$£€#/.,:+'’-])"
_AFTER = r"(?![\w%])(?![./:][0-9])(?!,[0-9]{3})"
_COUNTED = rf"(?:{GAP}(?:to|and|until|or){GAP}[0-9]{{4}})?{GAP}{COUNTED}"  # 1900 to 2000 GMT
FISCAL = cue(
    re.compile(
        rf"(?<!\w)(?:(?:[Ff]iscal|[Ff]inancial)(?:{GAP}[Yy]ear)?{GAP}|(?:FY|fy){GAP}?['’]?)(?P<year>(?:20|19)?[0-9]{{2}})"
        rf"(?:[-–/](?P<until>[0-9]{{2}}(?:[0-9]{{2}})?))?(?![\w%])",
        re.VERBOSE,
    ),
    "fiscal financial fy",
)
DECADE = cue(
    re.compile(
        rf"(?<![\w$£€])(?:{PART}(?:the{GAP})?)?(?:(?P<full>(?:1[5-9]|20)[0-9]0)['’]?s"  # the 1990s
        rf"|(?<=\bthe{{0}}[ ])['’]?(?P<short>[2-9]0)['’]?s)(?![\w])".replace("{0}", ""),
        re.VERBOSE,
    ),
    "s",
)
YEARS = re.compile(
    rf"{_BEFORE}(?P<year>{_YEAR}){GAP}?(?:{DASH}|(?P<slash>/)){GAP}?(?P<until>{_YEAR}|[0-9]{{2}}){_AFTER}(?![-–])(?!{GAP}{COUNTED})",
    re.VERBOSE,
)
YEAR = re.compile(
    rf"(?<!\w)(?:{PART}|{_BEFORE})(?P<year>{_YEAR}){_AFTER}(?!{DASH}(?!(?:present|now|today)\b)[A-Za-z0-9])(?!{_COUNTED})",
    re.VERBOSE,
)
_DECADE_PARTS = {
    **dict.fromkeys(("early", "earlier", "beginning", "start", "turn"), (0, 2)),
    **dict.fromkeys(("mid", "middle"), (3, 6)),
    **dict.fromkeys(("late", "later", "end", "close"), (6, 9)),
}

# What stands before a bare year. After "in" nothing else can stand; "of 2022" may yet be a number.
_SURE = re.compile(
    rf"(?:\b(?:in|since|until|till|during|throughout|circa|early|late|mid|year|years|summer|spring|autumn|winter|back{GAP}to|prior{GAP}to"
    r"|born|as\s+of|since\s+at\s+least|since\s+about|until\s+at\s+least|at\s+least\s+until|by|before|effective)\s+(?:the\s+year\s+)?)\Z",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"\b(?:from|of|through|for|after|between|beyond|around|than\s+in|the|a|an|this|that|its|their|his|her|our|on)\s+\Z",
    re.IGNORECASE,
)
_MODERN = 1900
_THE = re.compile(r"\b[Tt]he\s+\Z")
# First awarded: 1990; Years active: 1974-present
_DATED_LABEL = re.compile(
    r"\b(?:years?|dates?|born|died|birth|death|found(?:ed|ation)|established|opened|opening|closed|built|completed|released?|published|debut"
    r"|premiered|launched|started|began|active|awarded|formed|incorporated|inaugurated|settled|since|first|last|founding|construction)"
    r"[^:.\n]{0,20}:\s*\Z",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    r"\b(?:postponed|put\s+(?:off|back)|delayed|moved|deferred|pushed|brought\s+forward|leading\s+up|dates|dating|extended)\s+(?:\w+\s+)?to\s+\Z"
)
_BY_AMOUNT = re.compile(
    r"\b(?:increas|ris|rose|f[ae]ll|gr[eo]w|cut|reduc|expand|boost|rais|lower|drop|up|down|outnumber)\w*\s+by\s+\Z"
)
_COUNT_OF = re.compile(
    r"\b(?:total|force|number|population|crowd|cost|price|sum|maximum|minimum|average|strength|capacity|height|altitude|distance|length"
    r"|range|speed|fleet|team|contingent|group|amount|fine|bail|salary|toll|membership|staff|goal|target|quota|garrison|audience|score|rate"
    r"|weight|depth|value|worth|budget|limit|tens|hundreds|thousands|excess)\s+of\s+\Z",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|this|that|its|their|his|her|our|on)\s+\Z|['’]s\s+\Z", re.IGNORECASE)
_PLURAL_AFTER = re.compile(r"[ \t]+(?!was\b|is\b|has\b|as\b|this\b|its\b|his\b|does\b|elections?\b)[a-z]+(?<!s)s\b")
_WORD_AFTER = re.compile(r"[ \t]+[A-Za-z]")
_BRACKETED = re.compile(r"\((?:[a-z]+\s+)?\Z")
_BRACKET_AFTER = re.compile(r"\s*[);,]")
_LISTED = re.compile(
    rf"(?:,{GAP}?|,?{GAP}(?:and|or|&|{TO}|{DASH}){GAP})(?:(?:in|from|early|mid|late){GAP})?\Z", re.VERBOSE
)
# from 1816 to 1828, between 1850 and 1854: no count is told so
_FROM_TO = re.compile(
    rf"\b(?:[Ff]rom|[Bb]etween){GAP}(?P<year>{_YEAR}){GAP}(?:to|until|till|through|and){GAP}(?P<until>{_YEAR}){_AFTER}"
    rf"(?!{GAP}{COUNTED})",
    re.VERBOSE,
)
_LONGEST_SPAN = 150  # years


def find(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """Years, spans of years, decades and fiscal years in `text[low:high]`."""
    text = reading.text
    for match in FISCAL.finditer(text, low, high):
        yield _fiscal(match)
    for match in DECADE.finditer(text, low, high):
        if point := _decade(text, match):
            yield point
    for match in YEARS.finditer(text, low, high):
        if point := _years(match):
            yield point
    for match in _FROM_TO.finditer(text, low, high):
        if point := _from_to(match):
            yield point
    yield from _bare(reading, low, high)


def _fiscal(match: re.Match[str]) -> Point:
    """Nobody says when a fiscal year starts: the calendar year, hedged, and the one that began in October before it."""
    year = short_year(match["year"])
    until = short_year(match["until"]) if match["until"] else year
    span = (date(year, 1, 1), date(max(year, until), 12, 31))
    federal = (date(year - 1, 10, 1), date(max(year, until), 9, 30))
    return Point(match.start(), match.end(), span, Grain.year, alternatives=(federal,), hedge=Hedge.about)


def _decade(text: str, match: re.Match[str]) -> Point | None:
    first = int(match["full"]) if match["full"] else 1900 + int(match["short"])
    part = _part(match)
    span: Span = year_of(first, first + 9)
    if first % 100 == 0 and first <= 1900:  # "the mid 1600s" is the middle of a century
        low, high = _DECADE_PARTS.get(part, (0, 9))
        return Point(match.start(), match.end(), year_of(first + 10 * low, first + 10 * high + 9), Grain.decade)
    if part:
        low, high = _DECADE_PARTS.get(part, (0, 9))
        span = year_of(first + low, first + high)
    return Point(match.start(), match.end(), span, Grain.decade)


def _years(match: re.Match[str]) -> Point | None:
    """ "1992-2021", "2010/11"; not "2022-08", and not a span that runs backwards."""
    year, digits = int(match["year"]), match["until"]
    until = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
    if len(digits) == 2 and year % 100 == 99 and digits == "00":
        until = year + 1
    if until <= year or (match["slash"] and until > year + 1):  # "the 2010/11 season", but "Directive 2014/65"
        return None
    first = Point(match.start("year"), match.end("year"), year_of(year), Grain.year)
    last = Point(match.start("until"), match.end("until"), year_of(until), Grain.year)
    return Point(match.start(), match.end(), year_of(year, until), Grain.year, ends=(first, last))


def _from_to(match: re.Match[str]) -> Point | None:
    year, until = int(match["year"]), int(match["until"])
    if not year < until <= year + _LONGEST_SPAN or _PLURAL_AFTER.match(match.string, match.end()):
        return None
    first = Point(match.start("year"), match.end("year"), year_of(year), Grain.year)
    last = Point(match.start("until"), match.end("until"), year_of(until), Grain.year)
    return Point(first.start, last.end, year_of(year, until), Grain.year, ends=(first, last))


def _bare(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """A year whose neighbours make it one, or that is listed with such a year ("in 2014, 2017 and 2019")."""
    previous: Point | None = None
    for match in YEAR.finditer(reading.text, low, high):
        point = _one(reading.text, match)
        if point is None and previous and _LISTED.fullmatch(reading.text, previous.end, match.start()):
            point = _point(match)
            point = None if _PLURAL_AFTER.match(reading.text, match.end()) else point
        if point:
            yield point
            previous = point


def _one(text: str, match: re.Match[str]) -> Point | None:
    before, start, end = max(0, match.start() - 32), match.start(), match.end()
    if _BY_AMOUNT.search(text, before, start):
        return None
    if int(match["year"]) < _MODERN and not _part(match):
        return _point(match) if _is_old_year(text, before, start, end) else None
    if _part(match) or _SURE.search(text, before, start) or _POSTPONED.search(text, before, start):
        return _point(match)
    if _DATED_LABEL.search(text, before, start):
        return _point(match)
    if text.startswith(("'s", "’s"), end):
        return _point(match)
    if _BRACKETED.search(text, before, start) and _BRACKET_AFTER.match(text, end):
        return _point(match)
    if _PLURAL_AFTER.match(text, end) and not _THE.search(text, before, start):
        return None
    if _COUNT_OF.search(text, before, start):
        return None
    if _ATTRIBUTE.search(text, before, start):
        return replace(_point(match), how=How.attributive) if _WORD_AFTER.match(text, end) else None
    return _point(match) if _LIKELY.search(text, before, start) else None


def _is_old_year(text: str, before: int, start: int, end: int) -> bool:
    """Numbers from 1000 to 1899 are years only where nothing else can stand: "in 1775", "circa 1870", "(1820)"."""
    if _PLURAL_AFTER.match(text, end):
        return False
    if _BRACKETED.search(text, before, start) and _BRACKET_AFTER.match(text, end):
        return True
    return any(pattern.search(text, before, start) for pattern in (_SURE, _POSTPONED, _DATED_LABEL))


def _part(match: re.Match[str]) -> str:
    return (match["part"] or match["part_of"] or "").lower()


def _point(match: re.Match[str]) -> Point:
    part = _part(match)
    span = part_of(part, year_of(int(match["year"])))
    return Point(match.start(), match.end(), span, Grain.part if part else Grain.year)
