"""For when a value is: "1.2 million visitors in 2019", "in 2019 1.2 million and in 2020 0.9 million", "since 2015"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.claims.referents import paired
from checker.claims.values import held_against
from checker.language.content import content
from checker.language.cues import Cue
from checker.language.dates import DateMention, How
from checker.language.lexicons.concepts import EVENTS
from checker.language.limits import Span, bound
from checker.language.reading import Statement
from checker.language.speakers import tells_when_said
from checker.model import Mention, Period

# The verb that a date belongs to: "opened in 2015", "founded 1931".
_VERB = re.compile(r"([^\W\d_]+)\s+(?:(?:in|on|by|since|from|until|at|during|around|about|early|late|the)\s+){0,3}\Z")
# Other times that no date tells.
_OTHER_TIME = re.compile(
    r"\b(?:(?:the|a)\s+(?:previous\s+)?(?:year|season|month|quarter)\s+(?:before|earlier|ago)|(?:last|next|this|previous)"
    r"\s+(?:year|season|month|quarter|summer|winter|spring|autumn))\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:than|against|versus|compared\s+(?:with|to))\s+(?:in\s+|for\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_IN = re.compile(r"\s+(?:(?:in|for|during)\s+)?(?:the\s+)?|\s*\(", re.IGNORECASE)
SO_FAR = re.compile(r"\b(?:so\s+far|to\s+date|already|until\s+now|up\s+to\s+now|as\s+yet)\b", re.IGNORECASE)


class When(NamedTuple):
    """The period of a value; `bound` is the word that makes it only an end of one ("since"). Not `known` where the
    sentence gives several times, and does not tell which is the value's."""

    period: Period | None = None
    bound: str = ""
    known: bool = True


UNKNOWN = When(known=False)


def when(
    statement: Statement, mention: Mention, rivals: Sequence[int], cue: Cue | None, events: Sequence[Span] = ()
) -> When:
    """The time that the sentence gives for `mention`; at `rivals` all values stand that the kind would read in it, and
    `events` are stretches that tell of something else: "and was opened by the king in May 2021"."""
    telling = (found for found in statement.dates if _tells(statement, found, cue))
    dates = [found for found in telling if not any(low <= found.mention.start < high for low, high in events)]
    if len(dates) == 1 and (len(rivals) == 1 or _OTHER_TIME.search(statement.text) is None):
        return _when(statement, dates[0])
    if not dates:
        return UNKNOWN if _OTHER_TIME.search(statement.text) and not _is_read(statement) else When()
    starts = [found.mention.start for found in dates]
    numbers = [str(number) for number in range(len(dates))]
    number = paired(starts, rivals, mention.start, names=numbers)
    return _when(statement, dates[int(number)]) if number else UNKNOWN


def _when(statement: Statement, found: DateMention) -> When:
    assert isinstance(found.mention.value, Period)
    return When(found.mention.value, bound(statement.text, found.mention.start))


def _is_read(statement: Statement) -> bool:
    """Was "last year" read as a date?"""
    return any(found.how is How.relative for found in statement.dates)


def _is_rivals(statement: Statement, at: int) -> bool:
    """Is it the time of what the value is held against: "up from 180,000 in 2020", "more than in 2020"?"""
    text = statement.text
    if _THAN.search(text, max(0, at - 40), at):
        return True
    before = (one for one in statement.quantities if one.end <= at and held_against(text, one.start))
    return any(_IN.fullmatch(text, max(one.end, one.noun_end), at) for one in before)


def _tells(statement: Statement, found: DateMention, cue: Cue | None) -> bool:
    """May the date be that of a value: not of the telling, nor of another event?"""
    if not isinstance(found.mention.value, Period) or found.how is How.attributive:
        return False
    at = found.mention.start
    if _is_rivals(statement, at):
        return False
    if found.how in (How.weekday, How.relative) and tells_when_said(statement.text, at):
        return False
    verb = _VERB.search(statement.text, max(0, at - 60), at)
    if verb is None or (cue is not None and cue.pattern.fullmatch(verb[1])):
        return True
    stems = [word.stem for word in content(verb[1])]
    return not any(stem in EVENTS for stem in stems)
