"""Two versions of one dataset: which values are restated, "17 March" as "19 March", and which rows are new or gone.

Rows are the same by their key; without one as rows of two datasets are, by name and occasion. Claim records are the
same by their subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.model import Claim, Kind, Renamed, Restated, Versions
from checker.rulebook import Names
from checker.versions.matching import Thing, matched, things_of
from checker.versions.restating import alike, how_restated, what_of

_NAME = "exercise_name"


def compare_versions(old: Iterable[Claim], new: Iterable[Claim], kinds: Mapping[str, Kind], names: Names) -> Versions:
    """What became of the old version's claims in the new one."""
    before, after = things_of(old, kinds, "old"), things_of(new, kinds, "new")
    pairs, removed, added = matched(before, after, names)
    changes = [_changes(one, other) for one, other in pairs]
    return Versions(
        restated=tuple(restated for found, _, _ in changes for restated in found),
        filled=tuple(claim for _, filled, _ in changes for claim in filled),
        emptied=tuple(claim for _, _, emptied in changes for claim in emptied),
        new=tuple(thing.first for thing in added),
        removed=tuple(thing.first for thing in removed),
        renamed=tuple(Renamed(one.first, other.first) for one, other in pairs if _is_renamed(one, other)),
        both=len(pairs),
    )


def _is_renamed(one: Thing, other: Thing) -> bool:
    return one.name != other.name


def _changes(one: Thing, other: Thing) -> tuple[list[Restated], list[Claim], list[Claim]]:
    """Values restated, filled in and emptied. Two names of a thing are told apart from its values."""
    restated: list[Restated] = []
    filled: list[Claim] = []
    emptied: list[Claim] = []
    before, after = what_of(one.claims), what_of(other.claims)
    for what in dict.fromkeys((*before, *after)):
        if what[0] == _NAME:
            continue
        was_said, is_said = before.get(what, ()), after.get(what, ())
        gone, come = _unlike(was_said, is_said), _unlike(is_said, was_said)
        for was, now in zip(gone, come, strict=False):
            restated.append(Restated(now.subject, was, now, *how_restated(was.value, now.value)))
        emptied += gone[len(come) :]
        filled += come[len(gone) :]
    return restated, filled, emptied


def _unlike(claims: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    """Those whose value none of the others has."""
    return [claim for claim in claims if not any(alike(claim.value, other.value) for other in others)]
