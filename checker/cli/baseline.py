"""`checker baseline accept drafts/`: what is found today is known; only what comes new fails the gate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from checker.cli.books import load_book
from checker.cli.decided import decisions_for, store_for
from checker.cli.options import Baseline, Config, ExtendRules, Isolated, Paths, Rules, Today, Waivers, Width
from checker.cli.output import page_for, tell, write
from checker.cli.settings import settings_for
from checker.cli.sources import find, watched

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.decisions.records import BaselineRecord
    from checker.decisions.store import Store
    from checker.model import Report
    from checker.rulebook import Configuration

of_baseline = typer.Typer(help="The findings that were there when the gate was put up.")


@of_baseline.command()
def accept(
    context: typer.Context,
    paths: Paths,
    baseline: Baseline = None,
    waivers: Waivers = None,
    today: Today = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    width: Width = None,
) -> int:
    """Add every open finding to .checker/baseline.json: from now on only others fail. Nothing is taken out."""
    from checker.model import Severity

    settings = settings_for(context)
    store, report = _checked(settings, paths, today)
    judged = _judged(report)
    least = Severity(settings.value("min-severity")).rank
    new = {
        found.fingerprint: store.entry(found)
        for found in report.open
        if found.severity.rank >= least and found.fingerprint not in judged
    }
    before, after = store.rewrite_baseline(lambda known: {**known, **new})
    _tell("+", {key: after[key] for key in after.keys() - before.keys()}, width)
    added = len(after) - len(before)
    left = sum(found.fingerprint in judged for found in report.open)
    aside = f"; {left:,} not added, since somebody has decided otherwise or it is disputed" if left else ""
    tell([f"{added:,} added, {len(before):,} there already: {store.shown_baseline}{aside}"], width)
    return _skips(report, width)


@of_baseline.command()
def update(
    context: typer.Context,
    paths: Paths,
    baseline: Baseline = None,
    waivers: Waivers = None,
    today: Today = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    width: Width = None,
) -> int:
    """Take out of .checker/baseline.json what is found no longer. Nothing is added; what was not checked now stays."""
    from checker.model import Origin, State

    settings = settings_for(context)
    store, report = _checked(settings, paths, today)
    states = {one.decision.finding: one.state for one in report.standings if one.decision.origin is Origin.baseline}
    gone = {key for key, state in states.items() if state in (State.unused, State.lapsed)}
    before, after = store.rewrite_baseline(lambda known: {key: known[key] for key in known if key not in gone})
    _tell("-", {key: before[key] for key in before.keys() - after.keys()}, width)
    kept = sum(state is State.not_checked for state in states.values())
    aside = f" ({kept:,} of them not checked now)" if kept else ""
    tell([f"{len(before) - len(after):,} taken out, {len(after):,} left{aside}: {store.shown_baseline}"], width)
    return _skips(report, width)


def _checked(settings: Configuration, paths: list[str], today: str | None) -> tuple[Store, Report]:
    """Everything that is found, under the decisions that there are; the baseline need not be there yet."""
    from dataclasses import replace

    from checker import pipeline

    store = store_for(settings)
    decisions = decisions_for(settings, today, new_baseline=True)
    book = load_book(settings, None)
    found = find(paths, settings, book.kinds)
    report = pipeline.check(watched(found.documents, quiet=False), book, decisions)
    return store, replace(report, skipped=(*found.skipped, *report.skipped, *decisions.skipped))


def _judged(report: Report) -> Collection[str]:
    """The open findings that somebody has decided must not stay, or that are disputed."""
    from checker.model import Origin, State

    return {
        found
        for one in report.standings
        if one.decision.origin is not Origin.baseline
        and (one.state is State.disputed or (one.state is State.active and not one.decision.settles))
        for found in one.findings
    }


def _tell(sign: str, entries: dict[str, BaselineRecord], width: int | None) -> None:
    in_order = sorted(entries, key=lambda key: (entries[key].rule, entries[key].subject, key))
    tell((f"{sign} {key[:12]} {_in_words(entries[key])}" for key in in_order), width)


def _in_words(entry: BaselineRecord) -> str:
    return f"{entry.rule}, {entry.subject}: {' / '.join(entry.values)}"


def _skips(report: Report, width: int | None) -> int:
    """3, and what could not be checked, if anything could not."""
    from checker.reports.terminal import skips

    errors = page_for(sys.stderr, width=width)
    write(errors.paint(skips(report.skipped, errors)), sys.stderr)
    return 3 if report.skipped else 0
