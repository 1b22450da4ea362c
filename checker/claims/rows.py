"""Wide rows: `Steppe Eagle,2022-08-11,2022-08-20,1200` under a mapping is two dates and a number of people.

Each mapped cell that has a value is a claim, as if it stood in a claim record; the row's other cells say what it is
about, for when it is, and who said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
    Named,
    Period,
    Problem,
    Row,
    RowMapping,
    Scope,
    Skipped,
    Template,
    Value,
    Where,
)
from checker.model.claim import keyless
from checker.model.uncollected import uncollected

MOST_SKIPPED = 50  # rows and cells of one dataset that are told one by one
_SCOPES = 10_000  # kept at a time: those of neighbouring rows are often alike
# Kinds whose year is that of the occasion where no column says it, the first before the second.
_DATING = ("start_date", "end_date")


def read_rows(
    document: Document, mapping: RowMapping, kinds: Mapping[str, Kind], wanted: Set[int] | None = None
) -> tuple[list[Claim], list[Skipped]]:
    """The claims of a dataset's wide rows, of the `wanted` ones by their numbers, and what could not be read, by line
    and column. Raises CheckerError for a mapping that does not fit the dataset."""
    reader = RowReader(document, mapping, kinds)
    if wanted is not None and not wanted:
        return [], []
    rows = document.records if wanted is None else (row for row in document.records if row.number in wanted)
    with uncollected():
        claims = [claim for row in rows for claim in reader.claims(row)]
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


class About(NamedTuple):
    """What a row is about, and the keys of a claim record that it gives."""

    subject: str
    given: tuple[str, ...]


class _Told(NamedTuple):
    """What holds for every claim of a row: what its used cells say, and the mapping's keys for it."""

    row: Row
    cells: Mapping[str, str]
    subject: str
    given: Mapping[str, str]
    reported: date | None
    entry: str
    sentence: str


class _Read(NamedTuple):
    """A cell with a value: its column, its place, what it says, and the value for each kind of the column."""

    column: Column
    where: Where
    text: str
    values: Sequence[Value]


class RowReader:
    """Reads the rows of one dataset under one mapping. Raises CheckerError for a mapping that does not fit it."""

    def __init__(self, document: Document, mapping: RowMapping, kinds: Mapping[str, Kind]) -> None:
        if problems := _lacking(document, mapping):
            raise CheckerError(*problems)
        order = {name: number for number, name in enumerate(document.columns)}
        mapped = sorted((*mapping.columns, *_names(mapping)), key=lambda column: order[column.column.name])
        file, used = PurePath(document.path).name, {named.name for named in mapping.named}
        self._document = document
        self._mapping = mapping
        self.columns = [column_of(column, mapping, kinds, file) for column in mapped]
        self._used = [name for name in document.columns if name in used]
        self._telling = sorted({named.name for named in _telling(mapping)})
        self._longest = max(map(len, mapping.missing), default=0)
        self._about: dict[object, About] = {}
        self._scopes: dict[object, tuple[str, Scope]] = {}
        self._skipped: list[Skipped] = []
        self._unread = 0

    @property
    def skipped(self) -> list[Skipped]:
        """What could not be read, each with its line; of very many the first, and how many more."""
        more = self._unread - len(self._skipped)
        rest = [Skipped(self._document.path, f"{more:,} more rows and cells that cannot be read")] if more else []
        return [*self._skipped, *rest]

    def claims(self, row: Row) -> list[Claim]:
        """The claims of one row, in order of place."""
        try:
            told = self._told(row)
        except ValueError as error:
            self._skip(row.where, str(error))
            return []
        read = [found for column in self.columns if (found := self._read(told, column)) is not None]
        read.sort(key=_start)
        year = _year(read)
        claims: list[Claim] = []
        for found in read:
            try:
                claims += self._of_cell(told, found, year, len(claims) + 1)
            except ValueError as error:
                self._skip(found.where, str(error), found.column)
        return claims

    def read(self, column: Column, cell: object) -> Sequence[Value] | None:
        """The values of a cell, none where it has no value; None where it cannot be read."""
        text = self._text(cell)
        try:
            return column.read(text, None) if text else ()
        except ValueError:
            return None

    def about(self, row: Row) -> About:
        """What a row is about, and which keys of a claim record it gives; nothing where it has no cells."""
        if row.fault:
            return About("", ())
        told = tuple([row.cells.get(name) for name in self._telling])
        found = self._about.get(told)
        if found is None:
            if len(self._about) >= _SCOPES:
                self._about.clear()
            cells, mapping = self._with_value(row.cells, self._telling), self._mapping
            given = tuple(key for key, template in mapping.given if _filled(template, cells))
            found = self._about[told] = About(_filled(mapping.subject, cells), given)
        return found

    def key(self, row: Row) -> str:
        """The row's key; "" for none."""
        key = self._mapping.key
        return _filled(key, self._with_value(row.cells, [named.name for named in key.columns])) if key else ""

    def _told(self, row: Row) -> _Told:
        if row.fault:
            raise ValueError(row.fault)
        cells, mapping = self._with_value(row.cells, self._used), self._mapping
        given = _given(mapping.given, cells) if mapping.given else {}
        if "occasion" in given:
            given["occasion"] = _year_in(given["occasion"])
        return _Told(
            row,
            cells,
            _filled(mapping.subject, cells),
            given,
            day(given["reported"]) if "reported" in given else None,
            (_filled(mapping.key, cells) if mapping.key else "") or keyless(row.number),
            _in_one_line(" | ".join([f"{name}: {text}" for name, text in cells.items()])),
        )

    def _with_value(self, cells: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
        """What the cells of these columns say that have a value."""
        return {name: text for name in names if (text := self._text(cells.get(name, ""))) is not None}

    def _text(self, cell: object) -> str | None:
        """What a cell says; None for no value."""
        text = str(cell).strip()
        return None if len(text) <= self._longest and text.casefold() in self._mapping.missing else text

    def _read(self, told: _Told, column: Column) -> _Read | None:
        text = told.cells.get(column.name)
        if text is None:
            return None
        where = told.row.place(column.name)
        try:
            return _Read(column, where, text, column.read(text, told.reported))
        except ValueError as error:
            self._skip(where, str(error), column)
            return None

    def _of_cell(self, told: _Told, read: _Read, year: int | None, first: int) -> Iterator[Claim]:
        column, where, path = read.column, read.where, self._document.path
        # Few names have an edition.
        for number, (kind, value) in enumerate(zip(column.kinds, read.values, strict=False), start=first):
            subject, scope = self._circumstances(told, column, kind, year)
            yield kind.model(
                kind=kind.name,
                subject=subject,
                value=value,
                text=read.text,
                quote=told.given.get("quote") or self._document.source[where.start : where.end],
                where=where,
                statement=told.row.number,
                sentence=told.sentence,
                scope=scope,
                because=column.because,
                id=f"{path}#{told.row.number}.{number}",
                row=told.row.number,
                column=column.name,
                entry=told.entry,
                cites=told.given.get("source", ""),
            )

    def _circumstances(self, told: _Told, column: Column, kind: Kind, year: int | None) -> tuple[str, Scope]:
        """Subject and scope, as a claim record of this cell would give them."""
        mapped, cells = column.mapped, told.cells
        subject = told.subject if mapped.subject is None else _filled(mapped.subject, cells)
        if not subject:
            raise ValueError("nothing says what it is about: the subject of the row has no value")
        own = _given(mapped.given, cells) if mapped.given else {}
        occasion = year if kind.occasion else None
        depends = subject if kind.complete is not None else None
        key = (kind.name, occasion, depends, *told.given.items(), *own.items())
        found = self._scopes.get(key)
        if found is None:
            if len(self._scopes) >= _SCOPES:
                self._scopes.clear()
            dated = {"occasion": str(occasion)} if occasion is not None else {}
            said: Mapping[str, str] = {**dated, **told.given, **own, "subject": subject}
            said = kind.complete(said) if kind.complete is not None else said
            found = self._scopes[key] = said["subject"], scope_of(said, kind, self._document.tier)
        return (subject, found[1]) if depends is None else found

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


def _start(read: _Read) -> int:
    return read.where.start


def _telling(mapping: RowMapping) -> Iterator[Named]:
    """The columns that say what a row is about."""
    for template in (mapping.subject, *(given for _, given in mapping.given)):
        yield from template.columns


def _in_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text


def _given(given: Given, cells: Mapping[str, str]) -> dict[str, str]:
    """The keys of a claim record that the row has a value for."""
    return {key: said for key, template in given if (said := _filled(template, cells))}


def _filled(template: Template, cells: Mapping[str, str]) -> str:
    """The text with the cells of the row; a cell without a value leaves no gap."""
    parts = [part if isinstance(part, str) else cells.get(part.name, "") for part in template.parts]
    return " ".join("".join(parts).split())


def _year(read: Sequence[_Read]) -> int | None:
    """The year in which the occasion of the row is, by its own dates."""
    for name in _DATING:
        for found in read:
            for kind, value in zip(found.column.kinds, found.values, strict=False):
                if kind.name == name and isinstance(value, Period) and value.year:
                    return value.year
    return None


def _year_in(text: str) -> str:
    """The year of a cell that says when the occasion is: 2022, or any date in it."""
    year = period_cell(text).year
    if year is None:
        raise ValueError(f'occasion: expected a year such as 2022, not "{text}"')
    return str(year)
