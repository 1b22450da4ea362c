"""Waivers that are granted anew: `expires: 2027-02-01` becomes `expires: 2028-02-01`, in the entry that there is.

The entry keeps its place, its values and the comments around it, and becomes one line, as `checker waive` writes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checker.decisions.records import WaiverRecord
from checker.decisions.waivers import entries, line_of
from checker.model import CheckerError, Decision, Problem


@dataclass(frozen=True, slots=True)
class Renewal:
    """A waiver as it was read, and the fields of its entry that are others now."""

    decision: Decision
    changes: Mapping[str, Any]


def renewed(shown: str, source: str, renewals: Sequence[Renewal]) -> str:
    """The text of the file with these changes in it. Raises CheckerError where a waiver is there no longer."""
    spans: dict[tuple[int, int], str] = {}
    there = list(entries(shown, source))
    for renewal in renewals:
        found = [entry for entry in there if _same(entry.decision, renewal.decision)]
        if not found:
            help = "somebody has changed the file meanwhile; call checker waive again"
            raise CheckerError(Problem("the waiver is there no longer", shown, help=help))
        for entry in found:
            said = {**entry.record.model_dump(), "reason": entry.decision.reason, **renewal.changes}
            record = WaiverRecord.model_validate(said)
            end = _end(source, entry.node.start, entry.node.end)
            spans[entry.node.start, end] = line_of(record).removeprefix("- ")
    for (start, end), text in sorted(spans.items(), reverse=True):
        source = source[:start] + text + source[end:]
    return source


def _same(entry: Decision, read: Decision) -> bool:
    """Lines move, and the sources of what was read are named from where the user is."""
    return replace(entry, line=0, sources=()) == replace(read, line=0, sources=())


def _end(source: str, start: int, end: int) -> int:
    """Where the entry ends; the empty lines and comments below it belong to what follows."""
    lines = source[start:end].rstrip().splitlines(keepends=True)
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return start + len("".join(lines).rstrip())
