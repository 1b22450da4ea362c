"""How decisions stand, for people: `expired .checker/waivers.yml:3: exercises.end-date, Steppe Eagle 2022: …`.

Only what somebody should do something about has a line; decisions that settle a finding are counted in the summary.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from checker.model import Decision, Origin, Report, Standing, State
from checker.reports.page import Page

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


def stale(report: Report) -> tuple[Standing, ...]:
    """The waivers, in a file or in a source, that settle nothing any more."""
    granted = (Origin.waiver, Origin.inline)
    return tuple(one for one in report.standings if one.state in STALE and one.decision.origin in granted)


def standings_of(report: Report, page: Page) -> Iterator[Text]:
    """A line for each decision that somebody should look at, and one for what is gone from the baseline."""
    told = [one for one in report.standings if _matters(one)]
    for state in _ORDER:
        alike = [one for one in told if one.state is state]
        for one in alike[:_MOST]:
            yield from _line(one, page)
        if len(alike) > _MOST:
            yield Text(f"{state.value}: {len(alike) - _MOST:,} more")
    gone = sum(one.decision.origin is Origin.baseline and one.state is State.unused for one in report.standings)
    if gone:
        words = "1 finding of the baseline is gone" if gone == 1 else f"{gone:,} findings of the baseline are gone"
        yield from page.wrapped(Text(f"{words}; checker baseline update PATH… takes it out", "dim"))


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
            return standing.because.startswith("there is no rule")
        case State.unused | State.expired if decision.origin is Origin.review:
            return standing.state is State.expired
        case State.unused:
            return decision.origin is not Origin.baseline
        case _:
            return True


def _line(standing: Standing, page: Page) -> Iterator[Text]:
    decision = standing.decision
    about = ", ".join(part for part in (decision.rule, decision.subject) if part)
    remedy = _REMEDY.get(standing.state, "")
    if decision.origin is Origin.baseline:
        remedy = "checker baseline accept PATH… takes the new one in, update the old one out"
    state = "decided" if standing.state is State.active else standing.state.value
    shown = f" ({', '.join(found[:12] for found in standing.findings)})" if standing.findings else ""
    words = f"{about}: {standing.because}{shown}" + (f"; {remedy}" if remedy else "")
    lead = Text.assemble((f"{state} ", "bold yellow"), (page.safe(_place(decision)), "bold"), ": ")
    yield from page.wrapped(Text.assemble(lead, page.safe(words)), hang="    ")


def _place(decision: Decision) -> str:
    return f"{decision.path}:{decision.line}" if decision.line else decision.path
