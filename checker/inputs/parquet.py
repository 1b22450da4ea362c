"""Parquet: every value is the text of it, "2022-08-20" or "1200"; the first row is line 2. Needs duckdb."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from checker.inputs.rows import needs, unreadable
from checker.inputs.tables import read_rendered, rendered
from checker.model import Document

SUFFIXES = (".parquet",)
DATASET = True

# Nothing is downloaded, and no other file read.
_CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def read(document: Document) -> Document:
    """The rows of the text that has been made of the file."""
    return read_rendered(document)


def as_text(path: Path, table: str) -> str:
    """The file as lines of cells. Raises CheckerError."""
    try:
        import duckdb
    except ImportError:
        raise needs(path, "parquet", "duckdb") from None
    try:
        with duckdb.connect(config=dict(_CONFIG)) as database:
            found = database.execute("select cast(columns(*) as varchar) from read_parquet(?)", [str(path)])
            header = [column[0] for column in found.description or []]
            return rendered(chain([header], iter(found.fetchone, None)))
    except duckdb.Error:
        raise unreadable(path, "no Parquet file, or a damaged one") from None
