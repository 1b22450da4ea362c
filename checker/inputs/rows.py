"""Rows of datasets: each mapping of a file becomes a record with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from checker.model import CheckerError, Document, Problem, Record
from checker.yamltext import Node, plain


def dataset(document: Document, records: Iterable[Record]) -> Document:
    """The document as a dataset: records and no prose."""
    return replace(document, text="", segments=(), marks=(), records=tuple(records), parsed=True)


def of_nodes(document: Document, top: Node) -> Iterator[Record]:
    """The records of a file whose top level is a list of mappings, one mapping, or a mapping with such a list under
    `claims` or `records`."""
    for number, node in enumerate(_rows(document, top), start=1):
        if not isinstance(node.value, dict):
            raise CheckerError(Problem("a record is a mapping of keys to values", document.path, node.line, node.column))
        yield Record(cells=cast("dict[str, Any]", plain(node)), where=document.place(node.start, node.end), number=number)


def _rows(document: Document, top: Node) -> list[Node]:
    value = top.value
    if isinstance(value, dict):
        for key in ("claims", "records"):
            if key in value and isinstance(rows := value[key].value, list):
                return rows
        if "kind" in value:
            return [top]
    if isinstance(value, list):
        return value
    raise CheckerError(Problem("no claim records: expected a list of mappings, or one under `claims`", document.path))
