"""Rows of which nothing can be said: of 100,000 that a gate reads every day, 99,900 are alone, complete and in order.

To make claims, subjects and cells of them takes nearly all the time of a check. So the values of a row are looked at
first. A series of occasions that only one dataset tells of is compared with nothing, and its rows are other occasions;
what rules ask of the values of one row is asked here, by the same expressions. All else that a rule may look at, which
columns have a value and of what sort, a row shares with many others, its *form*; one row of each form is judged in
full. A series in which a rule finds something, something is vague or cannot be read, is read as claims, all of it: the
report is the same to the byte as without this room (`tests/test_sieve.py`).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from checker.align.series import merge_names
from checker.claims.rows import RowReader
from checker.language.labels import read_label
from checker.model import Document, fold
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
class _Dataset:
    """The names of a dataset by their folded spellings; and of each row its number, its name's, its form and year."""

    path: str
    forms: Forms | None
    names: dict[str, _Name] = field(default_factory=dict)
    rows: array[int] = field(default_factory=lambda: array("q"))
    of_row: array[int] = field(default_factory=lambda: array("q"))
    form: array[int] = field(default_factory=lambda: array("q"))
    year: array[int] = field(default_factory=lambda: array("q"))


def sift(datasets: Iterable[Document], told_of: Iterable[str], rules: RuleBook) -> Sifted:
    """Which rows of the datasets have to be read as claims; `told_of` are the names that other sources tell of."""
    known = [_looked_at(document, rules) for document in datasets]
    if not any(dataset.forms for dataset in known):
        return ALL
    alone = _told_once(known, {fold(name): name for name in told_of}, rules)
    wanted: dict[str, Set[int]] = {}
    tallies = []
    for dataset in known:
        if dataset.forms is not None:
            wanted[dataset.path], tally = _divided(dataset, dataset.forms, alone)
            tallies.append(tally)
    return Sifted(wanted, added(tallies))


def _looked_at(document: Document, rules: RuleBook) -> _Dataset:
    """The dataset, each row looked at once."""
    assert document.mapping is not None
    reader = RowReader(document, document.mapping, rules.kinds)
    forms = forms_of(document, document.mapping, reader, rules)
    found = _Dataset(document.path, forms)
    by_subject: dict[str, tuple[str, _Name]] = {}
    keys: dict[str, _Name] = {}
    for row in document.records:
        read = reader.values(row)
        subject = read.subject if read is not None else reader.subject(row)
        if subject not in by_subject:
            by_subject[subject] = _name(subject, found)
        folded, name = by_subject[subject]
        looked = forms.of(row, read, folded) if forms is not None and read is not None else None
        found.rows.append(row.number)
        found.of_row.append(name.number)
        found.form.append(looked.form if looked is not None else DOUBTFUL)
        found.year.append(looked.year if looked is not None else 0)
        if looked is None:
            name.doubtful = True
        elif looked.form == DOUBTFUL:
            name.years |= {looked.year, looked.label or looked.year}
        if document.mapping.key is not None:
            _note_key(keys, read.key if read is not None else "", name)
    return found


def _name(subject: str, found: _Dataset) -> tuple[str, _Name]:
    """The folded spelling and the name that a subject has once its edition is taken off."""
    written = read_label(subject).name
    folded = fold(written)
    name = found.names.setdefault(folded, _Name(len(found.names), written))
    name.ways.add(written)
    return folded, name


def _note_key(keys: dict[str, _Name], key: str, name: _Name) -> None:
    """Rows with one key, or without any, may be of one occasion."""
    before = keys.get(key)
    if key and before is None:
        keys[key] = name
        return
    name.doubtful = True
    if before is not None:
        before.doubtful = True


def _told_once(known: Sequence[_Dataset], others: Mapping[str, str], rules: RuleBook) -> frozenset[str]:
    """The names, folded, of series that one dataset alone tells of, and under one name."""
    written = [*others.values(), *(name.written for dataset in known for name in dataset.names.values())]
    series = {name: found.key for name, found in merge_names(written, rules.names).items()}
    tellers = Counter(series[name] for name in others)
    for dataset in known:
        tellers.update(series[name] for name in dataset.names)
    return frozenset(name for dataset in known for name in dataset.names if tellers[series[name]] == 1)


def _divided(dataset: _Dataset, forms: Forms, alone: frozenset[str]) -> tuple[frozenset[int], Tally]:
    """The numbers of the rows to be read as claims, and what the others count for.

    Beside a row that is doubtful stand those of its series in its year and in that of its edition: they tell what the
    occasion is called, and whether its edition is that of another one. A name that is written in several ways is called
    by the commonest of them.
    """
    names = list(dataset.names.values())
    whole = [
        name.doubtful or folded not in alone or (bool(name.years) and len(name.ways) > 1)
        for folded, name in dataset.names.items()
    ]
    wanted: set[int] = set()
    left: Counter[int] = Counter()
    untouched: dict[int, int] = {}  # names of which no row is read, and the form of one of their rows
    for row, name, form, year in zip(dataset.rows, dataset.of_row, dataset.form, dataset.year, strict=True):
        if whole[name] or year in names[name].years:
            wanted.add(row)
            continue
        left[form] += 1
        if not names[name].years:
            untouched.setdefault(name, form)
    counted = [tally.times(count) for form, count in left.items() if (tally := forms.tallies[form]) is not None]
    return frozenset(wanted), added([*counted, *(forms.once[form] for form in untouched.values())])
