"""YAML as its author wrote it: `edition: 022`, `country: no` and `end: 2022-08-20` stay text, each with its place.

Scalars are read by YAML 1.2 and not interpreted: whoever reads a field knows its type. A key given twice, anchors,
tags, several documents in one file and deep nesting are refused, all mistakes of a file at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from checker.model import CheckerError, Document, Problem
from checker.yamlrefused import Noticed, refused

MAX_CHARACTERS = 20_000_000  # about four seconds of reading
MAX_DEPTH = 64  # of mappings and lists inside each other


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar, list or mapping, and where it stands: `text[start:end]`; `line` and `column` count from 1.

    A scalar's `value` is its text, or None when nothing was written (`key:`). `quoted` tells `"022"` from `022`.
    `keys` has, for a mapping, the node of each key.
    """

    value: str | list[Node] | dict[str, Node] | None
    start: int
    end: int
    line: int
    column: int
    quoted: bool = False
    keys: dict[str, Node] = field(default_factory=dict)


def node_at(
    source: Document,
    value: str | list[Node] | dict[str, Node] | None,
    start: int,
    end: int,
    *,
    quoted: bool = False,
    keys: dict[str, Node] | None = None,
) -> Node:
    """The node of `source[start:end]`, with its line and column. `keys` is kept as it is, to be filled later."""
    line, column = source.line_and_column(start)
    return Node(value, start, end, line, column, quoted, {} if keys is None else keys)


def load(text: str, path: str) -> Node:
    """The one document in `text`. Raises CheckerError with every problem found; `path` is only named in them."""
    source = Document(path=path, source=text)
    if len(text) > MAX_CHARACTERS:
        raise CheckerError(too_long(source, MAX_CHARACTERS, "YAML"))
    builder = _Builder(source)
    for event in _events(source):
        builder.take(event)
    if builder.problems:
        raise CheckerError(*builder.problems)
    return builder.root or Node(None, 0, 0, 1, 1)


def plain(node: Node) -> object:
    """The node as dictionaries, lists and texts; what was left empty is None. Nothing is interpreted."""
    match node.value:
        case dict() as members:
            return {key: plain(member) for key, member in members.items()}
        case list() as items:
            return [plain(item) for item in items]
        case scalar:
            return scalar


def core(node: Node) -> object:
    """As `plain`, with unquoted `null`, `true`, `12` and `0.5` read as YAML 1.2 does; `022` and `no` stay text."""
    match node.value:
        case dict() as members:
            return {key: core(member) for key, member in members.items()}
        case list() as items:
            return [core(item) for item in items]
        case str() as text if not node.quoted:
            return _interpret(text)
        case scalar:
            return scalar


def problem(source: Document, node: Node, message: str, *, help: str = "") -> Problem:
    """A mistake at that node, with the line that it stands in."""
    return problem_at(source, node.start, message, length=node.end - node.start, help=help)


_WORDS = {
    **dict.fromkeys(("null", "Null", "NULL", "~"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})\.[0-9]{1,999}", re.ASCII)


def _interpret(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def problem_at(source: Document, at: int, message: str, *, length: int = 1, help: str = "") -> Problem:
    """A mistake at that character. A line break in a word that is quoted does not begin a line of the message, which
    could then say what it likes."""
    where = source.place(at, at)
    excerpt = source.line(where.line)
    length = max(1, min(length, len(excerpt) - where.column + 1))
    return Problem(_in_one_line(message), source.path, where.line, where.column, length, excerpt, _in_one_line(help))


def _in_one_line(text: str) -> str:
    return text.replace("\r", "\\r").replace("\n", "\\n")


def too_long(source: Document, most: int, what: str) -> Problem:
    """That a file has more characters than are read, and where these end."""
    where = source.place(most, most)
    message = f"{what} of {len(source.source):,} characters; at most {most:,} are read"
    return Problem(message, source.path, where.line, where.column, help="split it into several files")


def _events(source: Document) -> Iterator[Any]:
    """The parser's events; a syntax error is raised as a CheckerError."""
    import yaml

    try:
        yield from yaml.parse(source.source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        begun = error.context_mark or mark
        at, start = (min(one.index + _bom(source), len(source.source)) if one else 0 for one in (mark, begun))
        cause = refused(error.problem or "", Noticed(source.source, at, start))
        said = ", ".join(part for part in (error.problem, error.context) if part) or "not YAML"
        raise CheckerError(problem_at(source, cause.at, cause.message or said, help=cause.help)) from None
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        at = _unreadable(source.source)
        message = f"the character U+{ord(source.source[at]):04X} is not allowed in YAML"
        help = "delete it, or write it as an escape in quotes"
        raise CheckerError(problem_at(source, at, message, help=help)) from None


def _bom(source: Document) -> int:
    """The parser does not count a byte order mark as a character; we do."""
    return int(source.source.startswith("\ufeff"))


# What YAML calls printable; the rest must be escaped: a terminal escape, a lone surrogate.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _unreadable(text: str) -> int:
    found = _UNPRINTABLE.search(text)
    return found.start() if found else 0


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` is a mapping's key that waits for its value."""

    members: list[Node] | dict[str, Node]
    start: int
    end: int
    flow: bool
    keys: dict[str, Node] = field(default_factory=dict)
    key: Node | None = None


class _Builder:
    """Turns events into nodes with a stack of its own, so that no input can exhaust Python's."""

    def __init__(self, source: Document) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0
        self._shift = _bom(source)

    def take(self, event: Any) -> None:
        match type(event).__name__:
            case "ScalarEvent":
                self._refuse_decoration(event)
                self._add(self._scalar(event))
            case "MappingStartEvent":
                self._begin(event, {})
            case "SequenceStartEvent":
                self._begin(event, [])
            case "MappingEndEvent" | "SequenceEndEvent":
                self._finish(event)
            case "AliasEvent":
                self._complain(
                    event,
                    f"`*{event.anchor}` is not supported",
                    "write out what it stands for; quote text that begins with *",
                )
                self._add(node_at(self.source, None, *self._span(event)))
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents == 2:
                    self._complain(event, "a second document in one file", "put it into a file of its own")
            case _:  # the ends of documents and of the stream
                pass

    def _scalar(self, event: Any) -> Node:
        """A block text (`|`) ends with its last visible character; a plain scalar without text was left empty."""
        (start, end), quoted = self._span(event), bool(event.style)
        if event.style in ("|", ">"):
            end = start + len(self.source.source[start:end].rstrip())
        return node_at(self.source, event.value if quoted or event.value else None, start, end, quoted=quoted)

    def _begin(self, event: Any, members: list[Node] | dict[str, Node]) -> None:
        if len(self._open) == MAX_DEPTH:
            self._complain(event, f"nested more than {MAX_DEPTH} deep")
            raise CheckerError(*self.problems)
        self._refuse_decoration(event)
        self._open.append(_Open(members, *self._span(event), bool(event.flow_style)))

    def _finish(self, event: Any) -> None:
        closed = self._open.pop()
        end = self._span(event)[1] if closed.flow else closed.end
        self._add(node_at(self.source, closed.members, closed.start, end, keys=closed.keys))

    def _add(self, node: Node) -> None:
        """Puts a finished node where it belongs: the root, an item, a key or the value of the waiting key."""
        if not self._open:
            self.root = self.root or node
            return
        parent = self._open[-1]
        parent.end = max(parent.end, node.end)
        if isinstance(parent.members, list):
            parent.members.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._member(parent, parent.members, parent.key, node)
            parent.key = None

    def _member(self, parent: _Open, members: dict[str, Node], key: Node, node: Node) -> None:
        if not isinstance(key.value, str):
            self.problems.append(problem(self.source, key, "a key must be text"))
        elif key.value in members:
            first = parent.keys[key.value]
            message = f'key "{key.value}" is given twice, first in line {first.line}'
            self.problems.append(problem(self.source, key, message, help="keep one of the two"))
        else:
            members[key.value] = node
            parent.keys[key.value] = key

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor:
            help = "write its text where it is needed; quote text that begins with &"
            self._complain(event, f"the anchor `&{event.anchor}` is not supported", help)
        if event.tag:
            help = "leave it out: a field's type is known; quote text that begins with !"
            self._complain(event, f"the tag `{event.tag}` is not supported", help)

    def _complain(self, event: Any, message: str, help: str = "") -> None:
        start, end = self._span(event)
        self.problems.append(problem_at(self.source, start, message, length=end - start, help=help))

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self._shift, event.end_mark.index + self._shift
