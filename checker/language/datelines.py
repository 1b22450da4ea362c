"""Datelines: "DUSHANBE, August 12, 2022 – The exercise…", "Issued 9 October 2020, 19:00", a line "14.08.2022 23:16".

The publication date of a section stands in its head: behind a place, behind a word such as "Published", on a line of
its own, or as the first words of the prose. A digest has one for each of its entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from checker.language.dates import DateMention, Grain, How, scan
from checker.language.dates.almanac import day, short_year
from checker.language.dates.triggers import may_have_day
from checker.model import Period

_HEAD_LINES = 8
_PROSE_LINE = 60
_LONG_HEAD = 1500  # what stands above the first dateline is a title and a summary, unless it is longer
_LONGEST_DATELINE = 200
_LONGEST_LINE = 400  # a dateline stands at the start of its line: nothing further on is looked at


@dataclass(frozen=True, slots=True)
class Dateline:
    """When and where a section was published: its date at `start..end`, and `prose`, where the text proper begins.

    `published` is None where only the place is given ("ALMATY --"); `start..end` is then the place.
    """

    published: date | None
    start: int
    end: int
    prose: int
    place: str = ""


class _Line(NamedTuple):
    start: int
    text: str


# Behind the date: a time, a zone, reading times; then the end of the line, or a mark and the prose.
_CLOCK = r"(?:[0-9]{1,2}[:.][ ]?[0-9]{2}(?::[ ]?[0-9]{2})?(?:\s*[apAP]\.?[mM]\.?)?)"  # 19:00, 10:30 am
_ZONE = r"(?:\s+(?:local(?:\s+time)?|hours|hrs|[A-Z]{2,4}))"  # local time, GMT
_TIME = rf"(?:[,\s/]+(?:at\s+)?{_CLOCK}{_ZONE}?)"
_BRACKET = r"(?:\s*(?:\([^()\n]{1,60}\)|/[^/\n]{1,30}/))"  # (Reuters), /TASS/
_TRAILER = r"(?:\s*(?:[·|•]|,\s+(?:updated|edited)\b)\s*[^\n]{0,60})"  # · 4 min read
_ALONE = re.compile(rf"{_TIME}?{_BRACKET}{{0,2}}{_TIME}?{_TRAILER}?[ \t]*[.,;]?[ \t]*\Z", re.VERBOSE)
_DASHED = re.compile(rf"{_TIME}?{_BRACKET}{{0,2}}[.,]?\s*(?:--|[-–—:])+\s*(?=\S)", re.VERBOSE)
_STOPPED = re.compile(rf"{_TIME}?{_BRACKET}?\s*[.]\s+(?=[\"“‘'A-Z])", re.VERBOSE)
_SPACED = re.compile(rf"{_TIME}?\s+(?=[\"“‘'A-Z][\w'’]+:?\s+\w)", re.VERBOSE)
_IN_BRACKETS = re.compile(r"[^()\n]{0,60}\)\s*\Z")
_ANYTHING = re.compile("")

# Before the date.
_CAPITALS = r"(?P<place>[A-Z][A-Z'’.-]+(?:[ ][A-Z][A-Z'’.-]*){0,3})"  # NOVI SAD
_CAPITALISED = r"(?P<place>[A-Z][\w'’.-]+(?:[ ](?:[A-Z][\w'’.-]+|de|la|el|al|am)){0,3})"  # Rio de Janeiro
_REGION = r"(?:,\s+[A-Z][\w.'’-]+(?:[ ][A-Z][\w.]+)*)"  # , New Mexico
_AGENCY = r"(?:\s*\([^()\n]{1,30}\))"
_WIRE_PLACE = re.compile(rf"\s*{_CAPITALS}{_REGION}?{_AGENCY}?[,.:]?\s+\Z")
_PLACE = re.compile(rf"\s*{_CAPITALISED}{_REGION}?,\s+\Z")
_PLACE_ONLY = re.compile(rf"\s*{_CAPITALS}{_REGION}?{_AGENCY}?\s*(?:--|[–—])+\s*(?=\S)")
_LABEL = re.compile(
    r"""\s*[\[(*_]*(?:
        (?:first\s+)?(?:(?:story\s+)?(?:created|published)|posted|issued|released?|dated?|filed|date\s+of\s+publication)
      | (?:last\s+)?(?:updated|modified)
      | (?:for\s+immediate|press|news)\s+release|media\s+advisory|bulletin|communiqu[eé]|statement|newsletter
      | (?:situation|sitrep)[^,:]{0,20}
    )(?:\s+no\.?\s*[0-9/]+)?\b[*_]*
    (?:\s+by\s[^\n]{1,60}?)?\s*(?:on|at|of|:)?(?:\s*[0-9]{1,2}[:.][0-9]{2})?[,:\s–—·|-]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADLINE = re.compile(r"\s*(?:[A-Z0-9][A-Z0-9.'’&-]*|No\.)(?:[ ](?:[A-Z0-9][A-Z0-9.'’&-]*|No\.))*\s*[,:|·–—-]\s*\Z")
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY|From)\s+[A-Z][^\n]{0,80}?[,|·–—\s-]\s*\Z")
_TITLE = re.compile(r"\s*[A-Z][^\n.!?;]{2,60}?\s*[,|·•–—]\s*\Z")
_BRACKETED_TITLE = re.compile(  # WHO GIVES WHAT (issued 3 May 2022)
    r"\s*[A-Z“\"][^\n()]{2,80}\s\((?:(?:issued|published|updated|posted|dated|as\s+of)\s*:?\s+(?:on\s+)?)?\Z",
)
_DOCUMENT = re.compile(  # FACT BOX, BRIEFING NOTE: not where something happened
    r"\b(?:release|note|box|diary|bulletin|office|reports?|update|brief|briefing|statement|news|digest|desk|staff"
    r"|advisory|correction|clarification|the)\b",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(rf"\s*(?:on\s|{_CLOCK}{_ZONE}?,?\s(?:on\s)?)\s*\Z", re.VERBOSE)  # 7:00pm UK, | 5 May 2010
_LAYOUT = re.compile(r"[\s#>*_|·•(\[-]*\Z")
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|will|be|has|have|had|to|by|on|in|until|from|since|of\s+the|said|says|[a-z]{3,}ed|held)\b"
)

_SHORT = re.compile(
    r"""\s*(?P<date>(?P<one>[0-9]{1,2})(?P<mark>[-./])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{2}(?:[0-9]{2})?))
    (?![0-9./-])(?:[ \t]+(?=[A-Z\"“])|[ \t]*[-–—:.][ \t]+(?=\S)|[ \t]*\Z)""",
    re.VERBOSE,
)
_ADDRESS_DATE = re.compile(r"/(20[0-9]{2}|19[0-9]{2})/([0-9]{1,2})/([0-9]{1,2})(?=[/\W])")
_DIGIT = re.compile(r"[0-9]")
_UPDATE = re.compile(r"(?:last\s+)?(?:updated|modified)", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"[ \t]*(?:…{2,}|[.]{4,}|[-–—]{3,}|={3,}|_{3,}|\*{3,}|#{3,}|~{3,}|(?:[*.•·-][ \t]+){2,}[*.•·-])[ \t]*\Z"
)


def find_dateline(head: str, *, context: str = "") -> Dateline | None:
    """The dateline in the first lines of a section.

    `context` is the whole text, which may tell whether "3-2-18" is 2 March (the default) or 3 February.
    """
    only_place = updated = None
    for line in _first_lines(head):
        found = _read(line, context or head)
        if found is None:
            continue
        if found.published is None:
            only_place = only_place or found
        elif _UPDATE.match(line.text.lstrip(" *_([")):
            updated = updated or found
        else:
            return replace(found, place=found.place or (only_place.place if only_place else ""))
    return updated or only_place


def section_starts(text: str) -> list[int]:
    """Where the sections of a text begin, the first at 0. Most texts have one.

    A new one begins at a full date that opens a line after a blank line or a rule, and behind a rule that such a
    section follows. A diary ("26 April: open day"), a chronology and a live blog stay whole.
    """
    starts = [0]
    blank, ruled = True, False
    dated = prose = False  # whether the entry so far has a dateline, and sentences behind it
    for line in _lines(text):
        if not line.text.strip():
            blank = True
            continue
        if _SEPARATOR.match(line.text):
            blank = ruled = True
            continue
        opens = blank and _opens_section(line, text, ruled=ruled)
        if opens and (prose or line.start - starts[-1] > _LONG_HEAD):
            starts.append(line.start)
            prose = False
        dated = dated or opens
        prose = prose or (dated and len(line.text) >= _PROSE_LINE)
        blank = ruled = False
    return starts if _is_digest(text, starts) else [0]


def _is_digest(text: str, starts: list[int]) -> bool:
    """Entries of a digest are paragraphs; shorter ones are the rows of a list."""
    lengths = [end - start for start, end in pairwise([*starts[1:], len(text)])]
    return sum(length >= 80 for length in lengths) * 2 >= len(lengths)


def _opens_section(line: _Line, text: str, *, ruled: bool) -> bool:
    """Whether a line that follows a gap opens a new entry: a full date first, or after a rule any dateline."""
    found = _read(line, text)
    if found is None or found.published is None:
        return False
    before = text[line.start : found.start]
    behind = text[found.end : found.end + 3].lstrip(" \t")
    opens = _LAYOUT.fullmatch(before) and not before.strip().startswith(("-", "•", "*", "|")) and behind[:1] != ":"
    return bool(ruled or opens or (found.place and found.place.isupper()))


def _first_lines(head: str) -> Iterator[_Line]:
    count = 0
    for line in _lines(head):
        if line.text.strip():
            yield line
            count += 1
            if count == _HEAD_LINES:
                return


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield _Line(start, text[start : min(end, start + _LONGEST_LINE)].rstrip("\r"))
        start = end + 1


def _read(line: _Line, context: str) -> Dateline | None:
    """The dateline that this line is or starts with."""
    if short := _short(line, context):
        return short
    head = line.text[:_LONGEST_DATELINE]
    for found in scan(head) if _DIGIT.search(head) and may_have_day(head) else ():  # a full date has a year
        if dateline := _around(line, found):
            return dateline
    return _place_only(line)


def _around(line: _Line, found: DateMention) -> Dateline | None:
    """The dateline that has this date, if what stands before and behind it is what datelines have there."""
    value = found.mention.value
    assert isinstance(value, Period)
    if found.grain is not Grain.day or found.ends or found.how is not How.absolute or value.hedge or value.alternatives:
        return None
    before, behind = line.text[: found.mention.start], line.text[found.mention.end :]
    after = next((match for mark in _marks(before) if (match := mark.match(behind))), None)
    if after is None:
        return None
    start, end = line.start + found.mention.start, line.start + found.mention.end
    return Dateline(value.first, start, end, end + after.end(), _place(before))


def _marks(before: str) -> tuple[re.Pattern[str], ...]:
    """What may stand behind a date that has these words before it, the likeliest first."""
    if _LAYOUT.match(before):
        return _ALONE, _STOPPED, _DASHED, _SPACED
    if _AFTER_TIME.match(before):
        return (_ALONE,)
    if _LABEL.match(before) or _BYLINE.match(before) or _HEADLINE.match(before):
        return _ALONE, _DASHED, _STOPPED, _ANYTHING
    if _WIRE_PLACE.match(before) or _PLACE.match(before):
        return _DASHED, _ALONE, _STOPPED
    if _BRACKETED_TITLE.match(before):
        return (_IN_BRACKETS,)
    return (_ALONE,) if _TITLE.match(before) and not _SENTENCE.search(before) else ()


def _place(before: str) -> str:
    """The place that these words name, if they are not a label, a byline or the name of a document."""
    match = _WIRE_PLACE.match(before) or _PLACE.match(before)
    if not match or _LABEL.match(before) or _BYLINE.match(before) or _DOCUMENT.search(match["place"]):
        return ""
    return match["place"]


def _place_only(line: _Line) -> Dateline | None:
    match = _PLACE_ONLY.match(line.text)
    if not match:
        return None
    return Dateline(
        None,
        line.start + match.start("place"),
        line.start + match.end("place"),
        line.start + match.end(),
        match["place"],
    )


def _short(line: _Line, context: str) -> Dateline | None:
    """ "5-11-18 During a conference…" """
    match = _SHORT.match(line.text)
    if not match or (match["mark"] == "/" and len(match["year"]) == 4):
        return None
    if match["mark"] == "." and len(match["year"]) == 4:
        return None  # the date grammar reads these
    one, two, year = int(match["one"]), int(match["two"]), short_year(match["year"])
    readings = (day(year, two, one), day(year, one, two))
    order = True if match["mark"] == "." else _day_first(context, match["mark"])
    span = (readings[0] or readings[1]) if order else (readings[1] or readings[0])
    undecided = readings[0] and readings[1] and readings[0] != readings[1] and order is None
    if not span or (undecided and len(match["year"]) == 4):
        return None  # only digests with two-digit years are American throughout
    place = line.start + match.start("date"), line.start + match.end("date")
    return Dateline(span[0], *place, line.start + match.end())


def _day_first(context: str, mark: str) -> bool | None:
    """Whether other short dates, or the dates in web addresses, say that the day comes first, if they decide it."""
    short = re.compile(rf"(?m)^\s*([0-9]{{1,2}}){re.escape(mark)}([0-9]{{1,2}}){re.escape(mark)}[0-9]{{2,4}}\b")
    pairs = {(int(match[1]), int(match[2])) for match in short.finditer(context)}
    addresses = {(int(match[2]), int(match[3])) for match in _ADDRESS_DATE.finditer(context)}
    for_day = sum(one > 12 or ((two, one) in addresses and one != two) for one, two in pairs)
    for_month = sum(two > 12 or ((one, two) in addresses and one != two) for one, two in pairs)
    return None if for_day == for_month else for_day > for_month
