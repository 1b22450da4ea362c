"""What sets two tellings apart: "the first phase" and "the second", two speakers, an update, another date."""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.agreeing import agree
from checker.align.likeness import Likeness
from checker.align.others import tell_of_others
from checker.align.sentences import Sentence
from checker.align.updates import is_update
from checker.language.content import Word
from checker.model import Claim, Period, Stance

# A day this close to the dateline is the day of the news itself; two reports of two days each have their own.
_NEWS_DAYS = 3
_WITHDRAWN = (Stance.corrected, Stance.denied, Stance.changed, Stance.hypothetical)


def not_comparable(first: Claim, second: Claim, *, copied: bool = False) -> str:
    """Why two differing values of one fact are no conflict; "" where nothing speaks against it. `copied`: one sentence
    is a copy of the other."""
    if first.where.path == second.where.path and first.scope.role("row") and second.scope.role("row"):
        return "two rows of one fact box"
    if first.scope.stance in _WITHDRAWN or second.scope.stance in _WITHDRAWN:
        return "withdrawn, denied or replaced"
    if _differ(first.scope.speaker, second.scope.speaker):
        return "other speaker"
    if first.scope.role("whose") != second.scope.role("whose"):
        return "other owner"
    if reason := tell_of_others(first, second, copied=copied):
        return reason
    if first.scope.part is not second.scope.part:
        return "a part of the whole"
    if first.scope.reported != second.scope.reported and _is_of_the_news(first) and _is_of_the_news(second):
        return "each the date of its own report"
    return "an update" if is_update(first, second, copied=copied) else ""


def _differ(one: str | None, other: str | None) -> bool:
    """Are both known, and not the same?"""
    return one is not None and other is not None and one != other


def _is_of_the_news(claim: Claim) -> bool:
    value, reported = claim.value, claim.scope.reported
    return isinstance(value, Period) and reported is not None and abs((value.first - reported).days) <= _NEWS_DAYS


def plan_and_outcome(first: Claim, second: Claim, likeness: Likeness) -> str:
    """Why a plan and what came of it are not compared; "" where both have one stance, or one is a copy of the other
    under one dateline."""
    if first.scope.stance is second.scope.stance:
        return ""
    copied = likeness.verbatim and first.scope.reported == second.scope.reported
    return "" if copied else "a plan and its outcome"


def in_contrast(one: Sentence, other: Sentence, likeness: Likeness) -> bool:
    """Do the words of each alone set them apart: "first" here and "second" there, or a name here and another there?"""
    left, right = (
        [word for word in sentence.words if word.stem in alone]
        for sentence, alone in zip((one, other), likeness.alone, strict=True)
    )
    if exclude_each_other(left, right) or name_other_countries(one, other):
        return True
    return any(word.name for word in left) and any(word.name for word in right) and not likeness.verbatim


def name_other_countries(one: Sentence, other: Sentence) -> bool:
    """Does each name a country that the other does not: another donor, host or opponent?"""
    return bool(one.countries - other.countries) and bool(other.countries - one.countries)


def exclude_each_other(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Words of two sentences that the other has not: do any two exclude each other, or does one cut a figure down?"""
    groups = {word.contrast for word in left if word.contrast is not None}
    return any(word.contrast in groups for word in right) or any(word.restricts for word in (*left, *right))


def of_other_times(one: Sentence, other: Sentence) -> bool:
    """Do both sentences give dates, none of which fits any of the other's; or tell of other days, "by Friday"?"""
    days = one.claims[0].scope.as_of, other.claims[0].scope.as_of
    if days[0] is not None and days[1] is not None and not _meet(days[0], days[1]):
        return True
    left = [claim for claim in one.claims if isinstance(claim.value, Period)]
    right = [claim for claim in other.claims if isinstance(claim.value, Period)]
    if left and right:
        return not any(agree(a, b) for a in left for b in right)
    return bool(one.moments and other.moments) and one.moments.isdisjoint(other.moments)


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
