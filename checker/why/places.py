"""Places as people name them: `a.txt:3` (a line), `a.txt:3:17` (a column of it), `a.txt#4` (a claim by its id)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence

from checker.expressions import did_you_mean
from checker.model import CheckerError, Claim, Document, Place, Problem, Skipped
from checker.pipeline import Run

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")
_ID = re.compile(r"(?P<path>.+)#\d+")
_FORMS = "a place is PATH:LINE, PATH:LINE:COLUMN or a claim's id (a.txt#3)"
_MOST_NEARBY = 6


def source_of(asked: str) -> str:
    """The path that a place names; "" when it has none."""
    found = _PLACE.fullmatch(asked) or _ID.fullmatch(asked)
    return found["path"] if found else ""


def place(run: Run, asked: str, skipped: Sequence[Skipped]) -> Place:
    """What was read at the place. Raises CheckerError, with what comes nearest, for one that there is not."""
    by_id = {claim.id: claim for claim in run.read.claims}
    if (claim := by_id.get(asked)) is not None:
        document = next((one for one in run.read.documents if one.path == claim.where.path), None)
        return Place(asked, claim.where.path, claim.where.line, claim.where.column, (claim,), (), document)
    found = _PLACE.fullmatch(asked)
    if found is None:
        raise CheckerError(_no_id(asked, sorted(by_id)))
    path = _path(run, found["path"], (*run.read.skipped, *skipped))
    line, column = int(found["line"]), int(found["column"] or 0)
    document = next((one for one in run.read.documents if one.path == path), None)
    if document is not None and (problem := _off_the_page(asked, _lines(document), line, column)):
        raise CheckerError(problem)
    there = [claim for claim in run.read.claims if claim.where.path == path]
    here = tuple(claim for claim in there if _covers(claim, line, column))
    if found["column"] == "0" or not line:
        raise CheckerError(Problem(f"no such place: {asked}", help="lines and columns count from 1"))
    return Place(asked, path, line, column, here, () if here else _nearby(there, line, column), document)


def _no_id(asked: str, ids: Sequence[str]) -> Problem:
    if _ID.fullmatch(asked) is None:
        return Problem(f"no place: {asked}", help=_FORMS)
    path = asked.rpartition("#")[0]
    own = [id for id in ids if id.startswith(f"{path}#")]
    help = f"{path} has the claims #1 to #{len(own)}" if own else did_you_mean(asked, ids[:1000], kind="claims")
    return Problem(f'no claim "{asked}"', help=help)


def _path(run: Run, given: str, skipped: Sequence[Skipped]) -> str:
    """The source that is meant: as it was read, as another way to the same file, or by the end of its path."""
    given = "<stdin>" if given == "-" else given
    paths = sorted({one.path for one in run.read.documents} | {claim.where.path for claim in run.read.claims})
    same = [path for path in paths if path == given] or [
        path for path in paths if os.path.realpath(path) == os.path.realpath(given)
    ]
    ending = [path for path in paths if path.endswith(f"/{given}")]
    if same or len(ending) == 1:
        return (same or ending)[0]
    for skip in skipped:
        if skip.path == given:
            raise CheckerError(Problem(f"{given} was not read: {skip.reason}"))
    if ending:
        raise CheckerError(Problem(f"several sources end in {given}", help=f"say which: {', '.join(ending)}"))
    raise CheckerError(Problem(f"{given} is not among the sources", help=did_you_mean(given, paths, kind="sources")))


def _lines(document: Document) -> list[str]:
    """The lines as people count them: after the last line break there is none, unless there is nothing else."""
    lines = document.source.split("\n")
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def _off_the_page(asked: str, lines: Sequence[str], line: int, column: int) -> Problem | None:
    """What is wrong with a line or column that the source does not have."""
    if not 1 <= line <= len(lines):
        return Problem(f"no such place: {asked}", help=_how_long(len(lines)))
    columns = len(lines[line - 1].rstrip("\r")) + 1
    return (
        Problem(f"no such place: {asked}", help=f"line {line} ends at column {columns}") if column > columns else None
    )


def _how_long(lines: int) -> str:
    return "it has one line" if lines == 1 else f"it has lines 1 to {lines}"


def _covers(claim: Claim, line: int, column: int) -> bool:
    """Does the claim's quote stand at the line, and at the column if one is given?"""
    parts = claim.quote.split("\n")
    number = line - claim.where.line
    if not 0 <= number < len(parts):
        return False
    start = 1 if number else claim.where.column
    length = len(parts[number]) if len(parts) > 1 else claim.where.end - claim.where.start
    return not column or start <= column < start + max(1, length)


def _nearby(claims: Iterable[Claim], line: int, column: int) -> tuple[Claim, ...]:
    """What was read on the line, or else nearest to it."""
    on_line = [claim for claim in claims if _covers(claim, line, 0)]
    nearest = sorted(
        on_line or claims, key=lambda claim: (abs(claim.where.line - line), abs(claim.where.column - column))
    )
    return tuple(sorted(nearest[:_MOST_NEARBY], key=lambda claim: claim.where.start))
