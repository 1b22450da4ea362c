"""Figures: a number with the currency or unit beside it: "$" + "1.2bn", "60" + "-day", "5m" + " people"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from checker.language.durations import age_around, and_a_half, duration_after, is_offset
from checker.language.hedges import hedge_after
from checker.language.measures import magnitude_before, measure_after
from checker.language.money import dollars_again, money_after, money_before, nation_after
from checker.language.nouns import NO_NOUN, counted_noun, is_plural
from checker.language.numbers import GLUE, Number, tied
from checker.language.ranges import joined
from checker.language.shares import share_after
from checker.language.units import Unit
from checker.model import Hedge

_LETTERS = {"k": Decimal(1000), "m": Decimal(10**6), "b": Decimal(10**9)}
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]|(?<!or )\b[Mm]inus )$")
_PLUS_HEDGE = re.compile(r"[-‐](?:odd|plus)\b|-?ish\b")
_NEXT_AGE = re.compile(r",? (?:and|or|to) |, |[-–]")
_INCHES = re.compile(r"[ \u00a0]?in\b")
_ONE_DAY = re.compile(
    r"\b(?:for|in|within|after|last(?:s|ed|ing)?|than|least|about|took|takes|only|just|every|of|over|under|nearly)\ $"
)
_LETTERED_END = re.compile(r"(?:[-–]|\ to\ )\d[\d.,]*[kmbKMB]\b")
_INDIAN = re.compile(r"lakh|crore|lac|cr")
_NEIGHBOUR = re.compile(r"Pakistan|Nepal|Lanka|Mauriti|Seychell|Karachi|Lahore|Islamabad|Kathmandu|Colombo")
_A_UNIT = re.compile(r" an? (?=percent)")


@dataclass(slots=True)
class Figure:
    """A number with its unit at `text[start:end]`, while ranges are put together. `kind` is "" until a unit is found.

    `low`, `high` and `place` are in `unit`; `factor` is what one written unit is of it. A `sealed` figure has a hyphen
    and a word behind it, and so never begins a range; a `dropped` one is a score or a label.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    place: Decimal
    rounded: bool
    scale: Decimal
    bare: bool
    spelled: bool
    kind: str = ""
    unit: str = ""
    factor: Decimal = Decimal(1)
    hedge: Hedge = Hedge.none
    sealed: bool = False
    dropped: bool = False
    dashed: bool = False
    counts_with: Figure | None = None  # the later figure that has its noun: "from 500 to 300 people"

    @property
    def year_like(self) -> bool:
        return self.bare and self.end - self.start == 4 and 1000 <= self.low <= 2100

    def inherit(self, other: Figure, scale: Decimal) -> None:
        """Take the magnitude and the unit that the range's other end was given: "30-40 million", "5 to 7 per cent"."""
        factor = scale if self.kind else scale * other.factor
        self.low, self.high, self.place = self.low * factor, self.high * factor, self.place * factor
        if scale > 1:
            self.rounded, self.scale, self.bare = True, scale, False
        if not self.kind:
            self.kind, self.unit, self.factor = other.kind, other.unit, other.factor


def figure(text: str, number: Number, previous: Figure | None) -> Figure | None:
    """The number with its unit; None when it is a part of a name, a time, an ordinal or a point in time."""
    sign = money_before(text, number.start, sure=number.scale > 1 or not number.bare)
    if sign is not None:
        return _priced(text, _lettered(text, number), sign)
    if tied(text, number):
        return None
    if number.letter and (_continues_price(text, number, previous) or _letter_counts(text, number)):
        number = _lettered(text, number)
    found = _unit_after(text, number)
    if (
        found is None
        and previous is not None
        and previous.unit == "foot"
        and (inches := _INCHES.match(text, number.end))
    ):
        found = Unit("measure", "inch", inches.end())  # "6 ft 2 in"
    if found is not None and _once_upon(text, number, found):
        return None
    if found is not None:
        return _measured(text, number, found)
    if richter := magnitude_before(text, number.start):
        return _made(number, richter.at, number.end, richter)
    if is_offset(text, number.end):
        return None
    if (
        (number.bare or number.spelled)
        and 0 < number.low <= 115
        and (age_around(text, number.start, number.end) or _continues_age(text, number, previous))
    ):
        return _made(number, number.start, number.end, Unit("measure", "year of age", number.end))
    return _plain(text, number)


def _once_upon(text: str, number: Number, unit: Unit) -> bool:
    """The "one day" of "one day he will": a duration only behind "for", "within" and the like, or with a hyphen."""
    return (
        unit.kind == "duration"
        and number.spelled
        and number.low == number.high == 1
        and text[number.end] == " "
        and and_a_half(text, unit.at) is None
        and not hedge_after(text, unit.at)[0]
        and _ONE_DAY.search(text, max(0, number.start - 10), number.start) is None
    )


def _plain(text: str, number: Number) -> Figure | None:
    following = text[number.end : number.end + 2]
    if following and (following[0].isalnum() or following[0] == "_"):
        return None  # 15th, 1980s, 5G, 4x4
    if number.bare and following in ("'s", "’s"):
        return None  # 20's
    made = _made(number, number.start, number.end, None)
    if len(following) == 2 and following[0] in GLUE and following[1].isalpha():
        made.sealed = _PLUS_HEDGE.match(text, number.end) is None and not text.startswith(("-to-", "-or-"), number.end)
    return made


def _indian(text: str, number: Number, unit: Unit) -> Unit:
    """Rupees counted in lakhs and crores are Indian, as "$" is the US dollar, unless a neighbour of India is named."""
    if unit.name == "rupee" and _INDIAN.search(text, number.start, number.end) and not _NEIGHBOUR.search(text):
        return unit._replace(name="INR")
    return unit


def _made(number: Number, start: int, end: int, unit: Unit | None) -> Figure:
    factor = unit.factor if unit else Decimal(1)
    return Figure(
        start, end, number.low * factor, number.high * factor, number.place * factor, number.rounded, number.scale,
        number.bare and unit is None, number.spelled, unit.kind if unit else "", unit.name if unit else "", factor,
    )  # fmt: skip


def _lettered(text: str, number: Number) -> Number:
    """The number with its magnitude letter: "5m" of "$5m"."""
    if not number.letter or text[number.letter : number.letter + 1] in ("²", "³"):
        return number
    return number.times(_LETTERS[text[number.letter - 1].lower()], number.letter)


def _continues_price(text: str, number: Number, previous: Figure | None) -> bool:
    """The "6m" of "$5-6m"."""
    return (
        previous is not None
        and previous.kind == "amount"
        and joined(text, previous.start, previous.end, number.start) is not None
    )


def _continues_age(text: str, number: Number, previous: Figure | None) -> bool:
    """The 48 of "ages 47 and 48"."""
    return (
        previous is not None
        and previous.unit == "year of age"
        and not text[previous.end - 1].isalpha()
        and _NEXT_AGE.fullmatch(text, previous.end, number.start) is not None
    )


def _letter_counts(text: str, number: Number) -> bool:
    """Whether the letter is a magnitude because of what follows: "4k troops", "5m people", "5 m euros"."""
    if money_after(text, number.letter, large=True):
        return True
    if number.letter - number.end > 1:  # "5 m people" is no spelling of news
        return False
    more = _LETTERED_END.match(text, number.letter)  # "5m-6m people"
    noun = counted_noun(text, more.end() if more else number.letter)
    return noun is not NO_NOUN and is_plural(noun.word.rpartition(" ")[2])


def _priced(text: str, number: Number, sign: Unit) -> Figure | None:
    end = number.end
    if sign.name == "USD" and (nation := nation_after(text, end)):
        sign, end = sign._replace(name=nation.name), nation.at
    end = dollars_again(text, end)
    if text[end : end + 1].isalnum():
        return None
    return _made(number, sign.at, end, _indian(text, number, sign))


def _unit_after(text: str, number: Number) -> Unit | None:
    end = number.end
    if number.spelled and (article := _A_UNIT.match(text, end)):  # "half a percent"
        end = article.end() - 1
    return (
        share_after(text, end)
        or money_after(text, end, large=number.scale > 1)
        or duration_after(text, end)
        or measure_after(text, end)
    )


def _measured(text: str, number: Number, unit: Unit) -> Figure:
    made = _made(number, number.start, unit.at, _indian(text, number, unit))
    if unit.kind == "duration" and (part := and_a_half(text, unit.at)):
        value, made.end = part
        made.low = made.high = made.low + value * unit.factor
        made.place, made.rounded = unit.factor / 10, True
    elif unit.kind in ("measure", "share") and (minus := _MINUS.search(text, max(0, number.start - 9), number.start)):
        made.low, made.high = -made.high, -made.low
        made.start = minus.start() + (len(minus[0]) - len(minus[0].lstrip(" \t\n(")))
    return made
