"""Reviewdog's diagnostics: `{"diagnostics": [{"message": …, "location": …, "related_locations": […]}], …}`.

Columns count bytes of UTF-8 there, and are left out when the source is not at hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import Claim, Document, Finding, Report, Severity, Skipped
from checker.reports.page import Page
from checker.reports.places import by_path, from_root, region, spots, told
from checker.reports.safe import json_for_all
from checker.reports.standings import Reminder, reminders
from checker.reports.wording import what_is_skipped

_SEVERITIES = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.note: "INFO"}


def render(report: Report, page: Page) -> str:
    """A DiagnosticResult; its source is what reviewdog calls the tool."""
    documents = by_path(report)
    result = {
        "source": {"name": "checker"},
        "diagnostics": [
            *(_finding(finding, documents, page) for finding in report.open),
            *(_decision(one, page) for one in reminders(report)),
            *(_skipped(what, page) for what in report.skipped),
        ],
    }
    return json_for_all(result, page.encoding) + "\n"


def _finding(finding: Finding, documents: Mapping[str, Document], page: Page) -> Mapping[str, object]:
    first, *others = spots(finding)
    related = [
        {
            "message": f"{other.role + ': ' if other.role else ''}{other.claim.quote}",
            "location": _location(other.claim, documents, page),
        }
        for other in others
    ]
    return {
        "message": "\n".join(told(finding, page)),
        "location": _location(first.claim, documents, page),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"related_locations": related} if related else {}),
    }


def _decision(one: Reminder, page: Page) -> Mapping[str, object]:
    at = one.decision
    line = {"range": {"start": {"line": at.line}}} if at.line else {}
    return {
        "message": one.words,
        "location": {"path": from_root(at.path, page), **line},
        "severity": _SEVERITIES[one.severity],
        "code": {"value": f"{one.state} decision"},
    }


def _skipped(what: Skipped, page: Page) -> Mapping[str, object]:
    words = f"not checked: {what_is_skipped(what)}: {what.reason}"
    return {
        "message": words,
        "location": {"path": from_root(what.path, page) or "."},
        "severity": "ERROR",
        "code": {"value": "skipped"},
    }


def _location(claim: Claim, documents: Mapping[str, Document], page: Page) -> Mapping[str, object]:
    path = {"path": from_root(claim.where.path, page)}
    at, document = region(claim, documents), documents.get(claim.where.path)
    if at is None:
        return path
    if document is None:
        return {**path, "range": {"start": {"line": at.line}}}
    start, end = (_position(document, *place) for place in ((at.line, at.column), (at.end_line, at.end_column)))
    return {**path, "range": {"start": start, "end": end}}


def _position(document: Document, line: int, column: int) -> Mapping[str, int]:
    before = document.line(line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
