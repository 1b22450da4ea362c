"""One JSON object a line: `{"type": "finding", …}`, then `"decision"` and `"skipped"` ones, and last a `"summary"`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from checker.model import Report
from checker.reports.json import coverage_record, finding_record, skipped_record, standing_record, summary_record
from checker.reports.page import Page
from checker.reports.safe import escaped


def render(report: Report, page: Page) -> str:
    """The records of the format json, each with its `type`."""
    records: list[Mapping[str, object]] = [
        *({"type": "finding", **finding_record(finding)} for finding in report.findings),
        *({"type": "decision", **standing_record(standing)} for standing in report.standings),
        *({"type": "skipped", **skipped_record(what)} for what in report.skipped),
        {"type": "summary", "version": 1, **summary_record(report), "coverage": coverage_record(report.coverage)},
    ]
    ascii_only = page.encoding != "utf-8"
    return "".join(f"{escaped(json.dumps(record, ensure_ascii=ascii_only))}\n" for record in records)
