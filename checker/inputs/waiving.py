"""Waivers in a source itself: `<!-- checker: ignore exercises.end-date -- the host counts the day of departure -->`.

A comment is for the block (paragraph, item, row, heading) that it stands in or at the end of; one that stands alone is
for the next block. In the front matter of a Markdown file, `checker: {ignore: {exercises.end-date: why}}` is for all of
it. One without a reason, or with a rule that cannot be one, waives nothing and is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from checker.expressions import did_you_mean
from checker.inputs.elements import BLOCKS
from checker.inputs.frontmatter import FrontMatter, front_matter
from checker.language.layout import blocks
from checker.model import CheckerError, Decision, Document, Origin, Problem
from checker.tomltext import load as load_toml
from checker.yamltext import Node
from checker.yamltext import load as load_yaml

_OPENING = r"<!--[ \t\r\n]{0,9}checker[ \t]{0,9}:"
COMMENT = re.compile(rf"{_OPENING}(?P<body>(?:(?!-->)[\s\S]){{0,2000}})-->", re.IGNORECASE)
_BEGUN = re.compile(_OPENING, re.IGNORECASE)
_BECAUSE = re.compile(r"(?:^|\s)(?:--|—|–)\s")  # editors make dashes of two hyphens
_RULE = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_UNTIL = re.compile(r"until\s*=\s*(?P<day>\S+)", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_KEYS = {"---": re.compile(r"^checker[ \t]*:", re.MULTILINE), "+++": re.compile(r"^\[?checker\b", re.MULTILINE)}
_NEXT_KEY = re.compile(r"^[^\s#]", re.MULTILINE)
_WITH_FRONT_MATTER = (".md", ".markdown")
_MOST = 1_000  # of one source
_FORM = "<!-- checker: ignore RULE -- why it may stay -->"


class _Refused(Exception):
    """What is wrong with one waiver, in words."""


def with_waivers(document: Document) -> Document:
    """A parsed document with the waivers that stand in it, and with those that cannot be read."""
    if "checker" not in document.source and not _BEGUN.search(document.source):
        return document
    found = (*_of_all(document), *_in_comments(document))
    waivers = tuple(one for one in found if isinstance(one, Decision))
    return replace(document, waivers=waivers, unread=tuple(one for one in found if isinstance(one, Problem)))


# Comments


def _in_comments(document: Document) -> Iterator[Decision | Problem]:
    begun = [found.start() for found in _BEGUN.finditer(document.source)]
    places = _Places(document) if begun else None
    for number, start in enumerate(begun):
        line, _ = document.line_and_column(start)
        found = COMMENT.match(document.source, start)
        if places is None or places.is_readable(start):  # an example in a block of code
            continue
        if number >= _MOST:
            yield Problem(f"more than {_MOST:,} waivers; the others are not read", document.path, line)
            return
        if found is None:
            yield Problem("a waiver without an end", document.path, line, help=f"write {_FORM}")
            continue
        try:
            rules, until, reason = _read(found["body"])
        except _Refused as error:
            yield Problem(str(error), document.path, line)
            continue
        for rule in rules:
            yield _waiver(document, line, rule, reason, until, places.reach(start, found.end()))


def _read(body: str) -> tuple[list[str], date | None, str]:
    """The rules, the last day and the reason of a comment."""
    parts = _BECAUSE.split(body, maxsplit=1)
    head, reason = parts[0], " ".join(parts[-1].split()) if len(parts) > 1 else ""
    day = _UNTIL.search(head)
    word, *rules = (_UNTIL.sub(" ", head).replace(",", " ")).split() or [""]
    if word.lower() != "ignore":
        raise _Refused(f'"{word}" is nothing that a comment can ask for; write {_FORM}')
    if not rules:
        raise _Refused(f"a waiver that names no rule; write {_FORM}")
    if not reason:
        raise _Refused(f"the waiver of {', '.join(rules)} gives no reason and waives nothing; write {_FORM}")
    return [_rule(rule) for rule in rules], _day(day["day"]) if day else None, reason


class _Places:
    """Where comments stand in the readable text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.read = list(_pieces(document))
        self.starts = [piece.source_start for piece in self.read]
        self.blocks = list(blocks(document))
        self.block_starts = [block.start for block in self.blocks]
        self.block_ends = [block.end for block in self.blocks]

    def is_readable(self, at: int) -> bool:
        number = bisect_right(self.starts, at) - 1
        return number >= 0 and at < self.read[number].source_end

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """What the comment `source[start:end]` is for, in the source."""
        number = bisect_left(self.starts, end)
        read_before = self.read[number - 1].end if number else 0
        read_after = self.read[number].start if number < len(self.read) else len(self.document.text)
        last = bisect_left(self.block_starts, read_before) - 1
        first = bisect_right(self.block_ends, read_after)
        if last != first and last >= 0 and self._in_one_line(self._source_of(last)[1], start):
            return self._source_of(last)
        return self._source_of(first) if first < len(self.blocks) else (end, end)

    def _source_of(self, block: int) -> tuple[int, int]:
        where = self.document.where(self.blocks[block].start, self.blocks[block].end)
        return where.start, where.end

    def _in_one_line(self, start: int, end: int) -> bool:
        between = self.document.source[start:end]
        return "\n" not in between and not any(tag[1].lower() in BLOCKS for tag in _TAG.finditer(between))


class _Piece(NamedTuple):
    """A stretch of the readable text that stands for something in the source."""

    start: int
    end: int
    source_start: int
    source_end: int


def _pieces(document: Document) -> Iterator[_Piece]:
    ends = [*(segment.start for segment in document.segments[1:]), len(document.text)]
    for segment, end in zip(document.segments, ends, strict=True):
        if segment.source_start < segment.source_end:
            yield _Piece(segment.start, end, segment.source_start, segment.source_end)


# Front matter


def _of_all(document: Document) -> Iterator[Decision | Problem]:
    """What the front matter waives for the whole source."""
    found = front_matter(document.source)
    opening = _KEYS[found.rule].search(document.source, found.start, found.end) if found else None
    if found is None or opening is None or not document.path.lower().endswith(_WITH_FRONT_MATTER):
        return
    line, _ = document.line_and_column(opening.start())
    try:
        ignored = _ignored(document, found, opening.start())
    except CheckerError as error:
        yield replace(error.problems[0], path=document.path, line=error.problems[0].line or line)
        return
    rules = ignored.value if isinstance(ignored.value, dict) else {}
    for rule, told in rules.items():
        place = ignored.keys[rule].line
        try:
            reason, until = _reason(rule, told)
            yield _waiver(document, place, _rule(rule), reason, until, (0, len(document.source)))
        except _Refused as refused:
            yield Problem(str(refused), document.path, place)


def _ignored(document: Document, found: FrontMatter, start: int) -> Node:
    """The mapping of rules below `checker: ignore:`. Only that part is YAML for us: other lines need not be."""
    source = document.source
    if found.rule == "+++":
        root = load_toml("\n" * source.count("\n", 0, found.start) + source[found.start : found.end], document.path)
    else:
        end = _NEXT_KEY.search(source, start + 1, found.end)
        block = source[start : end.start() if end else found.end]
        root = load_yaml("\n" * source.count("\n", 0, start) + block, document.path)
    own = root.value.get("checker") if isinstance(root.value, dict) else None
    members = own.value if own is not None and isinstance(own.value, dict) else {}
    for key in members:
        if key != "ignore":
            help = did_you_mean(key, ["ignore"], kind="keys")
            raise CheckerError(
                Problem(f'unknown key "{key}" below checker; {help}', line=own.keys[key].line if own else 0)
            )
    if "ignore" not in members or not isinstance(members["ignore"].value, dict):
        raise CheckerError(Problem('below "checker" the front matter says ignore: {RULE: why it may stay}'))
    return members["ignore"]


def _reason(rule: str, node: Node) -> tuple[str, date | None]:
    """`RULE: why`, or `RULE: {reason: why, until: 2027-02-01}`."""
    told = node.value if isinstance(node.value, dict) else {"reason": node}
    if unknown := [key for key in told if key not in ("reason", "until")]:
        raise _Refused(f'unknown key "{unknown[0]}"; {did_you_mean(unknown[0], ["reason", "until"], kind="keys")}')
    reason = told["reason"].value if "reason" in told else None
    if not isinstance(reason, str) or not reason.strip():
        raise _Refused(f"the waiver of {rule} gives no reason and waives nothing; write {rule}: why it may stay")
    return " ".join(reason.split()), _day(str(told["until"].value)) if "until" in told else None


# Both


def _rule(id: str) -> str:
    if not _RULE.fullmatch(id):
        raise _Refused(f'"{id}" is no id of a rule; a waiver names each rule that it is for')
    return id


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _Refused(f'"{written}" is no day; write until=2027-02-01') from None


def _waiver(
    document: Document, line: int, rule: str, reason: str, until: date | None, reach: tuple[int, int]
) -> Decision:
    return Decision(
        rule=rule, reason=reason, until=until, origin=Origin.inline, path=document.path, line=line, reach=reach
    )
