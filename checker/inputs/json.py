"""JSON claim records: `[{"kind": "end_date", "subject": "Steppe Eagle 22", "value": "2022-08-20"}]`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.inputs.claimreview import Review, read_reviews, reviews
from checker.inputs.objects import BrokenError, members, parse_value, skip_blank
from checker.inputs.rows import KEYS, dataset, elsewhere, no_rows, not_a_dataset, not_a_record, of_claims, unmapped
from checker.inputs.wide import json_cells, wide
from checker.model import CheckerError, Document, Problem, Record

SUFFIXES = (".json", ".jsonld")
DATASET = True
ROWS_BY = "rows"


class _Value(NamedTuple):
    value: Any
    start: int
    end: int


def read(document: Document) -> Document:
    """One record per object of the top-level list, or of the list under `claims`; or the one claim that the file is.
    A file of ClaimReviews is read as their text."""
    try:
        if document.mapping is None and (found := _reviews(document)):
            return read_reviews(document, found)
        rows = _rows(document)
    except BrokenError as error:
        place = document.line_and_column(min(error.at, len(document.source)))
        raise CheckerError(Problem(error.message, document.path, *place, excerpt=document.line(place[0]))) from None
    if all(not isinstance(row.value, dict) for row in rows):
        raise not_a_dataset(document.path)
    if wrong := [row for row in rows if not isinstance(row.value, dict)]:
        raise CheckerError(*(not_a_record(document.path, *document.line_and_column(row.start)) for row in wrong))
    if document.mapping is not None:
        return wide(document, ((row.start, row.end, json_cells(document.source, row.start)) for row in rows))
    if not any(of_claims(row.value) for row in rows):
        raise unmapped(document.path)
    return dataset(document, tuple(_record(document, number, row) for number, row in enumerate(rows, start=1)))


def _reviews(document: Document) -> list[Review]:
    """The ClaimReviews that the file has, if that is what it is."""
    if '"ClaimReview"' not in document.source:
        return []
    start = skip_blank(document.source, int(document.source.startswith("\ufeff")))
    _, end = parse_value(document.source, start)
    if skip_blank(document.source, end) < len(document.source):
        raise BrokenError("extra text after the end", skip_blank(document.source, end))
    return reviews(document, start)


def _record(document: Document, number: int, row: _Value) -> Record:
    return Record(cells=row.value, where=document.place(row.start, row.end), number=number)


def _rows(document: Document) -> list[_Value]:
    """Python's parser reads each row; only what is around the rows is read here, for their places."""
    source = document.source
    start = skip_blank(source, int(source.startswith("\ufeff")))
    if document.mapping is not None and document.mapping.rows:
        return _below(document, start, document.mapping.rows.name)
    whole = parse_value(source, start) if source[start : start + 1] not in "[{" else None
    if source[start : start + 1] == "[":
        rows = list(_items(source, start))
        end = rows.pop().end
    elif whole is None:
        rows, end = _object(document, start)
    else:
        raise not_a_dataset(document.path)
    if skip_blank(source, end) < len(source):
        raise BrokenError("extra text after the end", skip_blank(source, end))
    return rows


def _object(document: Document, start: int) -> tuple[list[_Value], int]:
    """The rows of the object at `start`, and where it ends."""
    source = document.source
    value, end = parse_value(source, start)
    listed = next((key for key in KEYS if isinstance(value.get(key), list)), None)
    if listed is None:
        if document.mapping is not None and "kind" not in value:
            raise elsewhere(document.path, value)
        if "kind" not in value:
            raise not_a_dataset(document.path)
        return [_Value(value, start, end)], end
    found = next(member for member in members(source, start) if member.key == listed)
    return list(_items(source, found.start))[:-1], end


def _below(document: Document, start: int, keys: str) -> list[_Value]:
    """The rows of the list that the keys lead to: `data.events`."""
    source, at = document.source, start
    parse_value(source, start)
    for key in keys.split("."):
        inside = members(source, at) if source[at] == "{" else ()
        at = next((member.start for member in inside if member.key == key), -1)
        if at < 0:
            raise no_rows(document.path, keys)
    if source[at] != "[":
        raise no_rows(document.path, keys)
    return list(_items(source, at))[:-1]


def _items(source: str, start: int) -> Iterator[_Value]:
    """The items of the list at `start`, and last the list's own place, without a value."""
    at = skip_blank(source, start + 1)
    if source[at : at + 1] != "]":
        while True:
            value, end = parse_value(source, at)
            yield _Value(value, at, end)
            at = skip_blank(source, end)
            if source[at : at + 1] == "]":
                break
            if source[at : at + 1] != ",":
                raise BrokenError('expected "," or "]" after this item', at)
            at = skip_blank(source, at + 1)
    yield _Value(None, start, at + 1)
