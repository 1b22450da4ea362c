"""Annotations of GitHub Actions: `::error file=b.txt,line=2,col=33,title=…::Steppe Eagle 22 ends on …`.

GitHub shows the first ten errors, warnings and notices of a step; all of them stand in its log. So the worst come
first, and a notice says when there are more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Document, Finding, Report, Severity, Skipped
from checker.reports.page import Page
from checker.reports.places import by_path, from_root, region, spots, told
from checker.reports.standings import Reminder, reminders
from checker.reports.wording import counted, tally, what_is_skipped

MOST = 10  # annotations of one kind that GitHub shows of a step
_MOST_ASIDE = 3  # of what was skipped, and of decisions; more are told in one, so that findings are still seen

_COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, page: Page) -> str:
    """One workflow command a line; nothing at all when there is nothing to say."""
    documents = by_path(report)
    lines = [
        *(_command("notice", words, page, title="checker") for words in remarks(report, page)),
        *_skips(report.skipped, page),
        *_decisions([*reminders(report)], page),
        *(_finding(finding, documents, page) for finding in report.open),
    ]
    return "".join(f"{line}\n" for line in lines)


def remarks(report: Report, page: Page) -> Iterator[str]:
    """What GitHub will not show."""
    for severity, count in tally(report.open):
        room = MOST - _aside(report, severity)
        if count > room:
            shown = f"GitHub shows {MOST} annotations of a kind for a step"
            yield f"{shown}: of {counted(count, severity.value)} the others stand in the log only"


def _aside(report: Report, severity: Severity) -> int:
    """How many annotations of that kind are no findings."""
    told = [one for one in reminders(report) if one.severity is severity]
    skipped = report.skipped if severity is Severity.warning else ()
    return min(len(skipped), _MOST_ASIDE) + min(len(told), _MOST_ASIDE)


def _finding(finding: Finding, documents: Mapping[str, Document], page: Page) -> str:
    claim = spots(finding)[0].claim
    at = region(claim, documents)
    place: dict[str, object] = {"file": from_root(claim.where.path, page)}
    if at is not None:
        place |= {"line": at.line, "endLine": at.end_line}
        if at.end_line == at.line:  # columns of a place of several lines are refused
            place |= {"col": at.column, "endColumn": max(at.end_column - 1, at.column)}
    title = f"{finding.rule} ({finding.severity.value})"
    return _command(_COMMANDS[finding.severity], "\n".join(told(finding, page)), page, **place, title=title)


def _skips(skipped: tuple[Skipped, ...], page: Page) -> Iterator[str]:
    if len(skipped) > _MOST_ASIDE:
        listed = "\n".join(f"{what_is_skipped(what)}: {what.reason}" for what in skipped)
        yield _command("warning", f"not checked:\n{listed}", page, title=f"{len(skipped):,} skipped")
        return
    for what in skipped:
        words = f"not checked: {what_is_skipped(what)}: {what.reason}"
        yield _command("warning", words, page, file=from_root(what.path, page), title="skipped")


def _decisions(told: Sequence[Reminder], page: Page) -> Iterator[str]:
    if len(told) > _MOST_ASIDE:
        listed = "\n".join(map(str, told))
        yield _command("warning", f"decisions to look at:\n{listed}", page, title=f"{len(told):,} decisions")
        return
    for one in told:
        at = {"file": from_root(one.decision.path, page), "line": one.decision.line}
        yield _command(_COMMANDS[one.severity], one.words, page, **at, title=f"{one.state} decision")


def _command(name: str, words: str, page: Page, **properties: object) -> str:
    """One workflow command. What could end it, or a property of it, is escaped as the runner reads it."""
    given = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTY, page)}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_escaped(words, _IN_DATA, page)}"


def _escaped(text: str, table: Mapping[str, str], page: Page) -> str:
    safe = "\n".join(page.safe(line) for line in text.split("\n"))
    return "".join(table.get(character, character) for character in safe)
