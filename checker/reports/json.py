"""The machine-readable report, stable from the first day: `{"version": 1, "findings": [...], ...}`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from checker.model import Claim, Coverage, Decision, Finding, Report, Severity, Side, Skipped, Standing
from checker.reports.page import Page
from checker.reports.safe import escaped


def render(report: Report, page: Page) -> str:
    """The report of DESIGN.md, version 1."""
    document = {
        "version": 1,
        "findings": [finding_record(finding) for finding in report.findings],
        "skipped": [skipped_record(what) for what in report.skipped],
        **({"decisions": [standing_record(standing) for standing in report.standings]} if report.standings else {}),
        "coverage": coverage_record(report.coverage),
        "summary": summary_record(report),
    }
    return escaped(json.dumps(document, indent=2, ensure_ascii=page.encoding != "utf-8")) + "\n"


def summary_record(report: Report) -> Mapping[str, object]:
    """How much was read, and how many findings of each severity there are."""
    return {
        "documents": len(report.documents),
        "claims": report.coverage.read,
        **({"untouched": report.untouched} if report.untouched else {}),
        **({"unmapped": list(report.unmapped)} if report.unmapped else {}),
        **{f"{severity}s": _count(report, severity) for severity in reversed(Severity)},
        **({"settled": settled} if (settled := len(report.findings) - len(report.open)) else {}),
    }


def _count(report: Report, severity: Severity) -> int:
    """Those that are open: what is settled has its `decision`."""
    return sum(finding.severity is severity for finding in report.open)


def skipped_record(what: Skipped) -> Mapping[str, object]:
    """A rule that was skipped is named; `path` is where it is written."""
    return {**({"rule": what.rule} if what.rule else {}), "path": what.path, "reason": what.reason}


def finding_record(finding: Finding) -> Mapping[str, object]:
    """A finding with all its claims."""
    return {
        "rule": finding.rule,
        "also": list(finding.also),
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "fingerprint": finding.fingerprint,
        "subject": finding.subject,
        "message": finding.message,
        "because": finding.because,
        "suggestion": finding.suggestion,
        "explanation": list(finding.explanation),
        "decision": None if finding.decision is None else decision_record(finding.decision),
        "claims": [_claim(claim, number, side) for number, side in enumerate(finding.sides) for claim in side.claims],
    }


def standing_record(standing: Standing) -> Mapping[str, object]:
    """A decision, whether it is active, and what speaks against it."""
    return {"state": standing.state.value, "because": standing.because, **decision_record(standing.decision)}


def decision_record(decision: Decision) -> Mapping[str, object]:
    """What was decided, by whom, when and why, and where that is written; what is empty is left out."""
    facts = {**asdict(decision), "until": decision.until and decision.until.isoformat()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items() if value}


def _claim(claim: Claim, number: int, side: Side) -> Mapping[str, object]:
    return claim_record(claim, side=number, outlier=side.outlier)


def claim_record(claim: Claim, **standing: object) -> Mapping[str, object]:
    """What was read, how it stands in a finding, and where; `quote` is the slice `[start:end]` of the source."""
    where = claim.where
    return {
        "id": claim.id,
        "kind": claim.kind,
        "value": str(claim.value),
        "text": claim.text,
        **standing,
        "path": where.path,
        "start": where.start,
        "end": where.end,
        "line": where.line,
        "column": where.column,
        "quote": claim.quote,
    }


def coverage_record(coverage: Coverage) -> Mapping[str, object]:
    """How much was compared, and why the rest was not."""
    return {
        "values": {
            "seen": coverage.seen,
            "read": coverage.read,
            "keyed": coverage.keyed,
            "compared": coverage.compared,
        },
        "not_comparable": dict(sorted(coverage.not_comparable.items())),
        "rules": {rule: {**asdict(counts), "inert": counts.inert} for rule, counts in sorted(coverage.rules.items())},
    }
