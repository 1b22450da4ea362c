"""Delimited text as rows: `name,end\\n"Heron, Steppe",2022-08-20`: what the cells say, and where each of them stands.

The csv module tells rows into cells; where a row begins is known because it is fed line by line, and where a cell
stands is looked for only when somebody asks.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

DELIMITERS = {",": "comma", "\t": "tab", ";": "semicolon", "|": "pipe"}
# Excel writes, and reads, a first line that only names the delimiter.
_SAID = re.compile(r'"?sep=([,;\t|])"?\r?\n?', re.IGNORECASE)
_TRIED = 20  # rows that tell the delimiter
# What the csv module says, and what we do.
_WORDING = (
    ("unexpected end of data", 'a cell in quotes that never ends: close it with "'),
    ("expected after", "something follows a cell in quotes: write a quote inside quotes twice"),
    ("new-line character", "a carriage return inside a cell without quotes"),
    ("field larger", "a cell of more than {most:,} characters"),
)


class Row(NamedTuple):
    """One row: its cells, `source[start:end]` with its line break, and its first line. `fault` is why it has none."""

    cells: list[str]
    start: int
    end: int
    line: int
    fault: str = ""


@dataclass(frozen=True)
class Delimited:
    """A text that is told into cells by `delimiter`; it begins at `start`, in `line`."""

    source: str
    delimiter: str
    start: int = 0
    line: int = 1

    def __iter__(self) -> Iterator[Row]:
        """Every row that is not blank."""
        lines = _Lines(self.source, self.start)
        reader = csv.reader(lines, delimiter=self.delimiter, skipinitialspace=self.delimiter != "\t", strict=True)
        while True:
            start, line = lines.at, self.line + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Row([], start, lines.at, line, _fault(str(error)))
                continue
            if any(cells) and any(cell.strip() for cell in cells):
                yield Row(cells, start, lines.at, line)

    def place(self, start: int, end: int, number: int) -> tuple[int, int]:
        """Where cell `number` of the row at `source[start:end]` stands, without quotes and blanks around it."""
        first, last = _spans(self.source[start:end], self.delimiter)[number]
        return start + first, start + last


class _Lines:
    """The lines of a text, and up to where they have been taken. Only a line feed ends a line."""

    def __init__(self, source: str, start: int) -> None:
        self.at = start
        self._source = source

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at == len(self._source):
            raise StopIteration
        end = self._source.find("\n", self.at) + 1 or len(self._source)
        line, self.at = self._source[self.at : end], end
        return line


def _fault(said: str) -> str:
    words = next((words for begins, words in _WORDING if begins in said), said)
    return words.format(most=csv.field_size_limit())


# A cell and what ends it: in quotes, with quotes written twice inside, or up to the next delimiter.
_CELL = r'[ ]*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^{delimiter}\r\n]*))'
_CELLS = {
    delimiter: re.compile(_CELL.replace("{delimiter}", delimiter).replace("[ ]*", "" if delimiter == "\t" else "[ ]*"))
    for delimiter in DELIMITERS
}


@lru_cache(maxsize=8)  # the cells of one row are asked for one after the other
def _spans(row: str, delimiter: str) -> Sequence[tuple[int, int]]:
    """Where the cells of a row stand in its text."""
    if '"' not in row:
        return _plain_spans(row, delimiter)
    found, at = [], 0
    while at <= len(row):
        match = _CELLS[delimiter].match(row, at)
        assert match is not None  # it matches nothing at all, too
        start, end = match.span("quoted" if match["quoted"] is not None else "bare")
        found.append(_tight(row, start, end))
        if row[match.end() : match.end() + 1] != delimiter:
            break
        at = match.end() + 1
    return found


def _plain_spans(row: str, delimiter: str) -> Sequence[tuple[int, int]]:
    found, at = [], 0
    for cell in row.rstrip("\r\n").split(delimiter):
        found.append((at, at + len(cell)) if cell and cell == cell.strip() else _tight(row, at, at + len(cell)))
        at += len(cell) + 1
    return found


def _tight(row: str, start: int, end: int) -> tuple[int, int]:
    cell = row[start:end]
    bare = cell.strip()
    begins = start + len(cell) - len(cell.lstrip()) if bare else start
    return begins, begins + len(bare)


def sniff(source: str, usual: str) -> Delimited:
    """The text with its delimiter: the one by which most of the first rows have as many cells as the header, and the
    header several; `usual` where none has."""
    start = int(source.startswith("\ufeff"))
    if said := _SAID.match(source, start):
        return Delimited(source, said[1], said.end(), 2)
    tried = [Delimited(source, delimiter, start) for delimiter in sorted(DELIMITERS, key=lambda one: one != usual)]
    return max(tried, key=_fit)  # the first of those that are alike


def _fit(text: Delimited) -> tuple[bool, float, int]:
    widths = [len(row.cells) for row in islice(text, _TRIED + 1)]
    several = bool(widths) and widths[0] > 1
    return several, sum(width == widths[0] for width in widths) / max(1, len(widths)), widths[0] if widths else 0
