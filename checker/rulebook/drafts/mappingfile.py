"""A proposal as the text of a mapping file, with what was left out and why as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.rulebook.drafts.proposal import MOST_ROWS, Proposal, Proposed

_PLAIN = re.compile(r"[A-Za-z_][\w .()/-]*[\w)]|[A-Za-z_]")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def mapping_file(proposal: Proposal, dataset: str, rows: int) -> str:
    """The text of the file, for somebody to look over."""
    return "".join(f"{line}\n" for line in _lines(proposal, dataset, rows))


def _lines(proposal: Proposal, dataset: str, rows: int) -> Iterator[str]:
    looked = f"its first {rows:,} rows" if rows >= MOST_ROWS else "its rows"
    yield f"# How {_comment(dataset)} is read: proposed by checker init from its header and {looked}; look it over."
    yield "# All keys: docs/datasets.md, or checker rules schema --of mapping for an editor."
    if proposal.lacks:
        yield f"# NOT READABLE YET: {_comment(proposal.lacks)}"
    yield "format: 1"
    for key, name in sorted(proposal.within.items()):
        yield f"{key}: {_scalar(name)}"
    yield f"subject: {_scalar(proposal.subject)}" if proposal.subject else f"subject:  # {proposal.doubtful}"
    for key, name in sorted(proposal.of_rows.items()):
        yield f"{key}: {_scalar(name)}"
    for key, said in sorted(proposal.written.items()):
        yield f"{key}: {_comment(said)}"
    yield (
        "columns:" if proposal.columns else "columns: {}  # no column is known by its name: name one, as end: end_date"
    )
    for column in proposal.columns:
        yield f"  {_scalar(column.column)}: {entry(column)}{_unread(column)}"
    if proposal.left_out:
        yield "# Left out:"
    for left in proposal.left_out:
        yield f"#   {_comment(left.column)}: {_comment(left.why)}"


def entry(column: Proposed) -> str:
    """What stands behind a column: `end_date`, `{kind: aid_amount, unit: USD}`."""
    kinds = column.kinds[0] if len(column.kinds) == 1 else f"[{', '.join(column.kinds)}]"
    if not column.says:
        return kinds
    said = "".join(f", {key}: {_scalar(value)}" for key, value in column.says.items())
    return f"{{kind: {kinds}{said}}}"


def _unread(column: Proposed) -> str:
    unread = column.tried - column.read
    return f"  # of {column.tried} cells {unread} cannot be read: {_comment(column.wrong)}" if unread else ""


def _scalar(text: str) -> str:
    """The text as YAML has it, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and ": " not in text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escape(character) for character in escaped) + '"'


def _escape(character: str) -> str:
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _comment(text: str) -> str:
    """The text on one line, without what a terminal or YAML would not print."""
    return "".join(character if character.isprintable() else " " for character in text)
