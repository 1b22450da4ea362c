"""Two versions of a dataset: "until 17 March" in the old one is "until 19 March" in the new one."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Restated:
    """A value that the new version gives otherwise. `how` says in what way ("more precise"), `conflicts` whether both
    cannot be right."""

    subject: str
    old: Claim
    new: Claim
    how: str
    conflicts: bool


@dataclass(frozen=True, slots=True)
class Renamed:
    """What the new version calls otherwise; each place is that of its first value."""

    old: Claim
    new: Claim


@dataclass(frozen=True, slots=True)
class Versions:
    """What became of a dataset, by subject: values restated, filled in and emptied, subjects new, removed (each by its
    first value) and renamed; and how many subjects are in both."""

    restated: tuple[Restated, ...]
    filled: tuple[Claim, ...]
    emptied: tuple[Claim, ...]
    new: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    renamed: tuple[Renamed, ...]
    both: int
