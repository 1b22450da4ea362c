"""The report that people read: both places of a finding, as in "until August 22" here and "until August 20" there.

error[exercises.end-date] Steppe Eagle 22 ends on August 22 and on August 20
   ┌ outlier: August 22 (2022-08-22)
   │ b.txt:2:33
 2 │ Steppe Eagle 22 will last until August 22, the ministry said.
   │                           ^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from checker.model import Claim, Document, Finding, Report, Severity, Side, Skipped
from checker.reports.coverage import coverage_of
from checker.reports.excerpt import draw, strips
from checker.reports.page import Page
from checker.reports.standings import standings_of, told_of
from checker.reports.wording import asides, counted, scope, silence, tally, values_of, what_is_skipped

STYLES = {Severity.error: "bold red", Severity.warning: "bold yellow", Severity.note: "bold cyan"}

# What a side is called, how its values are painted, and what marks them where there is no colour.
_OUTLIER = ("outlier: ", "bold red", "^")
_AGAINST = ("against: ", "bold green", "~")
_RIVAL = ("", "bold cyan", "^")

_DIM = "dim"
_PLACES = 3  # of one side, shown with their lines; the others are counted


def render(report: Report, page: Page) -> str:
    """Findings, then what could not be read, the coverage if it is asked for, and one line that sums up."""
    documents = {document.path: document for document in report.documents}
    shown = report.findings if page.show_waived else report.open
    blocks = [list(_finding(finding, documents, page)) for finding in shown]
    if decided := list(standings_of(report, page)):
        blocks.append(decided)
    if report.skipped:
        blocks.append(list(skips(report.skipped, page)))
    if page.coverage:
        blocks.append(list(coverage_of(report.coverage, page)))
    if not page.quiet:
        blocks.append(list(page.wrapped(_summary(report, page))))
    return page.paint(line for number, block in enumerate(blocks) for line in ([Text()] if number else []) + block)


def _finding(finding: Finding, documents: Mapping[str, Document], page: Page) -> Iterator[Text]:
    style = STYLES[finding.severity]
    lead = Text.assemble((finding.severity.value, style), (f"[{page.safe(finding.rule)}]", style), " ")
    yield from page.wrapped(Text.assemble(lead, (page.safe(finding.message), "bold")), hang="    ")
    gutter = max(len(str(claim.where.line + claim.quote.count("\n"))) for claim in finding.claims) + 1
    judged = any(side.outlier for side in finding.sides)
    for number, side in enumerate(finding.sides):
        if number:
            yield _rule("│", "|", gutter, page)
        yield from _side(side, finding, documents, page, gutter=gutter, first=number == 0, judged=judged)
    yield _rule("│", "|", gutter, page)
    for name, words in _remarks(finding, page):
        lead = Text.assemble((" " * (gutter + 1) + "= ", _DIM), (f"{name}: ", "bold"))
        yield from page.wrapped(Text.assemble(lead, page.safe(words)), hang=" " * (gutter + 3))


def _side(
    side: Side,
    finding: Finding,
    documents: Mapping[str, Document],
    page: Page,
    *,
    gutter: int,
    first: bool,
    judged: bool,
) -> Iterator[Text]:
    role, style, sign = _OUTLIER if side.outlier else _AGAINST if judged else _RIVAL
    places = list({claim.where: claim for claim in side.claims}.values())
    count = f", {len(places)} places" if len(places) > 1 else ""
    label = Text.assemble((role, style), (page.safe(values_of(side.claims, finding)), style), count)
    corner = _rule("┌", ".", gutter, page) if first else _rule("├", "|", gutter, page)
    bar = Text.assemble(_rule("│", "|", gutter, page), " ")
    yield from page.wrapped(Text.assemble(corner, " ", label), hang=bar)
    for claim in places[:_PLACES]:
        yield from show_place(claim, documents.get(claim.where.path), page, gutter=gutter, style=style, sign=sign)
    others = [page.safe(claim.where) for claim in places[_PLACES:]]
    if others:
        listed = ", ".join(others[:_PLACES]) + (", " + page.sign("…", "...") if len(others) > _PLACES else "")
        words = Text(f"and {counted(len(others), 'more place')}: {listed}", style=_DIM)
        yield from page.wrapped(Text.assemble(bar, words), hang=bar)


def show_place(
    claim: Claim, document: Document | None, page: Page, *, gutter: int, style: str, sign: str
) -> Iterator[Text]:
    """The claim's place, its line and the marks below its quote."""
    bar = _rule("│", "|", gutter, page)
    yield Text.assemble(bar, " ", (page.safe(claim.where), "bold"))
    for strip in strips(document, claim.where, claim.quote, claim.sentence):
        rows = draw(strip, page, room=page.width - gutter - 3, style=style, sign=sign)
        for number, (line, marks) in enumerate(rows):
            numbered = str(strip.line) if number == 0 and strip.line else ""
            yield Text.assemble((f"{numbered:>{gutter}} {page.sign('│', '|')}", _DIM), " ", line)
            yield Text.assemble(bar, " ", marks)


def _rule(fine: str, plain: str, gutter: int, page: Page) -> Text:
    return Text(" " * (gutter + 1) + page.sign(fine, plain), style=_DIM)


def _remarks(finding: Finding, page: Page) -> Iterator[tuple[str, str]]:
    """The lines below the places."""
    if finding.because:
        yield "because", finding.because
    if page.explain:
        for line in finding.explanation:
            yield "judged", line
    if finding.suggestion is not None:
        yield "suggestion", finding.suggestion
    if finding.neutral:
        places = [f"{claim.text} at {claim.where}" for claim in finding.neutral]
        more = f" and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
        yield "fits several sides", ", ".join(places[:_PLACES]) + more
    if finding.decision is not None:
        yield "settled" if finding.settled else "decided", told_of(finding.decision)
    if finding.also:
        yield "also", ", ".join(finding.also)
    yield "finding", f"{finding.fingerprint[:12]} {page.sign('·', '-')} confidence {finding.confidence:.0%}"


def skips(skipped: Iterable[Skipped], page: Page) -> Iterator[Text]:
    """What was not read, and why: one line each."""
    for what in skipped:
        name = page.safe(what_is_skipped(what))
        lead = Text.assemble(("skipped ", "bold yellow"), (name, "bold"), ": ")
        yield from page.wrapped(Text.assemble(lead, page.safe(what.reason)), hang="    ")


def _summary(report: Report, page: Page) -> Text:
    """2 errors, 0 warnings, 1 note in 5 documents (41 claims); 3 rules had nothing to judge"""
    counts = [
        Text(counted(count, severity.value), style=STYLES[severity] if count else "")
        for severity, count in tally(report.open)
    ]
    lead = Text(", ").join(counts) if report.open else Text(silence(report))
    hidden = ["--show-waived shows what is settled"] if len(report.open) < len(report.findings) else []
    return lead + Text("; ".join([f" in {scope(report)}", *asides(report), *(hidden if not page.show_waived else [])]))
