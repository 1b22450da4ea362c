"""The decisions that a run is given: `Decisions(given=…, today=date(2026, 11, 22))`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.model import Decision, Skipped


@dataclass(frozen=True)
class Decisions:
    """What was decided before this run. `today` is what a last day is held against; where it is not told, what has a
    last day does not count. `skipped` are lines of the reviewers' files that cannot be read."""

    given: tuple[Decision, ...] = ()
    today: date | None = None
    inline: bool = True  # those in the sources count too
    gone: frozenset[str] = frozenset()  # of the sources that decisions name, those that exist no more
    skipped: tuple[Skipped, ...] = ()


NONE = Decisions()
