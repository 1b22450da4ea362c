"""Who says a figure: "the police put the number at 18,000", "60,000 came, according to the organisers"."""

from __future__ import annotations

import re

from checker.language.cues import cue, words_of
from checker.language.nouns import lemma
from checker.model import fold

_NAME = (
    r"(?:the\s+|its\s+|their\s+|his\s+|her\s+|local\s+|an?\s+)?"
    r"(?P<who>[A-Za-zÀ-ÿ][\w’'.-]*(?:\s+[A-Za-zÀ-ÿ][\w’'.-]*){0,3}?)"
)
SAYING_VERBS = tuple(
    "said says say told put puts estimates estimated claim claims claimed reports reported announces announced counted"
    " counts gave gives believe believes believed insists insisted maintains maintained argue argues argued reckons"
    " reckoned confirms confirmed contend contends contended".split()
)
_SAYS = rf"(?:{'|'.join(SAYING_VERBS)}|(?:spoke|speaks?)\s+of|arrived\s+at)"
_SAYING = frozenset((*SAYING_VERBS, "spoke", "speak", "speaks", "arrived", "according"))
_BEFORE = re.compile(
    rf"(?:^|[.;,“\"]\s*|\b(?:and|but|while|though)\s+){_NAME},?\s+(?:have\s+|has\s+|had\s+)?{_SAYS}\b[^.;]*$",
    re.IGNORECASE,
)
_ACCORDING = cue(rf"\baccording\s+to\s+{_NAME}(?=[.,;]|\s+(?:on|in|at|who|which|that)\b|$)", "according")
_AFTER = re.compile(rf"[^.;]*?,[”\"]?\s+{_NAME}\s+{_SAYS}\b(?=[\s,.;]|$)", re.IGNORECASE)
# Not speakers: what a sentence reports without naming who says it.
_NOBODY = frozenset("it they he she who which that this there one i we you report reports".split())


# officials said on Tuesday; 12 dead as of Friday
_WHEN_SAID = re.compile(
    r"\b(?:said|says|told(?:\s+\w+){1,3}|announced|reported|confirmed|by|as\s+of|until)\s+(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


def tells_when_said(text: str, at: int) -> bool:
    """Does the day at `at` tell when something was said, not when it happened: "officials said on Tuesday"?"""
    return _WHEN_SAID.search(text, max(0, at - 60), at) is not None


def speaker(text: str, at: int) -> str | None:
    """Who says the value at `at` of the sentence, folded to a head noun or name; None where the narrator does."""
    if words_of(text).isdisjoint(_SAYING):
        return None
    clause_start = max(text.rfind(";", 0, at), 0)
    match = (
        _BEFORE.search(text, clause_start, at)
        or _AFTER.match(text, at)
        or _ACCORDING.search(text, at)
        or _ACCORDING.search(text, clause_start, at)
    )
    if match is None:
        return None
    words = fold(re.split(r"\s+(?:of|for|in|at|from)\s+", match["who"])[0]).split()
    if not words or words[-1] in _NOBODY:
        return None
    return lemma(words[-1])
