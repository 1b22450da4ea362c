"""YAML claim records: `- {kind: end_date, subject: Steppe Eagle 22, value: 2022-08-20}`; `022` and `no` stay text."""

from __future__ import annotations

from typing import Any, cast

from checker.inputs.rows import KEYS, dataset, elsewhere, no_rows, not_a_dataset, not_a_record, of_claims, unmapped
from checker.inputs.wide import wide, yaml_cells
from checker.model import CheckerError, Document, Record
from checker.yamltext import Node, load, plain

SUFFIXES = (".yaml", ".yml")
DATASET = True
ROWS_BY = "rows"


def read(document: Document) -> Document:
    """One record per mapping of the top-level list, or of the one under `claims`; or the one claim that the file is."""
    rows = _rows(document, load(document.source, document.path))
    if all(not isinstance(row.value, dict) for row in rows):
        raise not_a_dataset(document.path)
    if wrong := [row for row in rows if not isinstance(row.value, dict)]:
        raise CheckerError(*(not_a_record(document.path, row.line, row.column) for row in wrong))
    if document.mapping is not None:
        return wide(document, ((row.start, row.end, yaml_cells(row)) for row in rows))
    if not any(isinstance(row.value, dict) and of_claims(row.value) for row in rows):
        raise unmapped(document.path)
    return dataset(document, tuple(_record(document, number, row) for number, row in enumerate(rows, start=1)))


def _rows(document: Document, top: Node) -> list[Node]:
    if document.mapping is not None and document.mapping.rows:
        return _below(document, top, document.mapping.rows.name)
    match top.value:
        case list() as rows:
            return rows
        case dict() as members:
            lists = (node.value for key, node in members.items() if key in KEYS)
            listed = next((rows for rows in lists if isinstance(rows, list)), None)
            if listed is not None:
                return listed
            if "kind" in members:
                return [top]
            if document.mapping is not None:
                raise elsewhere(document.path, plain(top))
        case _:
            pass
    raise not_a_dataset(document.path)


def _below(document: Document, node: Node, keys: str) -> list[Node]:
    """The rows of the list that the keys lead to: `data.events`."""
    for key in keys.split("."):
        inside = node.value if isinstance(node.value, dict) else {}
        if key not in inside:
            raise no_rows(document.path, keys)
        node = inside[key]
    if not isinstance(node.value, list):
        raise no_rows(document.path, keys)
    return node.value


def _record(document: Document, number: int, row: Node) -> Record:
    return Record(cells=cast("dict[str, Any]", plain(row)), where=document.place(row.start, row.end), number=number)
