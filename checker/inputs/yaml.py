"""YAML claim records: `- {kind: end_date, subject: Steppe Eagle 22, value: 2022-08-20}`; `022` and `no` stay text."""

from __future__ import annotations

from checker.inputs.rows import dataset, of_nodes
from checker.model import Document
from checker.yamltext import load

SUFFIXES = (".yaml", ".yml")


def read(document: Document) -> Document:
    """One record per mapping of the top-level list (or of the list under `claims`)."""
    return dataset(document, of_nodes(document, load(document.source, document.path)))
