"""How often each rule has found something: `12  error  exercises.end-date  Reports of one exercise …`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from checker.model import Report, Severity
from checker.reports.json import skipped_record, standing_record, summary_record
from checker.reports.page import Page
from checker.reports.safe import json_for_all
from checker.reports.standings import standings_of
from checker.reports.terminal import STYLES, skips
from checker.reports.wording import summary

FORMATS = ("full", "terminal", "concise", "grouped", "json")  # as which counts can be shown


class Count(NamedTuple):
    """Findings of one rule that are of one severity: how many are open, and how many settled."""

    rule: str
    title: str
    severity: Severity
    open: int
    settled: int


def counts(report: Report) -> Iterator[Count]:
    """Every rule that has found something, the one with most open findings first."""
    kinds = {(finding.rule, finding.severity): finding.title for finding in report.findings}
    titles = {rule.id: rule.title for rule in report.rules}
    settled = Counter((finding.rule, finding.severity) for finding in report.findings if finding.settled)
    open = Counter((finding.rule, finding.severity) for finding in report.open)
    for rule, severity in sorted(kinds, key=lambda kind: (-open[kind], -kind[1].rank, kind[0])):
        kind = rule, severity
        yield Count(rule, titles.get(rule, kinds[kind]), severity, open[kind], settled[kind])


def render_statistics(report: Report, page: Page, *, as_json: bool) -> str:
    """The counts in place of the findings, decisions to look at, and what was skipped."""
    if as_json:
        record = {
            "version": 1,
            "statistics": [{**count._asdict(), "severity": count.severity.value} for count in counts(report)],
            **({"decisions": [standing_record(one) for one in report.standings]} if report.standings else {}),
            "skipped": [skipped_record(what) for what in report.skipped],
            "summary": summary_record(report),
        }
        return json_for_all(record, page.encoding) + "\n"
    lines = [line for count in counts(report) for line in _line(count, page)]
    last = [] if page.quiet else list(page.wrapped(Text(summary(report))))
    blocks = [lines, list(standings_of(report, page)), list(skips(report.skipped, page)), last]
    shown = [block for block in blocks if block]
    return page.paint(line for number, block in enumerate(shown) for line in ([Text()] if number else []) + block)


def _line(count: Count, page: Page) -> Iterator[Text]:
    settled = f" ({count.settled:,} settled)" if count.settled else ""
    number = f"{count.open:>6,}  "
    severity = Text(f"{count.severity.value:<7}", style=STYLES[count.severity])
    words = Text.assemble(
        number, severity, "  ", (page.safe(count.rule), "bold"), f"  {page.safe(count.title)}", settled
    )
    yield from page.wrapped(words, hang=" " * 17)
