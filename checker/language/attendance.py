"""Attendance: "only Malvia has stayed away", "Kazakhstan has come": which countries are there, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.language.countries import CountryMention, find_countries

_NAME = r"(?:the\s+)?[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:and\s+)?[A-ZÀ-Þ][\w.’'-]*){0,3}"
# The rest of a list behind its first country: ", Chile and Peru"
_LIST = rf"(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME})*"
_NOT = r"(?:\s+(?:has|have|had|is|are|was|were|did|do|does|will|would))(?:\s+not|n['’]t)\s+(?:be\s+)?"
_PART = (
    r"(?:tak(?:e|es|en|ing)\s+part|took\s+part|participat(?:e|es|ed|ing)|attend(?:s|ed|ing)?|join(?:s|ed|ing)?|com(?:e|es|ing)"
    r"|came|sen(?:d|ds|t|ding))\b"
)
_AWAY = re.compile(
    rf"{_LIST}(?:{_NOT}{_PART}"
    r"|(?:\s+(?:has|have|had|will))?\s+(?:stay(?:s|ed)?\s+away|declin(?:es|ed)|refus(?:es|ed)|boycott(?:s|ed)?|skip(?:s|ped)?"
    r"|pull(?:s|ed)?\s+out|withdrew|withdrawn)\b|\s+(?:is|are|was|were)\s+(?:absent|missing|not\s+(?:there|present|among)))"
)
_THERE = re.compile(
    rf"{_LIST}(?:\s+(?:has|have|had|is|are|was|were|will))?\s+(?:also\s+)?(?:be\s+)?{_PART}(?!\s+(?:to|away|back)\b)"
)
_WITHOUT = re.compile(
    r"\b(?:without|except(?:\s+for)?|apart\s+from|(?:in\s+the\s+)?absence\s+of|but\s+not)\s+(?:the\s+)?$"
)
_SO_HAVE = re.compile(rf"\bso\s+(?:have|has|had|did|do|does|are|is)\s+(?:{_NAME}(?:,\s+|\s+and\s+))*(?:the\s+)?$")
_REACH = 120  # characters behind a country in which its verb must begin


class Attendance(NamedTuple):
    """The country named in `text[start:end]`, under its folded canonical name, and whether it is there."""

    start: int
    end: int
    country: str
    there: bool


def attendance(text: str) -> Iterator[Attendance]:
    """Countries of which the text says that they take part or stay away, in order."""
    somebody_is_there = False
    for mention in find_countries(text):
        if mention.how != "name":
            continue
        there = _is_there(text, mention, somebody_is_there)
        if there is not None:
            somebody_is_there = somebody_is_there or there
            yield Attendance(mention.start, mention.end, mention.name, there)


def _is_there(text: str, mention: CountryMention, somebody_is_there: bool) -> bool | None:
    before, behind = max(0, mention.start - _REACH), min(len(text), mention.end + _REACH)
    if _WITHOUT.search(text, before, mention.start) or _AWAY.match(text, mention.end, behind):
        return False
    if _THERE.match(text, mention.end, behind):
        return True
    return True if somebody_is_there and _SO_HAVE.search(text, before, mention.start) else None
