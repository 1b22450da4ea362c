"""Wide rows that are objects: `{"name": "Amber Heron", "dates": {"end": "2022-08-20"}}` has the cell `dates.end`.

Every value stays the text that it is written as, `1.10` and `022` too; a list of values is one cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.inputs.objects import members
from checker.inputs.rows import dataset
from checker.model import Document, Record
from checker.yamltext import Node


class Cell(NamedTuple):
    """A cell: its column, its text, and where that stands, without quotes."""

    column: str
    text: str
    start: int
    end: int


def wide(document: Document, rows: Iterable[tuple[int, int, Iterable[Cell]]]) -> Document:
    """The document as a dataset of wide rows, each with its span and its cells; its columns are those of any row."""
    records, columns = [], dict[str, None]()
    for number, (start, end, cells) in enumerate(rows, start=1):
        found = {cell.column: cell for cell in cells}
        columns.update(dict.fromkeys(found))
        places = {column: document.place(cell.start, cell.end) for column, cell in found.items()}
        texts = {column: cell.text for column, cell in found.items()}
        where = document.place(start, end)
        records.append(Record(cells=texts, where=where, number=number, places=places))
    return replace(dataset(document, tuple(records)), columns=tuple(columns))


def json_cells(source: str, start: int, prefix: str = "") -> Iterator[Cell]:
    """The cells of the JSON object at `start`, which has been read before."""
    for key, value, begins, end in members(source, start):
        column = prefix + key
        match value:
            case dict():
                yield from json_cells(source, begins, f"{column}.")
            case str():
                yield Cell(column, value, begins + 1, end - 1)
            case list() if any(isinstance(item, list | dict) for item in value):
                pass  # no cell, but a table of its own
            case list():
                yield Cell(column, ", ".join(map(str, value)), begins, end)
            case None:
                yield Cell(column, "", begins, end)
            case _:
                yield Cell(column, source[begins:end], begins, end)


def yaml_cells(row: Node, prefix: str = "") -> Iterator[Cell]:
    """The cells of a YAML mapping."""
    members = row.value if isinstance(row.value, dict) else {}
    for key, node in members.items():
        match node.value:
            case dict():
                yield from yaml_cells(node, f"{prefix}{key}.")
            case list() as items:
                texts = _texts(items)
                if texts is not None:
                    yield Cell(prefix + key, ", ".join(texts), node.start, node.end)
            case scalar:
                inside = int(node.quoted)
                yield Cell(prefix + key, scalar or "", node.start + inside, max(node.start + inside, node.end - inside))


def _texts(items: Sequence[Node]) -> list[str] | None:
    """The items of a list of scalars."""
    texts = [item.value for item in items if isinstance(item.value, str)]
    return texts if len(texts) == len(items) else None
