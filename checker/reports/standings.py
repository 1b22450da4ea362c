"""How decisions stand: `expired .checker/waivers.yml:3: exercises.end-date, Steppe Eagle 2022: …`, for every format.

Only what somebody should do something about has a line; decisions that settle a finding are counted in the summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from checker.model import Decision, Origin, Report, Severity, Standing, State
from checker.reports.page import Page

if TYPE_CHECKING:
    from rich.text import Text

# What to do about a decision that stands so; a baseline is written by the program, and so is what mends it.
_REMEDY = {
    State.expired: "mend the sources, or grant it for longer",
    State.lapsed: "judge the finding again, and delete this",
    State.unused: "delete it",
    State.disputed: "whoever decides next, having seen both, settles it",
}
_ORDER = (State.disputed, State.lapsed, State.expired, State.unused, State.not_checked, State.active)
_MOST = 20  # lines of one state
STALE = (State.lapsed, State.expired, State.unused)  # of a waiver: it settles nothing


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody should do about a decision, in the words of every format; `stale` ones fail a strict run."""

    state: str
    words: str
    decision: Decision
    severity: Severity = Severity.warning
    stale: bool = False

    @property
    def place(self) -> str:
        """Where the decision is written: .checker/waivers.yml:3"""
        return _place(self.decision)

    def __str__(self) -> str:
        """unused .checker/waivers.yml:3: exercises.end-date, Steppe Eagle 2022: there is no such finding any more"""
        return f"{self.state} {self.place}: {self.words}"


def stale(report: Report) -> tuple[Standing, ...]:
    """The waivers, in a file or in a source, that settle nothing any more."""
    return tuple(one for one in report.standings if _stale(one))


def reminders(report: Report) -> Iterator[Reminder]:
    """What somebody should look at, the most urgent first, and last how much is gone from the baseline."""
    told = sorted((one for one in report.standings if _matters(one)), key=lambda one: _ORDER.index(one.state))
    yield from map(_reminder, told)
    gone = [
        one.decision for one in report.standings if one.decision.origin is Origin.baseline and one.state is State.unused
    ]
    if gone:
        many = f"{len(gone):,} findings of the baseline are gone"
        words = "1 finding of the baseline is gone" if len(gone) == 1 else many
        yield Reminder("gone", f"{words}; checker baseline update PATH… takes it out", gone[0], Severity.note)


def standings_of(report: Report, page: Page) -> Iterator[Text]:
    """A line for each decision that somebody should look at, and one for what is gone from the baseline."""
    from rich.text import Text  # machines' formats need the words alone

    for state, alike in groupby(reminders(report), key=lambda one: one.state):
        first = list(alike)
        for one in first[:_MOST]:
            lead = Text.assemble((f"{state} ", "bold yellow"), (page.safe(one.place), "bold"), ": ")
            if one.severity is Severity.note:
                yield from page.wrapped(Text(page.safe(one.words), "dim"))
            else:
                yield from page.wrapped(Text.assemble(lead, page.safe(one.words)), hang="    ")
        if len(first) > _MOST:
            yield Text(f"{state}: {len(first) - _MOST:,} more")


def told_of(decision: Decision) -> str:
    """Why a finding may stay, and who says so where."""
    who = ", ".join(part for part in (decision.by, decision.at[:10]) if part)
    right = f"{decision.right} is right: " if decision.right else ""
    silent = "was there before" if decision.origin is Origin.baseline else decision.action.value
    words = f"{right}{decision.reason}" or silent
    until = f", until {decision.until}" if decision.until else ""
    return f"{words}{f' ({who})' if who else ''}{until}; {_place(decision)}"


def _matters(standing: Standing) -> bool:
    decision = standing.decision
    match standing.state:
        case State.replaced:
            return False
        case State.active:
            return not decision.settles
        case State.not_checked:  # what did not run is nobody's mistake; a rule that there is not may be
            in_source = decision.origin is Origin.inline  # which is told as skipped
            return not in_source and standing.because.startswith("there is no rule")
        case State.unused | State.expired if decision.origin is Origin.review:
            return standing.state is State.expired
        case State.unused:
            return decision.origin is not Origin.baseline
        case _:
            return True


def _reminder(standing: Standing) -> Reminder:
    decision = standing.decision
    about = ", ".join(part for part in (decision.rule, decision.subject) if part)
    remedy = _REMEDY.get(standing.state, "")
    if decision.origin is Origin.baseline:
        remedy = "checker baseline accept PATH… takes the new one in, update the old one out"
    state = "decided" if standing.state is State.active else standing.state.value
    shown = f" ({', '.join(found[:12] for found in standing.findings)})" if standing.findings else ""
    words = f"{about}: {standing.because}{shown}" + (f"; {remedy}" if remedy else "")
    return Reminder(state, words, decision, stale=_stale(standing))


def _stale(standing: Standing) -> bool:
    return standing.state in STALE and standing.decision.origin in (Origin.waiver, Origin.inline)


def _place(decision: Decision) -> str:
    return f"{decision.path}:{decision.line}" if decision.line else decision.path
