"""TOML with its places: `preview = true` in line 3 is a Node at line 3, column 11, as `yamltext` has them.

tomllib decides what is TOML and what it means, but forgets where it stood. So the text is read twice: by tomllib, and,
once that has accepted it, by a scanner that needs to know only where keys and values begin and end.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import Any

from checker.model import CheckerError, Document, Problem
from checker.yamltext import Node, node_at, problem_at, too_long

MAX_CHARACTERS = 1_000_000
MAX_DIGITS = 4_000  # Python reads 4,300
MAX_DEPTH = 64  # of arrays and tables inside each other

# How tomllib begins what it says: what we say where its own words will not do, and the remedy.
_WORDING = {
    "Invalid value": ("not a value", 'text stands in quotes: "core"; lists are [1, 2], truth values true and false'),
    "Invalid statement": ("not a key, nor a [table]", "every line is key = value"),
    "Expected '='": ("", "every line is key = value"),
    "Expected ']'": ("", "a table begins with [name], an item of a list of tables with [[name]]"),
    "Expected newline or end of document": ("something follows the value", "start a new line, or a comment with #"),
    "Illegal character '\\n'": ("a text without an end", 'close it with a quote, or write """ for several lines'),
    "Illegal character": ("", "delete it, or write it as an escape: \\u001B"),
    "Expected '": ("a text without an end", "close it with the quotes that it begins with"),
    'Expected "': ("a text without an end", "close it with the quotes that it begins with"),
    "Unescaped '\\'": ("", r"write \\ for a backslash, or put the text into 'single quotes'"),
    "Unclosed array": ("a list without an end, or a comma is missing", "items are separated by commas: [1, 2]"),
    "Unclosed inline table": ("a table in braces without an end", "it ends with } on the same line"),
}
_GIVEN_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline table key")
_PLACED = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


def load(text: str, path: str) -> Node:
    """The document in `text`: a mapping. Raises CheckerError with what is wrong; `path` is only named in it."""
    source = Document(path=path, source=text)
    if len(text) > MAX_CHARACTERS:
        raise CheckerError(too_long(source, MAX_CHARACTERS, "TOML"))
    bare = text.removeprefix("\ufeff")
    try:
        tomllib.loads(bare)
    except tomllib.TOMLDecodeError as error:
        raise CheckerError(_refused(source, str(error), len(text) - len(bare))) from None
    except ValueError as error:  # what int() says of numbers that it refuses for their length
        raise CheckerError(_unreadable_number(source) or Problem(f"not TOML: {error}", path)) from None
    except RecursionError:
        raise CheckerError(_too_deep(source)) from None
    return _Scanner(source).document()


def value_of(node: Node) -> Any:
    """The node as tomllib would give it: dictionaries, lists, texts, numbers, truth values, dates."""
    match node.value:
        case dict() as members:
            return {key: value_of(member) for key, member in members.items()}
        case list() as items:
            return [value_of(item) for item in items]
        case str() as text if not node.quoted:
            return tomllib.loads(f"value = {text}")["value"]
        case text:
            return text


def _refused(source: Document, said: str, shift: int) -> Problem:
    """What tomllib says, at the place that it means: it often notices a mistake only where the value ends."""
    found = _PLACED.fullmatch(said)
    what = found["what"] if found else said
    at = len(source.source.rstrip())
    if found and found["line"]:
        at = _offset(source, int(found["line"]), int(found["column"])) + (shift if found["line"] == "1" else 0)
    if what.startswith(_GIVEN_TWICE):
        return _given_twice(source, at)
    said, help = next((known for start, known in _WORDING.items() if what.startswith(start)), ("", ""))
    return problem_at(source, at, f"not TOML: {said or what[0].lower() + what[1:]}", help=help)


def _offset(source: Document, line: int, column: int) -> int:
    """tomllib counts only line feeds as the ends of lines, as we do."""
    start = 0
    for _ in range(line - 1):
        start = source.source.index("\n", start) + 1
    return start + column - 1


def _given_twice(source: Document, at: int) -> Problem:
    """tomllib tells where the second of two values ends: up to there the scanner can read, and knows the keys."""
    scanner = _Scanner(replace(source, source=source.source[:at]))
    scanner.document()
    start, end = scanner.last[0].start, scanner.last[-1].end
    name = source.source[start:end]
    shown = name if '"' in name else f'"{name}"'
    said = f"{shown} adds to a table that is complete, or to what is no table"
    if scanner.first is not None:
        said = f"{shown} is given twice, first in line {scanner.first.line}"
    return problem_at(source, start, said, length=end - start, help="keep one of the two, or write them as one")


_BLANK = re.compile(r"(?:[ \t\r\n\ufeff]+|\#[^\n]*)*+")
_KEY = re.compile(r"""(?P<bare>[A-Za-z0-9_-]+)|"(?:[^"\\]|\\.)*+"|'[^']*+'""")
_TEXT = re.compile(
    r'''
      """ (?: [^"\\] | \\. | "{1,2}(?!") )*+ "{3,5}    # """several lines"""
    | \'\'\' (?: [^'] | \'{1,2}(?!') )*+ \'{3,5}       # the same without escapes
    | " (?: [^"\\] | \\. )*+ "                         # "text"
    | ' [^']*+ '                                       # 'text without escapes'
    ''',
    re.VERBOSE | re.DOTALL,
)
# A date may have a blank before its time: 2022-08-20 07:30:00.
_BARE = re.compile(r"\d{4}-\d\d-\d\d [\d:.]+(?:[Zz]|[+-][\d:]+)?|[^\s,\]}\#]+")


# What a text that the scanner cannot read, since tomllib does not, has in it beside texts and comments.
_MARKS = re.compile(
    rf"{_TEXT.pattern} | \#[^\n]* | (?P<number> \d[\d_]{{{MAX_DIGITS},}} ) | (?P<open> [\[{{] ) | (?P<close> [\]}}] )",
    _TEXT.flags,
)


def _unreadable_number(source: Document) -> Problem | None:
    """The number that is too long to be read."""
    for found in _MARKS.finditer(source.source):
        if found["number"]:
            return problem_at(source, found.start(), "the number is too large", length=len(found[0]))
    return None


def _too_deep(source: Document) -> Problem:
    """The bracket that begins a list or table too deep inside others."""
    depth = at = 0
    for found in _MARKS.finditer(source.source):
        depth += bool(found["open"]) - bool(found["close"])
        if depth > MAX_DEPTH:
            at = found.start()
            break
    return problem_at(source, at, f"nested more than {MAX_DEPTH} deep")


class _Scanner:
    """Finds the keys and values of a text that is known to be TOML."""

    def __init__(self, source: Document) -> None:
        self.source = source
        self.text = source.source
        self.at = 0
        self.depth = 0
        self.last: list[Node] = []  # the parts of the key that was read last
        self.first: Node | None = None  # where that key stood before
        self.cut_off = False  # whether the text ends inside a list or a table

    def document(self) -> Node:
        root = node_at(self.source, {}, 0, 0)
        table = root
        while (char := self._next()) != "":
            if char == "[":
                table = self._header(root)
            else:
                self._pair(table)
        return root

    def _next(self) -> str:
        """The character that comes after blanks, line breaks and comments; "" at the end."""
        self._take(_BLANK)
        return self.text[self.at : self.at + 1]

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise AssertionError(f"tomllib reads what the scanner does not: {self.text[self.at : self.at + 40]!r}")
        self.at = found.end()
        return found

    def _refuse_depth(self, depth: int, at: int) -> None:
        if depth > MAX_DEPTH:
            raise CheckerError(problem_at(self.source, at, f"nested more than {MAX_DEPTH} deep"))

    def _header(self, root: Node) -> Node:
        """`[a.b]` or `[[a.b]]`: the table that the lines below belong to."""
        start, self.depth = self.at, 0
        listed = self.text.startswith("[[", start)
        self.at += 1 + listed
        *parents, last = self._keys()
        self.depth = len(parents) + 1
        self.at += 1 + listed
        table = root
        for key in parents:
            table = self._inside(table, key)
        self.first = table.keys.get(str(last.value))
        if not listed:
            return self._inside(table, last)
        item = node_at(self.source, {}, start, self.at)
        listing = _members(table).get(str(last.value)) or self._put(
            table, last, node_at(self.source, [], start, self.at)
        )
        if isinstance(listing.value, list):
            listing.value.append(item)
        return item

    def _inside(self, table: Node, key: Node) -> Node:
        """The table under that key, made if it is not there yet; of a list of tables the last one.

        Where a key is given twice, which tomllib refuses, a list may be empty.
        """
        found = _members(table).get(str(key.value)) or self._put(
            table, key, node_at(self.source, {}, key.start, key.end)
        )
        return found.value[-1] if isinstance(found.value, list) and found.value else found

    def _pair(self, table: Node) -> None:
        *parents, last = self._keys()
        self.at += 1  # =
        for key in parents:
            table = self._inside(table, key)
        self.depth += len(parents)
        first, value = table.keys.get(str(last.value)), self._value()
        if not self.cut_off:
            self.last, self.first = [*parents, last], first
        self._put(table, last, value)
        self.depth -= len(parents)

    def _put(self, table: Node, key: Node, value: Node) -> Node:
        _members(table)[str(key.value)] = value
        table.keys[str(key.value)] = key
        return value

    def _keys(self) -> list[Node]:
        """`a . "b.c"`: each part of a dotted key."""
        parts = []
        while True:
            self._next()
            found = self._take(_KEY)
            text = found.group() if found["bare"] else _decoded(found.group())
            parts.append(node_at(self.source, text, found.start(), found.end(), quoted=not found["bare"]))
            self._refuse_depth(self.depth + len(parts), found.start())
            if self._next() != ".":
                self.last, self.first = parts, None
                return parts
            self.at += 1

    def _value(self) -> Node:
        char, start = self._next(), self.at
        if char in "[{":
            return self._nested(char, start)
        quoted = char in "\"'"
        written = self._take(_TEXT if quoted else _BARE).group()
        return node_at(self.source, _decoded(written) if quoted else written, start, self.at, quoted=quoted)

    def _nested(self, opening: str, start: int) -> Node:
        self.depth += 1
        self._refuse_depth(self.depth, start)
        self.at += 1
        nested = node_at(self.source, [] if opening == "[" else {}, start, start)
        while (char := self._next()) not in "]}":
            if char == ",":
                self.at += 1
            elif isinstance(nested.value, list):
                nested.value.append(self._value())
            else:
                self._pair(nested)
        self.cut_off = not char
        self.at += 1
        self.depth -= 1
        return node_at(self.source, nested.value, start, self.at, keys=nested.keys)


def _members(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _decoded(written: str) -> str:
    text: str = tomllib.loads(f"text = {written}")["text"]
    return text
