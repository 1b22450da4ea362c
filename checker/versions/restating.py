"""How a value was restated: "1984-03-xx" as 17 March is more precise, "~4,300" as 4,317 is without its hedge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.align.scopes import attribute_of
from checker.compare.overlap import Overlap
from checker.language.countries import country_of
from checker.model import Claim, Hedge, Period, Quantity, Roster, Value, fold

_OVERLAP = Overlap()
What = tuple[object, ...]


def what_of(claims: Iterable[Claim]) -> dict[What, list[Claim]]:
    """Claims by what they are values of: kind, counted noun, role, time; whatever their unit."""
    found: dict[What, list[Claim]] = {}
    for claim in claims:
        attribute = attribute_of(claim)
        what = (attribute.kind, attribute.noun, attribute.roles, attribute.period, attribute.planned)
        found.setdefault(what, []).append(claim)
    return found


def alike(one: Value, other: Value) -> bool:
    """Are they one value, however it is written: "5 Mar 1984" and 1984-03-05?"""
    match one, other:
        case Roster(), Roster():
            return _names(one) == _names(other) and one.size == other.size
        case Quantity(), Quantity():
            return (one.low, one.high, one.unit, one.hedge) == (other.low, other.high, other.unit, other.hedge)
        case Period(), Period():
            return replace(one, text="") == replace(other, text="")
        case _:
            return fold(str(one)) == fold(str(other))


def how_restated(old: Value, new: Value) -> tuple[str, bool]:
    """In what way, and whether both cannot be right."""
    if isinstance(old, Roster) and isinstance(new, Roster):
        return _list_restated(old, new)
    found = _OVERLAP.sides([old, new])
    if len(found.sides) > 1:
        return ("rounded otherwise", False) if found.plain else ("conflicts", True)
    match old, new:
        case Period(), Period():
            spans = [(float(one.first.toordinal()), float(one.last.toordinal())) for one in (old, new)]
            return _span_restated(spans[0], spans[1]), False
        case Quantity(), Quantity() if old.unit != new.unit:
            return "in another unit", False
        case Quantity(), Quantity() if old.hedge is not new.hedge:
            return _hedge_restated(old.hedge, new.hedge), False
        case Quantity(), Quantity():
            return _span_restated(old.strict, new.strict), False
        case _:
            return "written otherwise", False


def _span_restated(old: tuple[float, float], new: tuple[float, float]) -> str:
    (low, high), (first, last) = old, new
    if low <= first and last <= high:
        return "more precise"
    return "less precise" if first <= low and high <= last else "another span"


def _hedge_restated(old: Hedge, new: Hedge) -> str:
    if new is Hedge.none:
        return f'without "{old.value}"'
    return f'now "{new.value}"' if old is Hedge.none else f'now "{new.value}", not "{old.value}"'


def _list_restated(old: Roster, new: Roster) -> tuple[str, bool]:
    """Lists are open: who is named only in one of them may have been forgotten. Numbers and closed lists are not."""
    if old.size is not None and new.size is not None and old.size != new.size:
        return "conflicts", True
    if not old.members or not new.members:
        numbers = [roster.size if roster.size is not None else len(roster.members) for roster in (old, new)]
        return ("a number and a list", False) if numbers[0] == numbers[1] else ("a number and a list of others", False)
    added = [name for name in new.members if _name(name) not in _names(old)]
    dropped = [name for name in old.members if _name(name) not in _names(new)]
    parts = [f"{verb} {', '.join(names)}" for verb, names in (("adds", added), ("drops", dropped)) if names]
    return "; ".join(parts), False


def _names(roster: Roster) -> frozenset[str]:
    return frozenset(_name(name) for name in roster.members)


def _name(name: str) -> str:
    return country_of(name) or fold(name)
