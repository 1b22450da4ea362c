"""Databases: the table "events" of register.sqlite, opened to be read only; its first row is line 2."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path

from checker.inputs.rows import chosen, unreadable
from checker.inputs.tables import read_rendered, rendered
from checker.model import Document

SUFFIXES = (".sqlite", ".sqlite3", ".db")
DATASET = True
ROWS_BY = "table"

_TABLES = "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite!_%' escape '!'"


def read(document: Document) -> Document:
    """The rows of the text that has been made of a table."""
    return read_rendered(document)


def as_text(path: Path, table: str) -> str:
    """The table of that name, or the only one, as lines of cells. Raises CheckerError."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            names = [name for (name,) in database.execute(_TABLES)]
            quoted = chosen(path, table, names, "table").replace('"', '""')
            rows = database.execute(f'select * from "{quoted}"')
            return rendered(chain([[column[0] for column in rows.description]], rows))
    except sqlite3.Error as error:
        raise unreadable(path, str(error)) from None
