"""The keys of a claim record and what they take: `tier: trusted` is no tier, `tear: draft` no key but nearly one.

Datasets skip a row for the first thing that is wrong with it; the loader of rules tells all that is wrong with the
records of their tests, each at its place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from checker.language.cells import period_cell
from checker.model import Kind, Part, Stance, Tier

ROLES = ("donor", "recipient", "phase", "whose", "purpose")
_NEEDED = ("subject", "value")
# What `checker claims --format jsonl` writes beside the keys that people write.
_WRITTEN_BACK = ("text", "where", "sentence", "scope", "because", "id", "row", "column", "entry", "cites")
# Columns that tables often have, and that only look like a misspelt key.
_ORDINARY = frozenset(("party", "report", "reporter", "reports", "time"))
_ALIKE = 75  # of 100


class Mistaken(NamedTuple):
    """What is wrong with a record under `key`; `is_key` says that it is the key itself."""

    key: str
    message: str
    help: str = ""
    is_key: bool = False

    def __str__(self) -> str:
        said = self.message if self.is_key else f"{self.key}: {self.message}"
        return f"{said}; {self.help}" if self.help else said


Read = Callable[[str, date | None], object]  # of a cell, and the day of the report


def day(text: str, reported: date | None = None) -> date:
    """A day as it is written in a record: 2022-08-20."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'expected a day such as 2022-08-20, not "{text}"') from None


def _number(expected: str) -> Read:
    def read(text: str, reported: date | None) -> int:
        try:
            return int(text)
        except ValueError:
            raise ValueError(f'expected {expected}, not "{text}"') from None

    return read


def _one_of(words: type[StrEnum]) -> Read:
    *others, last = [word.value for word in words]

    def read(text: str, reported: date | None) -> StrEnum:
        if text not in {*others, last}:
            raise ValueError(f'expected {", ".join(others)} or {last}, not "{text}"')
        return words(text)

    return read


# The keys that do not take any text: how each is read.
_READ: Mapping[str, Read] = {
    "reported": day,
    "statement": _number("a whole number"),
    "as_of": period_cell,
    "occasion": _number("a year such as 2022"),
    "part": _one_of(Part),
    "stance": _one_of(Stance),
    "tier": _one_of(Tier),
}
_ANY_TEXT = ("kind", "subject", "value", "quote", "source", "noun", "speaker")


def mistakes(cells: Mapping[str, object], kind: Kind) -> Iterator[Mistaken]:
    """All that is wrong with a record of that kind, as people write it."""
    yield from mistaken_keys(cells, kind)
    texts = {key: str(value) for key, value in cells.items() if value is not None and not _is_nested(value)}
    reported: object = None
    for key, read in {**_READ, "value": kind.cell}.items():
        if key not in texts or (key == "value" and not texts[key].strip()):
            continue
        try:
            value = read(texts[key], reported if isinstance(reported, date) else None)
            reported = value if key == "reported" else reported
        except ValueError as error:
            yield Mistaken(key, str(error))


def mistaken_keys(cells: Mapping[str, object], kind: Kind) -> Iterator[Mistaken]:
    """Keys that are misspelt, missing, or have a list for a value: what is seen without reading any value."""
    known = (*_ANY_TEXT, *_READ, *ROLES, *kind.roles)
    for key in cells:
        if key not in known and (near := _near(key, known)):
            yield Mistaken(key, f'unknown key "{key}"', f'did you mean "{near}"?', is_key=True)
    missing = [key for key in _NEEDED if cells.get(key) is None or not str(cells[key]).strip()]
    if missing:
        yield Mistaken("kind", f"a claim record needs {' and '.join(missing)}", is_key=True)
    nested = sorted(key for key, value in cells.items() if _is_nested(value))
    if nested:
        yield Mistaken(nested[0], f"{' and '.join(nested)} must be text, not a list or a mapping", is_key=True)


def _is_nested(value: object) -> bool:
    return isinstance(value, (Mapping, list))


@functools.lru_cache(maxsize=1024)
def _near(key: str, known: tuple[str, ...]) -> str | None:
    """The known key that this one is meant to be. A column of more words, `subject_id`, is another thing."""
    from rapidfuzz import fuzz, process

    folded = str(key).casefold()
    if folded in _ORDINARY or folded in _WRITTEN_BACK:
        return None
    comparable = [name for name in known if _words(folded) <= _words(name)]
    found = process.extractOne(folded, comparable, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else None


def _words(key: str) -> int:
    return len(re.findall(r"[^\W_]+", key))
