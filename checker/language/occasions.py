"""Which instalment a clause speaks of: "… has begun" under an August 2022 dateline is that of 2022, whatever its label.

In this order: a year in the clause; relative words ("last year"); a present or immediate predicate and the dateline.
The label itself ("22") comes last and is `align`'s business, because the label may be what is wrong.
"""

from __future__ import annotations

import re
from datetime import date

from checker.language.cues import Cue, cue
from checker.language.dates import How
from checker.language.reading import Statement
from checker.model import Period, Stance

_RELATIVE: tuple[tuple[re.Pattern[str], int], ...] = (
    (
        re.compile(
            r"\b(?:last|the\s+previous|the\s+preceding)\s+year\b|\ba\s+year\s+(?:ago|earlier|before)\b|\bthe\s+year\s+before\b",
            re.IGNORECASE,
        ),
        -1,
    ),
    (re.compile(r"\bnext\s+year\b", re.IGNORECASE), 1),
    (re.compile(r"\bthis\s+year\b", re.IGNORECASE), 0),
)
# "is under way", "has begun", "will continue until", "ends today": said of what goes on around the dateline.
_IMMEDIATE = re.compile(
    r"""
    \b(?: (?:is|are)\s+(?:now\s+|currently\s+|still\s+|already\s+)?                    # is now under way
        (?:under\s?way|taking\s+place|being\s+held|held|holding|hosting|running|on|set\s+to|due\s+to|expected\s+to
          |scheduled\s+to|in\s+progress|in\s+full\s+swing|ongoing|continuing|participating|taking\s+part|passing)
      | (?:has|have)\s+(?:just\s+|now\s+|already\s+|officially\s+)?                      # has just begun
        (?:begun|started|opened|entered|ended|finished|concluded|closed|gathered|kicked\s+off|got)
      | (?:will|is\s+to|are\s+to|to)\s+                                                  # will continue
        (?:continue|last|end|conclude|finish|close|wrap|go\s+on|be\s+over|be\s+completed|run\s+until|end\s+on)
      | (?:begins|starts|opens|ends|closes|continues|continue|runs|lasts|concludes|wraps\s+up|goes\s+on
          |takes\s+place|take\s+place|pass|go\s+on)                                       # ends
      | today|tomorrow|yesterday|this\s+(?:morning|week|month|afternoon)|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day
      | ongoing|current
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|back\s+in|founded|dating\s+back\s+to|goes\s+back\s+to)\s*$", re.IGNORECASE)
# A day named in the past tense this close to the dateline is news of the current instalment.
_NEWS_DAYS = 7


def occasion(statement: Statement, start: int, end: int) -> tuple[int | None, str]:
    """The year of the instalment that the clause `statement.text[start:end]` speaks of, and how that is known."""
    clause = statement.text[start:end]
    years = _stated_years(statement)
    if len(years) == 1:
        year, words = next(iter(years.items()))
        return year, f"the sentence dates it: {words}"
    if statement.reported is None:
        return None, ""
    for pattern, shift in _RELATIVE:
        if match := pattern.search(statement.text):
            return statement.reported.year + shift, f'"{match[0]}" under a dateline of {statement.reported:%-d %B %Y}'
    if match := _IMMEDIATE.search(clause):
        return statement.reported.year, f'"{match[0]}" under a dateline of {statement.reported:%-d %B %Y}'
    if _is_news(statement, statement.reported):
        return statement.reported.year, f"within days of the dateline of {statement.reported:%-d %B %Y}"
    return None, ""


def _stated_years(statement: Statement) -> dict[int, str]:
    years: dict[int, str] = {}
    for found in statement.dates:
        period = found.mention.value
        if found.how is not How.absolute or not isinstance(period, Period) or period.year is None:
            continue
        if not _SINCE.search(statement.text, max(0, found.mention.start - 20), found.mention.start):
            years.setdefault(period.year, statement.text[found.mention.start : found.mention.end])
    return years


def _is_news(statement: Statement, reported: date) -> bool:
    values = (found.mention.value for found in statement.dates)
    days = [value for value in values if isinstance(value, Period) and value.yearless and value.is_day]
    return any(abs((nearest_in_time(day.first, reported) - reported).days) <= _NEWS_DAYS for day in days)


def nearest_in_time(day: date, reported: date) -> date:
    """`day` of the year that brings it nearest to `reported`."""
    candidates = [in_year(day, year) for year in (reported.year - 1, reported.year, reported.year + 1)]
    return min(candidates, key=lambda found: abs((found - reported).days))


def in_year(day: date, year: int) -> date:
    """The same month and day in `year`; 28 February for the 29th where there is none."""
    year = min(max(year, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


_CORRECTION = cue(
    r"\b(?:an?\s+)?(?:earlier|previous)\s+version|\b(?:wrongly|incorrectly|mistakenly|erroneously)\s+(?:said"
    r"|stated|gave|reported|put|called)"
    r"|\bwe\s+(?:wrongly|incorrectly)|\bmisstated\b|\bthe\s+(?:report|story"
    r"|article)\s+(?:had\s+)?(?:also\s+)?(?:wrongly|incorrectly)\b",
    "version wrongly incorrectly mistakenly erroneously misstated",
)
_CHANGED = cue(
    r"\b(?:originally|initially|at\s+first|previously|formerly|had\s+(?:been\s+)?(?:planned|scheduled|hoped"
    r"|expected|envisaged)"
    r"|was\s+(?:originally\s+)?(?:to\s+have|supposed\s+to|meant\s+to|due\s+to|to\s+expire|to\s+end|to\s+begin)"
    r"|first\s+estimate|instead\s+of|rather\s+than"
    r"|(?:postponed|rescheduled|moved|brought\s+forward|put\s+off|delayed)\s+from)\b",
    "originally initially first previously formerly planned scheduled hoped expected envisaged have supposed meant due"
    " expire end begin instead rather from",
)
_HYPOTHETICAL = cue(r"\b(?:if|should|unless)\b", "if should unless")
_PLANNED = re.compile(
    r"\b(?:will|would|shall|is\s+to|are\s+to|to\s+be|due\s+to|set\s+to|expect\w*|scheduled|plan(?:s|ned|ning)?"
    r"|slated|intend\w*|propos\w+|hope[sd]?|aim(?:s|ed)?"
    r"|forecast\w*|project(?:s|ed)|anticipat\w+|target\w*|envisag\w+|up\s+to\s+[\d,]+\s+\w+\s+are)\b",
    re.IGNORECASE,
)
_DENIED = cue(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed)|contradict(?:s|ed))\b",
    "deny denied denies denying rejects rejected dismisses dismissed refutes refuted disputes disputed contradicts"
    " contradicted",
)
_NOT = Cue(re.compile(r"\bnot\s+(?:on\s+|in\s+|until\s+|the\s+)?\W?$"), frozenset({"not"}))
_UNTRUE = cue(
    r"\b(?:is|are|was|were)\s+(?:simply\s+|entirely\s+|completely\s+)?(?:false|untrue|not\s+true|incorrect|wrong"
    r"|baseless|fake)\b",
    "false untrue true incorrect wrong baseless fake",
)
_ANNOUNCES_CHANGE = cue(
    r"\b(?:postponed|rescheduled|put\s+off|put\s+back|brought\s+forward|will\s+now|is\s+now\s+(?:to|due|expected)"
    r"|now\s+(?:expected|scheduled|due|planned)|new\s+date|instead\s+of|later\s+than\s+planned|delayed\s+by"
    r"|in\s+the\s+end|extended|shortened|revised\s+(?:down|up|to|from)|lowered\s+(?:to|from|the|its))\b",
    "postponed rescheduled off back forward now date instead planned delayed end extended shortened revised lowered",
)


def announces_change(text: str) -> bool:
    """Does the sentence replace an earlier date or figure ("has been postponed and will now start on 5 May")?"""
    return _ANNOUNCES_CHANGE.search(text) is not None


_CORRECTION_NOTE = re.compile(r"\W*(?:correction|corrected|clarification|erratum|editor['’]?s\s+note)\b", re.IGNORECASE)


def stance(statement: Statement, start: int, *, in_correction: bool = False) -> Stance:
    """How the source stands to the value at `start` of the statement."""
    text = statement.text
    lead = text[max(0, start - 90) : start]
    if in_correction or _CORRECTION.search(text[:start], within=text):
        return Stance.corrected
    if _CHANGED.search(lead, within=text):
        return Stance.changed
    if _DENIED.search(lead, within=text) or _UNTRUE.search(text, start) or _NOT.search(lead, within=text):
        return Stance.denied
    if _PLANNED.search(lead):
        return Stance.planned
    if _HYPOTHETICAL.search(lead, within=text):
        return Stance.hypothetical
    return Stance.asserted


def is_correction_note(text: str) -> bool:
    """Does this statement open a correction ("CORRECTION: An earlier version …")?"""
    return _CORRECTION_NOTE.match(text) is not None
