"""What a dataset might say instead: `partners.csv:4:30: 27 June 2016 -> 17 June 2016`, the value of the better side.

The better side is the one that somebody has decided for, else the trusted one, else the one with more sources. What is
suggested is written as the cell is that it is for; where the style of that cell cannot express it, it is left to
whoever looks at it. No file is ever changed.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from checker.inputs.cells import cell_of, rewritten
from checker.language.cellstyle import written_like
from checker.model import Action, Claim, Document, Finding, Report, Suggestion, Where


def suggestions(report: Report) -> list[Suggestion]:
    """In order of place, one for each wrong value; none for findings that are settled, or of which nobody can tell the
    better side."""
    documents = {document.path: document for document in report.documents}
    found: dict[tuple[Where, str], Suggestion] = {}
    for finding in report.open:
        for one in _of(finding, documents):
            found.setdefault((one.where, one.claim.kind), one)
    return sorted(found.values(), key=_place)


class Offer(NamedTuple):
    """The suggestions that a patch can make, and those that are left to whoever looks at them, with the reason."""

    offered: tuple[Suggestion, ...]
    withheld: tuple[tuple[Suggestion, str], ...]


def offer(report: Report, patchable: Container[str], check: Callable[[list[Document]], Report]) -> Offer:
    """What can be offered. `patchable` are the paths of files that a patch can change; `check` is asked what would be
    found once they are changed, since a value that settles one contradiction may make another."""
    found = suggestions(report)
    reasons = {number: why for number, one in enumerate(found) if (why := _obstacle(one, patchable))}
    while True:
        chosen = [number for number in range(len(found)) if number not in reasons]
        after = check(_edited(report.documents, [found[number] for number in chosen])) if chosen else report
        wrong = {number: why for number in chosen if (why := _in_vain(found[number], report, after))}
        if not wrong:
            break
        reasons.update(wrong)
    offered = tuple(found[number] for number in chosen)
    return Offer(offered, tuple((found[number], reasons[number]) for number in sorted(reasons)))


def _obstacle(one: Suggestion, patchable: Container[str]) -> str:
    if not one.claim.row:
        return "it stands in a text"
    if one.new is None:
        return "the cell would have to be written in another way"
    return "" if one.where.path in patchable else "its file is no text in UTF-8"


def _in_vain(one: Suggestion, before: Report, after: Report) -> str:
    """Why the value would not help; "" if it would."""
    known = {finding.fingerprint for finding in before.findings}
    row = (one.where.path, one.claim.row)
    for finding in after.open:
        if finding.fingerprint == one.finding.fingerprint:
            return "the contradiction would be there all the same"
        if finding.fingerprint not in known and row in {(claim.where.path, claim.row) for claim in finding.claims}:
            return f"it would make another one: {finding.message}"
    return ""


def _edited(documents: Iterable[Document], chosen: Iterable[Suggestion]) -> list[Document]:
    """The documents as they would be, not yet read."""
    by_path = {path: list(ones) for path, ones in groupby(chosen, key=lambda one: one.where.path)}
    return [_changed(one, by_path[one.path]) if one.path in by_path else one for one in documents]


def _changed(document: Document, chosen: Sequence[Suggestion]) -> Document:
    source = Document.from_text(document.path, changed(document.source, chosen), mapping=document.mapping)
    return replace(source, tier=document.tier)


def changed(text: str, chosen: Sequence[Suggestion]) -> str:
    """A file's text with what is suggested for it, in order of place."""
    pieces, at = [], 0
    for one in chosen:
        if one.new is not None and one.where.start >= at:
            pieces += [text[at : one.where.start], one.new]
            at = one.where.end
    return "".join((*pieces, text[at:]))


def _place(one: Suggestion) -> tuple[str, int, str]:
    return (one.where.path, one.where.start, one.claim.kind)


def _of(finding: Finding, documents: Mapping[str, Document]) -> Iterator[Suggestion]:
    decided = finding.decision is not None and finding.decision.action is Action.right
    value = finding.decision.right if finding.decision is not None and decided else finding.suggestion
    if value is None:
        return
    right = [side for side in finding.sides if any(str(claim.value) == value for claim in side.claims)]
    said = [claim for side in right for claim in side.claims if str(claim.value) == value]
    for side in finding.sides:
        for claim in side.claims if side not in right else ():
            document = documents.get(claim.where.path)
            where = cell_of(document, claim) if document is not None else None
            new = _new(document, claim, where, said) if document is not None and where is not None else None
            yield Suggestion(finding, claim, value, where or claim.where, new)


def _new(document: Document, claim: Claim, where: Where, said: Iterable[Claim]) -> str | None:
    """The first of the right values that the style of the cell can express."""
    month_first = document.mapping is not None and document.mapping.day_first is False
    for right in said:
        text = written_like(right.value, claim.text, claim.value, month_first=month_first)
        if text is not None:
            return rewritten(document, where, text)
    return None
