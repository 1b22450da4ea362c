"""`.checker/waivers.yml`: reading what people wrote, and adding `- {rule: exercises.end-date, …}` in its place.

What `checker waive` adds is one line, put where its rule and subject belong, and nothing else of the file is touched:
two branches that each add some then have no line in common, so that git merges them (docs/decisions.md has the
measurements).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.decisions.records import WaiverFile, WaiverRecord
from checker.model import Action, CheckerError, Decision, Document, Origin
from checker.model.errors import first_of_each_file
from checker.rulebook.located import Written
from checker.rulebook.ondisk import read_source
from checker.rulebook.reading import read_model
from checker.yamltext import Node, load, problem_at

HEADER = "format: 1\nwaivers:\n"
EMPTY = "format: 1\nwaivers: []\n"
_ORDER = "rule subject values action right reason by on expires id finding sources".split()
# What stands for itself in YAML, also between braces: words, a day.
_PLAIN = re.compile(r"[A-Za-z][\w ./-]*[\w]|\d{4}-\d\d-\d\d", re.ASCII)
_WORDS = frozenset("null true false yes no on off".split())
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)


def read(path: Path, shown: str) -> tuple[Decision, ...]:
    """The waivers of a file. Raises CheckerError with every mistake in it."""
    return tuple(entry.decision for entry in _entries(read_source(path, shown)))


class Entry(NamedTuple):
    """A waiver of a file: what it says, as a decision, and where it stands."""

    record: WaiverRecord
    decision: Decision
    node: Node


def entries(shown: str, text: str) -> Iterator[Entry]:
    """The waivers in the text of a file. Raises CheckerError with every mistake in it."""
    return _entries(Document(path=shown, source=text))


def _entries(source: Document) -> Iterator[Entry]:
    record, nodes = _records(_parsed(source))
    for waiver, node in zip(record.waivers, nodes, strict=True):
        yield Entry(waiver, _decision(waiver, source.path, node.line), node)


def add(shown: str, records: Sequence[WaiverRecord], source: str | None) -> str:
    """The text of the file (None where there is none yet) with further waivers in it."""
    text = HEADER if source is None else source
    for record in records:
        text = _with(text, record, shown)
    return text


def line_of(record: WaiverRecord) -> str:
    """`- {rule: exercises.end-date, subject: Steppe Eagle 2022, values: [2022-08-20, 2022-08-22], reason: …}`."""
    given = record.model_dump(mode="json", exclude_defaults=True)
    return "- {" + ", ".join(f"{name}: {_flow(given[name])}" for name in _ORDER if name in given) + "}"


def _flow(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


def _parsed(source: Document) -> Written:
    if marker := _CONFLICT.search(source.source):
        help = "keep the waivers of both sides, one after the other, and delete the three marks"
        raise CheckerError(problem_at(source, marker.start(), "git could not merge this file", length=7, help=help))
    return Written(source, load(source.source, source.path))


def _records(written: Written) -> tuple[WaiverFile, list[Node]]:
    found = read_model(written, written.root, WaiverFile, "a waivers file")
    if isinstance(found, list):
        raise CheckerError(*first_of_each_file(found))
    listed, _ = written.at(("waivers",))
    return found, listed.value if isinstance(listed.value, list) else []


def _decision(record: WaiverRecord, shown: str, line: int) -> Decision:
    return Decision(
        rule=record.rule,
        finding=record.finding or "",
        subject=record.subject,
        values=record.values,
        action=Action(record.action),
        right=record.right,
        reason=" ".join(record.reason.split()),
        by=record.by,
        at=record.on.isoformat() if record.on else "",
        until=record.expires,
        id=record.id,
        origin=Origin.waiver,
        path=shown,
        line=line,
        sources=record.sources,
    )


def _with(text: str, record: WaiverRecord, shown: str) -> str:
    """The text with one more waiver: before the first that sorts after it, with the comments that stand above that."""
    source = Document(path=shown, source=text)
    written = _parsed(source)
    listed, lost = written.at(("waivers",))
    nodes = listed.value if isinstance(listed.value, list) else []
    if lost or (listed.value is not None and text[listed.start : listed.start + 1] == "["):
        if nodes or lost:
            message = "here waivers can be added only to a list with one - for each"
            raise CheckerError(written.complain(listed, message, "write each waiver below the other, after - "))
        text = text[: listed.start].rstrip() + text[listed.end :]
        return _with(text, record, shown)
    lines = list(io.StringIO(text, newline="\n"))  # `splitlines` would break at U+2028 too
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += ending
    indent = " " * (_dash(text, nodes[0]) if nodes else 0)
    key = _place(record.rule, record.subject, record.values)
    after = next((node for node in nodes if _place_of(node) > key), None)
    at = _first_line(lines, after) if after else _end(lines, nodes[-1] if nodes else written.key_at(("waivers",)), text)
    lines.insert(at, f"{indent}{line_of(record)}{ending}")
    return "".join(lines)


def _place(rule: str, subject: str, values: Sequence[str]) -> tuple[str, ...]:
    return (rule, subject, *values)


def _place_of(node: Node) -> tuple[str, ...]:
    members = node.value if isinstance(node.value, dict) else {}
    rule, subject = (str(members[name].value) if name in members else "" for name in ("rule", "subject"))
    values = members["values"].value if "values" in members else None
    return _place(rule, subject, [str(one.value) for one in values] if isinstance(values, list) else [])


def _dash(text: str, node: Node) -> int:
    """How far the list is indented."""
    begin = text.rfind("\n", 0, node.start) + 1
    return text.index("-", begin) - begin


def _first_line(lines: Sequence[str], node: Node) -> int:
    """The index of the entry's line, or of the first comment right above it."""
    at = node.line - 1
    while at and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _end(lines: Sequence[str], last: Node, text: str) -> int:
    """The index of the line after the last entry."""
    return text.count("\n", 0, max(last.end - 1, 0)) + 1 if lines else 0
