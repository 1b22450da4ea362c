"""Percentages of change that a reader can check: "from 84 million euros to 105 million, a rise of 25 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.figures import SHARE, VALUE, Row, alike, quantity, row
from checker.language.percentages import percentage
from checker.language.reading import Statement
from checker.language.worked import Worked
from checker.model import Hedge, Mention, Quantity

_UP = "rise|increase|growth|gain|jump|surge|climb|hike|improvement|up"
_DOWN = "fall|drop|decrease|decline|reduction|cut|slump|slide|dip|plunge|down"
_UP_VERB = (
    r"r(?:ose|isen|ises?|ising)|increas(?:e[sd]?|ing)|gr(?:ew|own|ows?)|jump(?:ed|s)?|surged?|climb(?:ed|s)?|up|"
    r"raised|gained"
)
_DOWN_VERB = (
    r"f(?:ell|allen|alls?|alling)|dropp?(?:ed|s)?|decreas(?:e[sd]?|ing)|declined?|slumped|plunged|slid|dipped|down|"
    r"shrank|cut"
)
_NEAR = r"[^.;:()\ue000-\uf8ff]{0,60}?"
_FROM, _TO = f"(?P<first>{VALUE})", f"(?P<last>{VALUE})"
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|change|difference)"
_STATED = rf"(?:\s(?:of|by))?\s{SHARE}"
_BESIDE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # from 84 million euros in 2023 to 105 million euros in 2024, an increase of 20 percent
        rf"\bfrom\s{_FROM}{_NEAR}\sto\s{_TO}{_NEAR}(?:,|\s[—–-])\s?(?:(?:an?|the|this)\s)?(?:[a-z]+\s)?{_WAY}{_STATED}",
        # rose 5 percent from 20 million to 21 million
        rf"\b(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))(?:\sby)?\s{SHARE},?\sfrom\s{_FROM}{_NEAR}\sto\s{_TO}",
        # fell by 10 percent to 900 from 1,000
        rf"\b(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))(?:\sby)?\s{SHARE},?\s(?:to|at)\s{_TO}{_NEAR}\sfrom\s{_FROM}",
    )
)
_RANGE = re.compile(rf"\bfrom\s{_FROM}{_NEAR}\sto\s{_TO}", re.IGNORECASE)
# The next sentence speaks of the change as known: "the rise of 20 percent".
_RESUMED = re.compile(rf"\b(?:the|this|that)\s(?:[a-z]+\s)?{_WAY}\sof\s{SHARE}", re.IGNORECASE)
# Percentages that are not simply the change of the two figures.
_OTHERWISE = re.compile(
    r"\b(?:real\sterms|inflation|adjusted|constant|like-for-like|annuali[sz]ed|a\syear|per\syear|each\syear|on\saverage|"
    r"compound\w*|organic\w*|currency|excluding|percentage\spoints?|times)\b",
    re.IGNORECASE,
)
_A_SHARE = re.compile(SHARE)


def changes(statements: Sequence[Statement]) -> Iterator[Worked]:
    """Percentages of a change whose two ends stand beside them or in the sentence before."""
    before: Statement | None = None
    for statement in statements:
        if any(mention.kind == "share" for mention in statement.quantities) and not _OTHERWISE.search(statement.text):
            here = row(statement, bare=True)
            found = [
                worked
                for pattern in _BESIDE
                for match in pattern.finditer(here.signs)
                if (worked := _worked(here, match, here, match))
            ]
            yield from found
            if not found and before is not None and before.paragraph == statement.paragraph:
                yield from _resumed(before, here)
        before = statement


def _resumed(before: Statement, here: Row) -> Iterator[Worked]:
    said = list(_RESUMED.finditer(here.signs))
    if len(said) != 1 or _OTHERWISE.search(before.text):
        return
    known = row(before, bare=True)
    ranges = list(_RANGE.finditer(known.signs))
    if len(ranges) == 1 and (worked := _worked(here, said[0], known, ranges[0])):
        yield worked


def _worked(stated_in: Row, said: re.Match[str], here: Row, ends: re.Match[str]) -> Worked | None:
    sign = _A_SHARE.search(said[0])
    assert sign is not None
    share, first, last = stated_in.at(sign[0]), here.mention(ends, "first"), here.mention(ends, "last")
    way = 1 if said["up"] else -1 if said["down"] else 0
    value = _change(quantity(first), quantity(last), quantity(share), way) if _comparable(first, last) else None
    if value is None:
        return None
    span = (min(first.start, last.start), max(first.end, last.end))
    words = " ".join(here.statement.text[span[0] : span[1]].split())
    return Worked(stated_in.statement, share, here.statement, span, words, value)


def _comparable(first: Mention, last: Mention) -> bool:
    return alike((first, last)) and (first.noun == last.noun or not first.noun or not last.noun)


def _change(first: Quantity, last: Quantity, stated: Quantity, way: int) -> Quantity | None:
    """The change in per cent, positive in the direction `way` that is stated (1 up, -1 down, 0 either)."""
    if stated.unit != "percent" or {first.hedge, last.hedge} - {Hedge.none, Hedge.about}:
        return None
    if first.low != first.high or last.low != last.high or first.strict.low <= 0 or last.strict.low <= 0:
        return None
    way = way or (1 if last.low >= first.low else -1)
    change = way * 100 * (last.low / first.low - 1)
    ends = [way * 100 * (end / start - 1) for start in first.strict for end in last.strict]
    if _of_the_new(first, last, stated, way):
        ends = [change]
    return percentage(change, min(ends), max(ends), stated)


def _of_the_new(first: Quantity, last: Quantity, stated: Quantity, way: int) -> bool:
    """Is the stated percentage what the new figure gives as the base? From 2.0 to 2.5 it makes 20 instead of 25, and
    then the rounding of 2.0 and 2.5 is no excuse."""
    return abs(way * 100 * (1 - first.low / last.low) - stated.low) <= stated.step / 2
