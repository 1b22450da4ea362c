"""The answer of `checker why --format json`: `{"version": 1, "pairs": [{"answer": "no finding: …", …}], …}`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from checker.expressions import reading
from checker.model import Answer, Claim, Explanation, Finding, Place, Ruling
from checker.reports.json import claim_record
from checker.reports.page import Page
from checker.reports.safe import escaped
from checker.reports.why import headline


def render_answer(answer: Answer, page: Page) -> str:
    """Both places with what was read there, and each pair that is explained."""
    document = {
        "version": 1,
        "places": [_place(place) for place in answer.places],
        "pairs": [_pair(explanation) for explanation in answer.explanations],
        "left_out": answer.left_out,
    }
    return escaped(json.dumps(document, indent=2, ensure_ascii=page.encoding != "utf-8")) + "\n"


def _place(place: Place) -> Mapping[str, object]:
    return {
        "asked": place.asked,
        "path": place.path,
        "line": place.line,
        "column": place.column or None,
        "read": [claim.id for claim in place.here],
        "nearby": [_claim(claim) for claim in place.nearby],
    }


def _pair(explanation: Explanation) -> Mapping[str, object]:
    relation = explanation.relation
    return {
        "answer": headline(explanation),
        "claims": [_claim(explanation.first), _claim(explanation.second)],
        "same_subject": relation.one_subject,
        "evidence": list(relation.evidence),
        "comparable": relation.comparable,
        "because": relation.because,
        "rules": [_ruling(ruling) for ruling in explanation.rulings],
        "elsewhere": [_finding(finding) for finding in explanation.elsewhere],
    }


def _ruling(ruling: Ruling) -> Mapping[str, object]:
    return {
        "rule": ruling.rule,
        "outcome": ruling.outcome.value,
        "because": ruling.because,
        "explanation": list(ruling.explanation),
        "finding": None if ruling.finding is None else _finding(ruling.finding),
    }


def _finding(finding: Finding) -> Mapping[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "fingerprint": finding.fingerprint,
        "message": finding.message,
    }


def _claim(claim: Claim) -> Mapping[str, object]:
    scope = claim.scope
    return {
        **claim_record(claim),
        "reading": reading(claim.value),
        "subject": claim.subject,
        "sentence": claim.sentence,
        "because": claim.because,
        "scope": {
            "reported": None if scope.reported is None else str(scope.reported),
            "as_of": None if scope.as_of is None else str(scope.as_of),
            "occasion": scope.occasion,
            "noun": scope.noun,
            "roles": dict(scope.roles),
            "part": scope.part.value,
            "speaker": scope.speaker,
            "stance": scope.stance.value,
        },
    }
