"""Mappings: "the column `end` is an end date, `aid_usd` is aid in millions of dollars": how wide rows become claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from checker.model.claim import Tier

# Words that stand for no value where a mapping names none of its own, without regard to case.
NO_VALUE = (
    *("", "-", "--", "–", "—", "?", "??", "..", "...", "…", "n/a", "n.a.", "na", "nan", "n/d", "n.d.", "null"),
    *("unknown", "unk", "unk.", "not available", "not known", "tba", "tbc", "tbd"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A column, or a table, as a mapping names it, and the place where it does."""

    name: str
    line: int = 0
    column: int = 0
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Text with the cells of a row in it: "{name} {edition}"; one column alone, or a text without any, is one too."""

    parts: tuple[str | Named, ...]

    @property
    def columns(self) -> Iterator[Named]:
        return (part for part in self.parts if isinstance(part, Named))


Given = tuple[tuple[str, Template], ...]  # keys of a claim record, and what each of them says


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """One column that is read: as a claim of that kind, or, where it has two, as the first and the last day of a range.

    A bare number is in units of `unit` and is multiplied by `scale`; a cell that says its own unit or magnitude
    ("$1.2bn") is read as it stands. `given` has what else its claims say: as a record's `donor` or `as_of`.
    """

    column: Named
    kinds: tuple[str, ...]
    unit: str = ""
    scale: float = 1
    subject: Template | None = None
    given: Given = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMapping:
    """How the rows of a dataset are read. `path` is the file that says so.

    `subject` names what a row is about, `key` which occasion: rows of one key speak of the same. `given` holds for
    every claim of a row. `day_first` reads 12/3/2022, `decimal_comma` 1.200; None
    leaves it open. `table` names the sheet or table, `rows` the keys that lead to the list of rows in JSON and YAML.
    """

    path: str
    subject: Template
    columns: tuple[Mapped, ...]
    key: Template | None = None
    given: Given = ()
    missing: frozenset[str] = frozenset(NO_VALUE)
    day_first: bool | None = None
    decimal_comma: bool | None = None
    table: Named | None = None
    rows: Named | None = None
    tier: Tier | None = None

    @property
    def named(self) -> Iterator[Named]:
        """Every column that it names, in order; one that is used twice, twice."""
        yield from self.subject.columns
        yield from self.key.columns if self.key else ()
        yield from chain.from_iterable(template.columns for _, template in self.given)
        for mapped in self.columns:
            yield mapped.column
            yield from mapped.subject.columns if mapped.subject else ()
            yield from chain.from_iterable(template.columns for _, template in mapped.given)
