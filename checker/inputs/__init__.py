"""Sources: what `checker check drafts/ "news/*.md" -` means, and each format's reader: one file per format."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from pathlib import PurePath
from types import ModuleType

from checker.inputs.finding import Found, find
from checker.inputs.limits import too_large
from checker.model import CheckerError, Document, Skipped

__all__ = ["Found", "find", "parse", "suffixes"]


@lru_cache(maxsize=1)
def formats() -> dict[str, ModuleType]:
    """Every reader by the suffixes it claims: the modules of this folder that have `SUFFIXES`."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        reader = importlib.import_module(f"{__name__}.{module.name}")
        found.update(dict.fromkeys(getattr(reader, "SUFFIXES", ()), reader))
    return found


def suffixes() -> frozenset[str]:
    """The suffixes of files that some reader claims, with their dots."""
    return frozenset(formats())


def parse(document: Document) -> Document | Skipped:
    """The document with its readable text, marks, dates and records; `Skipped` with the reason when it cannot be read.

    The format is told by the name; a text without a known suffix that begins as HTML is HTML, any other is plain text.
    """
    if document.parsed:
        return document
    if reason := too_large(document.source):
        return Skipped(document.path, reason)
    try:
        parsed: Document = _reader(document).read(document)
    except CheckerError as error:
        return Skipped(document.path, "; ".join(_place(problem.line, problem.column, problem.message) for problem in error.problems))
    return parsed


def _place(line: int, column: int, message: str) -> str:
    return f"line {line}, column {column}: {message}" if line else message


def _reader(document: Document) -> ModuleType:
    known = formats()
    suffix = PurePath(document.path).suffix.lower()
    if suffix in known:
        return known[suffix]
    head = document.source[:200].lstrip("\ufeff \t\r\n").lower()
    return known[".html"] if head.startswith(("<!doctype html", "<html")) else known[".txt"]
