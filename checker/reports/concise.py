"""One line a finding, for editors and grep: `b.txt:2:33: error[exercises.end-date] Steppe Eagle 22 ends on …`."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from checker.model import Finding, Report, Where
from checker.reports.page import Page
from checker.reports.places import others, spots
from checker.reports.standings import reminders
from checker.reports.terminal import STYLES
from checker.reports.wording import summary, values_of, what_is_skipped


def render(report: Report, page: Page) -> str:
    """Open findings, decisions to look at, what was skipped, the summary. No line is broken, however long it is."""
    lines = [*(_finding(finding, page) for finding in report.open), *_decisions(report, page), *_skips(report, page)]
    if not page.quiet:
        lines.append(Text(summary(report)))
    return "".join(page.line(line) for line in lines)


def _finding(finding: Finding, page: Page) -> Text:
    place = Text(place_of(spots(finding)[0].claim.where, page), style="bold")
    return Text.assemble(place, ": ", *headline(finding, page), ": ", both_values(finding, page))


def headline(finding: Finding, page: Page) -> tuple[Text, Text]:
    """error[exercises.end-date] Steppe Eagle 22 ends on August 22 and on August 20"""
    kind = Text(f"{finding.severity.value}[{page.safe(finding.rule)}]", style=STYLES[finding.severity])
    return kind, Text(f" {page.safe(finding.message)}")


def both_values(finding: Finding, page: Page) -> str:
    """August 22 (2022-08-22) here, August 20 (2022-08-20) in a.txt:1:17 and 2 more places"""
    first = spots(finding)[0]
    told = [f"{values_of(finding.sides[first.side].claims, finding)} here"]
    for other in others(finding, first):
        places = {claim.where for claim in finding.sides[other.side].claims}
        more = f" and {len(places) - 1} more place{'s' if len(places) > 2 else ''}" if len(places) > 1 else ""
        values = values_of(finding.sides[other.side].claims, finding)
        told.append(f"{values} in {place_of(other.claim.where, page)}{more}")
    return page.safe(", ".join(told))


def place_of(where: Where, page: Page) -> str:
    """a.txt:1:17"""
    return opening(str(where), page)


def opening(name: str, page: Page) -> str:
    """A name at the beginning of a line: one that begins with a colon is a command where a build log is read."""
    return page.safe(f"./{name}" if name.lstrip().startswith(":") else name)


def _decisions(report: Report, page: Page) -> Iterator[Text]:
    for one in reminders(report):
        name = Text(opening(one.place, page), style="bold")
        yield Text.assemble(name, ": ", (one.state, STYLES[one.severity]), ": ", page.safe(one.words))


def _skips(report: Report, page: Page) -> Iterator[Text]:
    for what in report.skipped:
        name = Text(opening(what_is_skipped(what), page), style="bold")
        yield Text.assemble(name, ": ", ("skipped", "bold yellow"), ": ", page.safe(what.reason))
