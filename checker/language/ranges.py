"""Ranges: "6,000 to 7,000", "between 2 and 3 million", "$5m-$6m"; but "rose from 2 to 3 million" is two values."""

from __future__ import annotations

import re
from enum import Enum

_HEDGED = (
    r"(?:(?:about|around|some|roughly|approximately|nearly|almost|over|more than|at least|as (?:many|much|high) as|"
    r"perhaps|maybe|possibly) )?"
)
_DASH = re.compile(r"[ \u00a0]?(?:[-‐‑–—−]|[-‐‑]to[-‐‑]|[-‐‑]or[-‐‑]|[-‐‑] to)[ \u00a0]?")
_TO = re.compile(rf"(?: up)?,? to {_HEDGED}(?:an estimated )?")
_AND = re.compile(rf" and {_HEDGED}")
_OR = re.compile(rf",? or (?:even )?{_HEDGED}")
_BETWEEN = re.compile(rf"\b[Bb](?:etween|/w) (?:an estimated )?{_HEDGED}$")
_CHANGE = re.compile(
    r"\b(?:r[io]se[ns]?|rising|fell|falls?|fallen|falling|gr[eo]w\w*|increas\w+|decreas\w+|drop\w*|declin\w+|cut\w*|rais\w+|jump\w*|"
    r"climb\w*|slash\w+|slid|went|gone|goes|going|reduc\w+|expand\w*|widen\w*|narrow\w*|shr[aiu]nk\w*|doubl\w+|tripl\w+|revis\w+|chang\w+|"
    r"mov(?:e|ed|ing|es)|upgrad\w+|downgrad\w+|lift\w+|boost\w*|lower\w*|surg\w+|soar\w*|plung\w+|plummet\w*|sank|"
    r"up|down|edged|eased|slipp\w+|tumbl\w+|improv\w+|worsen\w*|extend\w+|shorten\w*|adjust\w+|trim\w*|swell\w*|swollen|"
    r"upped|hik\w+|accelerat\w+|slow\w+|bumped|dipped|advanced|retreated|converted|switch\w*|growth|rise|transition\w*)\b",
    re.IGNORECASE,
)
_SCORED = re.compile(
    r"\b(?:vot\w+|won|win|lost|beat\w*|defeat\w*|led|lead\w*|trail\w*|outscored|passed|approved|rejected|backed|ruled)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:.!?](?=\s)|[()\[\]\"“”]")
_MARGIN = re.compile(r"[ \u00a0]?(?:±|\+/[-−–])[ \u00a0]?|,? (?:plus or minus|give or take) (?:a |about |some )?")
_MARGIN_AFTER_NOUN = re.compile(r" [^\W\d_]+(?: [^\W\d_]+)?,? (?:plus or minus|give or take) (?:a |about |some )?")


class Join(Enum):
    """How two neighbouring figures belong together."""

    dash = "30-40"
    words = "30 to 40"
    alternative = "two or three"
    change = "rose from 30 to 40"


def joined(text: str, start: int, end: int, following: int) -> Join | None:
    """How the figure at `text[start:end]` and the one that begins at `following` belong together, if they do."""
    if not 0 < following - end <= 24:
        return None
    between = text[end:following]
    if _DASH.fullmatch(between):
        return Join.dash
    if _TO.fullmatch(between):
        before = _clause(text, start)
        if _SCORED.search(before):
            return None
        return Join.change if _changes(before) else Join.words
    if _AND.fullmatch(between) and _BETWEEN.search(text, max(0, start - 36), start):
        return Join.words
    return Join.alternative if _OR.fullmatch(between) else None


def between_at(text: str, start: int) -> int:
    """Where the "between" right before a figure begins; `start` without one."""
    match = _BETWEEN.search(text, max(0, start - 36), start)
    return match.start() if match else start


def margin(text: str, end: int, following: int) -> bool:
    """Whether the figure that begins at `following` is the margin of the one that stops at `end`: "12.4 ± 0.6"."""
    return 0 < following - end <= 24 and _MARGIN.fullmatch(text, end, following) is not None


def margin_after_noun(text: str, end: int, following: int) -> bool:
    """The same with the counted noun between them: "60,000 people, give or take 3,000"."""
    return 0 < following - end <= 60 and _MARGIN_AFTER_NOUN.fullmatch(text, end, following) is not None


def _clause(text: str, start: int) -> str:
    before = text[max(0, start - 70) : start]
    cut = 0
    for match in _CLAUSE.finditer(before):
        cut = match.end()
    return before[cut:]


def _changes(before: str) -> bool:
    """Whether a verb of change governs the "from" before the first figure: "rose from 2", "was up from 2"."""
    return before.rstrip().lower().endswith(
        ("from", "from about", "from around", "from some", "from nearly", "from just")
    ) and (_CHANGE.search(before) is not None)
