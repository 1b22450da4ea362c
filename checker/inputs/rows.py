"""Rows of datasets: each mapping of `[{"kind": "end_date", …}, …]` becomes a record with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.model import CheckerError, Document, Problem
from checker.model.document import Records

_OF_A_CLAIM = frozenset(("kind", "subject", "value"))  # the columns that make a table one of claim records
KEYS = ("claims", "records")  # under which a file may have its rows


class NotADatasetError(CheckerError):
    """A file that is well-formed but has no rows: a program's settings, for instance."""


def dataset(document: Document, records: Records) -> Document:
    """The document as a dataset: records and no prose."""
    return replace(document, text="", segments=(), marks=(), records=records, parsed=True)


def not_a_dataset(path: str) -> NotADatasetError:
    """What to say of a file without rows."""
    return NotADatasetError(Problem('no claim records: expected a list of records, or one under "claims"', path))


def not_a_record(path: str, line: int, column: int) -> Problem:
    """What to say of a row that is a number, a text or a list."""
    return Problem("a record is a mapping of keys to values", path, line, column)


def of_claims(row: Iterable[str]) -> bool:
    """Has a row anything of a claim record, so that what it lacks is a mistake?"""
    return not _OF_A_CLAIM.isdisjoint(row)


def no_rows(path: str, keys: str) -> NotADatasetError:
    """What to say where a mapping looks for rows in vain."""
    return NotADatasetError(Problem(f'no list of rows under "{keys}", where its mapping looks for them', path))


def is_table_of_claims(columns: Iterable[str]) -> bool:
    """Has the table a claim in each row, as JSONL has one in each line?"""
    return {*columns} >= _OF_A_CLAIM


def unmapped(path: str) -> NotADatasetError:
    """What to say of wide rows without a mapping."""
    message = "no claims in it: it has no columns kind, subject and value, and no mapping says what its columns are"
    return NotADatasetError(Problem(f"{message}; checker init proposes one", path))
