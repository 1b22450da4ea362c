"""JSON Lines: `{"kind": "end_date", "subject": "Steppe Eagle 22", "value": "2022-08-20"}`, one claim record a line."""

from __future__ import annotations

from collections.abc import Iterator

from checker.inputs.limits import LONGEST_LINE
from checker.inputs.objects import BrokenError, parse_value
from checker.inputs.rows import dataset, not_a_record, of_claims, unmapped
from checker.inputs.wide import json_cells, wide
from checker.model import CheckerError, Document, Problem, Record

SUFFIXES = (".jsonl", ".ndjson")
DATASET = True

_BLANK = " \t\r\ufeff"


def read(document: Document) -> Document:
    """One record per line; every line that is none is reported. Only a line feed ends a line, U+2028 does not."""
    problems: list[Problem] = []
    records = tuple(_records(document, problems))
    if problems:
        raise CheckerError(*problems)
    if document.mapping is not None:
        places = [record.where for record in records]
        return wide(document, ((at.start, at.end, json_cells(document.source, at.start)) for at in places))
    if records and not any(of_claims(record.cells) for record in records):
        raise unmapped(document.path)
    return dataset(document, records)


def _records(document: Document, problems: list[Problem]) -> Iterator[Record]:
    after = 0
    for number, line in enumerate(document.source.split("\n"), start=1):
        start, after = after, after + len(line) + 1
        row = line.strip(_BLANK)
        if not row:
            continue
        margin = len(line) - len(line.lstrip(_BLANK))
        try:
            value = _value(row)
        except BrokenError as error:
            problems.append(Problem(error.message, document.path, number, margin + error.at + 1, excerpt=row[:200]))
            continue
        if isinstance(value, dict):
            where = document.place(start + margin, start + margin + len(row))
            yield Record(cells=value, where=where, number=number)
        else:
            problems.append(not_a_record(document.path, number, margin + 1))


def _value(row: str) -> object:
    if len(row) > LONGEST_LINE:
        raise BrokenError(f"a row of {len(row):,} characters; at most {LONGEST_LINE:,} are read", 0)
    value, end = parse_value(row, 0)
    if rest := row[end:].lstrip():
        raise BrokenError("extra text after the record", len(row) - len(rest))
    return value
