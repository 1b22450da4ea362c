"""The functions of expressions on figures, lists and texts: `within(aid, other, 5)`, `currency(aid)`, `size(list)`."""

from __future__ import annotations

from collections.abc import Mapping

from checker.expressions.comparing import ends, in_one_unit
from checker.expressions.dating import spans
from checker.expressions.nearest import nearest
from checker.expressions.types import Missing
from checker.language.lexicons import currencies, measures
from checker.model import Hedge, Period, Quantity, Roster, fold

_CURRENCIES = {code: code for code in currencies.CODES}
# Every spelling of a unit, and what quantities call it: "km", "kilometre", "kilometers".
_UNITS = {
    **{name: name for name in (*measures.UNITS, *measures.TIMES, "percent", "percentage point")},
    **{
        spelling: name
        for name, (_, _, words, signs) in measures.UNITS.items()
        for spelling in f"{words}|{signs}".split("|")
        if spelling.replace(" ", "").isalpha()
    },
}
_MOST_PLACES = 15  # behind the point, and before it


def low(value: object) -> float:
    """The least that the words of a quantity allow: 54 for "about 60"."""
    return ends(value)[0]


def high(value: object) -> float:
    """The most that the words of a quantity allow; without an end for "more than 60"."""
    return ends(value)[1]


def within(left: object, right: object, percent: float) -> bool:
    """Whether two quantities come within `percent` per cent (of the larger) of each other somewhere."""
    left, right = in_one_unit(left, right)
    (a_low, a_high), (b_low, b_high) = ends(left), ends(right)
    apart = max(a_low - b_high, b_low - a_high)
    near = (a_low, b_high) if a_low - b_high >= b_low - a_high else (a_high, b_low)
    return apart <= 0 or 100 * apart <= percent * max(abs(end) for end in near)


def ratio(left: object, right: object) -> float:
    """One exact figure divided by another of the same unit."""
    left, right = in_one_unit(left, right)
    found = _figure(left) / _figure(right)
    if found != found:
        raise Missing("the ratio is not a number")
    return found


def _figure(value: object) -> float:
    if isinstance(value, Quantity) and (value.low != value.high or value.hedge is not Hedge.none):
        raise Missing(f'"{value}" is not one exact figure')
    return value.low if isinstance(value, Quantity) else ends(value)[0]


def rounded(value: float, places: float = 0) -> float:
    """The number rounded to so many places behind the point; to hundreds with -2."""
    if places not in range(-_MOST_PLACES, _MOST_PLACES + 1):
        raise Missing(f"numbers are rounded to at most {_MOST_PLACES} places")
    return round(value, int(places))


def currency(value: object) -> str:
    """The code of the currency of an amount of money: "USD"."""
    if isinstance(value, Quantity) and value.unit in currencies.CODES:
        return value.unit
    raise Missing("the quantity is no amount of money")


def money(number: float, code: str) -> Quantity:
    """An amount that the rule itself names: money(60_000_000, "USD")."""
    return _named(number, code, _CURRENCIES, "currency")


def measure(number: float, unit: str) -> Quantity:
    """A measure that the rule itself names: measure(5, "km")."""
    return _named(number, unit, _UNITS, "unit")


def _named(number: float, unit: str, known: Mapping[str, str], what: str) -> Quantity:
    if unit not in known:
        near = nearest(unit, known)
        raise ValueError(f'unknown {what} "{unit}"' + (f'; did you mean "{near}"?' if near else ""))
    if isinstance(number, int) and abs(number) > 10**30:
        raise ValueError("the number is too large")
    return Quantity(low=number, high=number, unit=known[unit], text=f"{number:,.12g} {unit}")


def size(value: object) -> int:
    """How many take part, if the text settles it; the length of a list."""
    count = value.size if isinstance(value, Roster) else len(value) if isinstance(value, tuple | list) else None
    if count is None:
        raise Missing("the list is open")
    return count


def contains(whole: object, part: object) -> bool:
    """Whether a period has all of a date or period in it, a text another text, a list of participants a name. Upper and
    lower case are the same."""
    match whole, part:
        case Period(), _:
            return spans(whole, part)
        case str(), str():
            return part.casefold() in whole.casefold()
        case Roster(), str():
            return _takes_part(whole, part)
        case _:
            raise Missing("the values are of different kinds")


def _takes_part(roster: Roster, name: str) -> bool:
    if fold(name) in map(fold, roster.members):
        return True
    if roster.size is None or roster.size > len(roster.members):
        raise Missing("the list is open")
    return False


def starts_with(text: str, start: str) -> bool:
    """Whether a text starts with another, in upper or lower case."""
    return text.casefold().startswith(start.casefold())


def ends_with(text: str, end: str) -> bool:
    """Whether a text ends with another, in upper or lower case."""
    return text.casefold().endswith(end.casefold())


def lower(text: str) -> str:
    """The text in lower case."""
    return text.lower()
