"""What the columns of a dataset may be: `end` goes by the name of an end date, and 198 of its 200 cells are dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from checker.claims.columns import column_of, of_columns, value_type
from checker.inputs import is_table_of_claims, parse
from checker.language.cells import ends_cell
from checker.language.nouns import noun_class
from checker.model import (
    NO_VALUE,
    CheckerError,
    Document,
    Kind,
    Mapped,
    Named,
    Period,
    Problem,
    Quantity,
    Roster,
    Row,
    RowMapping,
    Skipped,
    Template,
    Term,
)
from checker.rulebook.drafts import headers
from checker.rulebook.drafts.headers import Header

MOST_ROWS = 2000  # that are looked at
_MOST_TRIED = 200  # cells of a column, each another
_ENOUGH = 0.5  # of the cells of a column, for it to be proposed: what its name tells weighs as much
_LOOK = 0.8  # of them, for a column to look like dates or numbers where its name tells nothing
_SLASHED = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d\d)\Z", re.ASCII)
_COMMA = re.compile(r"\D*\d+(?:\.\d{3})*,\d{1,2}(?!\d)\D*\Z", re.ASCII)
_EMPTY = RowMapping(path="", subject=Template(()), columns=())


@dataclass(frozen=True, slots=True)
class Proposed:
    """A column with the kinds of its claims and the other keys of its entry; `read` of `tried` cells with a value can
    be read."""

    column: str
    kinds: tuple[str, ...]
    says: Mapping[str, str] = field(default_factory=dict)
    read: int = 0
    tried: int = 0
    wrong: str = ""  # what is said of the first cell that cannot be read


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that is not proposed, and why."""

    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping for a dataset: what its rows are about, its columns, and those that are left out."""

    subject: str
    columns: tuple[Proposed, ...]
    left_out: tuple[LeftOut, ...]
    of_rows: Mapping[str, str] = field(default_factory=dict)  # key, source, occasion …: a column
    written: Mapping[str, str] = field(default_factory=dict)  # dates and decimal, each with why
    doubtful: str = ""  # what somebody has to settle
    within: Mapping[str, str] = field(default_factory=dict)  # table and rows: where in the file the rows are

    @property
    def lacks(self) -> str:
        """What it lacks to be a mapping; "" for nothing."""
        columns = "" if self.columns else "no column is known by its name and its cells: name one, as end: end_date"
        return "; ".join(filter(None, (self.doubtful, columns)))


def unread(table: str = "", rows: str = "") -> RowMapping:
    """A mapping that reads nothing yet, of that sheet or table, or of the list that these keys lead to."""
    return replace(_EMPTY, table=Named(table) if table else None, rows=Named(rows) if rows else None)


def rows_of(document: Document) -> tuple[Document, list[Row]]:
    """The dataset as it would be read under a mapping, and its first rows that can be told into cells."""
    parsed = parse(document if document.mapping else replace(document, mapping=_EMPTY))
    if isinstance(parsed, Skipped):
        raise CheckerError(Problem(parsed.reason, parsed.path))
    rows = [row for row in islice(parsed.records, MOST_ROWS) if not row.fault]
    if not parsed.columns or not rows:
        raise CheckerError(Problem("no rows in it that could be mapped", parsed.path))
    if is_table_of_claims(parsed.columns):
        raise CheckerError(Problem("its rows are claim records, which need no mapping", parsed.path))
    return parsed, rows


class Proposer:
    """Tries the columns of one dataset."""

    def __init__(self, document: Document, rows: Sequence[Row], kinds: Mapping[str, Kind]) -> None:
        self.headers = [headers.header(name) for name in document.columns]
        self.kinds = of_columns(kinds)
        self.cells = {name: list(_cells(rows, name)) for name in document.columns}
        self._rows = len(rows)
        self.written = dict(self._conventions())

    def proposal(self) -> Proposal:
        """The mapping that the headers and the cells suggest."""
        tried = [self.tried(header) for header in self.headers]
        columns = [one for one in tried if isinstance(one, Proposed)]
        subject = self._subject({one.column for one in columns})
        of_rows = dict(self._of_rows({one.column for one in columns}, columns))
        said = [subject, *(text for one in columns for text in one.says.values())]
        used = {*of_rows.values(), subject, *re.findall(r"\{([^{}]*)\}", " ".join(said))}
        left = tuple(one for one in tried if isinstance(one, LeftOut) and one.column not in used)
        doubtful = "" if subject else "nothing tells what a row is about: name the column under subject"
        return Proposal(subject, tuple(columns), left, of_rows, self.written, doubtful)

    def tried(self, header: Header) -> Proposed | LeftOut:
        """The column as its name and its cells suggest."""
        cells = self.cells[header.name]
        if not cells:
            return LeftOut(header.name, "no cell of it has a value")
        kind = headers.kind_of(header)
        if kind not in self.kinds and headers.may_be_ranges(header):
            return self._ranges(header)
        if kind is None or kind not in self.kinds:
            return LeftOut(header.name, self._looks(header))
        found = self.read_as(header, (kind,))
        if found.read < _ENOUGH * found.tried:
            return LeftOut(header.name, f"{kind} by its name, but {_counted(found)}: {found.wrong}")
        return found

    def read_as(self, header: Header, kinds: tuple[str, ...]) -> Proposed:
        """The column as claims of those kinds, and how many of its cells can be read so."""
        says = dict(self._says(header, kinds[0]))
        mapped = Mapped(
            column=Named(header.name),
            kinds=kinds,
            unit=says.get("unit", ""),
            scale={"thousand": 1e3, "million": 1e6, "billion": 1e9}.get(says.get("scale", ""), 1),
        )
        conventions = replace(
            _EMPTY,
            day_first={"day-first": True, "month-first": False}.get(self.written.get("dates", "").partition(" ")[0]),
            decimal_comma=True if "decimal" in self.written else None,
        )
        column = column_of(mapped, conventions, self.kinds, "")
        read, wrong = 0, ""
        cells = Counter(self.cells[header.name])
        tried = [*cells][:_MOST_TRIED]
        for text in tried:
            try:
                _check_words(value_type(column.kinds[0]), text)
                column.read(text, None)
                read += cells[text]
            except ValueError as error:
                wrong = wrong or str(error)
        return Proposed(header.name, kinds, says, read, sum(cells[text] for text in tried), wrong)

    def _says(self, header: Header, kind: str) -> Iterator[tuple[str, str]]:
        """The other keys of its entry that the header tells."""
        measures = self.kinds[kind].measures
        if measures == "money" and (unit := headers.currency(header)):
            yield "unit", unit
        if kind == "aid_amount":
            yield from ((key, f"{{{name}}}") for key, name in headers.parties(self.headers).items())
        if measures == "time" and (unit := headers.time_unit(header)):
            yield "unit", unit
        if measures in ("money", "count") and (scale := headers.scale(header)):
            yield "scale", scale
        if kind == "troop_count":
            noun = next((word for word in header.words if noun_class(word) in ("soldier", "person")), "")
            yield from [("noun", noun_class(noun))] if noun else []

    def _ranges(self, header: Header) -> Proposed | LeftOut:
        found = self.read_as(header, ("start_date", "end_date"))
        several = sum(not _is_one_day(text) for text in self.cells[header.name])
        if found.read < _ENOUGH * found.tried:
            return LeftOut(header.name, self._looks(header))
        if several * 2 < len(self.cells[header.name]):
            return LeftOut(header.name, "a date, but of what? map it to start_date or end_date")
        return found

    def _looks(self, header: Header) -> str:
        """Why nothing is proposed for a column whose name tells no kind: what its cells look like."""
        fits = {value_type(self.kinds[kind]) for kind in ("start_date", "troop_count") if self._fits(header, kind)}
        bare = all(cell.isdigit() for cell in self.cells[header.name])  # 2022 may be either; 2021-06 is no number
        if Period in fits and not (bare and Quantity in fits):
            return "its cells are dates, but its name does not say of what"
        if Quantity in fits:
            return "its cells are numbers, but its name does not say of what"
        return "no claim kind goes by such a name"

    def _fits(self, header: Header, kind: str) -> bool:
        found = self.read_as(header, (kind,))
        return found.read >= _LOOK * found.tried

    def _subject(self, taken: set[str]) -> str:
        """The column that names what rows are about, with the edition behind it if that has a column of its own."""
        ranked = [
            (rank, number, header.name)
            for number, header in enumerate(self.headers)
            if header.name not in taken and self.cells[header.name] and not headers.is_key(header)
            if (rank := headers.subject_rank(header)) is not None
        ]
        if not ranked:
            return ""
        name = min(ranked)[2]
        edition = next((one.name for one in self.headers if one.name in taken and "edition" in one.words), None)
        return f"{{{name}}} {{{edition}}}" if edition else name

    def _of_rows(self, taken: set[str], columns: Sequence[Proposed]) -> Iterator[tuple[str, str]]:
        """What other columns say of a row. A key is one if no two rows have the same."""
        seen = set()
        dated = any(kind in ("start_date", "end_date") for one in columns for kind in one.kinds)
        for header in self.headers:
            cells = self.cells[header.name]
            if header.name in taken or not cells:
                continue
            key = "key" if headers.is_key(header) else headers.row_key(header)
            if key == "key" and not len({*cells}) == len(cells) == self._rows:
                continue
            if key == "occasion" and dated:
                continue
            if key == "occasion" and not any(self.kinds[kind].occasion for one in columns for kind in one.kinds):
                key = "as_of"
            if key == "reported" and not all(re.fullmatch(r"\d{4}-\d\d-\d\d", cell) for cell in cells):
                continue
            if key is not None and key not in seen:
                seen.add(key)
                yield key, header.name

    def _conventions(self) -> Iterator[tuple[str, str]]:
        """How dates and decimals are written, where a cell leaves no other reading."""
        cells = [cell for of_column in self.cells.values() for cell in of_column]
        slashed = [(match, cell) for cell in cells if (match := _SLASHED.match(cell))]
        first = next((cell for match, cell in slashed if int(match[1]) > 12), None)
        second = next((cell for match, cell in slashed if int(match[2]) > 12), None)
        if first and not second:
            yield "dates", f"day-first  # {first} has no other reading"
        elif second and not first:
            yield "dates", f"month-first  # {second} has no other reading"
        elif slashed:
            yield "# dates", f"day-first or month-first? {slashed[0][1]} may be read in two ways"
        if comma := next((cell for cell in cells if _COMMA.match(cell)), None):
            yield "decimal", f"comma  # {comma}"


def _cells(rows: Sequence[Row], column: str) -> Iterator[str]:
    for row in rows:
        text = str(row.cells.get(column, "")).strip()
        if text.casefold() not in NO_VALUE:
            yield text


def _check_words(values: object, text: str) -> None:
    """Any text may be a name, also an identifier or a figure; it is proposed as one if it has a letter. Raises
    ValueError."""
    counted = values is Roster and text.isdigit()
    if values in (Term, Roster) and not counted and not any(map(str.isalpha, text)):
        raise ValueError(f'expected a name, not "{text}"')


def _is_one_day(text: str) -> bool:
    try:
        first, last = ends_cell(text)
    except ValueError:
        return True
    return first == last and first.is_day


def _counted(found: Proposed) -> str:
    return f"{found.read} of {found.tried} cells can be read"
