"""JSON claim records: `[{"kind": "end_date", "subject": "Steppe Eagle 22", "value": "2022-08-20"}]` or `{"claims": […]}`."""

from __future__ import annotations

from checker.inputs.rows import dataset, of_nodes
from checker.model import Document
from checker.yamltext import load

SUFFIXES = (".json",)


def read(document: Document) -> Document:
    """JSON is YAML 1.2, so one reader gives every row its place; numbers and dates stay as they were written."""
    return dataset(document, of_nodes(document, load(document.source, document.path)))
