"""The blocks of a Markdown body: "# Amber Lynx" is a heading, "- tents" an item, "| tents | 40 |" a row.

An own scanner of lines, not markdown-it-py: that keeps no places below the block, and finding them again costs as much
code as this, misses some, and as much time as the reading. Differences from CommonMark: indented text is prose (authors
indent paragraphs; code is fenced), and `1997. The drill` at the start of a line is a sentence, not item 1,997.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Role

Span = tuple[int, int]
LONGEST_LABEL = 200  # of a link


@dataclass(slots=True)
class Block:
    """Lines that belong together, each without its markers; `apart` when a blank line or another kind is above."""

    role: Role
    lines: list[Span]
    apart: bool = True
    verbatim: bool = False


_MARGIN = re.compile(r"(?:[ \t]{0,3}>[ ]?)*+[ \t]*+")  # "> > text"
_FENCE = re.compile(r"(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\r\n]*+)")  # "```python"
_HEADING = re.compile(r"\#{1,6}(?:[ \t]++|$)(?P<text>.*)")  # "## Forces ##"
_CLOSING_MARKS = re.compile(r"(?:^|(?<=[ \t]))\#++$")
_UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+$")  # the second line of "Forces\n======"
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")  # "* * *"
_ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,3})[.)])(?:[ \t]++(?:\[[ xX]\][ \t]++)?|$)")  # "- [x] tents", "2) tents"
_TABLE_RULE = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")  # "|---|:-:|"
_DEFINITION = re.compile(r"\[(?P<label>[^\]\[\n^][^\]\[\n]{0,199})\]:[ \t]*+\S")  # "[ministry]: https://…"
_NOTE = re.compile(r"\[\^[^\]\s]{1,100}\]:[ \t]*+")  # "[^1]: as of May"


def labels(source: str, start: int) -> frozenset[str]:
    """The names of the links that are defined anywhere in the body."""
    pattern = re.compile(rf"^[ ]{{0,3}}{_DEFINITION.pattern}", re.MULTILINE)
    return frozenset(found["label"].casefold() for found in pattern.finditer(source, start))


def blocks(source: str, start: int) -> Iterator[Block]:
    """The blocks after `start`, in order."""
    return _Scanner(source, start).blocks()


class _Scanner:
    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.lines = list(_lines(source, start))
        self.current: Block | None = None
        self.done: list[Block] = []
        self.blank = True

    def blocks(self) -> Iterator[Block]:
        number = 0
        while number < len(self.lines):
            number = self._take(number)
            yield from self.done
            self.done.clear()
        self._close()
        yield from self.done

    def _take(self, number: int) -> int:
        """Reads the line, or several that belong together; returns the number of the next one."""
        start, end = self._content(number)
        line = self.source[start:end]
        if not line:
            self._close()
            self.blank = True
        elif line.startswith("<!--") and "-->" not in line:
            return self._comment(number, start)
        elif fence := _FENCE.match(line):
            if "`" not in fence["info"] or fence["fence"][0] == "~":
                return self._fenced(number + 1, fence["fence"])
            self._continue(start, end)
        elif _is_table(line, self._text(number + 1)):
            return self._table(number)
        else:
            self._line(line, start, end)
        return number + 1

    def _line(self, line: str, start: int, end: int) -> None:
        if heading := _HEADING.match(line):
            text = heading["text"].rstrip()
            text = _CLOSING_MARKS.sub("", text).rstrip()
            at = start + heading.start("text")
            self._only(Role.heading, at, at + len(text))
        elif self.current is not None and self.current.role is Role.prose and _UNDERLINE.match(line):
            self.current.role = Role.heading
            self._close()
            self.blank = True
        elif _RULE.match(line):
            self._close()
            self.blank = True
        elif self.current is None and _DEFINITION.match(line):
            return
        elif (item := _ITEM.match(line)) and self._may_begin(item):
            self._close()
            self._open(Role.item, start + item.end(), end)
        elif note := _NOTE.match(line):
            self._close()
            self._open(Role.prose, start + note.end(), end)
        else:
            self._continue(start, end)

    def _may_begin(self, item: re.Match[str]) -> bool:
        """A number begins a list in the middle of a paragraph only when it is 1: "the year\\n22. That" is prose."""
        within = self.current is not None and self.current.role is Role.prose
        return not within or item["number"] in (None, "1")

    def _continue(self, start: int, end: int) -> None:
        if self.current is None:
            self._open(Role.prose, start, end)
        else:
            self.current.lines.append((start, end))

    def _open(self, role: Role, start: int, end: int) -> None:
        apart = self.blank or role is not Role.item
        self.current = Block(role, [(start, end)], apart)
        self.blank = False

    def _only(self, role: Role, start: int, end: int) -> None:
        self._close()
        if end > start:
            self.done.append(Block(role, [(start, end)]))
        self.blank = True

    def _close(self) -> None:
        if self.current is not None:
            self.done.append(self.current)
            self.current = None

    def _fenced(self, number: int, fence: str) -> int:
        self._close()
        block = Block(Role.furniture, [], verbatim=True)
        closing = re.compile(rf"{re.escape(fence[0])}{{{len(fence)},}}+$")
        while number < len(self.lines) and not closing.match(self._text(number)):
            start, end = self.lines[number]
            block.lines.append((start, start + len(self.source[start:end].rstrip())))
            number += 1
        self.done.append(block)
        self.blank = True
        return number + 1

    def _table(self, number: int) -> int:
        self._close()
        first = number
        while number < len(self.lines) and "|" in self._text(number):
            if number != first + 1:
                start, end = self._content(number)
                cells = self.source[start:end].removesuffix("|")
                stripped = cells.removeprefix("|").strip()
                start += cells.find(stripped) if stripped else 0
                self.done.append(Block(Role.row, [(start, start + len(stripped))], number == first))
            number += 1
        self.blank = True
        return number

    def _comment(self, number: int, start: int) -> int:
        """Passes over a comment of several lines; what follows it in its last line is read."""
        self._close()
        end = self.source.find("-->", start)
        if end < 0:
            return len(self.lines)
        while self.lines[number][1] < end:
            number += 1
        self.lines[number] = (end + 3, self.lines[number][1])
        return number

    def _content(self, number: int) -> Span:
        """The line without its margin of quote marks and blanks."""
        start, end = self.lines[number]
        margin = _MARGIN.match(self.source, start, end)
        start = margin.end() if margin else start
        return start, start + len(self.source[start:end].rstrip())

    def _text(self, number: int) -> str:
        return self.source[slice(*self._content(number))] if number < len(self.lines) else ""


def _is_table(line: str, following: str) -> bool:
    return "|" in line and "|" in following and bool(_TABLE_RULE.match(following))


def _lines(source: str, start: int) -> Iterator[Span]:
    while start < len(source):
        end = source.find("\n", start)
        end = len(source) if end < 0 else end
        yield start, end
        start = end + 1
