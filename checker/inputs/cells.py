"""A cell as its format writes it: 2,400 in a CSV is `"2,400"`, the text `a "b"` in JSON is `a \\"b\\"`.

For what a dataset might say instead; no file is changed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from checker.inputs.formats import suffix
from checker.inputs.tables import Rows
from checker.inputs.wide import Cell, json_cells, yaml_cells
from checker.model import Claim, Document, Where
from checker.yamltext import Node, load

# What YAML takes for text wherever it stands: no mark of its own in it, and no comma, which ends a text in braces.
_PLAIN = re.compile(r"[\w$€£~.+/][\w$€£%~<>.+/ ()–-]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


def cell_of(document: Document, claim: Claim) -> Where | None:
    """Where the value of a dataset's claim stands, without quotes around it; None for a claim of a text, or where its
    row does not tell."""
    if claim.column:
        return claim.where
    find = _CELLS.get(suffix(document.path))
    if not claim.row or find is None:
        return None
    found = next((cell for cell in find(document, claim) if cell.column == "value"), None)
    return document.place(found.start, found.end) if found is not None else None


def rewritten(document: Document, where: Where, text: str) -> str | None:
    """What to write at a cell's place so that it says `text`; None for formats that are no text."""
    write = _WRITTEN.get(suffix(document.path))
    if write is None:
        return None
    around = document.source[max(0, where.start - 1) : where.start], document.source[where.end : where.end + 1]
    quote = around[0] if around[0] == around[1] and around[0] in ('"', "'") else ""
    return write(document, quote, text)


def _of_table(document: Document, claim: Claim) -> Iterator[Cell]:
    for row in document.records:
        if row.number == claim.row:
            place = row.place("value")
            yield Cell("value", claim.text, place.start, place.end)


def _of_object(document: Document, claim: Claim) -> Iterator[Cell]:
    return json_cells(document.source, claim.where.start)


def _of_mapping(document: Document, claim: Claim) -> Iterator[Cell]:
    for node in _nodes(load(document.source, document.path)):
        if (node.start, node.end) == (claim.where.start, claim.where.end):
            yield from yaml_cells(node)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    match node.value:
        case list() as items:
            inside = items
        case dict() as members:
            inside = list(members.values())
        case _:
            inside = []
    for one in inside:
        yield from _nodes(one)


def _in_table(document: Document, quote: str, text: str) -> str:
    delimiter = document.records.table.delimiter if isinstance(document.records, Rows) else ","
    if quote == '"':
        return text.replace('"', '""')
    return '"{}"'.format(text.replace('"', '""')) if re.search(rf'["\r\n{re.escape(delimiter)}]', text) else text


def _in_json(document: Document, quote: str, text: str) -> str:
    if quote:
        return json.dumps(text, ensure_ascii=False)[1:-1]
    return text if _NUMBER.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _in_yaml(document: Document, quote: str, text: str) -> str:
    if quote == "'":
        return text.replace("'", "''")
    if quote:
        return json.dumps(text, ensure_ascii=False)[1:-1]
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


_TABLES, _OBJECTS, _MAPPINGS = (".csv", ".tsv"), (".json", ".jsonl", ".ndjson"), (".yaml", ".yml")
_CELLS: Mapping[str, Callable[[Document, Claim], Iterator[Cell]]] = {
    **dict.fromkeys(_TABLES, _of_table),
    **dict.fromkeys(_OBJECTS, _of_object),
    **dict.fromkeys(_MAPPINGS, _of_mapping),
}
_WRITTEN: Mapping[str, Callable[[Document, str, str], str]] = {
    **dict.fromkeys(_TABLES, _in_table),
    **dict.fromkeys(_OBJECTS, _in_json),
    **dict.fromkeys(_MAPPINGS, _in_yaml),
}
