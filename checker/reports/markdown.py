"""Markdown for a comment on a pull request or a step's summary: `**error** Steppe Eagle 22 ends on …`, both quotes.

GitHub takes 65,536 characters; what does not fit is counted at the end. Words from outside cannot mention anybody,
link, or become HTML (`inert.py`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from checker.model import Claim, Document, Finding, Report, Severity, Side, Skipped
from checker.reports.excerpt import sentence_around, strips
from checker.reports.inert import cell, code, prose
from checker.reports.page import Page
from checker.reports.places import by_path, from_root
from checker.reports.standings import Reminder, reminders
from checker.reports.wording import counted, decided, role_of, summary, values_of, what_is_skipped

MOST = 65_536  # characters of a comment; bytes are counted, so that it holds however a host counts
_LAST = 400  # of them for what is said at the end
_LEAST = 100  # no block of a finding is shorter
_PLACES = 3  # of one side
_CONTEXT = 120  # characters of a sentence on either side of a quote


def render(report: Report, page: Page) -> str:
    """A headline, a table of rules, what was not checked, decisions to look at, open findings, settled ones, and what
    did not fit."""
    kept, left_out = _fitting(report, page)
    ending = [f"**{_left_out(left_out)}**\n"] if left_out else []
    text = "\n".join([*_opening(report), *kept, *ending])
    return text.encode(page.encoding, "backslashreplace").decode(page.encoding)


def remarks(report: Report, page: Page) -> Iterator[str]:
    """What did not fit."""
    _, left_out = _fitting(report, page)
    if left_out:
        yield _left_out(left_out)


def _left_out(count: int) -> str:
    return f"{counted(count, 'further block')} left out: a comment on GitHub holds {MOST:,} characters"


def _fitting(report: Report, page: Page) -> tuple[list[str], int]:
    """The blocks for which there is room, in order of weight, and how many others there are."""
    room = MOST - _LAST - sum(len(line.encode()) + 1 for line in _opening(report))
    kept: list[str] = []
    for block in _blocks(report, page):
        size = len(block.encode()) + 1
        if size <= room:
            room -= size
            kept.append(block)
        if room < _LEAST:
            break
    return kept, len(report.skipped) + len([*reminders(report)]) + len(report.findings) - len(kept)


def _opening(report: Report) -> list[str]:
    lines = ["## checker", "", prose(summary(report)), ""]
    if report.findings:
        lines += ["| rule | errors | warnings | notes | settled |", "|---|---:|---:|---:|---:|"]
        rules = sorted({finding.rule for finding in report.findings})
        lines += [_row(rule, [finding for finding in report.findings if finding.rule == rule]) for rule in rules]
        lines.append("")
    return lines


def _row(rule: str, found: list[Finding]) -> str:
    numbers = [sum(one.severity is severity for one in found if not one.settled) for severity in reversed(Severity)]
    numbers.append(sum(one.settled for one in found))
    return f"| {cell(rule)} | {' | '.join(f'{number:,}' for number in numbers)} |"


def _blocks(report: Report, page: Page) -> Iterator[str]:
    documents = by_path(report)
    for what in report.skipped:
        yield _skipped(what)
    for one in reminders(report):
        yield _decision(one, page)
    for finding in sorted(report.findings, key=lambda finding: finding.settled):
        yield "\n".join(_finding(finding, documents, page))


def _skipped(what: Skipped) -> str:
    return f"**not checked** {code(what_is_skipped(what))}: {prose(what.reason)}\n"


def _decision(one: Reminder, page: Page) -> str:
    line = f":{one.decision.line}" if one.decision.line else ""
    return f"**{one.state}** {code(from_root(one.decision.path, page) + line)}: {prose(one.words)}\n"


def _finding(finding: Finding, documents: Mapping[str, Document], page: Page) -> Iterator[str]:
    lead = finding.severity.value if not finding.settled else f"settled {finding.severity.value}"
    yield f"**{lead}** {prose(finding.message)}"
    yield ""
    for side in finding.sides:
        yield from _side(side, finding, documents, page)
    if finding.decision is not None:
        yield f"- decision: {prose(decided(finding.decision))}"
    if finding.because:
        yield f"- because: {prose(finding.because)}"
    if finding.suggestion is not None:
        yield f"- suggestion: {code(finding.suggestion)}"
    yield f"- {cell(finding.rule)}, finding {code(finding.fingerprint[:12])}, confidence {finding.confidence:.0%}"
    yield ""


def _side(side: Side, finding: Finding, documents: Mapping[str, Document], page: Page) -> Iterator[str]:
    role = role_of(side, finding)
    yield f"- {f'**{role}** ' if role else ''}{prose(values_of(side.claims, finding))}"
    places = list({claim.where: claim for claim in side.claims}.values())
    for claim in places[:_PLACES]:
        yield f"  - {code(_place(claim, page))}: {_excerpt(claim, documents)}"
    if len(places) > _PLACES:
        yield f"  - and {counted(len(places) - _PLACES, 'more place')}"


def _place(claim: Claim, page: Page) -> str:
    where = claim.where
    return f"{from_root(where.path, page)}:{where.line}:{where.column}"


def _excerpt(claim: Claim, documents: Mapping[str, Document]) -> str:
    """The sentence of the quote, the quote in bold."""
    strip, *more = strips(documents.get(claim.where.path), claim.where, claim.quote, claim.sentence)
    marked = " ".join([strip.marked, *(further.marked for further in more)]).strip()
    before, after = sentence_around(strip, _CONTEXT)
    left = prose(before) + _gap(before[-1:]) if before.strip() else ""
    right = _gap(after[:1]) + prose(after) if after.strip() else ""
    return f"{left}**{prose(marked)}**{right}"


def _gap(beside: str) -> str:
    """What stands between bold words and the rest: nothing before a comma, as in the source; else a space, since
    asterisks beside a letter may be read as such."""
    return "" if beside and unicodedata.category(beside).startswith("P") else " "
