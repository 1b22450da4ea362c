"""`checker check drafts/ --fail-on warning`: where do the sources contradict each other?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import load_book, only
from checker.cli.options import Color, OutputFile, Paths, Quiet, Rules, Width
from checker.cli.output import nearby, page_for, write
from checker.cli.sources import find, watched

if TYPE_CHECKING:
    from checker.model import Report, Skipped
    from checker.rulebook import RuleBook


def check(
    paths: Paths,
    rules: Rules = None,
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
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="RULE", help="Only this rule or pack; repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not this rule or pack; repeatable.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("-e", "--exit-zero", help="Exit 0 in spite of findings.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say how much was compared, and why the rest was not.")
    ] = False,
    require_coverage: Annotated[
        bool, typer.Option("--require-coverage", help="A rule that met nothing to judge counts as skipped: exit 3.")
    ] = False,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
) -> int:
    """Report where sources contradict each other, or themselves."""
    from checker import reports
    from checker.model import Severity

    renderer = reports.load(format)  # before the slow imports: a misspelt format is told at once
    from checker import pipeline

    book = only(load_book(rules, color), select, ignore)
    found = find(paths)
    report = pipeline.check(watched(found.documents, quiet), book)
    least = Severity(min_severity).rank
    report = replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.severity.rank >= least),
        skipped=(*found.skipped, *report.skipped, *(_inert(report, book) if require_coverage else ())),
        passed_over=found.passed_over,
    )
    page = replace(page_for(output_file, color=color, width=width, quiet=quiet), coverage=coverage)
    write(renderer.render(report, page), output_file)
    if report.skipped:
        return 3
    return int(not exit_zero and fail_on != "never" and _worst(report) >= Severity(fail_on).rank)


def _inert(report: Report, book: RuleBook) -> Iterator[Skipped]:
    """The rules that had nothing to judge, as something that was not checked."""
    from checker.model import Skipped

    for rule in book:
        if report.coverage.rules[rule.id].inert:
            yield Skipped(nearby(rule.path), "inert: it met no candidate", rule.id)


def _worst(report: Report) -> int:
    return max((finding.severity.rank for finding in report.findings), default=-1)
