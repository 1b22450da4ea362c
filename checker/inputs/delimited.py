"""Delimited text as rows: `name,end\\n"Heron, Steppe",2022-08-20`: what the cells say, and where each of them stands.

The csv module tells rows into cells; where a row begins is known because it is fed line by line, and where a cell
stands is looked for only when somebody asks.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
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


class Line(NamedTuple):
    """One row: its cells, `source[start:end]` with its line break, its first line and how many it has. `fault` is why
    it has no cells."""

    cells: list[str]
    start: int
    end: int
    line: int
    height: int
    fault: str = ""


@dataclass(frozen=True)
class Delimited:
    """A text that is told into cells by `delimiter`; it begins at `start`, in `line`. Cells may stand in `quotes`."""

    source: str
    delimiter: str
    start: int = 0
    line: int = 1
    quotes: bool = True

    def __iter__(self) -> Iterator[Line]:
        """Every row that is not blank."""
        taken = [self.start]  # up to where
        reader = csv.reader(
            self._lines(taken),
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quotes else csv.QUOTE_NONE,
            skipinitialspace=self.delimiter != "\t",
            strict=True,
        )
        while True:
            start, read = taken[0], reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                height = reader.line_num - read
                yield Line([], start, taken[0], self.line + read, height, _fault(str(error), height))
                continue
            if cells and ((cells[0] and not cells[0].isspace()) or any(cell.strip() for cell in cells)):
                yield Line(cells, start, taken[0], self.line + read, reader.line_num - read)

    def _lines(self, taken: list[int]) -> Iterator[str]:
        """The lines, as the csv module wants them; only a line feed ends one."""
        source, at = self.source, self.start
        while at < len(source):
            end = source.find("\n", at) + 1 or len(source)
            taken[0] = end
            yield source[at:end]
            at = end

    def spans(self, line: Line) -> list[tuple[int, int]]:
        """Where the cells of a row stand, each without its quotes."""
        source, at, spans = self.source, line.start, []
        lengths = [*map(len, line.cells)]
        ending = (source[line.end - 1] == "\n") + (source[line.end - 2 : line.end] == "\r\n")
        if sum(lengths) + len(lengths) - 1 + ending == line.end - at:  # nothing was left out: no quote and no blank
            for length in lengths:
                spans.append((at, at + length))
                at += length + 1
            return spans
        blank = "" if self.delimiter == "\t" else " "
        for cell in line.cells:
            while blank and source[at : at + 1] == blank:
                at += 1
            quoted = source[at : at + 1] == '"'
            start = at + quoted
            end = start + len(cell) + (cell.count('"') if quoted else 0)
            spans.append((start, end))
            at = end + quoted + 1  # behind the delimiter
        return spans


def _fault(said: str, height: int) -> str:
    words = next((words for begins, words in _WORDING if begins in said), said).format(most=csv.field_size_limit())
    return f"{words}; none of {height:,} lines is read" if height > 1 else words


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
