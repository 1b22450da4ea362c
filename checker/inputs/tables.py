"""Tables as datasets: a header, and below it rows whose cells are called after it, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from checker.inputs.delimited import DELIMITERS, Delimited, Line
from checker.inputs.limits import MOST_BYTES
from checker.inputs.rows import dataset, is_table_of_claims, unmapped
from checker.model import CheckerError, Document, Problem, Row, Where


def read_table(document: Document, table: Delimited) -> Document:
    """The document with its columns and with records that are made anew whenever they are asked for."""
    header = next(iter(table), None)
    if header is None:
        raise CheckerError(Problem("no header: its first row says what the columns are called", document.path, 1, 1))
    columns = tuple(cell.strip() for cell in header.cells)
    if document.mapping is None and not is_table_of_claims(columns):
        raise unmapped(document.path)
    if problems := [*_faults(document, table, header, columns)]:
        raise CheckerError(*problems)
    line = header.line + document.source.count("\n", header.start, header.end)
    rows = Rows(document.path, replace(table, start=header.end, line=line), columns)
    return replace(dataset(document, rows), columns=columns)


def rendered(rows: Iterable[Sequence[Any]]) -> str:
    """The rows of a file that is no text, as one: a line each, so that line 7 is row 7, and tabs between the cells.
    Raises CheckerError for one that unfolds to more than is read of a file."""
    lines, length = [], 0
    for row in rows:
        lines.append(f"{chr(9).join(map(_shown, row))}\n")
        length += len(lines[-1])
        if length > MOST_BYTES:
            raise CheckerError(Problem(f"a table of more than {MOST_BYTES:,} characters"))
    return "".join(lines)


def read_rendered(document: Document) -> Document:
    """The dataset of such a text, in which a quote is a character as any other."""
    return read_table(document, Delimited(document.source, "\t", quotes=False))


def _shown(value: Any) -> str:
    """A cell as somebody would write it: 1200 and not 1200.0, a day without its midnight."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case bytes():
            return f"({len(value):,} bytes)"
        case _:
            return " ".join(str(value).split()).removesuffix(" 00:00:00")


def _faults(document: Document, table: Delimited, header: Line, columns: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the header: nameless columns, and names that two columns have."""
    if header.fault:
        yield Problem(f"in the header {header.fault}", document.path, header.line, 1)
    first = {name: number for number, name in reversed([*enumerate(columns, start=1)])}
    for number, (name, (at, _)) in enumerate(zip(columns, table.spans(header), strict=True), start=1):
        place = document.line_and_column(at)
        if not name:
            yield Problem(f"column {number} has no name in the header", document.path, *place)
        elif first[name] != number:
            yield Problem(f'columns {first[name]} and {number} are both called "{name}"', document.path, *place)


@dataclass(frozen=True)
class Rows:
    """The rows of a table below its header. Its cells are slices of the source, but for those with quotes in them."""

    verbatim: ClassVar[bool] = True
    path: str
    table: Delimited
    columns: tuple[str, ...]

    def __bool__(self) -> bool:
        return next(iter(self.table), None) is not None

    def __iter__(self) -> Iterator[Row]:
        width, delimiter = len(self.columns), self.table.delimiter
        for number, line in enumerate(self.table, start=1):
            cells, fault = line.cells, line.fault
            if not fault and len(cells) != width and (len(cells) < width or any(cells[width:])):
                fault = _ragged(len(cells), width, delimiter)
            yield _Row(self, line, dict(zip(self.columns, cells, strict=False)), number, fault)

    def place(self, line: Line, start: int, end: int) -> Where:
        """The place of `source[start:end]` within a row."""
        if line.height == 1:
            return Where(self.path, start, end, line.line, start - line.start + 1)
        source = self.table.source
        begun = source.rfind("\n", line.start, start) + 1 or line.start
        return Where(self.path, start, end, line.line + source.count("\n", line.start, start), start - begun + 1)


@dataclass(slots=True)
class _Row:
    """A row whose places are looked for when somebody asks; of a hundred thousand most never are."""

    rows: Rows
    line: Line
    cells: dict[str, str]
    number: int
    fault: str
    spans: dict[str, tuple[int, int]] | None = None

    @property
    def where(self) -> Where:
        return self.rows.place(self.line, self.line.start, self.line.end)

    def place(self, column: str) -> Where:
        if self.spans is None:
            self.spans = dict(zip(self.rows.columns, self.rows.table.spans(self.line), strict=False))
        start, end = self.spans[column]
        cell = self.cells[column]
        bare = cell.strip()
        if bare and len(bare) < len(cell):
            start += len(cell) - len(cell.lstrip())
            end -= len(cell) - len(cell.rstrip())
        return self.rows.place(self.line, start, end)


def _ragged(cells: int, width: int, delimiter: str) -> str:
    """A cell too few or too many, and nobody can tell which."""
    return f"{cells} cells, told apart by {DELIMITERS[delimiter]}s, where the header has {width}"
