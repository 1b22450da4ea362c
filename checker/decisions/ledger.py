"""`.checker/decisions/ann.jsonl`: what a reviewer has decided, one line a decision, appended and never changed.

Each reviewer has a file of their own, so that git merges two reviews of 80 decisions each without a conflict. A line
that cannot be read (a crash has cut it off) is told by its number, and all others count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from checker.decisions.records import ReviewRecord
from checker.decisions.wording import said
from checker.model import CheckerError, Decision, Origin, Problem, Skipped
from checker.rulebook.ondisk import read_content
from checker.saving import alone, append_line

SUFFIX = ".jsonl"


def read(folder: Path, shown: str) -> Iterator[Decision | Skipped]:
    """All reviewers' decisions, file by file in the order in which they were made."""
    if not folder.is_dir():
        return
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        name = f"{shown}/{path.name}"
        try:
            lines = read_content(path).split(b"\n")
        except OSError as error:
            yield Skipped(name, (error.strerror or str(error)).lower())
            continue
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _decision(line, name, number, torn=number == len(lines))


def append(folder: Path, record: ReviewRecord) -> None:
    """Adds a decision to its reviewer's file. When this returns, it is on the disk. Raises CheckerError."""
    name = "".join(character if character.isalnum() or character in "-_@+" else "-" for character in record.by.strip())
    if not name.strip("-"):
        raise CheckerError(Problem(f'"{record.by}" cannot be the name of a file', help="use letters and digits"))
    line = json.dumps(record.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
    with alone(folder):
        append_line(folder / f"{name}{SUFFIX}", line)


def _decision(line: bytes, name: str, number: int, *, torn: bool) -> Decision | Skipped:
    try:
        record = ReviewRecord.model_validate(json.loads(line.decode("utf-8")))
    except ValidationError as error:
        return Skipped(name, f"line {number}: {said(error, ReviewRecord)}")
    except (ValueError, RecursionError):
        why = "is cut off: the decision in it is lost, decide again" if torn else "is no decision (cut off, or edited?)"
        return Skipped(name, f"line {number} {why}")
    return Decision(
        rule=record.rule,
        finding=record.finding,
        subject=record.what.subject,
        values=record.what.values,
        action=record.action,
        right=record.right,
        reason=record.reason,
        by=record.by,
        at=record.at,
        until=record.until,
        seen=record.seen,
        id=record.id,
        origin=Origin.review,
        path=name,
        line=number,
        sources=record.what.sources,
    )
