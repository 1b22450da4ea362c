"""The form of a row: it has a name with an edition, two days and a round figure in people, and no rule objects to them.

Rows of one form are the same to everything that a rule may look at but the values themselves, of which it was asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from checker.align import align
from checker.align.entries import edition_year
from checker.claims.rows import RowReader, RowValues
from checker.judge import Material, judge_all
from checker.language.labels import read_label
from checker.model import Claim, Document, Edition, Period, Quantity, Roster, Row, RowMapping, Term, Value
from checker.rulebook import NamesAlike, RuleBook
from checker.sieve.asks import Answer, Ask, asks_of
from checker.sieve.tally import Tally, tally_of

_MOST = 2_000  # forms; a dataset that has more of them has rows of all sorts
# Keys of a mapping by which the rows of one form would differ in more than their values.
_TELLING = frozenset(("quote", "reported", "occasion", "speaker", "stance", "part"))

_DATING = ("start_date", "end_date")
DOUBTFUL = -1  # no form: the row has to be read as claims

Form = tuple[Hashable, ...]


class Looked(NamedTuple):
    """The number of a row's form, the year of its occasion and that of its edition; 0 for none."""

    form: int
    year: int
    label: int


class Forms:
    """The forms of the rows of one dataset, by number, and what one row of each counts for."""

    def __init__(self, document: Document, reader: RowReader, asks: Sequence[Ask], rules: RuleBook) -> None:
        self._document = document
        self._reader = reader
        self._rules = rules
        self._kinds = [[kind.name for kind in column.kinds] for column in reader.columns]
        self._sorts: list[dict[str, tuple[Hashable, ...]]] = [{} for _ in reader.columns]  # of cells, by column
        self._numbers: dict[Form, int] = {}
        self.tallies: list[Tally | None] = []  # None: something is found in a row of that form
        self.once: list[Tally] = []  # what rules about names count, once for each name
        self._claims: dict[str, Claim] = {}  # one of each kind, whose value is set to that of the row
        self._asks = [(ask, frozenset(kind for _, kind in ask.bind)) for ask in asks]

    def of(self, row: Row, read: RowValues, name: str) -> Looked | None:
        """What is seen of a row about that name, folded; None where it has to be read as claims to tell even that."""
        values: dict[str, Value] = {}
        sorts: list[Hashable] = [read.given]
        for column, (text, found) in enumerate(zip(read.texts, read.values, strict=True)):
            if text is None:
                sorts.append(None)
                continue
            sort = self._sorts[column].get(text)
            if sort is None:
                sort = self._sorts[column][text] = _sort_of_cell(text, found)
            if not sort:
                return None
            sorts.append(sort)
            values.update(zip(self._kinds[column], found, strict=False))
        if not _is_plain(values, name):
            return None
        label = _label(read.subject, values)
        form = (*sorts, *self._answers(row, values, label))
        number = self._numbers.get(form)
        if number is None:
            number = self._judge(row, form)
        sure = False not in form and self.tallies[number] is not None
        return Looked(number if sure else DOUBTFUL, _year(values, label), label)

    def _answers(self, row: Row, values: dict[str, Value], label: int) -> list[Answer]:
        """What the rules that ask of values are told by this row."""
        known = self._claims
        for kind, value in values.items():
            claim = known.get(kind)
            if claim is None:
                claim = self._example(row, kind)
            object.__setattr__(claim, "value", value)
        suffix = values.get("year_suffix")
        if isinstance(suffix, Edition) and suffix.year not in (None, label):
            object.__setattr__(known["year_suffix"], "value", replace(suffix, year=label))
        return [ask.answer(known) for ask, needed in self._asks if needed <= values.keys()]

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
        or any(key in _TELLING for given in templates for key, _ in given)
    ):
        return None
    asks = asks_of(rules, frozenset(kinds))
    return None if asks is None else Forms(document, reader, asks, rules)


def _sort_of_cell(text: str, values: Sequence[Value]) -> tuple[Hashable, ...]:
    """The sorts of its values; nothing where one of them may be read in several ways, or the quote is written
    otherwise than the cell."""
    sorts = tuple(_sort_of(value) for value in values)
    return () if '"' in text or None in sorts else sorts


def _sort_of(value: Value) -> Hashable:
    """All of a value but which one it is; None where it may be read in several ways."""
    match value:
        case Period():
            return None if value.yearless or value.alternatives else (value.is_day, value.hedge)
        case Quantity():
            return (value.unit, value.hedge, value.low == value.high, value.step > 0)
        case Edition():
            return (value.year is None, value.number is None)
        case Roster():
            return (bool(value.members), value.counted is None, value.closed)
        case Term():
            return "name"


def _is_plain(values: dict[str, Value], name: str) -> bool:
    """Is the row's name the one that it is known by?"""
    named = values.get("exercise_name")
    return not isinstance(named, Term) or named.key == name


def _label(subject: str, values: dict[str, Value]) -> int:
    """The year of the row's edition, in that century in which its dates are; 0 where it has none."""
    suffix = values.get("year_suffix")
    if isinstance(suffix, Edition) and suffix.year is not None:
        return (_edition(f"{suffix.year % 100:02d}", _days(values)) if suffix.short else suffix.year) or 0
    digits = read_label(subject).year
    return (_edition(digits, _days(values)) if digits else None) or 0


def _days(values: dict[str, Value]) -> tuple[date, ...]:
    dated = (values.get(kind) for kind in _DATING)
    return tuple([value.first for value in dated if isinstance(value, Period)])


def _year(values: dict[str, Value], label: int) -> int:
    """The year of the row's occasion, as `align` finds it."""
    dated = [value for kind in _DATING if isinstance(value := values.get(kind), Period)]
    return min((value.year for value in dated if value.year is not None), default=label)


@lru_cache(maxsize=4096)
def _edition(digits: str, days: tuple[date, ...]) -> int | None:
    return edition_year(digits, days)
