"""Databases: the table "events" of register.sqlite, opened to be read only; its first row is line 2."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import chain, count
from pathlib import Path

from checker.inputs.limits import MOST_BYTES
from checker.inputs.rows import chosen, unreadable
from checker.inputs.tables import read_rendered, rendered
from checker.model import Document

SUFFIXES = (".sqlite", ".sqlite3", ".db")
DATASET = True
ROWS_BY = "table"

_STEPS = 1_000_000  # of SQLite's machine at a time; a table of 200 MB takes a hundred million in all
_MOST = 200

_TABLES = "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite!_%' escape '!'"


def read(document: Document) -> Document:
    """The rows of the text that has been made of a table."""
    return read_rendered(document)


def as_text(path: Path, table: str) -> str:
    """The table of that name, or the only one, as lines of cells. Raises CheckerError."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.set_progress_handler(partial(_is_over, count(1)), _STEPS)
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
            names = [name for (name,) in database.execute(_TABLES)]
            quoted = chosen(path, table, names, "table").replace('"', '""')
            rows = database.execute(f'select * from "{quoted}"')
            return rendered(chain([[column[0] for column in rows.description]], rows))
    except sqlite3.Error as error:
        endless = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
        reason = f"given up after {_MOST * _STEPS:,} steps: a view that does not end?" if endless else str(error)
        raise unreadable(path, reason) from None


def _is_over(steps: Iterator[int]) -> bool:
    """Whether a query has gone on for too long."""
    return next(steps) >= _MOST
