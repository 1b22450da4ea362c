"""Mapping files: `events.mapping.yml` says of events.csv `subject: name`, `columns: {end: end_date}`.

As with rules, pydantic reads the keys; what they mean is checked afterwards, and every mistake is told at its place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from checker.claims.columns import value_type
from checker.claims.recordkeys import ROLES
from checker.expressions import did_you_mean
from checker.inputs import MAPPING_SUFFIXES, useless
from checker.language.unitnames import known_units, unit_named
from checker.model import (
    NO_VALUE,
    CheckerError,
    Document,
    Given,
    Kind,
    Mapped,
    Named,
    Part,
    Period,
    Problem,
    Quantity,
    RowMapping,
    Stance,
    Template,
    Tier,
)
from checker.rulebook.configuration.layers import Configuration
from checker.rulebook.faults import Fault, Location
from checker.rulebook.located import Written
from checker.rulebook.mappingkeys import Cell, ColumnSays, MappingFile, Says
from checker.rulebook.ondisk import is_file, read_source
from checker.rulebook.reading import read_model
from checker.yamltext import Node, load, problem_at

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# The keys of a claim record that a row has for all its claims, and those that a column may give its own, besides roles.
_OF_ROWS = ("source", "quote", "reported", "occasion", "as_of", "speaker")
_OF_COLUMNS = ("as_of", "occasion", "noun", "speaker", "part", "stance", "tier")
_WORDS = {"part": Part, "stance": Stance, "tier": Tier}
_NAMED = re.compile(r"\{([^{}]*)\}")
# What the unit of a kind's values has to be, by what the kind measures.
_UNIT_OF = {"money": "amount", "time": "duration", "percent": "share"}


def faults(says: Says, kinds: Mapping[str, Kind]) -> Iterator[Fault]:
    """What is wrong with the meaning of a mapping whose form is right."""
    for name in ("subject", "key"):
        if template := getattr(says, name):
            yield from _bad_template((name,), template)
    for column, said in says.columns.items():
        wrong = [*_bad_kinds(column, said, kinds)]
        yield from wrong or _bad_column(column, said, kinds)


def _bad_template(at: Location, text: str) -> Iterator[Fault]:
    rest = _NAMED.sub("", text)
    if "{" in rest or "}" in rest or not all(name.strip() for name in _NAMED.findall(text)):
        yield Fault(at, "a column stands in braces", 'write "{name} {edition}"')


def _bad_kinds(column: str, said: ColumnSays, kinds: Mapping[str, Kind]) -> Iterator[Fault]:
    for number, name in enumerate(said.kind):
        at = _kind_at(column, said, number)
        if name not in kinds and column in kinds:
            message = f'"{column}" is a claim kind, and "{name}" is none: the column stands on the left'
            yield Fault(("columns", column), message, f"write {name}: {column}", key=True)
        elif name not in kinds:
            yield Fault(at, f'unknown claim kind "{name}"', did_you_mean(name, kinds, kind="claim kinds"))
        elif kinds[name].by_sentence:
            message = f"{name} claims are told apart by their sentences, which rows have not"
            yield Fault(at, message, "use a kind that says what is counted; docs/your-own-claims.md: how to define one")
        elif len(said.kind) > 1 and value_type(kinds[name]) is not Period:
            yield Fault(at, f"{name} is no date: two kinds are those of the first and of the last day", "name one kind")


def _kind_at(column: str, said: ColumnSays, number: int) -> Location:
    return ("columns", column, "kind", number)


def _bad_column(column: str, said: ColumnSays, kinds: Mapping[str, Kind]) -> Iterator[Fault]:
    own, at = [kinds[name] for name in said.kind], ("columns", column)
    if said.subject:
        yield from _bad_template((*at, "subject"), said.subject)
    measured = value_type(own[0]) is Quantity
    for key in ("unit", "scale"):
        if getattr(said, key) and not measured:
            yield Fault((*at, key), f"{own[0].name} is no number, and has no {key}", "leave it out", key=True)
    if said.unit and measured:
        yield from _bad_unit((*at, "unit"), said.unit, own[0])
    known = (*_OF_COLUMNS, *ROLES, *(role for kind in own for role in kind.roles))
    for key, given in (said.model_extra or {}).items():
        if key not in known:
            near = did_you_mean(key, (*known, *ColumnSays.model_fields), kind="keys")
            yield Fault((*at, key), f'unknown key "{key}"', near, key=True)
        elif isinstance(given, str):
            yield from _bad_template((*at, key), given)
            if key in _WORDS and given not in (words := [word.value for word in _WORDS[key]]):
                yield Fault(
                    (*at, key), f'unknown value "{given}" for "{key}"', did_you_mean(given, words, kind="values")
                )


def _bad_unit(at: Location, unit: str, kind: Kind) -> Iterator[Fault]:
    wanted = _UNIT_OF.get(kind.measures, "measure")
    if kind.measures == "count":
        yield Fault(at, f"{kind.name} is a plain number, and has no unit", "leave it out", key=True)
        return
    found = unit_named(unit)
    if found is None:
        known = known_units("amount" if wanted == "amount" else "measure")
        yield Fault(at, f'unknown unit "{unit}"', did_you_mean(unit, known, kind="units"))
    elif kind.measures and found.kind != wanted:
        what = {"amount": "a currency", "share": "a share"}.get(found.kind, f"a unit of {found.kind}")
        yield Fault(at, f'"{unit}" is {what}, but {kind.name} is {kind.measures}', "name the unit of the bare numbers")


class _Reader:
    """Names columns with the places where they are named."""

    def __init__(self, written: Written, node: Node) -> None:
        self._written = written
        self._node = node

    def mapping(self, says: Says) -> RowMapping:
        given = [(key, name) for key in _OF_ROWS if (name := getattr(says, key))]
        return RowMapping(
            path=self._written.source.path,
            subject=self._column_or_template(("subject",), says.subject),
            columns=tuple(self._mapped(column, said) for column, said in says.columns.items()),
            key=self._column_or_template(("key",), says.key) if says.key else None,
            given=tuple((key, Template((self._named((key,), name),))) for key, name in given),
            missing=frozenset(word.strip().casefold() for word in (*NO_VALUE[:1], *says.missing))
            if says.missing is not None
            else frozenset(NO_VALUE),
            day_first=None if says.dates is None else says.dates == "day-first",
            decimal_comma=None if says.decimal is None else says.decimal == "comma",
            table=self._named(("table",), says.table) if says.table else None,
            rows=self._named(("rows",), says.rows) if says.rows else None,
            tier=says.tier,
        )

    def _mapped(self, column: str, said: ColumnSays) -> Mapped:
        at: Location = ("columns", column)
        given: Given = tuple(
            (key, self._said((*at, key), value)) for key, value in sorted((said.model_extra or {}).items())
        )
        return Mapped(
            column=self._named(at, column, key=True),
            kinds=said.kind,
            unit=said.unit or "",
            scale=_SCALES[said.scale] if said.scale else 1,
            subject=self._column_or_template((*at, "subject"), said.subject) if said.subject else None,
            given=given,
        )

    def _said(self, at: Location, value: str | Cell) -> Template:
        """A text, or the column that says it."""
        if isinstance(value, Cell):
            return Template((self._named((*at, "column"), value.column),))
        return self._template(at, value) if "{" in value else Template((value,))

    def _column_or_template(self, at: Location, text: str) -> Template:
        return self._template(at, text) if "{" in text else Template((self._named(at, text),))

    def _template(self, at: Location, text: str) -> Template:
        pieces = _NAMED.split(text)  # text and names in turn
        parts = [self._named(at, piece) if number % 2 else piece for number, piece in enumerate(pieces)]
        return Template(tuple(part for part in parts if part != ""))

    def _named(self, at: Location, name: str, *, key: bool = False) -> Named:
        written = self._written
        node = written.key_at(at, self._node) if key else written.at(at, self._node)[0]
        begins = max(0, written.source.source[node.start : node.end].find(name))
        place = problem_at(written.source, node.start + begins, "")
        return Named(name.strip(), place.line, place.column, place.excerpt)


class Mappings:
    """The mappings of datasets: of each the one that the settings name, or the file that lies beside it."""

    def __init__(self, settings: Configuration, kinds: Mapping[str, Kind]) -> None:
        self._settings = settings
        self._kinds = kinds
        self._read: dict[Path, RowMapping] = {}

    def of(self, path: str) -> RowMapping | None:
        """The mapping of the dataset at that path; None where nobody says how its rows are read. Raises CheckerError
        with every mistake of it."""
        found = self._told(path)
        if found is not None and (problems := [*_useless(found, path)]):
            raise CheckerError(*problems)
        return found

    def _told(self, path: str) -> RowMapping | None:
        entries = self._settings.entries("datasets")
        fitting = [entry for entry in entries if entry[0].patterns(entry[2].paths).match(path)]
        if not fitting:
            beside = [file for file in beside_of(Path(path)) if is_file(file)]
            return self._file(beside[0]) if beside else None
        layer, at, entry = fitting[-1]
        if entry.mapping:
            found = self._file(layer.folder / entry.mapping)
            return replace(found, tier=entry.tier or found.tier)
        assert layer.written is not None  # the command line names no datasets
        says = Says(**{name: getattr(entry, name) for name in Says.model_fields})
        return _meant(says, layer.written, layer.written.at(at)[0], self._kinds)

    def _file(self, path: Path) -> RowMapping:
        if path not in self._read:
            self._read[path] = read_mapping(path, self._kinds)
        return self._read[path]


def _useless(mapping: RowMapping, path: str) -> Iterator[Problem]:
    """A table of a dataset that has none; keys that lead to the rows of a table."""
    for key, named in (("table", mapping.table), ("rows", mapping.rows)):
        if named is not None and (wrong := useless(key, path)):
            message, help = f"{Path(path).name}: {wrong}", f"take out {key}"
            place = (named.line, named.column, len(named.name), named.excerpt)
            yield Problem(message, mapping.path, *place, help)


def beside_of(dataset: Path) -> Iterator[Path]:
    """What a mapping file beside the dataset may be called: events.mapping.yml."""
    return (dataset.with_name(f"{dataset.stem}{suffix}") for suffix in MAPPING_SUFFIXES)


def read_mapping(path: Path, kinds: Mapping[str, Kind]) -> RowMapping:
    """The mapping of a file. Raises CheckerError with every mistake."""
    return mapping_in(read_source(path, os.path.relpath(path)), kinds)


def mapping_in(source: Document, kinds: Mapping[str, Kind]) -> RowMapping:
    """The mapping of a file that has been opened. Raises CheckerError with every mistake."""
    written = Written(source, load(source.source, source.path))
    says = read_model(written, written.root, MappingFile, "a mapping")
    if isinstance(says, list):
        raise CheckerError(*says)
    return _meant(says, written, written.root, kinds)


def _meant(says: Says, written: Written, node: Node, kinds: Mapping[str, Kind]) -> RowMapping:
    if wrong := [written.blame(node, fault) for fault in faults(says, kinds)]:
        raise CheckerError(*wrong)
    return _Reader(written, node).mapping(says)
