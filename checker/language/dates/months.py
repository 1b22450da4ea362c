"""Months, quarters, seasons: "August 2022", "in May", "late June", "the end of 2025", "Q3 2023", "spring of 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.language.cues import cue
from checker.language.dates.almanac import (
    MONTHS,
    ORDINALS,
    Span,
    month_of,
    months_from,
    part_of,
    season,
    short_year,
    sixths,
    year_of,
)
from checker.language.dates.pieces import ANY_MONTH, DASH, FULL_MONTH, GAP, TO, YEAR
from checker.language.dates.point import Grain, How, Point, Reading
from checker.model import NO_YEAR

# Early August, mid-2022, the end of June, the middle of February, later in 2020.
PART = rf"""(?:
    (?P<part>[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)
    (?:{GAP}(?:part|years|months|days){GAP}of{GAP}(?:the{GAP})?|{GAP}in{GAP}|{GAP}|{DASH})
  | (?P<part_of>[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose|[Tt]urn)
    (?:{GAP}of{GAP}(?:the{GAP}(?:month{GAP}of{GAP})?)?|{DASH})
)"""
_MONTH = rf"""
    (?<!\w){PART}?
    (?: (?P<named>{ANY_MONTH})(?![a-zA-Z])\.?                                          # August 2022, Aug. of 2022
        (?:(?:,|{GAP}of)?{GAP}(?:the{GAP}year{GAP})?(?P<year>{YEAR})|{GAP}['’](?P<short>[0-9]{{2}})(?![0-9]))
      | (?P<bare>{FULL_MONTH}|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.))      # August, Aug.
        (?![a-zA-Z])(?!{DASH}[a-z])(?!['’]s{GAP}[A-Z])
    )
"""
MONTH = re.compile(_MONTH, re.VERBOSE)
_THIRDS = rf"""
    (?<!\w)(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|1st|2nd|3rd|4th)(?:{GAP}|-)
    (?P<piece>half|quarter|week)(?:{GAP}of{GAP}|{GAP}(?:in{GAP})?)(?:the{GAP}year{GAP})?
    (?:(?P<of_month>{ANY_MONTH})(?![a-zA-Z])\.?(?:,?{GAP}(?P<month_year>{YEAR}))?|(?P<of_year>{YEAR}))
"""
# the third quarter of 2023, the first half of May, the last week of June
FRACTION = cue(re.compile(_THIRDS, re.VERBOSE), "half quarter week")
CODED = cue(
    re.compile(rf"(?<!\w)(?P<code>[QH])(?P<number>[1-4])(?:{GAP}(?:of{GAP})?|-|/)?(?P<year>{YEAR})", re.VERBOSE), "q h"
)
CODED_LAST = cue(
    re.compile(rf"(?<![\w-])(?P<year>(?:19|20)[0-9]{{2}}){GAP}?-?(?P<code>[QH])(?P<number>[1-4])(?!\w)", re.VERBOSE),
    "q h",
)
SEASON = cue(
    re.compile(
        rf"(?<!\w)(?:{PART})?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:{GAP}(?:of{GAP})?)(?P<year>{YEAR})"
        rf"(?:(?P<over>[-–/][0-9]{{2}}(?:[0-9]{{2}})?)(?![0-9]))?",
        re.VERBOSE,
    ),
    "spring summer autumn fall winter",
)

# A month alone needs a word that makes it a time: "in May", not "May said"; "by August" but not "by August Wilson".
_SURE = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|back\s+in|[Aa]s\s+of)\s+\Z")
_LIKELY = re.compile(
    r"\b(?:[Bb]y|[Tt]hrough|[Tt]o|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Ff]or|[Bb]etween|[Ll]ast|[Nn]ext|[Tt]his|[Ee]ach|[Ee]very"
    r"|[Aa]round)\s+\Z"
)
_PERSONAL = {"April", "May", "June", "August", "March", "Jan"}
_SURNAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Lady|Lord|Prime\s+Minister|Theresa|Brian|James)\.?\s+(?:[A-Z]\w+\s+)?"
    r"(May|March|June|August|April)\b(?!\s+[0-9])"
)
_NAME_AFTER = re.compile(r"[ \t]+[A-Z][a-z]+")
_CONNECTED = re.compile(rf"{GAP}?(?:,|{DASH}|/){GAP}?|,?{GAP}(?:and|or|&|{TO}){GAP}", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    point: Point
    surely: bool


def find_parts(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """Quarters, halves, weeks of a month and seasons in `text[low:high]`."""
    for match in FRACTION.finditer(reading.text, low, high):
        if point := _fraction(match):
            yield point
    for coded in (CODED, CODED_LAST):
        for match in coded.finditer(reading.text, low, high):
            yield _coded(match)
    for match in SEASON.finditer(reading.text, low, high):
        yield _season(match)


def find_months(reading: Reading, low: int, high: int) -> Iterator[Point]:
    """Months that are surely meant, and those in one list or range with them ("in June, July and August")."""
    text = reading.text
    candidates = [candidate for match in MONTH.finditer(text, low, high) if (candidate := _month(reading, match))]
    surely = [candidate.surely for candidate in candidates]
    linked = [bool(_CONNECTED.fullmatch(text, one.point.end, two.point.start)) for one, two in pairwise(candidates)]
    for index, link in enumerate(linked):
        surely[index + 1] = surely[index + 1] or (link and surely[index])
    for index, link in reversed(list(enumerate(linked))):
        surely[index] = surely[index] or (link and surely[index + 1])
    yield from (candidate.point for candidate, sure in zip(candidates, surely, strict=True) if sure)


def _month(reading: Reading, match: re.Match[str]) -> _Candidate | None:
    start, part = match.start(), (match["part"] or match["part_of"] or "").lower()
    name = match["named"] or match["bare"]
    digits = match["year"] or match["short"]
    year = short_year(digits) if digits else NO_YEAR
    how = How.absolute if digits else How.yearless
    point = Point(
        start, match.end(), part_of(part, month_of(year, MONTHS[name])), Grain.part if part else Grain.month, how
    )
    if digits or part:
        return _Candidate(point, surely=True)
    return _Candidate(point, _is_time(reading, start, match.end(), name))


def _is_time(reading: Reading, start: int, end: int, name: str) -> bool:
    """ "in May", "since March", "by August"; not "May said", "by May Smith", "to March on the capital"."""
    text, before = reading.text, max(0, start - 16)
    if _SURE.search(text, before, start):
        return True
    if not _LIKELY.search(text, before, start):
        return False
    return name not in _PERSONAL or not (_NAME_AFTER.match(text, end) or name in reading.surnames)


def surnames(text: str) -> frozenset[str]:
    """The months that are somebody's name in a text: "Mrs May"."""
    return frozenset(match[1] for match in _SURNAMED.finditer(text))


def _fraction(match: re.Match[str]) -> Point | None:
    """A half or week of a month, or a half or quarter of a year."""
    nth, piece = ORDINALS[match["nth"].lower()], match["piece"]
    whole_year = match["of_year"] or match["month_year"]
    year, how = (int(whole_year), How.absolute) if whole_year else (NO_YEAR, How.yearless)
    span: Span | None = None
    if match["of_month"]:
        whole = month_of(year, MONTHS[match["of_month"]])
        span = _week(whole, nth) if piece == "week" else _half(whole, nth) if piece == "half" else None
    elif piece == "quarter":
        span = months_from(year, 3 * (nth if nth > 0 else 4) - 2, 3)
    elif piece == "half":
        span = _half(year_of(year), nth)
    grain = Grain.week if piece == "week" else Grain.part
    return Point(match.start(), match.end(), span, grain, how) if span else None


def _half(whole: Span, nth: int) -> Span | None:
    return {1: sixths(whole, 0, 3), 2: sixths(whole, 3, 6), -1: sixths(whole, 3, 6)}.get(nth)


def _week(month: Span, nth: int) -> Span:
    """Weeks of a month are counted from its first day; the last is its last seven days."""
    first, last = month
    if nth < 0:
        return last.replace(day=last.day - 6), last
    return first.replace(day=7 * nth - 6), first.replace(day=7 * nth)


def _coded(match: re.Match[str]) -> Point:
    year, number = int(match["year"]), int(match["number"])
    span = (
        months_from(year, 3 * number - 2, 3) if match["code"] == "Q" else months_from(year, 6 * min(number, 2) - 5, 6)
    )
    return Point(match.start(), match.end(), span, Grain.part)


def _season(match: re.Match[str]) -> Point:
    """Winter 2022 began in December 2022, or ended in February 2022: both readings are kept."""
    name, year = match["season"].lower(), int(match["year"])
    part = (match["part"] or match["part_of"] or "").lower()
    span = part_of(part, season(name, year))
    other = part_of(part, season(name, year - 1)) if name == "winter" and not match["over"] else None
    return Point(match.start(), match.end(), span, Grain.part, alternatives=(other,) if other else ())
