"""Cells of a dataset as values: "1982-12-xx", "6000-7000", "~1,200", ">60m", "2 weeks".

A cell stands alone: what a sentence would leave open, its column settles. "60m" is metres, but 60 million where money
or people are counted. It is read whole or refused: no figure is taken out of what is not understood around it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from checker.language.celldates import dotted_range, one_day, range_of_cells
from checker.language.cellparts import is_whole, without_estimated
from checker.language.dates import scan
from checker.language.dates.almanac import Span, day, month_of, short_year, year_of
from checker.language.quantities import quantities
from checker.model import Hedge, Mention, Period, Quantity

_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_NOT_KNOWN = r"(?:xx?|\?\??|00?|--?)"
_ISO = re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\Z")
# Dates with a part that nobody knows, or that was not written.
_PARTIAL = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_YEAR}\Z",  # 1982
        rf"{_YEAR}[-/.]{_NOT_KNOWN}(?:[-/.]{_NOT_KNOWN})?\Z",  # 1982-xx-xx, 1982-00-00
        rf"{_YEAR}[-/.](?P<month>\d\d?)(?:[-/.]{_NOT_KNOWN})?\Z",  # 1982-12, 1982-12-xx, 1982-12-??
        rf"(?:{_NOT_KNOWN}[-/.])?(?P<month>\d\d?)[-/.]{_YEAR}\Z",  # 05/1983, xx/05/1983
        rf"{_NOT_KNOWN}[-/.]{_NOT_KNOWN}[-/.]{_YEAR}\Z",  # ??/??/1983
    )
)
_COMPACT = re.compile(rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)\Z")  # 20220820
_SHORT_MONTH = re.compile(
    r"(?P<month>[A-Za-z]{3,9})(?:-|\s?['’])(?P<year>\d\d)\Z"
)  # Aug-82, as spreadsheets write it; Aug '82
_TURN = re.compile(r"(?:1[5-9]|20)99[-/]00?\Z", re.ASCII)  # 1999-00
_INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d)\s*[/–—-]\s*(\d{4}-\d\d-\d\d)\Z")  # 2022-08-11/2022-08-20
_ROUGHLY = re.compile(
    r"(?:~|≈|c\.?|ca\.?|circa|about|around|approx\.?)\s*(?=\d)|(?<=\d)\s*(?:\?|\(\?\))\Z", re.IGNORECASE
)


def period_cell(text: str, published: date | None = None) -> Period:
    """A date or period; raises ValueError for anything else."""
    if written := dotted_range(text.strip()):
        raise ValueError(f'expected one date or a period such as {written}, not "{text.strip()}"')
    return _dated(text, published)[0]


def ends_cell(text: str, published: date | None = None) -> tuple[Period, Period]:
    """The first and the last day of a range: "11-20 Aug 2022"; of what is no range, "Aug 2022", both lie in it."""
    whole, ends = _dated(dotted_range(text.strip()) or text, published)
    return ends or (whole, whole)


def _dated(text: str, published: date | None) -> tuple[Period, tuple[Period, Period] | None]:
    text = text.strip()
    if _TURN.match(text):
        year = int(text[:4])
        raise ValueError(f'"{text}" may be a year without its month or two years: write {year} or {year}-{year + 1}')
    if span := _written_out(text):
        return Period(first=span[0], last=span[1], text=text), None
    if interval := _INTERVAL.match(text):
        first, last = (_written_out(end) for end in interval.groups())
        if first and last and first <= last:
            ends = (_period(first, interval[1]), _period(last, interval[2]))
            return Period(first=first[0], last=last[1], text=text), ends
    if pair := range_of_cells(text):
        ends = (_period(pair.first, text), _period(pair.last, text))
        return Period(first=pair.first[0], last=pair.last[1], text=text), ends
    bare = _ROUGHLY.sub("", without_estimated(text))
    if bare != text and (span := _written_out(bare)):
        return Period(first=span[0], last=span[1], hedge=Hedge.about, text=text), None
    named = _SHORT_MONTH.match(text)
    words = f"{named['month']} {short_year(named['year'])}" if named else without_estimated(text)
    found = scan(words, published)
    if len(found) == 1:
        mention, both = found[0].mention, found[0].ends
        hedged = mention.hedge is not Hedge.none
        if is_whole(words, mention.start, mention.end, date=True, hedged=hedged):
            about = not hedged and words != text and not named
            period = _end(mention)
            whole = replace(period, hedge=Hedge.about) if about else period
            return whole, None if both is None else (_end(both[0]), _end(both[1]))
    raise ValueError(f'expected a date such as 2022-08-20 or 20 August 2022, not "{text}"')


def _end(mention: Mention) -> Period:
    assert isinstance(mention.value, Period)
    return mention.value


def _period(span: Span, text: str) -> Period:
    return Period(first=span[0], last=span[1], text=text)


def _written_out(text: str) -> Span | None:
    """The days of a date in digits that leaves nothing open but its parts: no 3/4/2022."""
    whole = _ISO.match(text) or _COMPACT.match(text)
    if whole and (span := day(int(whole["year"]), int(whole["month"]), int(whole["day"]))):
        return span
    for shape in _PARTIAL:
        if match := shape.match(text):
            month = match.groupdict().get("month")
            if month is None:
                return year_of(int(match["year"]))
            if 1 <= int(month) <= 12:
                return month_of(int(match["year"]), int(month))
    return one_day(text)


_SIGNS = {
    ">": "more than ",
    "≥": "at least ",
    ">=": "at least ",
    "<": "less than ",
    "≤": "at most ",
    "<=": "at most ",
    "~": "about ",
    "≈": "about ",
}
_SIGN = re.compile(r"(>=|<=|[<>≥≤~≈])\s*")
_CIRCA = re.compile(r"(?:c|ca)\.\s*(?=\d)", re.IGNORECASE)  # c.500
# Digits that nobody grouped: 1200 is a number in a cell, where a sentence would have a year.
_PLAIN = re.compile(r"[1-9]\d{0,14}\Z|[1-9]\d{0,2}(?:,\d{3}){1,4}\Z", re.ASCII)  # 1200; 1,200
_UNGROUPED = re.compile(r"(?<![\d.,:/])\d{4,15}(?![\d:/]|[.,]\d)")
_RANGE = re.compile(r"^(\D*[\d.,]+(?: (?:thousand|[mb]illion))?)\s*[-–—]\s*([\d.,]+\D*)$")
_AND_MORE = re.compile(r"^([\d,.]+)\s*\+$")
_NEGATIVE = re.compile(r"[-−(]\s*\W?\s*\d")  # -60, -$60, ($60)
_FROM = re.compile(r"^from\s+(?=\D*\d[\d.,]*\D*?(?:\bto\b|[-–—])\s*\D*\d)", re.IGNORECASE)  # from 6000 to 7000
_LIMITS = {"min": "at least ", "max": "at most "}
_LIMIT = re.compile(r"^(min|max)\b\.?\s*(?=\W?\s?\d)", re.IGNORECASE)
# "8-9,000" may begin at 8 or at 8,000.
_SHORTENED = re.compile(r"(?<![\d,.])(\d{1,3})\s?[-–—]\s?(\d{1,3}),\d{3}(?!\d)", re.ASCII)


def quantity_cell(text: str, published: date | None = None) -> Quantity:
    """A number, amount, range or hedged figure; raises ValueError for anything else."""
    return _quantity(text.strip(), text.strip())[0]


# What a letter behind a figure means that is no length: 1.2k, 60m, 3bn.
_MAGNITUDES = {"k": "thousand", "m": "million", "mn": "million", "mm": "million", "b": "billion", "bn": "billion"}
_ABROAD = {"mio": "million", "mrd": "billion"}
_GERMAN = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?)\s?(mio|mrd)\b\.?", re.IGNORECASE)  # 2 Mrd
_LETTERS = re.compile(rf"(?<=\d)\s?({'|'.join(sorted(_MAGNITUDES, key=len, reverse=True))})\b", re.IGNORECASE)


def counted_cell(text: str, published: date | None = None) -> Quantity:
    """How many there are: "1.2k" is 1,200 and "60m" is 60 million; raises ValueError for what has a unit."""
    found, _ = _figure(text.strip())
    if found.unit:
        raise ValueError(f'expected a number such as 1,200 or 6000-7000, not "{text.strip()}", which has a unit')
    return found


def money_cell(text: str, published: date | None = None) -> Quantity:
    """Money, with its currency or without: "$60m", ">60m", "€ 3,5 Mio"; raises ValueError for what is none."""
    found, kind = _figure(text.strip())
    if kind not in ("count", "amount"):
        raise ValueError(f'expected an amount of money such as $60 million, not "{text.strip()}"')
    return found


def _figure(text: str) -> tuple[Quantity, str]:
    return _quantity(_LETTERS.sub(lambda match: f" {_MAGNITUDES[match[1].lower()]}", text), text)


def _quantity(words: str, text: str) -> tuple[Quantity, str]:
    """The quantity and its kind: "count", "amount". `words` are the `text` of the cell with its letters written out."""
    if _PLAIN.match(words):
        number = int(words.replace(",", ""))
        return Quantity(low=number, high=number, text=text), "count"
    words = _in_words(words)
    found = [mention for mention in quantities(words) if isinstance(mention.value, Quantity)]
    is_day = _ISO.match(text)  # 2022-08-20 is no range
    if len(found) == 1 and not (_NEGATIVE.match(words) or is_day or _may_be_shortened(text)):
        [mention] = found
        if is_whole(words, mention.start, max(mention.end, mention.noun_end)):
            assert isinstance(mention.value, Quantity)
            return replace(mention.value, text=text), mention.kind
    raise ValueError(f'expected a number such as 1,200, 6000-7000 or $60 million, not "{text}"')


def _in_words(cell: str) -> str:
    """A cell as a sentence would have it: "at least 300" for "min. 300", "about 1,200" for "1200 (est.)"."""
    figure = without_estimated(cell)
    words = _SIGN.sub(lambda match: _SIGNS[match[1]], _CIRCA.sub("about ", figure, count=1), count=1)
    words = _FROM.sub("", words)
    words = _LIMIT.sub(lambda match: _LIMITS[match[1].lower()], words)
    words = _GERMAN.sub(lambda match: f"{match[1]} {_ABROAD[match[2].lower()]}", words)
    words = _RANGE.sub(r"\1 to \2", words)
    words = _UNGROUPED.sub(lambda match: f"{int(match[0]):,}", words)
    words = _AND_MORE.sub(r"at least \1", words)
    return words if figure == cell else f"about {words}"


def _may_be_shortened(text: str) -> bool:
    """Whether a range may begin with a figure whose thousands were left out: "8-9,000"."""
    found = _SHORTENED.search(text)
    return found is not None and int(found[1]) < int(found[2])
