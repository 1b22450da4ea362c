"""Which reader reads "draft.md": the modules of this folder, by the suffixes that they claim."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import lru_cache
from pathlib import Path, PurePath
from types import ModuleType

from checker.model import Document

# How HTML and claim records begin: {"kind": …, [{"kind": …
_BEGINNING = re.compile(
    r"""
    \ufeff?+ \s*+
    (?: (?P<page> <!doctype\ html | <html )
      | (?P<rows> \{ \s*+ ["}] | \[ \s*+ \{ \s*+ ["}] ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=1)
def readers() -> dict[str, ModuleType]:
    """Every reader by the suffixes it claims: the modules of this folder that have `SUFFIXES`."""
    found = {}
    for module in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda module: module.name):
        reader = importlib.import_module(f"{__package__}.{module.name}")
        found.update(dict.fromkeys(getattr(reader, "SUFFIXES", ()), reader))
    return found


def suffixes() -> frozenset[str]:
    """The suffixes of files that some reader claims, with their dots."""
    return frozenset(readers())


def is_dataset(reader: ModuleType) -> bool:
    """Does it read rows instead of prose? In a walked folder such a file may also be something else altogether."""
    return getattr(reader, "DATASET", False)


# Keys of a mapping that say where in a file the rows are, and of what files they are true.
_WHERE_ROWS_ARE = {
    "table": "it has no tables to choose from: those are of workbooks and databases",
    "rows": "no keys lead to its rows: those are of JSON and YAML",
}


def useless(key: str, path: str) -> str:
    """Why a mapping of that file has no use for the key; "" if it has one, or if the name does not tell the format."""
    form = readers().get(suffix(path))
    return "" if form is None or getattr(form, "ROWS_BY", "") == key else _WHERE_ROWS_ARE[key]


def suffix(path: str) -> str:
    """The suffix in lower case; a name that ends in a dot or with a slash has none."""
    return PurePath(path).suffix.lower()


def reader(document: Document) -> ModuleType:
    """The reader that the name tells, else the one that the first words tell, else plain text."""
    known = readers()
    return known.get(suffix(document.path)) or known[_told_by_its_beginning(document.source)]


def _told_by_its_beginning(source: str) -> str:
    """The suffix that a text without one might have: `checker claims a.txt --format jsonl | checker check -`."""
    beginning = _BEGINNING.match(source)
    if beginning is None:
        return ".txt"
    if beginning["page"]:
        return ".html"
    first, _, rest = source[beginning.start("rows") :].partition("\n")
    return ".jsonl" if first.startswith("{") and first.rstrip().endswith("}") and rest.strip() else ".json"
