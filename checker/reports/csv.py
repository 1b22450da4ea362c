"""A table for spreadsheets, one row a claim: `error,exercises.end-date,…,outlier,August 22,b.txt,2,33,until August 22`.

A cell that a spreadsheet would take for a formula ("=HYPERLINK(…)") begins with an apostrophe.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from checker.model import Claim, Finding, Report, Skipped
from checker.reports.page import Page
from checker.reports.standings import reminders
from checker.reports.wording import decided, role_of

COLUMNS = (
    *("finding", "severity", "rule", "subject", "message", "confidence"),
    *("side", "role", "kind", "value", "text", "path", "line", "column", "quote", "row", "cell"),
    *("because", "suggestion", "decision"),
)

# Full-width signs begin a formula too where East Asian settings hold.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r]")


def render(report: Report, page: Page) -> str:
    """A head, the claims of all findings, and a row with the severity "skipped" for what was not checked."""
    target = StringIO()
    table = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows({name: _cell(value, page) for name, value in row.items()} for row in _rows(report))
    return target.getvalue()


def remarks(report: Report, page: Page) -> Iterator[str]:
    """The decisions that somebody should look at: every row is a claim."""
    return map(str, reminders(report))


def _rows(report: Report) -> Iterator[Mapping[str, object]]:
    for finding in report.findings:
        for number, side in enumerate(finding.sides):
            for claim in side.claims:
                yield {**_finding(finding), **_claim(claim), "side": number, "role": role_of(side, finding)}
    for what in report.skipped:
        yield _skipped(what)


def _finding(finding: Finding) -> Mapping[str, object]:
    return {
        "finding": finding.fingerprint,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "subject": finding.subject,
        "message": finding.message,
        "confidence": finding.confidence,
        "because": finding.because,
        "suggestion": finding.suggestion or "",
        "decision": decided(finding.decision) if finding.decision else "",
    }


def _claim(claim: Claim) -> Mapping[str, object]:
    return {
        "kind": claim.kind,
        "value": str(claim.value),
        "text": claim.text,
        "path": claim.where.path,
        "line": claim.where.line,
        "column": claim.where.column,
        "quote": claim.quote,
        "row": claim.row or "",
        "cell": claim.column,
    }


def _skipped(what: Skipped) -> Mapping[str, object]:
    return {"severity": "skipped", "rule": what.rule, "message": what.reason, "path": what.path}


def _cell(value: object, page: Page) -> object:
    if not isinstance(value, str):
        return value
    text = page.safe(value)
    return f"'{text}" if _FORMULA.match(text) else text
