"""At a terminal `checker init` asks about each column: "end → end_date (198 of 200 cells)  [Y / a kind / skip]"."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.cli.output import write

if TYPE_CHECKING:
    from checker.rulebook.drafts.proposal import LeftOut, Proposal, Proposed, Proposer

_SKIP = ("s", "skip", "n", "no")
_YES = ("", "y", "yes")


def asked(proposal: Proposal, proposer: Proposer) -> Proposal:
    """The proposal as somebody has answered. What is not asked about is left as it is."""
    from checker.rulebook.drafts.proposal import LeftOut

    proposed = {one.column: one for one in proposal.columns}
    why = {one.column: one.why for one in proposal.left_out}
    answers: list[Proposed | LeftOut] = []
    for column in (header.name for header in proposer.headers):
        if column in proposed:
            answers.append(_about(proposed[column], proposer))
        elif column in why:
            answers.append(_left(column, why[column], proposer))
    columns = tuple(one for one in answers if not isinstance(one, LeftOut))
    left_out = tuple(one for one in answers if isinstance(one, LeftOut))
    subject = proposal.subject or _subject(proposer)
    return replace(
        proposal, columns=columns, left_out=left_out, subject=subject, doubtful="" if subject else "no subject"
    )


def _about(column: Proposed, proposer: Proposer) -> Proposed | LeftOut:
    from checker.rulebook.drafts.mappingfile import entry
    from checker.rulebook.drafts.proposal import LeftOut

    question = f"{column.column} → {entry(column)} ({column.read} of {column.tried} cells)  [Y / another kind / skip] "
    for answer in _answers(question):
        if answer in _YES:
            return column
        if answer in _SKIP:
            return LeftOut(column.column, "left out by hand")
        if (found := _as(column.column, answer, proposer)) is not None:
            return found
    return column


def _left(column: str, why: str, proposer: Proposer) -> Proposed | LeftOut:
    from checker.rulebook.drafts.proposal import LeftOut

    for answer in _answers(f"{column}: {why}  [a claim kind / Enter leaves it out] "):
        if answer in _SKIP or not answer:
            break
        if (found := _as(column, answer, proposer)) is not None:
            return found
    return LeftOut(column, why)


def _subject(proposer: Proposer) -> str:
    from checker.expressions import did_you_mean

    names = [header.name for header in proposer.headers]
    for answer in _answers("which column names what a row is about?  [a column / Enter leaves it open] "):
        if not answer or answer in names:
            return answer
        write(f"  no such column; {did_you_mean(answer, names, kind='columns')}\n", sys.stderr)
    return ""


def _as(column: str, kind: str, proposer: Proposer) -> Proposed | None:
    """The column as claims of the kind that somebody has named; None where there is no such kind."""
    from checker.expressions import did_you_mean

    if kind not in proposer.kinds:
        write(f"  no such claim kind; {did_you_mean(kind, proposer.kinds, kind='claim kinds')}\n", sys.stderr)
        return None
    header = next(header for header in proposer.headers if header.name == column)
    found = proposer.read_as(header, (kind,))
    if found.read < found.tried:
        write(f"  {found.read} of {found.tried} cells can be read so: {found.wrong}\n", sys.stderr)
    return found


def _answers(question: str) -> Iterator[str]:
    """What is answered, again and again until the answer is understood; nothing more once the input has ended."""
    while True:
        write(question, sys.stderr)
        line = sys.stdin.readline()
        if not line:
            return
        yield line.strip()
