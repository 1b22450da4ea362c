"""Is one thing told of one thing? "Lumen 4 was released" and "Lumen 5 was released" tell of two, so do "sold its yard"
and "sold its mill".

What two clauses are about, what happened and to what: any of these may set them apart, however alike their sentences
are. What a clause does not tell sets nothing apart.
"""

from __future__ import annotations

import re

from checker.align.called import core, may_be_one, surely_others
from checker.language.adjuncts import Adjuncts, adjuncts, exclude
from checker.language.content import content
from checker.language.lexicons.concepts import CONSTITUENTS, EVENTS, ONCE
from checker.model import Claim, Period, Quantity

# "Lumen 4", "Otto III": numbers of names; "Jr." is one too where the other name says "Sr."
_NUMERAL = re.compile(r"\d+")
_GENERATION = re.compile(r"\b(?:[ivx]+|jr|sr)\b")
# What happens again is not what happened first.
_AGAIN = re.compile(
    r"\b(?:again|anew|once\s+more|second\s+time|third\s+time"
    r"|re-?(?:open|built|build|elect|issu|found|launch|releas|publish|establish)\w*)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:In\s+(?:1\d|20)\d\d|By\s+(?:1\d|20)\d\d|Until|Before|When|At\s+(?:its|the)\s+(?:opening|time|start|height))\b"
)
_NOW = re.compile(r"\b(?:now|today|currently|nowadays|since|still)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_BESIDE = 30  # characters
# Figures with and without something: "208 metres without its antenna".
_WITHOUT = re.compile(
    r"\b(?:without|excluding|exclusive\s+of|apart\s+from|not\s+(?:counting|including))\b", re.IGNORECASE
)


def tell_of_others(first: Claim, second: Claim, *, copied: bool = False) -> str:
    """What sets two claims of one kind apart by what their clauses tell; "" where nothing does. Where one sentence is a
    copy of the other (`copied`), two names that have no word in common are a slip or were misread."""
    if _have_other_names(first, second, copied=copied):
        return "other subject"
    if _is_owned(first) != _is_owned(second) and _both(first, second, "about") and not _turned_round(first, second):
        return "other subject"
    if first.scope.role("rank") != second.scope.role("rank"):
        return "other rank"
    if bool(_WITHOUT.search(first.sentence)) != bool(_WITHOUT.search(second.sentence)):
        return "with and without"
    if isinstance(first.value, Quantity) and _of_another_state(first, second):
        return "as of another time"
    if isinstance(first.value, Period) and (reason := _happened_otherwise(first, second)):
        return reason
    return "" if copied or _told(first) in ONCE else _otherwise_placed(first, second)


def _of_another_state(first: Claim, second: Claim) -> bool:
    """Is one told of a past state, "Before the rebuilding", "When the war began", and the other of none: what is?"""
    past = [_PAST.match(claim.sentence) is not None for claim in (first, second)]
    now = [_NOW.search(claim.sentence) is not None for claim in (first, second)]
    return (past[0] != past[1] and not _dated(second if past[0] else first)) or (now[0] != now[1] and any(past))


def _dated(claim: Claim) -> bool:
    return _YEAR.search(claim.sentence) is not None


def _told(claim: Claim) -> str:
    return claim.scope.role("told") or ""


def _otherwise_placed(first: Claim, second: Claim) -> str:
    """What stands beside the values may set them apart: "for football", "for concerts"; a headline leaves it out."""
    if first.scope.role("standing") or second.scope.role("standing"):
        return ""
    one, other = (_adjuncts(claim) for claim in (first, second))
    return "other circumstances" if exclude(one, other) else ""


def _adjuncts(claim: Claim) -> Adjuncts:
    quote = " ".join(claim.quote.split())
    at = claim.sentence.find(quote)
    if at < 0:
        quote = " ".join(claim.text.split())
        at = claim.sentence.find(quote)
    if at < 0:
        return ()
    return adjuncts(claim.sentence, at, at + len(quote), dated=isinstance(claim.value, Period))


def _have_other_names(first: Claim, second: Claim, *, copied: bool) -> bool:
    one, other = first.scope.role("about"), second.scope.role("about")
    if not one or not other or one == other:
        return False
    if _numbered_otherwise(one, other):
        return True
    if not _in_a_row(first, second) and (_goes_on(one, other) or _goes_on(other, one)):
        return True
    if may_be_one(one, other):
        return False
    if surely_others(one, other):
        return not copied and not _turned_round(first, second)
    return core(one)[-1] == core(other)[-1]  # Anna Pell and Tom Pell


def _numbered_otherwise(one: str, other: str) -> bool:
    if _NUMERAL.findall(one) != _NUMERAL.findall(other):
        return True
    generations = _GENERATION.findall(one), _GENERATION.findall(other)
    return all(generations) and generations[0] != generations[1]


def _goes_on(one: str, other: str) -> bool:
    """Is `other` a longer name that begins as `one`: "Skarn Air" and "Skarn Air Cargo"?"""
    short, long = core(one), core(other)
    return len(short) < len(long) and short == long[: len(short)] and "and" not in other.split()


def _is_owned(claim: Claim) -> bool:
    """Is it told of what belongs to the named thing: its date, or the number of its parts?"""
    of = claim.scope.role("of")
    return of is not None and (isinstance(claim.value, Period) or claim.scope.noun in CONSTITUENTS)


def _turned_round(first: Claim, second: Claim) -> bool:
    """Is the same told with two subjects: "Bray bought Lindow", "Lindow was bought by Bray"?"""
    one, other = first.scope.role("about"), second.scope.role("about")
    if not one or not other or may_be_one(one, other):
        return False
    return core(one)[-1] in second.sentence.lower() and core(other)[-1] in first.sentence.lower()


def _happened_otherwise(first: Claim, second: Claim) -> str:
    """Another event, another object of it, another end of a period, or the same event a second time."""
    told = _told(first), _told(second)
    if first.scope.role("after") == told[1] != "" or second.scope.role("after") == told[0] != "":
        return "other event"
    if told[0] in EVENTS and told[1] in EVENTS:
        if told[0] != told[1]:
            return "other event"
        if _done_to_others(first, second):
            return "other object"
    if _turned_round(first, second):
        return ""
    if _both(first, second, "of") and first.scope.role("of") != second.scope.role("of"):
        return "other subject"
    if _both(first, second, "end") and first.scope.role("end") != second.scope.role("end"):
        return "a beginning and an end"
    if _is_again(first) != _is_again(second):
        return "a second time"
    return ""


def _done_to_others(first: Claim, second: Claim) -> bool:
    """Have the events other objects: "sold its yard" and "sold its mill", the Lumen One and the Lumen Two?"""
    one, other = (set((claim.scope.role("object") or "").split()) for claim in (first, second))
    if _numbers(one) != _numbers(other):
        return True
    if not (one or other) or _in_a_row(first, second) or _turned_round(first, second):
        return False
    return not (one & _stems(second) or other & _stems(first))


def _numbers(objects: set[str]) -> set[str]:
    """The numbers of the objects' names: the Two of "released the Lumen Two"."""
    return {word for word in objects if word.startswith("#")}


def _stems(claim: Claim) -> set[str]:
    return {word.stem for word in content(claim.sentence)}


def _is_again(claim: Claim) -> bool:
    """Is the value, by the words beside it, that of a second time?"""
    at = max(claim.sentence.find(claim.text), 0)
    return _AGAIN.search(claim.sentence, max(0, at - _BESIDE), at + len(claim.text) + _BESIDE) is not None


def _in_a_row(first: Claim, second: Claim) -> bool:
    """Is one of them a row of a fact box? Its title and labels are short."""
    return first.scope.role("row") is not None or second.scope.role("row") is not None


def _both(first: Claim, second: Claim, role: str) -> bool:
    return first.scope.role(role) is not None and second.scope.role(role) is not None
