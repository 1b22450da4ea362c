"""Journeys: "put to sea on 3 August and came back on 2 September" beside "a 60-day cruise" (it was 31 days)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.dates import DateMention
from checker.language.lengths import days_from_to
from checker.language.reading import Statement
from checker.language.worked import Worked
from checker.model import Mention, Period, Quantity

_UNIT = "day"
_LEFT = re.compile(
    r"\b(?:put\s+(?:out\s+)?to\s+sea|set\s+(?:out|off|sail)|sailed|left|departed|took\s+off|lifted\s+off|was\s+launched"
    r"|embarked|had\s+gone)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_CAME_BACK = re.compile(
    r"\b(?:came\s+(?:back|home)|returned|got\s+(?:back|home)|was\s+back|landed|docked|tied\s+up|splashed\s+down|disembarked"
    r"|finished|ended)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# What is a journey from leaving to coming back: "at the end of a 60-day cruise".
_JOURNEY = re.compile(
    r"[-\s](?:long\s+)?(?:[\w-]+\s+){0,2}?(?:cruise|voyage|trip|journey|tour|expedition|mission|flight|trek|march|crossing|passage"
    r"|absence|pilgrimage|patrol|deployment)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:last|previous|earlier|next|another|first|second|planned)\s+(?:[\w-]+\s+){0,2}?$", re.IGNORECASE
)


def journeys(statements: Sequence[Statement]) -> Iterator[Worked]:
    """Lengths of journeys whose first and last day a sentence of the same paragraph gives."""
    stated = [(statement, mention) for statement in statements for mention in _lengths_in(statement)]
    if not stated:
        return
    for statement in statements:
        days = _days_of(statement)
        near = [(there, mention) for there, mention in stated if there.paragraph == statement.paragraph]
        if days is not None and len(near) == 1:
            (there, mention), (quantity, span) = near[0], days
            words = " ".join(statement.text[slice(*span)].split())
            yield Worked(there, mention, statement, span, words, quantity)


def _lengths_in(statement: Statement) -> Iterator[Mention]:
    for mention in statement.quantities:
        if isinstance(mention.value, Quantity) and mention.value.unit == _UNIT:
            before = statement.text[max(0, mention.start - 40) : mention.start]
            if _JOURNEY.match(statement.text, mention.end) and not _ANOTHER.search(before):
                yield mention


def _days_of(statement: Statement) -> tuple[Quantity, tuple[int, int]] | None:
    """How many days lie between leaving and coming back, and where the sentence says so."""
    dated = [found for found in statement.dates if isinstance(found.mention.value, Period) and not found.ends]
    if len(dated) != 2:
        return None
    first, last = dated
    if not (_LEFT.search(statement.text, 0, first.mention.start) and _comes_back(statement.text, first, last)):
        return None
    assert isinstance(first.mention.value, Period)
    assert isinstance(last.mention.value, Period)
    days = days_from_to(first.mention.value, last.mention.value)
    return (days, (first.mention.start, last.mention.end)) if days is not None else None


def _comes_back(text: str, first: DateMention, last: DateMention) -> bool:
    return _CAME_BACK.search(text, first.mention.end, last.mention.start) is not None
