"""JSON Lines: one claim record a line, as `checker claims --format jsonl` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.inputs.rows import dataset
from checker.model import CheckerError, Document, Problem, Record

SUFFIXES = (".jsonl", ".ndjson")


def read(document: Document) -> Document:
    """One record per line; every line that is none is reported."""
    problems: list[Problem] = []
    records = list(_records(document, problems))
    if problems:
        raise CheckerError(*problems)
    return dataset(document, records)


def _records(document: Document, problems: list[Problem]) -> Iterator[Record]:
    start = 0
    for number, line in enumerate(document.source.split("\n"), start=1):
        if line.strip():
            where = document.place(start, start + len(line))
            try:
                row = json.loads(line, object_pairs_hook=_without_duplicates)
                if not isinstance(row, dict):
                    raise ValueError("a record is an object in braces")
                yield Record(cells=row, where=where, number=number)
            except json.JSONDecodeError as error:
                problems.append(Problem(error.msg.lower(), document.path, number, error.colno, excerpt=line[:200]))
            except (ValueError, RecursionError) as error:
                said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
                problems.append(Problem(said, document.path, number, 1, excerpt=line[:200]))
        start += len(line) + 1


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row: dict[str, object] = {}
    for key, value in pairs:
        if key in row:
            raise ValueError(f'the key "{key}" is given twice')
        row[key] = value
    return row
