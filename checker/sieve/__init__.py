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
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.align.series import merge_names
from checker.claims.rows import RowReader
from checker.language.labels import read_label
from checker.model import Document, fold
from checker.rulebook import RuleBook
from checker.sieve.forms import Forms, forms_of
from checker.sieve.tally import NO_COVERAGE, NOTHING, Tally, added, plus

__all__ = ["ALL", "NOTHING", "NO_COVERAGE", "Sifted", "Tally", "plus", "sift"]


@dataclass(frozen=True, slots=True)
class Sifted:
    """By path, the numbers of the rows to be read as claims, where these are not all; and what the others count for."""

    wanted: Mapping[str, Container[int]]
    tally: Tally = NOTHING


ALL = Sifted({})  # every row is read as claims


@dataclass(slots=True)
class _Name:
    """The rows of a dataset that are about one name, as it is first written: how many of each form. `doubtful` if one
    of them has to be read as claims."""

    written: str
    forms: Counter[int] = field(default_factory=Counter)
    doubtful: bool = False


@dataclass(slots=True)
class _Dataset:
    """The names of a dataset by their folded spellings, and for each row the number of its name."""

    path: str
    forms: Forms | None
    names: dict[str, _Name] = field(default_factory=dict)
    rows: array[int] = field(default_factory=lambda: array("q"))  # their numbers
    of_row: array[int] = field(default_factory=lambda: array("q"))


def sift(datasets: Iterable[Document], told_of: Iterable[str], rules: RuleBook) -> Sifted:
    """Which rows of the datasets have to be read as claims; `told_of` are the names that other sources tell of."""
    known = [_looked_at(document, rules) for document in datasets]
    if not any(dataset.forms for dataset in known):
        return ALL
    others = {fold(name): name for name in told_of}
    sure = _told_once(known, others, rules)
    wanted = {one.path: frozenset(_wanted(one, sure)) for one in known if not sure.isdisjoint(one.names)}
    left = (_tally(one.forms, one.names[name]) for one in known if one.forms for name in one.names if name in sure)
    return Sifted(wanted, added(left))


def _looked_at(document: Document, rules: RuleBook) -> _Dataset:
    """The dataset, each row looked at once."""
    assert document.mapping is not None
    reader = RowReader(document, document.mapping, rules.kinds)
    forms = forms_of(document, document.mapping, reader, rules)
    found = _Dataset(document.path, forms)
    numbers: dict[str, tuple[int, str, _Name]] = {}  # by subject
    by_name: dict[str, int] = {}
    keys: dict[str, _Name] = {}
    for row in document.records:
        read = reader.values(row)
        subject = read.subject if read is not None else reader.subject(row)
        known = numbers.get(subject)
        if known is None:
            written = read_label(subject).name
            name = fold(written)
            one = found.names.setdefault(name, _Name(written))
            known = numbers[subject] = by_name.setdefault(name, len(by_name)), name, one
        number, name, one = known
        found.rows.append(row.number)
        found.of_row.append(number)
        form = forms.of(row, read, name) if forms is not None and read is not None else None
        if form is None:
            one.doubtful = True
        else:
            one.forms[form] += 1
        if document.mapping.key is not None:
            key = read.key if read is not None else ""
            before = keys.setdefault(key, one) if key not in keys else None
            if not key or before is None:
                one.doubtful = keys[key].doubtful = True  # rows that may be of one occasion
    return found


def _told_once(known: Sequence[_Dataset], others: Mapping[str, str], rules: RuleBook) -> frozenset[str]:
    """The names, folded, of series that one dataset alone tells of, under one name, and never in doubt."""
    written = [*others.values(), *(one.written for dataset in known for one in dataset.names.values())]
    series = {name: found.key for name, found in merge_names(written, rules.names).items()}
    tellers: dict[str, list[_Name | None]] = defaultdict(list)  # by series; None for another source
    for name in others:
        tellers[series[name]].append(None)
    for dataset in known:
        for name, one in dataset.names.items():
            tellers[series[name]].append(one)
    return frozenset(
        name
        for name, key in series.items()
        if len(tellers[key]) == 1 and tellers[key][0] is not None and not tellers[key][0].doubtful
    )


def _wanted(dataset: _Dataset, sure: frozenset[str]) -> Iterator[int]:
    """The numbers of the rows whose names are not among the sure ones."""
    settled = [name in sure for name in dataset.names]
    return (row for row, name in zip(dataset.rows, dataset.of_row, strict=True) if not settled[name])


def _tally(forms: Forms, name: _Name) -> Tally:
    """What the rows of one name count for."""
    parts = [tally.times(count) for form, count in name.forms.items() if (tally := forms.tallies[form]) is not None]
    return added([*parts, *(forms.once[form] for form in list(name.forms)[:1])])
