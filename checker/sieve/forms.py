"""The form of a row: it has a name with an edition, two days and a round figure in people, and no rule objects to them.

Rows of one form are the same to everything that a rule may look at but the values themselves, of which it was asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from checker.align import align
from checker.align.entries import edition_year
from checker.claims.rows import RowReader, RowValues
from checker.judge import Material, judge_all
from checker.model import Claim, Document, Edition, Period, Quantity, Roster, Row, RowMapping, Term, Value, fold
from checker.rulebook import NamesAlike, RuleBook
from checker.sieve.asks import Answer, Ask, asks_of
from checker.sieve.tally import Tally, tally_of

_MOST = 2_000  # forms; a dataset that has more of them has rows of all sorts
# Keys of a mapping by which the rows of one form would differ in more than their values.
_TELLING = frozenset(("quote", "reported", "occasion", "speaker", "stance", "part"))

Form = tuple[Hashable, ...]


class Forms:
    """The forms of the rows of one dataset, by number, and what one row of each counts for."""

    def __init__(self, document: Document, reader: RowReader, asks: Sequence[Ask], rules: RuleBook) -> None:
        self._document = document
        self._reader = reader
        self._rules = rules
        self._kinds = [[kind.name for kind in column.kinds] for column in reader.columns]
        self._numbers: dict[Form, int] = {}
        self.tallies: list[Tally | None] = []  # None: something is found in a row of that form
        self.once: list[Tally] = []  # what rules about names count, once for each name
        self._claims: dict[str, Claim] = {}  # one of each kind, whose value is set to that of the row
        self._asks = [(ask, frozenset(kind for _, kind in ask.bind)) for ask in asks]

    def of(self, row: Row, read: RowValues, name: str) -> int | None:
        """The number of the row's form; None if it has to be read as claims."""
        values: dict[str, Value] = {}
        sorts: list[Hashable] = [read.given]
        for kinds, text, found in zip(self._kinds, read.texts, read.values, strict=True):
            if text is not None and '"' in text:
                return None  # its quote is written otherwise
            for kind, value in zip(kinds, found, strict=False):
                sort = sort_of(value)
                if sort is None:
                    return None
                sorts.append((kind, sort))
                values[kind] = value
        if not _is_plain(values, name):
            return None
        form = (*sorts, *self._answers(row, values))
        if False in form:
            return None
        number = self._numbers.get(form)
        if number is None:
            number = self._judge(row, form)
        return number if self.tallies[number] is not None else None

    def _answers(self, row: Row, values: dict[str, Value]) -> list[Answer]:
        """What the rules that ask of values are told by this row."""
        known = self._claims
        for kind, value in values.items():
            claim = known.get(kind)
            if claim is None:
                claim = self._example(row, kind)
            object.__setattr__(claim, "value", value)
        suffix = values.get("year_suffix")
        if isinstance(suffix, Edition) and suffix.short:
            object.__setattr__(known["year_suffix"], "value", _in_its_century(suffix, values))
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


def sort_of(value: Value) -> Hashable:
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


def _in_its_century(suffix: Edition, values: dict[str, Value]) -> Edition:
    """The edition in that century in which the dates of the row are."""
    assert suffix.year is not None
    dated = (values.get(kind) for kind in ("start_date", "end_date"))
    days = tuple(value.first for value in dated if isinstance(value, Period))
    year = _year(f"{suffix.year % 100:02d}", days)
    return suffix if year == suffix.year else replace(suffix, year=year)


@lru_cache(maxsize=4096)
def _year(digits: str, days: tuple[date, ...]) -> int | None:
    return edition_year(digits, days)
