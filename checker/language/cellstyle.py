"""A value written as a cell has another: where "12 Aug 1984" stood, 20 August 1984 is "20 Aug 1984".

What a curator is offered in place of a wrong cell looks like the cells around it, or is not offered at all.
"""

from __future__ import annotations

import re
from datetime import date

from checker.language.dates.almanac import MONTH_NAMES, MONTHS
from checker.model import Edition, Period, Quantity, Roster, Term, Value

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ISO = re.compile(r"\d{4}(?:-(?:\d\d|xx|\?\?)){0,2}", re.IGNORECASE)
_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
# What a cell may multiply its figure by: nothing, "thousand", "million", "billion".
_SCALES = (1, 1_000, 1_000_000, 1_000_000_000)
_EXACT = 2**53  # the largest whole numbers that a float tells apart


def written_like(value: Value, text: str, was: Value, *, month_first: bool = False) -> str | None:
    """`value` in the style of the cell `text`, which says `was`; None where that style cannot express it."""
    match value, was:
        case Period(), Period():
            return _date(value, text, was, month_first)
        case Quantity(), Quantity():
            return _quantity(value, text, was)
        case Edition(), Edition():
            return _edition(value, text, was)
        case (Term(), Term()) | (Roster(), Roster()):
            return value.text or str(value)
        case _:
            return None


def _date(value: Period, text: str, was: Period, month_first: bool) -> str | None:
    if value.yearless or was.yearless:
        return None
    if _ISO.fullmatch(text):
        return str(value) if "/" not in str(value) else None
    words = list(_WORD.finditer(text))
    parts = _parts([word[0] for word in words], was.first, month_first)
    if not parts or not (value.is_day and was.is_day):
        return None
    padded = all(word[0].isdigit() and len(word[0]) > 1 for word in words)
    written, at = [], 0
    for word, part in zip(words, parts, strict=True):
        written += [text[at : word.start()], _part(value.first, part, word[0], padded)]
        at = word.end()
    return "".join((*written, text[at:]))


def _parts(words: list[str], day: date, month_first: bool) -> tuple[str, ...]:
    """What each word of a date is, as fields of `day`; nothing unless they are its day, month and year."""
    orders = (("year", "month", "day"), ("day", "month", "year"), ("month", "day", "year"), ("year", "day", "month"))
    likely = sorted(orders, key=lambda order: order[0] != "month") if month_first else orders
    return next((order for order in likely if _fit(words, order, day)), ())


def _fit(words: list[str], order: tuple[str, ...], day: date) -> bool:
    return len(words) == len(order) and all(
        MONTHS.get(word.capitalize()) == day.month
        if part == "month" and not word.isdigit()
        else word.isdigit() and int(word) == getattr(day, part)
        for word, part in zip(words, order, strict=True)
    )


def _part(day: date, part: str, word: str, padded: bool) -> str:
    if not word.isdigit():
        return _named(day.month, word)
    number = str(getattr(day, part))
    return number.zfill(len(word)) if padded or word.startswith("0") else number


def _named(month: int, like: str) -> str:
    """The month, cut as short and written as large as `like`: "AUG" for "JUL", "August" for "June"."""
    if MONTHS[like.title() if like.isupper() else like] == month:
        return like
    name = MONTH_NAMES.split("|")[month - 1]
    if like.capitalize() not in MONTH_NAMES.split("|") or like.capitalize() == "May":
        name = name[:3]
    return name.upper() if like.isupper() else name


def _quantity(value: Quantity, text: str, was: Quantity) -> str | None:
    """Another figure in the place of the only one, with the signs and words around it."""
    if value.low != value.high or was.low != was.high or (value.unit, value.hedge) != (was.unit, was.hedge):
        return None
    figures = _NUMERAL.findall(text)
    if len(figures) != 1:
        return None
    [figure] = figures
    scale = _scale(figure, was.low)
    if scale is None:
        return None
    number = value.low / scale
    whole = number == int(number) and abs(number) < _EXACT
    written = f"{int(number):,}" if whole else f"{number:,.10g}"
    return text.replace(figure, written if _GROUPED.search(figure) else written.replace(",", ""))


def _scale(figure: str, means: float) -> int | None:
    """By how much the words around a figure multiply it; None for anything else than a round thousand."""
    try:
        number = float(figure.replace(",", ""))
    except ValueError:
        return None
    return next((scale for scale in _SCALES if number * scale == means), None)


def _edition(value: Edition, text: str, was: Edition) -> str | None:
    found = _NUMERAL.findall(text)
    if len(found) != 1:
        return None
    if value.year is not None and was.year is not None:
        return text.replace(found[0], str(value.year)[-len(found[0]) :])
    if value.number is not None and was.number is not None and text == str(was.number):
        return str(value.number)
    return None
