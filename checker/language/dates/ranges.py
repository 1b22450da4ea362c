"""Ranges: "from 28 July through 3 August 2022" is one date with two ends; the first gets its year from the second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.language.dates.almanac import Span, with_year
from checker.language.dates.pieces import DASH, GAP, TO
from checker.language.dates.point import Grain, How, Point

_DASHED = re.compile(rf"{GAP}?{DASH}{GAP}?", re.VERBOSE)
_REACHING = re.compile(rf",?{GAP}(?:{TO})(?:{GAP}(?:on|the|at{GAP}least|about|around)){{0,2}}{GAP}", re.VERBOSE)
_AND = re.compile(rf"{GAP}and{GAP}(?:the{GAP})?", re.VERBOSE)
_LISTED = re.compile(rf"(?:,|,?{GAP}(?:and|or|&)){GAP}(?:(?:on|in){GAP})?", re.VERBOSE)
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+|about\s+|on\s+)?\Z")
# "moved from 3 May to 5 May" tells of two dates, not of a range.
_CHANGED = re.compile(
    r"\b(?:rescheduled|moved|postponed|delayed|pushed(?:\s+back)?|put\s+back|brought\s+forward|shifted|changed|deferred|extended|prolonged|revised"
    r"|corrected|amended|advanced)\b[^.;\n]{0,60}\Z"
)
_COARSE = {Grain.month: 1, Grain.part: 1, Grain.year: 2, Grain.decade: 2}


def join(text: str, points: Sequence[Point]) -> list[Point]:
    """The points in order, the two ends of each range made one and missing years taken over from the neighbour."""
    joined: list[Point] = []
    for point in points:
        previous = joined[-1] if joined else None
        if previous and (whole := _range(text, previous, point)):
            joined[-1] = whole
        else:
            joined.append(point)
    return _listed(text, joined)


def _range(text: str, one: Point, two: Point) -> Point | None:
    if one.ends or two.ends or not (one.span and two.span) or not _reaches(text, one, two):
        return None
    spans = _distributed(one, two)
    if spans is None:
        return None
    first, last = replace(one, span=spans[0], how=_how(one, two)), replace(two, span=spans[1], how=_how(two, one))
    grain = one.grain if one.grain is two.grain else Grain.part
    return Point(one.start, two.end, (spans[0][0], spans[1][1]), grain, _how(one, two), ends=(first, last))


def _reaches(text: str, one: Point, two: Point) -> bool:
    """Whether what stands between two points makes them the ends of a range."""
    if two.start - one.end > 40 or How.attributive in (one.how, two.how):
        return False
    if _DASHED.fullmatch(text, one.end, two.start):
        loose = {How.relative, How.weekday}
        return _COARSE.get(one.grain) == _COARSE.get(two.grain) and (one.how in loose) == (two.how in loose)
    before = max(0, one.start - 90), one.start
    if _REACHING.fullmatch(text, one.end, two.start):
        return not _CHANGED.search(text, *before)
    return bool(_AND.fullmatch(text, one.end, two.start) and _BETWEEN.search(text, *before))


def _distributed(one: Point, two: Point) -> tuple[Span, Span] | None:
    """Both spans in one calendar, the first not after the last; None when that cannot be."""
    assert one.span
    assert two.span
    first: Span | None = one.span
    last: Span | None = two.span
    if one.yearless and two.yearless:
        if one.span[0] > two.span[0]:  # 28 December to 3 January
            last = with_year(two.span, two.span[0].year + 1)
    elif one.yearless:
        first = with_year(one.span, two.span[0].year)
        if first and first[0] > two.span[1]:
            first = with_year(one.span, two.span[0].year - 1)
    elif two.yearless:
        last = with_year(two.span, one.span[0].year)
        if last and last[1] < one.span[0]:
            last = with_year(two.span, one.span[0].year + 1)
    return (first, last) if first and last and first[0] <= last[0] and first[1] <= last[1] else None


def _how(own: Point, other: Point) -> How:
    return other.how if own.yearless and not other.yearless else own.how


def _listed(text: str, points: list[Point]) -> list[Point]:
    """ "in June and July 2022": the June takes its year from the July."""
    for index in range(len(points) - 2, -1, -1):
        one, two = points[index], points[index + 1]
        if not (one.span and two.span) or one.ends or two.yearless or two.how is not How.absolute:
            continue
        alike = _COARSE.get(one.grain) == _COARSE.get(two.grain)
        if one.yearless and alike and _LISTED.fullmatch(text, one.end, two.start):
            points[index] = replace(one, span=with_year(one.span, two.span[0].year), how=two.how)
    return points
