"""Tolls: what became of those who are counted: "12 people were killed", "the death toll rose to 12", "hurting 40"."""

from __future__ import annotations

import re

from checker.language.cues import words_of
from checker.model import Mention

_OUTCOMES = {
    "killed": r"killed|dead|died|deaths?|fatalities|casualties|perished|slain|drowned",
    "injured": r"injured|wounded|hurt|injuries",
    "missing": r"missing|unaccounted\s+for",
    "displaced": r"displaced|homeless|evacuated",
    "destroyed": r"destroyed|collapsed|flattened|burnt\s+down|burned\s+down",
}
_BEFORE_IT = {
    "killed": r"kill(?:s|ed|ing)?|claim(?:s|ed|ing)?\s+the\s+lives\s+of|death\s+toll\b[^.;,\d]{0,60}"
    r"|(?:dead|deaths|killed)\s*:",
    "injured": r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|(?:injured|wounded)\s*:",
    "missing": r"missing\s*:",
    "displaced": r"displac(?:es|ed|ing)|(?:displaced|evacuated)\s*:",
    "destroyed": r"destroy(?:s|ed|ing)|flatten(?:s|ed|ing)",
}
# 12 people were killed; 12 people, among them two children, died; 12 confirmed dead
_AFTER = {
    outcome: re.compile(
        r"[ ]?(?:,\s(?:including|among)[^.;,]{0,40},)?\s*(?:have\s+been|had\s+been|has\s+been|were|was|are|is|have|had"
        rf"|has)?\s*(?:(?:now|still|all)\s+)?(?:confirmed\s+|reported\s+|feared\s+|left\s+|believed\s+)?(?:{words})\b",
        re.IGNORECASE,
    )
    for outcome, words in _OUTCOMES.items()
}
_COUNTED = {outcome: re.compile(rf"\b(?:{words})$") for outcome, words in _OUTCOMES.items()}  # "12 dead"
_LIVES = re.compile(r"\s*lives\b", re.IGNORECASE)
_BEFORE = {outcome: re.compile(rf"\b(?:{words})\s*$", re.IGNORECASE) for outcome, words in _BEFORE_IT.items()}
# What reports find more of, as long as nobody says that they erred; the missing are found, the displaced go home.
GROWING = frozenset({"killed", "injured", "destroyed"})
# A step of a toll and no toll: "another 12 were killed", "12 more died".
_STEP = re.compile(r"\b(?:another|further|additional|other|more|extra|nearly\s+all\s+of)\s*$", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:more|others?|further|additional)\b", re.IGNORECASE)
_REACH = 80  # characters before a figure that are looked at
# Without any of these a sentence tells no outcome.
_WORDS = frozenset(
    """
    killed dead died death deaths fatalities casualties perished slain drowned kill kills killing lives
    injured wounded hurt injuries injures injuring wounds wounding hurts hurting missing unaccounted
    displaced homeless evacuated displaces displacing
    destroyed collapsed flattened burnt burned destroys destroying flattens flattening
    """.split()
)


def outcome(text: str, mention: Mention) -> str:
    """What became of those counted: killed, injured, missing, displaced, destroyed; "" for any other count."""
    if words_of(text).isdisjoint(_WORDS):
        return ""
    end = max(mention.end, mention.noun_end)
    if _STEP.search(text, max(0, mention.start - 20), mention.start) or _MORE.match(text, mention.end):
        return ""
    counted = text[mention.end : end].lower()
    for name, pattern in _AFTER.items():
        if pattern.match(text, end) or (counted and _COUNTED[name].search(counted)):
            return name
    if _LIVES.match(text, mention.end):
        return "killed"
    for name, pattern in _BEFORE.items():
        if pattern.search(text, max(0, mention.start - _REACH), mention.start):
            return name
    return ""
