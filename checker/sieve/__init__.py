"""Rows of which nothing can be said: of 100,000 that a gate reads every day, 99,900 are alone, complete and in order.

To make claims, subjects and cells of them takes nearly all the time of a check. So the values of a row are looked at
first. A series of occasions that no other source tells of is compared with nothing, and its rows are other occasions;
what rules ask of the values of one row is asked here, by the same expressions. All else that a rule may look at, which
columns have a value and of what sort, a row shares with many others, its *form*; one row of each form is judged in
full. A series in which a rule finds something, something is vague or cannot be read, is read as claims, all of it: the
report is the same to the byte as without this room (`tests/test_sieve.py`).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from checker.align.series import merge_names
from checker.claims.rows import RowReader
from checker.language.labels import read_label
from checker.model import Document, RowMapping, fold
from checker.rulebook import RuleBook
from checker.sieve.forms import DOUBTFUL, Forms, forms_of
from checker.sieve.tally import NO_COVERAGE, NOTHING, Tally, added, plus

__all__ = ["ALL", "NOTHING", "NO_COVERAGE", "Sifted", "Tally", "plus", "sift"]


@dataclass(frozen=True, slots=True)
class Sifted:
    """By path, the numbers of the rows to be read as claims, where these are not all; and what the others count for."""

    wanted: Mapping[str, Set[int]]
    tally: Tally = NOTHING


ALL = Sifted({})  # every row is read as claims


@dataclass(slots=True)
class _Name:
    """What a dataset's rows are about: as it is written in the first of them, its number, and in how many ways.

    Of a `doubtful` name rows have to be read as claims: those of certain `years`, or all.
    """

    number: int
    written: str
    ways: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    doubtful: bool = False


@dataclass(slots=True)
class _Rows:
    """The names of a dataset by their folded spellings; and of each row its number, its name's, its form and year."""

    names: dict[str, _Name] = field(default_factory=dict)
    numbers: array[int] = field(default_factory=lambda: array("q"))
    of_row: array[int] = field(default_factory=lambda: array("q"))
    form: array[int] = field(default_factory=lambda: array("q"))
    year: array[int] = field(default_factory=lambda: array("q"))


def sift(dataset: Document, told_of: Set[str], rules: RuleBook) -> Sifted:
    """Which rows of a run's only dataset have to be read as claims; `told_of` are the names that other sources tell of.

    Rows of several datasets are matched with each other, by their days as well as by their names: all of them are read.
    """
    assert dataset.mapping is not None
    reader = RowReader(dataset, dataset.mapping, rules.kinds)
    forms = forms_of(dataset, dataset.mapping, reader, rules)
    if forms is None:
        return ALL
    rows = _looked_at(dataset, dataset.mapping, reader, forms)
    wanted, tally = _divided(rows, forms, _told_once(rows, told_of, rules))
    return Sifted({dataset.path: wanted}, tally)


def _looked_at(dataset: Document, mapping: RowMapping, reader: RowReader, forms: Forms) -> _Rows:
    """The dataset's rows, each looked at once."""
    found = _Rows()
    by_subject: dict[str, tuple[str, str, _Name]] = {}
    keys: dict[str, _Name] = {}
    for row in dataset.records:
        about = reader.about(row)
        known = by_subject.get(about.subject)
        if known is None:
            known = by_subject[about.subject] = _name(about.subject, found)
        folded, label, name = known
        looked = forms.of(row, about, folded, label) if about.subject else None
        found.numbers.append(row.number)
        found.of_row.append(name.number)
        found.form.append(looked.form if looked is not None else DOUBTFUL)
        found.year.append(looked.year if looked is not None else 0)
        if looked is None:
            name.doubtful = True
        elif looked.form == DOUBTFUL:
            name.years |= {looked.year, looked.label or looked.year}
        if mapping.key is not None:
            _note_key(keys, reader.key(row), name)
    return found


def _name(subject: str, found: _Rows) -> tuple[str, str, _Name]:
    """The folded spelling, the digits of the edition, and the name that a subject has once that is taken off."""
    label = read_label(subject)
    folded = fold(label.name)
    name = found.names.setdefault(folded, _Name(len(found.names), label.name))
    name.ways.add(label.name)
    return folded, label.year, name


def _note_key(keys: dict[str, _Name], key: str, name: _Name) -> None:
    """Rows with one key, or without any, may be of one occasion."""
    before = keys.get(key)
    if key and before is None:
        keys[key] = name
        return
    name.doubtful = True
    if before is not None:
        before.doubtful = True


def _told_once(rows: _Rows, others: Set[str], rules: RuleBook) -> frozenset[str]:
    """The names, folded, of series that no other source tells of, and under one name."""
    written = [*others, *(name.written for name in rows.names.values())]
    series = {name: found.key for name, found in merge_names(written, rules.names).items()}
    tellers = Counter([*{series[fold(name)] for name in others}, *(series[name] for name in rows.names)])
    return frozenset(name for name in rows.names if tellers[series[name]] == 1)


def _divided(rows: _Rows, forms: Forms, alone: frozenset[str]) -> tuple[frozenset[int], Tally]:
    """The numbers of the rows to be read as claims, and what the others count for.

    Beside a row that is doubtful stand those of its series in its year and in that of its edition: they tell what the
    occasion is called, and whether its edition is that of another one. A name that is written in several ways is called
    by the commonest of them.
    """
    names = list(rows.names.values())
    whole = [
        name.doubtful or folded not in alone or (bool(name.years) and len(name.ways) > 1)
        for folded, name in rows.names.items()
    ]
    wanted: set[int] = set()
    left: Counter[int] = Counter()
    untouched: dict[int, int] = {}  # names of which no row is read, and the form of one of their rows
    for row, name, form, year in zip(rows.numbers, rows.of_row, rows.form, rows.year, strict=True):
        if whole[name] or year in names[name].years:
            wanted.add(row)
            continue
        left[form] += 1
        if not names[name].years:
            untouched.setdefault(name, form)
    counted = [tally.times(count) for form, count in left.items() if (tally := forms.tallies[form]) is not None]
    return frozenset(wanted), added([*counted, *(forms.once[form] for form in untouched.values())])
