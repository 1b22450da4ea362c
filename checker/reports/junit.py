"""JUnit XML, for the test pages of CI: a suite a rule, in which a finding is `<testcase …><failure …/></testcase>`.

A rule without findings has passed, one that met nothing to judge and a finding that somebody settled are skipped, and
what could not be read is an error. A finding that does not fail the run (`--fail-on`) passes and is told in its output,
and so is a decision that somebody should look at, unless `--strict-waivers` fails for it.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from checker.model import Finding, Report, Skipped
from checker.reports.page import Page
from checker.reports.places import from_root, spots, told
from checker.reports.safe import safe
from checker.reports.standings import Reminder, reminders
from checker.reports.wording import decided, what_is_skipped

_SKIPPED = "checker.skipped"
_DECISIONS = "checker.decisions"
# What XML 1.0 cannot say at all, whatever the escape.
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, page: Page) -> str:
    """One `testsuites` with the sums that its readers expect."""
    titles = {rule.id: rule.title for rule in report.rules}
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    root = Element("testsuites", name="checker")
    for rule in sorted({*titles, *report.coverage.rules, *found}):
        suite = SubElement(root, "testsuite", name=_text(rule))
        for finding in found.get(rule, ()):
            _finding(suite, finding, page)
        if rule not in found:
            _silent(suite, rule, titles.get(rule, rule), report, page)
    if report.skipped:
        suite = SubElement(root, "testsuite", name=_SKIPPED)
        for what in report.skipped:
            _skipped(suite, what, page)
    if told := [*reminders(report)]:
        suite = SubElement(root, "testsuite", name=_DECISIONS)
        for one in told:
            _decision(suite, one, page)
    for element in (*root, root):
        _count(element)
    ElementTree.indent(root)
    utf8 = page.encoding == "utf-8"  # else characters are written as references
    text = ElementTree.tostring(root, "unicode") if utf8 else ElementTree.tostring(root, "us-ascii").decode()
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _finding(suite: Element, finding: Finding, page: Page) -> None:
    where = spots(finding)[0].claim.where
    name = f"{finding.message} [{finding.fingerprint[:12]}]"
    case = _case(suite, name, finding.rule, from_root(where.path, page), where.line, page)
    words = _text("\n".join(told(finding, page)))
    if finding.settled and finding.decision is not None:
        SubElement(case, "skipped", message=_text(decided(finding.decision))).text = words
    elif page.fail_on is not None and finding.severity.rank >= page.fail_on.rank:
        attributes = {"type": finding.severity.value, "message": _text(finding.message)}
        SubElement(case, "failure", attributes).text = words
    else:
        SubElement(case, "system-out").text = f"{finding.severity.value}: {words}"


def _silent(suite: Element, rule: str, title: str, report: Report, page: Page) -> None:
    """A rule that found nothing: it has passed, if it had something to judge."""
    case = _case(suite, title, rule, "", 0, page)
    counts = report.coverage.rules.get(rule)
    if counts is not None and counts.inert:
        SubElement(case, "skipped", message="it met nothing that it could have judged")


def _skipped(suite: Element, what: Skipped, page: Page) -> None:
    name = f"{what_is_skipped(what)} is checked"
    case = _case(suite, name, _SKIPPED, from_root(what.path, page), 0, page)
    SubElement(case, "error", {"type": "skipped", "message": _text(what.reason)})


def _decision(suite: Element, one: Reminder, page: Page) -> None:
    path, line = from_root(one.decision.path, page), one.decision.line
    name = f"{one.place} {', '.join(part for part in (one.decision.rule, one.decision.subject) if part)}"
    case = _case(suite, name, _DECISIONS, path, line, page)
    if one.stale and page.strict_waivers:
        SubElement(case, "failure", {"type": one.state, "message": _text(one.words)}).text = _text(str(one))
    else:
        SubElement(case, "system-out").text = _text(f"{one.severity.value}: {one}")


def _case(suite: Element, name: str, rule: str, path: str, line: int, page: Page) -> Element:
    places = {"file": _text(path), "line": str(line) if line else ""}
    given = {key: value for key, value in places.items() if value}
    return SubElement(suite, "testcase", {"classname": _text(rule), "name": _text(name), **given})


def _count(element: Element) -> None:
    """The sums of a suite, or of all."""
    sums = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for name, tag in sums.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", "\n".join(safe(line) for line in text.split("\n")))
