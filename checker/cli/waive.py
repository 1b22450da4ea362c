"""`checker waive 3f2a9c0d5e7b drafts/ --reason "the host counts the day of departure"`: this finding may stay."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.books import load_book
from checker.cli.decided import day, decisions_for, store_for
from checker.cli.options import Config, ExtendRules, Isolated, Rules, Today, Waivers, Width
from checker.cli.output import tell
from checker.cli.settings import settings_for
from checker.cli.sources import find, watched

if TYPE_CHECKING:
    from checker.cli.granting import Grant
    from checker.model import Finding, Problem, Report

_FINGERPRINT = re.compile(r"[0-9a-f]{6,16}")
_SHOWN = 12  # digits of a fingerprint in a report


def waive(
    context: typer.Context,
    arguments: Annotated[
        list[str],
        typer.Argument(metavar="FINDING... PATH...", help="What the report calls the findings; then what was checked."),
    ],
    reason: Annotated[str | None, typer.Option("--reason", help="Why it may stay. A new waiver needs it.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day on which it holds: 2027-02-01.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides; default: git's user.name.")
    ] = None,
    waivers: Waivers = None,
    today: Today = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    width: Width = None,
) -> int:
    """Let findings stay, for a reason. It is written to .checker/waivers.yml, and holds for the values that are in
    dispute now: another value is a new finding. A waiver that is there gets the new --until or --reason."""
    from checker import pipeline
    from checker.cli.granting import Said, grants_for, no_reason
    from checker.model import CheckerError, Problem

    named, paths = _sorted_out(arguments)
    now, last = day(today), day(until, "--until") if until is not None else None
    words = " ".join(reason.split()) if reason is not None else None
    if words == "" or words is None is last:
        raise CheckerError(no_reason())
    settings = settings_for(context)
    if last is not None and last < now:
        raise CheckerError(Problem(f"--until {last} is over already", help=f"today is {now}"))
    book = load_book(settings, None)
    decisions = decisions_for(settings, today)
    found = find(paths, settings, book.kinds)
    report = pipeline.check(watched(found.documents, quiet=False), book, decisions)
    store = store_for(settings)
    chosen = _chosen(named, report)
    who = by if by is not None else _git_user()
    grants = grants_for(chosen, report, Said(words, last, who, now), store, book.names)
    renewals = [renewal for one in grants for renewal in one.renewals]
    path = store.waive([one.record for one in grants if one.record is not None], renewals)
    tell((_in_words(one) for one in grants), width)
    tell([f"written to {path}"], width)
    return 0


def _sorted_out(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The findings and the paths. What could be either is a path, if there is one."""
    from checker.model import CheckerError, Problem

    named = [one for one in arguments if _FINGERPRINT.fullmatch(one) and not os.path.lexists(one)]
    paths = [one for one in arguments if one not in named]
    if not named:
        wrong = next((one for one in arguments if not os.path.lexists(one)), "")
        help = (
            "a finding is named by at least six hexadecimal digits of what the report calls it: = finding: 3f2a9c0d5e7b"
        )
        raise CheckerError(Problem(f'"{wrong}" names no finding' if wrong else "no finding is named", help=help))
    if not paths:
        help = f"name what was checked, too: checker waive {named[0]} PATH… --reason …"
        raise CheckerError(Problem("say where the finding is: files or folders", help=help))
    return named, paths


def _chosen(named: Sequence[str], report: Report) -> list[Finding]:
    """The findings of these names, open or waived. Raises CheckerError with what is wrong with each."""
    from checker.model import CheckerError

    problems = []
    chosen: dict[str, Finding] = {}
    for name in named:
        fitting = [found for found in report.findings if found.fingerprint.startswith(name)]
        if len(fitting) == 1 and _open_to_waivers(fitting[0]):
            chosen[fitting[0].fingerprint] = fitting[0]
        else:
            problems.append(_unclear(name, fitting, report))
    if problems:
        raise CheckerError(*problems)
    return list(chosen.values())


def _open_to_waivers(found: Finding) -> bool:
    """Not one that somebody has settled elsewhere; a waiver can be granted anew."""
    from checker.model import Origin

    return not found.settled or (found.decision is not None and found.decision.origin is Origin.waiver)


def _unclear(name: str, fitting: Sequence[Finding], report: Report) -> Problem:
    from checker.model import Problem
    from checker.reports.standings import told_of

    if len(fitting) > 1:
        among = ", ".join(found.fingerprint[:_SHOWN] for found in fitting)
        return Problem(f'"{name}" could be any of several findings', help=f"write more of it: {among}")
    if fitting and fitting[0].decision is not None:  # one, and settled
        return Problem(f'"{name}" may stay already: {told_of(fitting[0].decision)}', help="there is nothing to do")
    there = ", ".join(found.fingerprint[:_SHOWN] for found in report.open[:3])
    more = ", …" if len(report.open) > 3 else ""
    help = f"there are {there}{more}" if there else "nothing is open there; were other paths checked?"
    return Problem(f'no finding "{name}" in what was checked', help=help)


def _in_words(grant: Grant) -> str:
    found = grant.finding
    lead = f"waived {found.fingerprint[:_SHOWN]}{' anew' if grant.renewals else ''}"
    return "; ".join([f"{lead}: {found.rule}, {found.message}", *grant.words])


def _git_user() -> str:
    """Who would be the author of a commit; "" where git does not know."""
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
