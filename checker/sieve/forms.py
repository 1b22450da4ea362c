"""The form of a row: it has a name with an edition, two days and a round figure in people, and no rule objects to them.

Rows of one form are the same to everything that a rule may look at but the values themselves, of which it was asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from checker.align import align
from checker.align.entries import edition_year
from checker.claims.columns import Column
from checker.claims.rows import About, RowReader
from checker.judge import Material, judge_all
from checker.model import Claim, Document, Edition, Period, Row, RowMapping, Term, Value
from checker.rulebook import NamesAlike, RuleBook
from checker.sieve.asks import Answer, Ask, asks_of
from checker.sieve.tally import Tally, tally_of

_MOST = 2_000  # forms; a dataset that has more of them has rows of all sorts
# Keys of a mapping by which the rows of one form would differ in more than their values.
_TELLING = frozenset(("quote", "reported", "occasion", "speaker", "stance", "part"))

_DATING = ("start_date", "end_date")
_REMEMBERED = 50_000  # cells of one column
DOUBTFUL = -1  # no form: the row has to be read as claims

Form = tuple[Hashable, ...]


class Looked(NamedTuple):
    """The number of a row's form, the year of its occasion and that of its edition; 0 for none."""

    form: int
    year: int
    label: int


class _Cell(NamedTuple):
    """What a cell says: its values by kind, and of which type they are; of a date its first day, and its year, 0 where
    it has none or several."""

    values: tuple[tuple[str, Value], ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    year: int = 0


@dataclass(frozen=True, slots=True)
class _Column:
    """A column and the cells of it that were seen, None for those that have to be read as claims."""

    column: Column
    name: str
    seen: dict[object, _Cell | None] = field(default_factory=dict)


class Forms:
    """The forms of the rows of one dataset, by number, and what one row of each counts for."""

    def __init__(self, document: Document, reader: RowReader, asks: Sequence[Ask], rules: RuleBook) -> None:
        self._document = document
        self._reader = reader
        self._rules = rules
        self._columns = [_Column(column, column.name) for column in reader.columns]
        self._numbers: dict[Form, int] = {}
        self.tallies: list[Tally | None] = []  # None: something is found in a row of that form
        self.once: list[Tally] = []  # what rules about names count, once for each name
        self._claims: dict[str, Claim] = {}  # one of each kind, whose value is set to that of the row
        self._asks = asks
        self._asked = {kind for ask in asks for _, kind in ask.bind}
        self._asks_of: dict[tuple[str, ...], list[Ask]] = {}  # by the kinds of which a row has a claim

    def of(self, row: Row, about: About, name: str, label: str) -> Looked | None:
        """What is seen of a row about that name, folded, with the digits of its `label`; None where it has to be read
        as claims to tell even that."""
        values: dict[str, Value] = {}
        given: list[Hashable] = [about.given]
        days: list[date] = []
        year = 0
        for column in self._columns:
            cell = row.cells[column.name]
            seen = column.seen[cell] if cell in column.seen else self._cell(column, cell)
            if seen is None:
                return None
            given.append(seen.types)
            values.update(seen.values)
            if seen.day is not None:
                days.append(seen.day)
                year = min(year, seen.year) if year and seen.year else year or seen.year
        named = values.get("exercise_name")
        if isinstance(named, Term) and named.key != name:
            return None  # it gives another name than the one that it is known by
        edition = self._edition(values, label, days)
        form = (*given, year > 0, *self._answers(row, values))
        number = self._numbers.get(form)
        if number is None:
            number = self._judge(row, form)
        sure = self.tallies[number] is not None
        return Looked(number if sure else DOUBTFUL, year or edition, edition)

    def _cell(self, column: _Column, cell: object) -> _Cell | None:
        """What a cell says that was not seen before."""
        if len(column.seen) >= _REMEMBERED:
            column.seen.clear()
        found = self._reader.read(column.column, cell)
        seen = None if found is None else _seen(column.column, str(cell), found)
        column.seen[cell] = seen
        return seen

    def _edition(self, values: dict[str, Value], label: str, days: Sequence[date]) -> int:
        """The year of the row's edition, in that century in which its dates are; 0 where it has none."""
        suffix = values.get("year_suffix")
        if not isinstance(suffix, Edition) or suffix.year is None:
            return (_edition(label, _years(days)) if label else None) or 0
        year = _edition(f"{suffix.year % 100:02d}", _years(days)) if suffix.short else suffix.year
        if year != suffix.year:
            values["year_suffix"] = replace(suffix, year=year)
        return year or 0

    def _answers(self, row: Row, values: dict[str, Value]) -> list[Answer]:
        """What the rules that ask of values are told by this row."""
        kinds = tuple(values)
        asks = self._asks_of.get(kinds)
        if asks is None:
            asks = self._asks_of[kinds] = [ask for ask in self._asks if values.keys() >= {kind for _, kind in ask.bind}]
        if not asks:
            return []
        known = self._claims
        for kind in self._asked & values.keys():
            object.__setattr__(known.get(kind) or self._example(row, kind), "value", values[kind])
        return [ask.answer(known) for ask in asks]

    def _example(self, row: Row, kind: str) -> Claim:
        """A claim of that kind of its own, made as the rows' claims are."""
        for claim in self._reader.claims(row):
            self._claims.setdefault(claim.kind, replace(claim))
        return self._claims[kind]

    def _judge(self, row: Row, form: Form) -> int:
        """Judges a row of a form that was not seen before, and gives the form its number."""
        number = self._numbers[form] = len(self.tallies)
        claims = self._reader.claims(row)
        alignment = align(claims, self._rules.kinds, self._rules.names)
        verdicts = judge_all(self._rules, Material(alignment.subjects, [self._document], self._rules.names))
        found = number >= _MOST or any(verdict.findings for verdict in verdicts.values())
        of_names = {rule.id for rule in self._rules if isinstance(rule, NamesAlike)}
        rowwise = {rule: verdict for rule, verdict in verdicts.items() if rule not in of_names}
        whole = tally_of(len(claims), alignment, verdicts)
        self.tallies.append(None if found else replace(whole, rules=tally_of(0, alignment, rowwise).rules))
        self.once.append(Tally(rules={rule: counts for rule, counts in whole.rules.items() if rule in of_names}))
        return number


def forms_of(document: Document, mapping: RowMapping, reader: RowReader, rules: RuleBook) -> Forms | None:
    """The forms of a dataset's rows; None where its rows differ in more than their values, or rules look at more."""
    kinds = [kind.name for column in reader.columns for kind in column.kinds]
    templates = [mapping.given, *(column.mapped.given for column in reader.columns)]
    if (
        not getattr(document.records, "verbatim", False)
        or len(kinds) != len({*kinds})
        or any(column.mapped.subject is not None for column in reader.columns)
        or any(len(column.kinds) > 1 and column.kinds[0].name in _DATING for column in reader.columns)
        or any(key in _TELLING for given in templates for key, _ in given)
    ):
        return None
    asks = asks_of(rules, frozenset(kinds))
    return None if asks is None else Forms(document, reader, asks, rules)


def _seen(column: Column, text: str, values: Sequence[Value]) -> _Cell | None:
    """The cell with these values; None where one of them may be read in several ways, or where its quote is written
    otherwise than the cell."""
    if '"' in text or any(_is_ambiguous(value) for value in values):
        return None
    kinds = [kind.name for kind in column.kinds]
    said = tuple(zip(kinds, values, strict=False))
    dated = next((value for kind, value in said if kind in _DATING and isinstance(value, Period)), None)
    given = tuple((kind, value.type) for kind, value in said)
    return _Cell(said, given, *((dated.first, dated.year or 0) if dated else ()))


def _is_ambiguous(value: Value) -> bool:
    """May it be read in several ways, or is it told which year it is of only beside others?"""
    return isinstance(value, Period) and (value.yearless or bool(value.alternatives))


def _years(days: Sequence[date]) -> tuple[int, ...]:
    return tuple([day.year for day in days])


@lru_cache(maxsize=4096)
def _edition(digits: str, years: tuple[int, ...]) -> int | None:
    return edition_year(digits, [date(year, 1, 1) for year in years])
