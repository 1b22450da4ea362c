"""Which reader reads "draft.md": the modules of this folder, by the suffixes that they claim."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from pathlib import Path, PurePath
from types import ModuleType

from checker.model import Document


# How `checker claims --format jsonl` begins its lines; so may a dataset that is piped in.
_CLAIM_RECORD = ('{"kind":', '{"subject":')


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


def suffix(path: str) -> str:
    """The suffix in lower case; a name that ends in a dot or with a slash has none."""
    return PurePath(path).suffix.lower()


def reader(document: Document) -> ModuleType:
    """The reader that the name tells, else the one that the first words tell, else plain text."""
    known = readers()
    if suffix(document.path) in known:
        return known[suffix(document.path)]
    head = document.source[:400].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(_CLAIM_RECORD):
        return known[".jsonl"]
    return known[".html"] if head.startswith(("<!doctype html", "<html")) else known[".txt"]
