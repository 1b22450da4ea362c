"""CSV and TSV: `name,start,end\\nSteppe Eagle,2022-08-11,2022-08-20`; every cell stays text, `NO` and `022` too.

A table with the columns `kind`, `subject` and `value` has claim records; any other has wide rows, and needs a mapping
that says which column is which claim. Semicolons, tabs and pipes delimit as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from checker.inputs.delimited import DELIMITERS, Delimited, Row, sniff
from checker.inputs.rows import dataset, is_table_of_claims, unmapped
from checker.model import CheckerError, Document, Problem, Record, Where

SUFFIXES = (".csv", ".tsv")
DATASET = True


def read(document: Document) -> Document:
    """The document with its columns and with records that are made anew whenever they are asked for."""
    document = replace(document, source=_with_line_feeds(document.source))
    table = sniff(document.source, "\t" if document.path.lower().endswith(".tsv") else ",")
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


def _with_line_feeds(source: str) -> str:
    """The same characters where carriage returns alone end the lines, as spreadsheets of old wrote them: a Document
    counts lines by their line feeds."""
    return source if "\n" in source else source.replace("\r", "\n")


def _faults(document: Document, table: Delimited, header: Row, columns: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the header: nameless columns, and names that two columns have."""
    if header.fault:
        yield Problem(f"in the header {header.fault}", document.path, header.line, 1)
    first = {name: number for number, name in reversed([*enumerate(columns, start=1)])}
    for number, name in enumerate(columns, start=1):
        at, _ = table.place(header.start, header.end, number - 1)
        place = document.line_and_column(at)
        if not name:
            yield Problem(f"column {number} has no name in the header", document.path, *place)
        elif first[name] != number:
            yield Problem(f'columns {first[name]} and {number} are both called "{name}"', document.path, *place)


@dataclass(frozen=True)
class Rows:
    """The records of a table below its header."""

    path: str
    table: Delimited
    columns: tuple[str, ...]

    def __bool__(self) -> bool:
        return next(iter(self.table), None) is not None

    def __iter__(self) -> Iterator[Record]:
        width, at = len(self.columns), {name: number for number, name in enumerate(self.columns)}
        for number, row in enumerate(self.table, start=1):
            cells, fault = row.cells, row.fault
            if not fault and len(cells) != width and (len(cells) < width or any(cells[width:])):
                fault = _ragged(len(cells), width, self.table.delimiter)
            where = Where(self.path, row.start, row.end, row.line, 1)
            place = partial(self._place, where, at)
            yield Record(
                cells=dict(zip(self.columns, cells, strict=False)), where=where, number=number, place=place, fault=fault
            )

    def _place(self, row: Where, at: dict[str, int], column: str) -> Where:
        start, end = self.table.place(row.start, row.end, at[column])
        source = self.table.source
        begun = source.rfind("\n", row.start, start) + 1 or row.start
        return Where(self.path, start, end, row.line + source.count("\n", row.start, start), start - begun + 1)


def _ragged(cells: int, width: int, delimiter: str) -> str:
    """A cell too few or too many, and nobody can tell which."""
    return f"{cells} cells, told apart by {DELIMITERS[delimiter]}s, where the header has {width}"
