"""Wide rows: `Steppe Eagle,2022-08-11,2022-08-20,1200` under a mapping is two dates and a number of people.

Each mapped cell that has a value is a claim, as if it stood in a claim record; the row's other cells say what it is
about, for when it is, and who said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from checker.claims.columns import Column, column_of
from checker.claims.recordkeys import day
from checker.claims.records import scope_of
from checker.expressions import did_you_mean
from checker.language.cells import period_cell
from checker.model import (
    CheckerError,
    Claim,
    Document,
    Given,
    Kind,
    Mapped,
    Period,
    Problem,
    Record,
    RowMapping,
    Scope,
    Skipped,
    Template,
    Value,
    Where,
)

MOST_SKIPPED = 50  # rows and cells of one dataset that are told one by one
_SCOPES = 10_000  # kept at a time: those of neighbouring rows are often alike
# Kinds whose year is that of the occasion where no column says it, the first before the second.
_DATING = ("start_date", "end_date")


def read_rows(document: Document, mapping: RowMapping, kinds: Mapping[str, Kind]) -> tuple[list[Claim], list[Skipped]]:
    """The claims of a dataset's wide rows, and what could not be read, by line and column. Raises CheckerError for a
    mapping that does not fit the dataset."""
    if problems := _lacking(document, mapping):
        raise CheckerError(*problems)
    reader = _Reader(document, mapping, kinds)
    claims = [claim for record in document.records for claim in reader.claims(record)]
    return claims, reader.skipped


def _lacking(document: Document, mapping: RowMapping) -> list[Problem]:
    """Columns that the mapping names and the dataset has not."""
    known, name = {*document.columns}, PurePath(document.path).name
    return [
        Problem(
            f'{name} has no column "{named.name}"',
            mapping.path,
            named.line,
            named.column,
            len(named.name),
            named.excerpt,
            did_you_mean(named.name, known, kind="columns"),
        )
        for named in dict.fromkeys(mapping.named)
        if named.name not in known
    ]


class _Row(NamedTuple):
    """What holds for every claim of a row: what its used cells say, and the mapping's keys for it."""

    record: Record
    cells: Mapping[str, str]
    given: dict[str, str]
    reported: date | None
    entry: str
    sentence: str


class _Read(NamedTuple):
    """A cell with a value: its column, what it says, and the value for each kind of the column."""

    column: Column
    text: str
    values: Sequence[Value]


class _Reader:
    """Reads the rows of one dataset under one mapping."""

    def __init__(self, document: Document, mapping: RowMapping, kinds: Mapping[str, Kind]) -> None:
        order = {name: number for number, name in enumerate(document.columns)}
        mapped = sorted((*mapping.columns, *_names(mapping)), key=lambda column: order[column.column.name])
        file, used = PurePath(document.path).name, {named.name for named in mapping.named}
        self._document = document
        self._mapping = mapping
        self._columns = [column_of(column, mapping, kinds, file) for column in mapped]
        self._used = [name for name in document.columns if name in used]
        self._scopes: dict[object, tuple[str, Scope]] = {}
        self._claims = 0
        self._skipped: list[Skipped] = []
        self._unread = 0

    @property
    def skipped(self) -> list[Skipped]:
        """What could not be read, each with its line; of very many the first, and how many more."""
        more = self._unread - len(self._skipped)
        rest = [Skipped(self._document.path, f"{more:,} more rows and cells that cannot be read")] if more else []
        return [*self._skipped, *rest]

    def claims(self, record: Record) -> Iterator[Claim]:
        """The claims of one row, in order of place."""
        try:
            row = self._row(record)
        except ValueError as error:
            self._skip(record.where, str(error))
            return
        read = [found for column in self._columns if (found := self._read(row, column)) is not None]
        year = _year(read)
        for found in read:
            try:
                yield from self._of_cell(row, found, year)
            except ValueError as error:
                self._skip(_place(record, found.column.name), str(error), found.column)

    def _row(self, record: Record) -> _Row:
        if record.fault:
            raise ValueError(record.fault)
        missing = self._mapping.missing
        texts = ((name, str(record.cells.get(name, "")).strip()) for name in self._used)
        cells = {name: text for name, text in texts if text.casefold() not in missing}
        given = _given(self._mapping.given, cells)
        given["subject"] = _filled(self._mapping.subject, cells)
        if "occasion" in given:
            given["occasion"] = _year_in(given["occasion"])
        key = self._mapping.key
        return _Row(
            record,
            cells,
            given,
            day(given["reported"]) if "reported" in given else None,
            (_filled(key, cells) if key else "") or str(record.number),
            " ".join(" | ".join([f"{name}: {text}" for name, text in cells.items()]).split()),
        )

    def _read(self, row: _Row, column: Column) -> _Read | None:
        text = row.cells.get(column.name)
        if text is None:
            return None
        try:
            return _Read(column, text, column.read(text, row.reported))
        except ValueError as error:
            self._skip(_place(row.record, column.name), str(error), column)
            return None

    def _of_cell(self, row: _Row, read: _Read, year: int | None) -> Iterator[Claim]:
        column = read.column
        where = _place(row.record, column.name)
        for kind, value in zip(column.kinds, read.values, strict=False):  # few names have an edition
            subject, scope = self._circumstances(row, column, kind, year)
            self._claims += 1
            yield kind.model(
                kind=kind.name,
                subject=subject,
                value=value,
                text=read.text,
                quote=row.given.get("quote") or self._document.source[where.start : where.end],
                where=where,
                statement=row.record.number,
                sentence=row.sentence,
                scope=scope,
                because=column.because,
                id=f"{self._document.path}#{self._claims}",
                row=row.record.number,
                column=column.name,
                entry=row.entry,
                cites=row.given.get("source", ""),
            )

    def _circumstances(self, row: _Row, column: Column, kind: Kind, year: int | None) -> tuple[str, Scope]:
        """Subject and scope, as a claim record of this cell would give them."""
        mapped = column.mapped
        own = _given(mapped.given, row.cells) if mapped.given else {}
        if mapped.subject is not None:
            own["subject"] = _filled(mapped.subject, row.cells)
        occasion = {"occasion": str(year)} if year is not None and kind.occasion else {}
        said = {**occasion, **row.given, **own}
        if not said["subject"]:
            raise ValueError("nothing says what it is about: the subject of the row has no value")
        key = (kind.name, *said.items())
        found = self._scopes.get(key)
        if found is None:
            if len(self._scopes) >= _SCOPES:
                self._scopes.clear()
            cells = kind.complete(said) if kind.complete is not None else said
            found = self._scopes[key] = cells["subject"], scope_of(cells, kind, self._document.tier)
        return found

    def _skip(self, where: Where, reason: str, column: Column | None = None) -> None:
        self._unread += 1
        if len(self._skipped) < MOST_SKIPPED:
            place = f"line {where.line}, {column.name}" if column else f"line {where.line}"
            self._skipped.append(Skipped(self._document.path, f"{place}: {reason}"))


def _names(mapping: RowMapping) -> Iterator[Mapped]:
    """The column that names occasions, where the mapping only says that it is the subject: it gives their names and
    editions too."""
    mapped = {column.column.name for column in mapping.columns}
    dated = any(kind in (*_DATING, "year_suffix") for column in mapping.columns for kind in column.kinds)
    names = [named for named in mapping.subject.columns if named.name not in mapped]
    if dated and names:
        yield Mapped(column=names[0], kinds=("exercise_name",))


def _place(record: Record, column: str) -> Where:
    return record.place(column) if record.place is not None else record.where


def _given(given: Given, cells: Mapping[str, str]) -> dict[str, str]:
    """The keys of a claim record that the row has a value for."""
    return {key: said for key, template in given if (said := _filled(template, cells))}


def _filled(template: Template, cells: Mapping[str, str]) -> str:
    """The text with the cells of the row; a cell without a value leaves no gap."""
    parts = [part if isinstance(part, str) else cells.get(part.name, "") for part in template.parts]
    return " ".join("".join(parts).split())


def _year(read: Sequence[_Read]) -> int | None:
    """The year in which the occasion of the row is, by its own dates."""
    years = {
        kind.name: value.year
        for found in read
        for kind, value in zip(found.column.kinds, found.values, strict=False)
        if kind.name in _DATING and isinstance(value, Period)
    }
    return next((years[name] for name in _DATING if years.get(name)), None)


def _year_in(text: str) -> str:
    """The year of a cell that says when the occasion is: 2022, or any date in it."""
    year = period_cell(text).year
    if year is None:
        raise ValueError(f'occasion: expected a year such as 2022, not "{text}"')
    return str(year)
