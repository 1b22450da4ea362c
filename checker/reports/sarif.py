"""SARIF 2.1.0, for code scanning and editors: `{"version": "2.1.0", "runs": [{"tool": …, "results": […]}]}`.

The first place of a finding is its location, all others are related locations, which the message links to. Of more
results and places than GitHub takes, the worst are kept, and a notification says how many are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePath
from urllib.parse import quote

from checker._version import __version__
from checker.model import AskedRule, Claim, Decision, Document, Finding, Origin, Report, Skipped
from checker.reports.page import Page
from checker.reports.places import by_path, from_root, others, region, spots
from checker.reports.safe import json_for_all
from checker.reports.standings import Reminder, reminders
from checker.reports.wording import counted, decided, values_of, what_is_skipped

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000  # of a run that GitHub takes; it shows 5,000
SHOWN_RESULTS = 5_000
MOST_PLACES = 1_000  # of a result that GitHub takes

# In a message, [words](1) is a link to a related location and {0} stands for an argument.
_IN_MESSAGE = {"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"}


def render(report: Report, page: Page) -> str:
    """A log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, page)]}
    return json_for_all(log, page.encoding) + "\n"


def remarks(report: Report, page: Page) -> Iterator[str]:
    """What the file leaves out, and what GitHub will not show of the rest."""
    count = len(report.findings)
    if count > MOST_RESULTS:
        left_out = f"{counted(count - MOST_RESULTS, 'finding')} of {count:,} left out"
        yield f"{left_out}, the least severe: GitHub takes {MOST_RESULTS:,} of a run and shows {SHOWN_RESULTS:,}"
    elif count > SHOWN_RESULTS:
        yield f"{counted(count, 'finding')}: GitHub shows the first {SHOWN_RESULTS:,}, which are the most severe"
    for finding in report.findings:
        more = len(spots(finding)) - MOST_PLACES
        if more > 0:
            left_out = f"{counted(more, 'place')} of finding {finding.fingerprint} left out"
            yield f"{left_out}: GitHub takes {MOST_PLACES:,} of a result"


def _run(report: Report, page: Page) -> Mapping[str, object]:
    rules = {rule.id: rule for rule in report.rules}
    for finding in report.findings:  # a report that was put together by hand knows only these
        rules.setdefault(finding.rule, AskedRule(finding.rule, finding.title, severity=finding.severity))
    numbers = {id: number for number, id in enumerate(sorted(rules))}
    kept = sorted(report.findings, key=lambda finding: (finding.settled, -finding.severity.rank))[:MOST_RESULTS]
    documents = by_path(report)
    decide = partial(_decision, page=page, states=report.has_baseline, settled=len(report.open) < len(report.findings))
    return {
        "tool": {
            "driver": {
                "name": "checker",
                "semanticVersion": __version__,
                "rules": [_rule(rules[id]) for id in numbers],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not report.skipped,
                "toolExecutionNotifications": [
                    *(_skipped(what, page) for what in report.skipped),
                    *(_reminder(one, page) for one in reminders(report)),
                    *({"level": "warning", "message": _message(_plain(words))} for words in remarks(report, page)),
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [
            {**_result(finding, numbers[finding.rule], documents, page), **decide(finding)} for finding in kept
        ],
    }


def _rule(rule: AskedRule) -> Mapping[str, object]:
    why = rule.why or rule.title
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\nchecker rule {rule.id} shows its examples."},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.id.partition(".")[0], *rule.tags]},
    }


def _result(finding: Finding, number: int, documents: Mapping[str, Document], page: Page) -> Mapping[str, object]:
    first, *related = spots(finding)[:MOST_PLACES]
    facts = {
        "subject": finding.subject,
        "because": finding.because,
        "suggestion": finding.suggestion,
        "also": list(finding.also),
        "explanation": list(finding.explanation),
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": finding.severity.value,
        "rank": round(finding.confidence * 100, 1),
        "message": _message(_words(finding, page)),
        "locations": [_location(first.claim, documents, page)],
        "relatedLocations": [
            {
                "id": at,
                **_location(other.claim, documents, page),
                "message": _message(_plain(f"{other.role + ': ' if other.role else ''}{other.claim.text}")),
            }
            for at, other in enumerate(related, start=1)
        ],
        # Not primaryLocationLineHash, which GitHub's own action works out and would complain of.
        "partialFingerprints": {"checker/v1": finding.fingerprint},
        "properties": {name: fact for name, fact in facts.items() if fact},
    }


def _words(finding: Finding, page: Page) -> str:
    """The message, and each other side as a link to its first place."""
    first = spots(finding)[0]
    numbers = {spot.claim.where: at for at, spot in enumerate(spots(finding)[:MOST_PLACES])}
    sides = [_plain(values_of(finding.sides[first.side].claims, finding))]
    for other in others(finding, first):
        words = _plain(values_of(finding.sides[other.side].claims, finding))
        at = numbers.get(other.claim.where)
        link = f"[{words}]({at})" if at else words
        sides.append(f"{link} in {_plain(f'{from_root(other.claim.where.path, page)}:{other.claim.where.line}')}")
    lines = [_plain(finding.message), f"{sides[0]} here; {', '.join(sides[1:])}" if len(sides) > 1 else ""]
    lines.append(f"Because: {_plain(finding.because)}" if finding.because else "")
    return "\n".join(line for line in lines if line)


def _location(claim: Claim, documents: Mapping[str, Document], page: Page) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(claim.where.path, page)}}
    at = region(claim, documents)
    if at is not None:
        physical["region"] = {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
            **({"snippet": {"text": claim.quote}} if len(claim.quote) == claim.where.end - claim.where.start else {}),
        }
    cell = "/".join(part for part in (f"row {claim.row}" if claim.row else "", claim.column) if part)
    logical = {"logicalLocations": [{"fullyQualifiedName": cell, "kind": "element"}]} if cell else {}
    return {"physicalLocation": physical, **logical}


def _skipped(what: Skipped, page: Page) -> Mapping[str, object]:
    place = {"locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(what.path, page)}}}]}
    return {
        "level": "error",
        "message": _message(_plain(f"not checked: {what_is_skipped(what)}: {what.reason}")),
        **(place if what.path else {}),
        **({"associatedRule": {"id": what.rule}} if what.rule else {}),
    }


def _reminder(one: Reminder, page: Page) -> Mapping[str, object]:
    """A decision that somebody should look at."""
    return {
        "level": one.severity.value,
        "message": _message(_plain(str(one))),
        **({"locations": [_written(one.decision, page)]} if one.decision.path else {}),
    }


def _decision(finding: Finding, page: Page, *, states: bool, settled: bool) -> Mapping[str, object]:
    """What was decided about a finding. Where one result has suppressions all must, since none means: not known."""
    decision = finding.decision if finding.settled else None
    accepted = decision is not None and decision.origin is Origin.baseline
    return {
        **({"baselineState": "unchanged" if accepted else "new"} if states else {}),
        **({"suppressions": [] if decision is None else [_suppression(decision, page)]} if settled else {}),
    }


def _suppression(decision: Decision, page: Page) -> Mapping[str, object]:
    return {
        "kind": "inSource" if decision.origin is Origin.inline else "external",
        "status": "accepted",
        "justification": decision.reason or decided(decision),
        **({"location": _written(decision, page)} if decision.path else {}),
    }


def _written(decision: Decision, page: Page) -> Mapping[str, object]:
    """Where a decision is written."""
    region = {"region": {"startLine": decision.line}} if decision.line else {}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(decision.path, page)}, **region}}


def _message(text: str) -> Mapping[str, str]:
    return {"text": text}


def _plain(text: str) -> str:
    """Words from outside, which may neither link nor ask for arguments."""
    return "".join(_IN_MESSAGE.get(character, character) for character in text)


def _uri(path: str, page: Page) -> str:
    """The path as a reference from the root of the repository; bytes of a name that are not UTF-8 are kept."""
    name = from_root(path, page)
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "replace")
    return ("file://" if PurePath(name).is_absolute() else "") + quote(raw, safe="/")
