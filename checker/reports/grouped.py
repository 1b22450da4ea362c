"""Findings by the file that is probably wrong: `b.txt:` and below it `2:33 error[exercises.end-date] …`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from checker.model import Finding, Report
from checker.reports.concise import both_values, headline, opening
from checker.reports.page import Page
from checker.reports.places import spots
from checker.reports.standings import standings_of
from checker.reports.terminal import skips
from checker.reports.wording import summary


def render(report: Report, page: Page) -> str:
    """A block for each file, its findings in order of place; then decisions, what was skipped, and the summary."""
    blocks = [
        [
            Text(f"{opening(path, page)}:", style="bold underline"),
            *(line for one in here for line in _finding(one, page)),
        ]
        for path, here in groupby(sorted(report.open, key=_place), key=lambda finding: _place(finding)[0])
    ]
    if decided := list(standings_of(report, page)):
        blocks.append(decided)
    if report.skipped:
        blocks.append(list(skips(report.skipped, page)))
    if not page.quiet:
        blocks.append(list(page.wrapped(Text(summary(report)), hang="    ")))
    return page.paint(line for number, block in enumerate(blocks) for line in ([Text()] if number else []) + block)


def _place(finding: Finding) -> tuple[str, int, str]:
    where = spots(finding)[0].claim.where
    return where.path, where.start, finding.rule


def _finding(finding: Finding, page: Page) -> Iterator[Text]:
    where = spots(finding)[0].claim.where
    lead = Text(f"  {where.line}:{where.column} ", style="dim")
    yield from page.wrapped(Text.assemble(lead, *headline(finding, page)), hang="    ")
    yield from page.wrapped(Text(f"      {both_values(finding, page)}"), hang="        ")
