"""Code Quality of GitLab: `[{"check_name": "exercises.end-date", "fingerprint": "…", "severity": "major", …}]`.

One issue a finding, at its first place: the format has room for one. What was skipped is a critical issue, since
nobody knows what stands there.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping

from checker.model import Report, Severity
from checker.reports.page import Page
from checker.reports.places import from_root, spots, told
from checker.reports.safe import json_for_all
from checker.reports.standings import reminders
from checker.reports.wording import what_is_skipped

_SEVERITIES = {Severity.error: "major", Severity.warning: "minor", Severity.note: "info"}


def render(report: Report, page: Page) -> str:
    """The issues; an empty list when there are none."""
    return json_for_all(list(_issues(report, page)), page.encoding) + "\n"


def _issues(report: Report, page: Page) -> Iterator[Mapping[str, object]]:
    seen: Counter[str] = Counter()  # of issues with one fingerprint GitLab keeps the first
    for finding in report.open:
        where = spots(finding)[0].claim.where
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        yield _issue(
            "\n".join(told(finding, page)),
            finding.rule,
            finding.fingerprint if number == 1 else _hash(finding.fingerprint, str(number)),
            _SEVERITIES[finding.severity],
            from_root(where.path, page),
            where.line,
        )
    for one in reminders(report):
        at = one.decision
        print = _hash(f"{one.state} decision", at.path, at.rule, at.subject, *at.values)
        place = from_root(at.path, page)
        yield _issue(str(one), f"{one.state} decision", print, _SEVERITIES[one.severity], place, at.line)
    for what in report.skipped:
        words = f"not checked: {what_is_skipped(what)}: {what.reason}"
        print = _hash("skipped", what.path, what.rule, what.reason)
        yield _issue(words, "skipped", print, "critical", from_root(what.path, page), 1)


def _issue(words: str, rule: str, fingerprint: str, severity: str, path: str, line: int) -> Mapping[str, object]:
    return {
        "description": words,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": max(line, 1)}},
    }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
