"""When an occasion begins and ends: "will continue until August 22", "from 11 to 20 August", "ends on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.language.cues import Cue, cue
from checker.language.dates import DateMention, Grain
from checker.language.reading import Statement
from checker.model import NO_YEAR, Period

End = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class OccasionDate:
    """The first or last day (`which`) of something, said in `statement.text[start:end]`; `at` is where its predicate
    begins."""

    which: End
    period: Period
    start: int
    end: int
    at: int
    because: str
    after: bool = False  # the occasion is named after the date: "26 February, the last day of the exercise"
    implied: bool = False  # no occasion is named: "the opening ceremony was on 11 August"
    done: bool = False  # said of what has happened: "began", "ended"


_PLACE = (
    r"(?:\s+(?:here|there|as\s+planned|officially"
    r"|(?:in|at|near|outside|off|on|over|across)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}"  # in the Vaziani base
    r"|with\s+an?\s+[\w-]+)),?"  # with a parade
)
_TAIL = rf"(?:{_PLACE}){{0,2}}\s*,?\s*(?:on|in|from|by|as\s+early\s+as|this|the\s+morning\s+of)?\s*(?:the\s+)?$"
_BEGIN = cue(
    r"\b(?P<verb>begin(?:s|ning)?|began|begun|start(?:s|ed|ing)?|open(?:s|ed|ing)?|kick(?:s|ed|ing)?\s+off"
    r"|(?:got|gets?|getting)\s+under\s?way|launch(?:es|ed)?|commenc(?:e|es|ed|ing)|set(?:s)?\s+out"
    r"|under\s?way\s+since|running\s+since|in\s+progress\s+since)" + _TAIL,
    "begin begins beginning began begun start starts started starting open opens opened opening off way underway launch"
    " launches launched commence commences commenced commencing out since",
)
_FINISH = cue(
    r"\b(?P<verb>end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|finish(?:es|ed|ing)?|wrap(?:s|ped|ping)?\s+up"
    r"|clos(?:e|es|ed|ing)|be\s+(?:all\s+)?over|is\s+over|be\s+completed|(?:was|were|been)\s+completed"
    r"|expir(?:e|es|ed|ing)|(?:come|comes|came)\s+to\s+an\s+end|draw(?:s|n)?\s+to\s+a\s+close"
    r"|culminat(?:e|es|ed|ing))" + _TAIL,
    "end ends ended ending conclude concludes concluded concluding finish finishes finished finishing up close closes"
    " closed closing over completed expire expires expired expiring culminate culminates culminated culminating",
)
_UNTIL = cue(
    r"\b(?P<verb>until|till|through|thru|up\s+to\s+and\s+including)\s+(?:the\s+)?$", "until till through thru including"
)
_LAST_DAY = re.compile(
    r"(?:,|\s+(?:is|was|will\s+be))\s*(?:the\s+)?(?:very\s+)?(?P<which>last|final|closing|first|opening)\s+day\s+of\b",
    re.IGNORECASE,
)
_LAST_DAY_BEFORE = cue(
    r"\b(?P<which>last|final|closing|first|opening)\s+day(?:\s+of\s+[^.;]{1,60}?)?"
    r"\s*(?:is|was|will\s+be|being|:|falls\s+on)\s*(?:on\s+)?(?:the\s+)?$",
    "day",
)
_LABEL = re.compile(
    r"(?:^|\n|[-*•]\s*)\s*"
    r"(?P<which>start(?:s|ing|\s+date)?|begins?|beginning|opening|from|first\s+day"
    r"|end(?:s|ing|\s+date)?|closing|closes|last\s+day|until|finish(?:es)?)\s*:\s*(?:on\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?P<verb>from|between|for|on|dates?\s*:|when\??\s*:)\s*(?:the\s+)?$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|hold|holds|tak(?:e|es|ing)\s+place|took\s+place|run(?:s|ning)?|ran|last(?:s|ed|ing)?|stag(?:ed|ing)"
    r"|conduct(?:ed|ing)|go(?:es)?\s+on|went\s+on|scheduled|set|due|plann(?:ed|ing)|pass(?:es|ed|ing)?|organi[sz]ed"
    r"|under\s?way|continu(?:e|es|ed|ing)|exercise|drills?|man(?:o?eu)vers?|manoeuvres?)\b"
    r"[^.;]{0,80}$",
    re.IGNORECASE,
)
_CEREMONY = cue(
    r"\b(?P<which>opening|closing)\s+ceremony\s+(?:was|is|will\s+be|took\s+place|takes\s+place)(?:\s+held)?"
    r"\s+(?:on\s+)?(?:the\s+)?$",
    "ceremony",
)
_DONE = re.compile(
    r"^(?:began|begun|started|opened|kicked|got|launched|commenced"
    r"|ended|concluded|finished|wrapped|closed|expired|came|culminated)",
    re.IGNORECASE,
)
_PREDICATES: tuple[tuple[End, Cue], ...] = (("end", _UNTIL), ("end", _FINISH), ("start", _BEGIN))
_LEAD = 110  # characters before a date that are searched for what it is
_START_WORDS = ("start", "begin", "open", "from", "first")


def occasion_dates(statement: Statement) -> Iterator[OccasionDate]:
    """First and last days that the statement gives for something; what that is, is for `focus` to say."""
    for found in statement.dates:
        if found.ends is not None:
            yield from _range(statement, found)
        else:
            said = _single(statement, found)
            if said is not None:
                yield said


def _range(statement: Statement, found: DateMention) -> Iterator[OccasionDate]:
    """Both days of "from 11 to 20 August", where nothing before it but "from", "held" or nothing at all stands."""
    text, mention, period = statement.text, found.mention, found.mention.value
    if not isinstance(period, Period) or found.grain is not Grain.day:
        return
    lead_start = max(0, mention.start - _LEAD)
    lead = text[lead_start : mention.start]
    match = _FROM.search(lead)
    if match is None and not _HELD.search(lead) and lead.strip(" ,(-–"):
        return
    begin = lead_start + match.start() if match else mention.start
    last = period.last.replace(year=NO_YEAR) if period.yearless else period.last
    ends: tuple[tuple[End, date], ...] = (("start", period.first), ("end", last))
    for which, day in ends:
        value = Period(first=day, last=day, text=period.text)
        yield OccasionDate(which, value, begin, mention.end, begin, f'"{text[begin : mention.end]}" gives both ends')


def _single(statement: Statement, found: DateMention) -> OccasionDate | None:
    """What the words around one date make of it; those behind it first, then from the clearest to the vaguest."""
    text, mention, period = statement.text, found.mention, found.mention.value
    if not isinstance(period, Period):
        return None
    if after := _LAST_DAY.match(text, mention.end):
        which: End = "start" if after["which"].lower() in ("first", "opening") else "end"
        because = f'"{after["which"]} day of"'
        return OccasionDate(which, period, mention.start, after.end(), mention.end, because, after=True)
    lead_start = max(0, mention.start - _LEAD)
    lead = text[lead_start : mention.start]
    if before := _LAST_DAY_BEFORE.search(lead, within=text) or (":" in lead and _LABEL.search(lead)):
        which = "start" if before["which"].lower().startswith(_START_WORDS) else "end"
        start = lead_start + before.start("which")
        return OccasionDate(which, period, start, mention.end, start, f'"{before["which"]}"')
    if ceremony := _CEREMONY.search(lead, within=text):
        which = "start" if ceremony["which"].lower() == "opening" else "end"
        start = lead_start + ceremony.start("which")
        because = f'"{ceremony["which"]} ceremony"'
        return OccasionDate(which, period, start, mention.end, start, because, implied=True, done=True)
    for which, asked in _PREDICATES:
        if match := asked.search(lead, within=text):
            start = lead_start + match.start("verb")
            because, done = f'"{match["verb"]}" before the date', _DONE.match(match["verb"]) is not None
            return OccasionDate(which, period, start, mention.end, start, because, done=done)
    return None
