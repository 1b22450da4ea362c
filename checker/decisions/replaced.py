"""Which decisions still count: what a later one had in view, or an undo takes back, does not.

Ann waives; Ben, who has seen that, says "August 20 is right": Ben's counts. Had Ben not seen it, both would count, and
the finding would be disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.model import Action, Decision, Origin


def replaced(decisions: Iterable[Decision]) -> dict[int, str]:
    """Why decisions no longer count, by their `id()`. Undoing an undo makes what it took back count again."""
    every = list(decisions)
    reviewed = sorted(
        (one for one in every if one.origin is Origin.review), key=lambda one: (one.at, one.path, one.line)
    )
    taken_back = _taken_back(reviewed)
    counting = [one for one in reviewed if one.id not in taken_back and one.action is not Action.undo]
    seen = {id for one in counting for id in one.seen}
    because = {id(one): "taken back" for one in reviewed if one.id in taken_back}
    because |= {id(one): "a later decision had it in view" for one in every if one.id and one.id in seen}
    latest = {(one.path, one.finding): one for one in counting}
    for one in counting:
        if latest[one.path, one.finding] is not one:
            because.setdefault(id(one), "its reviewer has decided again")
    return because


def _taken_back(in_order: Sequence[Decision]) -> set[str]:
    """The ids of what was taken back, the latest undo first: one that was itself taken back has no effect."""
    gone: set[str] = set()
    for one in reversed(in_order):
        if one.action is Action.undo and one.id not in gone:
            gone.update(one.seen)
    return gone


def disputed(decisions: Sequence[Decision]) -> bool:
    """Do decisions that all count say different things of one finding? Reviewers do when they decide otherwise;
    with a waiver, a decision is at odds only if one of the two says that the finding may stay and the other not."""
    reviewed = {(one.action, one.right) for one in decisions if one.origin is Origin.review}
    deliberate = [one for one in decisions if one.origin is not Origin.baseline]
    return len(reviewed) > 1 or len({one.settles for one in deliberate}) > 1
