"""The places of a finding as programs want them: its first place, the others, and where "until August 22" ends.

Lines and columns count from 1, columns in characters, and the end is the first character that no longer belongs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from checker.model import Claim, Document, Finding, Report, Where
from checker.reports.page import Page
from checker.reports.wording import counted, role_of, values_of

_PLACES = 3  # of one side that are told


class Spot(NamedTuple):
    """A claim of a finding and the side it is on; `role` is "outlier", "against" or ""."""

    claim: Claim
    side: int
    role: str


class Region(NamedTuple):
    """A stretch of a source."""

    line: int
    column: int
    end_line: int
    end_column: int


def spots(finding: Finding) -> list[Spot]:
    """Every place of a finding once; the first is where a host with room for one place shows it."""
    found: dict[Where, Spot] = {}
    for number, side in enumerate(finding.sides):
        for claim in side.claims:
            found.setdefault(claim.where, Spot(claim, number, role_of(side, finding)))
    return list(found.values())


def others(finding: Finding, spot: Spot) -> Iterator[Spot]:
    """A place of each other side."""
    seen = {spot.side}
    for other in spots(finding):
        if other.side not in seen:
            seen.add(other.side)
            yield other


def region(claim: Claim, documents: Mapping[str, Document]) -> Region | None:
    """Where the claim stands; None where the format has no lines. A row of a dataset is not its value's own words, so
    its end is known only if the source is at hand."""
    where, document = claim.where, documents.get(claim.where.path)
    if where.line < 1:
        return None
    column = max(where.column, 1)
    if document is not None and where.end <= len(document.source):
        end = document.line_and_column(max(where.end, where.start))
        return Region(where.line, column, *max(end, (where.line, column)))
    if where.end - where.start != len(claim.quote):
        return Region(where.line, column, where.line, column)
    *above, last = claim.quote.split("\n")
    return Region(where.line, column, where.line + len(above), len(last) + (1 if above else column))


def by_path(report: Report) -> dict[str, Document]:
    """The sources by their paths."""
    return {document.path: document for document in report.documents}


def from_root(path: str, page: Page) -> str:
    """The path as the host of a repository knows it: from the root of the repository, with slashes. What lies elsewhere
    is told by its whole path; what is no path ("<stdin>") as it is."""
    if not page.root or not path or path.startswith("<"):
        return path
    whole = os.path.normpath(os.path.join(page.folder, path))  # noqa: PTH118  # not Path: names may be any text
    inside = PurePath(os.path.relpath(whole, page.root))
    return (PurePath(whole) if os.pardir in inside.parts else inside).as_posix()


def told(finding: Finding, page: Page) -> Iterator[str]:
    """A finding in a few lines without layout: what it says, each side with its places, why, what may be right."""
    yield finding.message
    for side in finding.sides:
        places = list({claim.where: claim for claim in side.claims}.values())
        shown = ", ".join(
            f'"{" ".join(claim.quote.split())}" at {from_root(claim.where.path, page)}:{claim.where.line}'
            for claim in places[:_PLACES]
        )
        more = f" and {counted(len(places) - _PLACES, 'more place')}" if len(places) > _PLACES else ""
        role = role_of(side, finding)
        yield f"{role + ': ' if role else ''}{values_of(side.claims, finding)}: {shown}{more}"
    if finding.because:
        yield f"because: {finding.because}"
    if finding.suggestion is not None:
        yield f"suggestion: {finding.suggestion}"
