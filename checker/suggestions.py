"""What a dataset might say instead: `exercises.csv:4:30: 2016-06-27 -> 2016-06-17`, the value of the better side.

The better side is the trusted one, else the one with more sources. A suggestion is written as the cell it is for; where
the style of the cell cannot express it, it is left to whoever looks at it. Nothing is ever changed in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.inputs import cell_of, written_in_cell
from checker.language.cellstyle import written_like
from checker.model import Claim, Document, Finding, Report, Where


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`claim` of the finding's outlier might be `value`, since `because`; `new` is what to write at `where` in place of
    `old`, None if it is no cell or the cell's style cannot express it."""

    finding: Finding
    claim: Claim
    value: str
    where: Where
    old: str
    new: str | None
    because: str


def suggestions(report: Report) -> list[Suggestion]:
    """In order of place, one for each wrong value; none for findings that are settled, or of which nobody can tell the
    better side."""
    documents = {document.path: document for document in report.documents}
    found: dict[tuple[Where, str], Suggestion] = {}
    for finding in report.findings:
        if finding.suggestion is not None and not finding.settled:
            for one in _of(finding, finding.suggestion, documents):
                found.setdefault((one.where, one.claim.kind), one)
    return sorted(found.values(), key=lambda one: (one.where.path, one.where.start, one.claim.kind))


def _of(finding: Finding, value: str, documents: Mapping[str, Document]) -> Iterator[Suggestion]:
    right = [claim for side in finding.sides[1:] for claim in side.claims if str(claim.value) == value]
    for claim in finding.sides[0].claims:
        document = documents[claim.where.path]
        where = cell_of(document, claim)
        old = document.source[where.start : where.end]
        yield Suggestion(finding, claim, value, where, old, _new(document, claim, where, right), finding.because)


def _new(document: Document, claim: Claim, where: Where, right: Iterable[Claim]) -> str | None:
    """The first of the right values that the cell's style can express."""
    if not claim.row:
        return None
    month_first = document.mapping is not None and document.mapping.month_first
    for one in right:
        text = written_like(one.value, claim.text, claim.value, month_first=month_first)
        if text is not None:
            return written_in_cell(document, where, text)
    return None
