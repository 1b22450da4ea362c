"""Updates: 12 dead on Monday and 15 on Tuesday are no conflict; neither is a plan of March beside one of June."""

from __future__ import annotations

import re

from checker.language.tolls import GROWING
from checker.model import Claim, Edition, Period, Quantity, Stance

# What two reports say of the present is of one time if they are no further apart than this.
_SAME_TIME_DAYS = 31
# Two reports that give no day for what they tell are of one event only if they are about as old.
_SAME_NEWS_DAYS = 7
# In so many days nobody does again what is numbered.
_SAME_FEAT_DAYS = 3
# Counts of which a later, higher figure is an update, whatever became of those who are counted.
_GROWING = frozenset(
    "person soldier civilian victim case house home building patient death casualty worker student child people".split()
)
_PASSING = re.compile(r"\b(?:is|are|has|have|still|leads?|remains?|so\s+far|currently|now)\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:still|remains?|missing|so\s+far|currently|now)\b", re.IGNORECASE)
_BESIDE = 60  # characters
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_update(first: Claim, second: Claim, *, copied: bool = False) -> bool:
    """Do the two come from different days, and is that reason enough for them to differ? Who copies (`copied`) says
    nothing new."""
    one, other = first.scope.reported, second.scope.reported
    if one is None or other is None or one == other:
        return False
    apart = abs((one - other).days)
    if isinstance(first.value, Edition) and apart > _SAME_FEAT_DAYS:
        return True  # "her fifth victory" a week after "her fourth"
    settled = isinstance(first.value, Quantity) and not (_is_passing(first) or _is_passing(second))
    close = _SAME_NEWS_DAYS if copied or settled else _SAME_FEAT_DAYS
    if apart > close and not _dated_alike(first, second) and not (first.scope.as_of and second.scope.as_of):
        return True
    if apart > _SAME_TIME_DAYS and (_one_is_planned(first, second) or not _dated_alike(first, second)):
        return True
    if first.scope.role("change") or second.scope.role("change"):
        return True
    if not (isinstance(first.value, Quantity) and isinstance(second.value, Quantity)):
        return False
    if first.scope.role("row") or second.scope.role("row"):
        return True  # "People in shelters: 18,000" is said of the day of the bulletin
    if {first.scope.role("outcome"), second.scope.role("outcome")} - {None, *GROWING}:
        return True  # the missing of Monday are fewer on Tuesday
    earlier, later = (first.value, second.value) if one < other else (second.value, first.value)
    return later.high > earlier.high and (first.scope.noun in _GROWING or is_toll(first, second))


def is_toll(first: Claim, second: Claim) -> bool:
    """Do both tell how many something has killed, hurt or destroyed so far?"""
    return first.scope.role("outcome") in GROWING and first.scope.role("outcome") == second.scope.role("outcome")


def is_fallen_toll(first: Claim, second: Claim) -> bool:
    """Does a later report give a lower toll, with no day in either but that on which it was told?"""
    days = [claim.scope.as_of is None or bool(claim.scope.role("day")) for claim in (first, second)]
    values = [claim.value.low for claim in (first, second) if isinstance(claim.value, Quantity)]
    told = first.scope.reported, second.scope.reported
    if not is_toll(first, second) or not all(days) or len(values) < 2 or told[0] is None or told[1] is None:
        return False
    return told[0] != told[1] and (told[0] < told[1]) == (values[0] > values[1])


def _is_passing(claim: Claim) -> bool:
    """Is it told of a state that will be another tomorrow: "is treating", "lead the table", "still missing"?"""
    at = max(claim.sentence.find(claim.text), 0)
    stop = at + len(claim.text)
    return bool(
        _PASSING.search(claim.sentence, max(0, at - _BESIDE), at) or _STILL.search(claim.sentence, stop, stop + _BESIDE)
    )


def _one_is_planned(first: Claim, second: Claim) -> bool:
    return Stance.planned in (first.scope.stance, second.scope.stance)


def _dated_alike(first: Claim, second: Claim) -> bool:
    """Do both sentences date what they tell, by the same digits of a year? A date does so itself by its own year."""
    if isinstance(first.value, Period):
        return "dateline" not in (first.scope.year_from, second.scope.year_from)
    return bool(set(_YEAR.findall(first.sentence)) & set(_YEAR.findall(second.sentence)))
