"""Rows of datasets: each mapping of `[{"kind": "end_date", …}, …]` becomes a record with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.model import CheckerError, Document, Problem
from checker.model.document import Records

_OF_A_CLAIM = frozenset(("kind", "subject", "value"))  # the columns that make a table one of claim records
_DEEPEST = 10  # where lists of rows are looked for, in keys
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


def elsewhere(path: str, top: Any) -> NotADatasetError:
    """What to say of a file under a mapping whose lists of rows, if it has any, lie deeper than anybody has said."""
    found = [*_lists(top)]
    if not found:
        return not_a_dataset(path)
    if len(found) == 1:
        message = f'its rows are under "{found[0]}": rows: {found[0]} in its mapping, or checker init --rows {found[0]}'
    else:
        named = ", ".join(found)
        message = f"{len(found)} lists of rows: rows: KEYS in its mapping, or checker init --rows KEYS; it has {named}"
    return NotADatasetError(Problem(message, path))


def _lists(value: Any, keys: str = "") -> Iterator[str]:
    """The keys that lead to each list of objects. What has a dot in its key nobody can name."""
    for key, inside in value.items() if isinstance(value, dict) else ():
        here = f"{keys}.{key}" if keys else key
        if "." not in key and isinstance(inside, list) and inside and all(isinstance(row, dict) for row in inside):
            yield here
        elif "." not in key and keys.count(".") < _DEEPEST:
            yield from _lists(inside, here)


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


def needs(path: Path, extra: str, package: str) -> CheckerError:
    """What to say where the package is not installed that reads a format."""
    message = f"{package} is not installed, which reads {path.suffix.lower()} files"
    return CheckerError(Problem(f'{message}: pip install "claim-consistency[{extra}]"', str(path)))


def unreadable(path: Path, reason: str) -> CheckerError:
    """What to say of a file that is not what its name says, or is broken."""
    return CheckerError(Problem(" ".join(reason.split()), str(path)))


def chosen(path: Path, wanted: str, names: Sequence[str], what: str) -> str:
    """The sheet or table that a mapping names, or the only one. Raises CheckerError."""
    if wanted in names or (not wanted and len(names) == 1):
        return wanted or names[0]
    known = ", ".join(names) or "none"
    which = f"{len(names)} {what}s, and no mapping says which: table: NAME, or checker init --table NAME"
    said = f'no {what} "{wanted}"' if wanted else which
    raise CheckerError(Problem(f"{said}; it has {known}", str(path)))
