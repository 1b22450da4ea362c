"""Rival figures of one slot: "paid $3 million to direct Harvest Moon" and "paid $6 million to direct Harvest Moon"."""

from __future__ import annotations

from checker.align.agreeing import agree, agree_on
from checker.align.apart import exclude_each_other, name_other_countries, not_comparable, of_other_times
from checker.align.companions import several_differ
from checker.align.sentences import Occasions, name_other_occasions
from checker.align.slips import is_slip
from checker.align.slots import Slot
from checker.language.content import Word, content
from checker.model import Period

# The one outcome that is no reason against comparing: there is nothing to dispute.
SAME_FIGURE = "the other sentence has the same figure"


def set_apart(one: Slot, other: Slot, occasions: Occasions) -> str:
    """Why the values of two like slots need not be one; "" where nothing around them sets them apart: rivals."""
    if name_other_occasions(one.sentence, other.sentence, occasions):
        return "other occasion"
    if _is_also_in(one, other) or _is_also_in(other, one) or agree(one.claim, other.claim):
        return SAME_FIGURE
    if of_other_times(one.sentence, other.sentence) and not isinstance(one.claim.value, Period):
        return "other period"
    return (
        not_comparable(one.claim, other.claim)
        or _told_of_others(one, other)
        or _of_other_things(one, other)
        or _unfit(one, other)
    )


def _is_also_in(slot: Slot, other: Slot) -> bool:
    """Has the other's sentence the same figure elsewhere?"""
    return any(agree_on(claim, slot.claim) for claim in other.sentence.claims)


def _told_of_others(one: Slot, other: Slot) -> str:
    """Why the two sentences speak of different things altogether: other countries, or a second value that differs."""
    if name_other_countries(one.sentence, other.sentence):
        return "other thing"
    several = several_differ(one.claim, one.sentence, other.claim, other.sentence)
    return "several values differ" if several else ""


def _of_other_things(one: Slot, other: Slot) -> str:
    """A name beside each that is not beside the other, and none beside both: two things."""
    left, right = ({word.stem for word in slot.words if word.name} for slot in (one, other))
    shared = one.stems & other.stems
    if _share_a_last_name(one, other, shared):
        return "other thing"
    apart = left - shared and right - shared and not (left | right) & shared
    return "other thing" if apart else ""


def _share_a_last_name(one: Slot, other: Slot, shared: frozenset[str]) -> bool:
    """Do names of the two have the last word in common and not the first: "Lindow Freight", "Norburg Freight"?"""
    before = _words_before_names(one), _words_before_names(other)
    return any(
        before[0][last] and before[1][last] and not before[0][last] & before[1][last]
        for last in shared & before[0].keys() & before[1].keys()
    )


def _words_before_names(slot: Slot) -> dict[str, set[str]]:
    """For each name beside the value, the words of names that stand right before it; none is the first of its own."""
    found: dict[str, set[str]] = {}
    text = slot.sentence.text
    previous: Word | None = None
    for word in slot.words:
        if word.name:
            names = found.setdefault(word.stem, set())
            if previous is not None and text[previous.start : word.start].strip().isalpha():
                names.add(previous.stem)
        previous = word if text[word.start].isupper() else None
    return found


def _unfit(one: Slot, other: Slot) -> str:
    """Why the words that only one of them has leave no room for the other; "" where they do."""
    left = [word for word in one.words if word.stem not in other.stems]
    right = [word for word in other.words if word.stem not in one.stems]
    happened = isinstance(one.claim.value, Period) and not is_slip(one.claim, other.claim)
    if happened and _concepts(one) != _concepts(other):
        return "other event"  # "founded in 1967", "held in the park since 1976"
    if exclude_each_other(left, right):
        return "other words around the figure"
    return "" if _under_its_label(one, other) and _under_its_label(other, one) else "told without its label"


def _concepts(slot: Slot) -> set[str]:
    """What is said to have happened: "born*", "opened*"."""
    return {stem for stem in slot.stems if stem.endswith("*")}


def _under_its_label(row: Slot, other: Slot) -> bool:
    """A row of a fact box is only told again where its label is: "Recorded: 1990" is not "released in 1995"."""
    label = row.claim.scope.role("row")
    return label is None or any(word.stem in other.stems for word in content(label))
