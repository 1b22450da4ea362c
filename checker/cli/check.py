"""`checker check drafts/ --fail-on warning`: where do the sources contradict each other?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import load_book
from checker.cli.decided import decisions_for
from checker.cli.options import (
    Baseline,
    Color,
    Config,
    ExtendRules,
    ExtendSelect,
    ForceExclude,
    Ignore,
    Isolated,
    Output,
    OutputFile,
    Preview,
    Quiet,
    Rules,
    Select,
    StdinFilename,
    Today,
    Waivers,
    Width,
)
from checker.cli.output import nearby, page_for, write
from checker.cli.outputs import all_outputs, counting, extra_outputs, write_outputs
from checker.cli.settings import refuse_silence, refuse_unheard, settings_for, show_settings
from checker.cli.sources import find, named, warn, watched

if TYPE_CHECKING:
    from checker.inputs import Found
    from checker.model import Report, Skipped
    from checker.reports.page import Page
    from checker.rulebook import RuleBook

_HELP = 'see "checker check --help"'


def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help='Files, folders or patterns; "-" is standard input.'),
    ] = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "--output-format",
            metavar="FORMAT",
            help="full, concise, grouped, markdown; json, jsonl, csv; sarif, junit, github, gitlab, rdjson.",
        ),
    ] = "full",
    output_file: OutputFile = None,
    output: Output = None,
    fail_on: Annotated[
        Literal["error", "warning", "note", "never"], typer.Option(help="The least severity that exits with 1.")
    ] = "error",
    min_severity: Annotated[
        Literal["error", "warning", "note"], typer.Option(help="The least severity that is reported.")
    ] = "note",
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = False,
    force_exclude: ForceExclude = False,
    stdin_filename: StdinFilename = None,
    exit_zero: Annotated[bool, typer.Option("-e", "--exit-zero", help="Exit 0 in spite of findings.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage/--no-coverage", help="Say how much was compared, and why the rest was not.")
    ] = False,
    require_coverage: Annotated[
        bool,
        typer.Option(
            "--require-coverage/--no-require-coverage",
            help="A rule that met nothing to judge counts as skipped: exit 3.",
        ),
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REV", help="Only findings that touch what has changed since (git)."),
    ] = None,
    waivers: Waivers = None,
    baseline: Baseline = None,
    no_decisions: Annotated[
        bool, typer.Option("--no-decisions", help="As if nobody had ever waived or accepted anything.")
    ] = False,
    strict_waivers: Annotated[
        bool,
        typer.Option(
            "--strict-waivers/--no-strict-waivers", help="Waivers that settle nothing any more exit with 1 too."
        ),
    ] = False,
    show_waived: Annotated[
        bool, typer.Option("--show-waived", help="Also show what is waived or in the baseline.")
    ] = False,
    today: Today = None,
    config: Config = None,
    isolated: Isolated = False,
    show: Annotated[
        bool, typer.Option("--show-settings", help="Print all settings and where they come from; check nothing.")
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="Print the files that would be checked; check nothing.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often each rule found something, not the findings.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each finding how it was judged, clause by clause.")
    ] = False,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
) -> int:
    """Report where sources contradict each other, or themselves."""
    from checker import reports
    from checker.model import CheckerError, Problem, Severity
    from checker.reports.safe import safe

    reports.load(format)  # before the slow imports: a misspelt format is told at once
    extra = extra_outputs(output or ())
    paths = named(paths, stdin_filename)
    if not paths and not show:
        raise CheckerError(Problem('say what to read: files, folders or "-" for standard input', help=_HELP))
    from checker import pipeline
    from checker.changes import touching
    from checker.inputs.revision import earlier
    from checker.reports.standings import stale

    settings = settings_for(context)  # options that are settings are read from there: a file may give them too
    source = context.get_parameter_source("format")
    outputs = all_outputs(settings, output_file, extra, said=source is not None and source.name == "COMMANDLINE")
    if statistics:
        counting(outputs)
    refuse_unheard(settings)
    book = load_book(settings, color)
    refuse_silence(settings, book)
    if show:
        show_settings(settings, book, output_file, color)
        return 0
    written = [output.target for output in outputs if output.target is not None]
    found = find(paths, settings, book.kinds, stdin_name=stdin_filename, written=written)
    warn(settings, found)
    if found.excluded and not found.documents and not quiet:
        write(f"nothing to check: {', '.join(map(safe, found.excluded))} excluded\n", sys.stderr)
    if show_files:
        _list_files(found, color)
        return 0
    decisions = decisions_for(settings, today, none=no_decisions)
    before = earlier(found.documents, changed_since) if changed_since is not None else None
    report = pipeline.check(watched(found.documents, quiet), book, decisions)
    report = touching(report, before, book) if before else report
    least = Severity(settings.value("min-severity")).rank
    fail_on = settings.value("fail-on")
    inert = _inert(report, book) if settings.value("require-coverage") and found.documents else ()
    report = replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.severity.rank >= least),
        skipped=(
            *found.skipped,
            *report.skipped,
            *decisions.skipped,
            *inert,
        ),
        passed_over=found.passed_over,
        unmapped=found.unmapped,
    )

    def page(target: Path | None) -> Page:
        paper = page_for(target, color=color, width=width, quiet=quiet)
        threshold = None if fail_on == "never" else Severity(fail_on)
        paper = replace(paper, coverage=settings.value("coverage"), explain=explain, fail_on=threshold)
        return replace(paper, show_waived=show_waived, strict_waivers=settings.value("strict-waivers"))

    write_outputs(report, outputs, page, statistics=statistics)
    if report.skipped:
        return 3
    strict = settings.value("strict-waivers") and stale(report)
    return int(not exit_zero and (bool(strict) or _fails(report, fail_on)))


def _list_files(found: Found, color: bool | None) -> None:
    """The sources, one a line; what cannot be read on stderr."""
    from checker.reports.safe import safe
    from checker.reports.terminal import skips

    write("".join(f"{safe(document.path)}\n" for document in found.documents))
    errors = page_for(sys.stderr, color=color)
    write(errors.paint(skips(found.skipped, errors)), sys.stderr)


def _inert(report: Report, book: RuleBook) -> Iterator[Skipped]:
    """The rules that had nothing to judge, as something that was not checked."""
    from checker.model import Skipped

    for rule in book:
        if report.coverage.rules[rule.id].inert:
            yield Skipped(nearby(rule.path), "inert: it met no candidate", rule.id)


def _fails(report: Report, fail_on: str) -> bool:
    from checker.model import Severity

    return fail_on != "never" and any(finding.severity.rank >= Severity(fail_on).rank for finding in report.open)
