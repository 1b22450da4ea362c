"""`checker check drafts/ --fail-on warning`: where do the sources contradict each other?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import load_book
from checker.cli.options import (
    Color,
    Config,
    ExtendRules,
    ExtendSelect,
    Ignore,
    Isolated,
    OutputFile,
    Preview,
    Quiet,
    Rules,
    Select,
    Width,
)
from checker.cli.output import nearby, page_for, write
from checker.cli.settings import refuse_silence, refuse_unheard, renderer_of, settings_for, show_settings
from checker.cli.sources import find, watched

if TYPE_CHECKING:
    from checker.model import Report, Skipped
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
        str, typer.Option("--format", "--output-format", metavar="FORMAT", help="full (for people) or json.")
    ] = "full",
    output_file: OutputFile = None,
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
    config: Config = None,
    isolated: Isolated = False,
    show: Annotated[
        bool, typer.Option("--show-settings", help="Print all settings and where they come from; check nothing.")
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

    reports.load(format)  # before the slow imports: a misspelt format is told at once
    if not paths and not show:
        raise CheckerError(Problem('say what to read: files, folders or "-" for standard input', help=_HELP))
    from checker import pipeline
    from checker.changes import touching
    from checker.inputs.revision import earlier

    settings = settings_for(context)  # options that are settings are read from there: a file may give them too
    renderer = renderer_of(settings)
    refuse_unheard(settings)
    book = load_book(settings, color)
    refuse_silence(settings, book)
    if show:
        show_settings(settings, book, output_file, color)
        return 0
    found = find(paths or [], settings, book.kinds)
    before = earlier(found.documents, changed_since) if changed_since is not None else None
    report = pipeline.check(watched(found.documents, quiet), book)
    report = touching(report, before, book) if before else report
    least = Severity(settings.value("min-severity")).rank
    inert = _inert(report, book) if settings.value("require-coverage") else ()
    report = replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.severity.rank >= least),
        skipped=(
            *found.skipped,
            *report.skipped,
            *inert,
        ),
        passed_over=found.passed_over,
    )
    page = page_for(output_file, color=color, width=width, quiet=quiet)
    page = replace(page, coverage=settings.value("coverage"), explain=explain)
    write(renderer.render(report, page), output_file)
    if report.skipped:
        return 3
    return int(not exit_zero and _fails(report, settings.value("fail-on")))


def _inert(report: Report, book: RuleBook) -> Iterator[Skipped]:
    """The rules that had nothing to judge, as something that was not checked."""
    from checker.model import Skipped

    for rule in book:
        if report.coverage.rules[rule.id].inert:
            yield Skipped(nearby(rule.path), "inert: it met no candidate", rule.id)


def _fails(report: Report, fail_on: str) -> bool:
    from checker.model import Severity

    return fail_on != "never" and any(finding.severity.rank >= Severity(fail_on).rank for finding in report.findings)
