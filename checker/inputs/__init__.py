"""Sources: what `checker check drafts/ "news/*.md" -` means, and each format's reader: one file per format.

A reader is a module with `SUFFIXES` and `read(document) -> Document`, which raises CheckerError for what it cannot
read; with `DATASET = True` when it reads rows, and `ROWS_BY` with the key of a mapping that tells where the rows are.
"""

from __future__ import annotations

from dataclasses import replace

from checker.inputs.finding import MAPPING_SUFFIXES, STDIN, Found, find
from checker.inputs.formats import is_dataset, reader, suffixes, useless
from checker.inputs.limits import too_large
from checker.inputs.rows import is_table_of_claims
from checker.inputs.waiving import with_waivers
from checker.model import CheckerError, Document, Problem, Skipped

__all__ = ["MAPPING_SUFFIXES", "STDIN", "Found", "find", "is_table_of_claims", "parse", "suffixes", "useless"]

_SHOWN = 5  # mistakes of one file


def parse(document: Document) -> Document | Skipped:
    """The document with its readable text, marks, dates and records; `Skipped` with the reason when it cannot be read.

    The format is told by the name; a text without a known suffix that begins as HTML is HTML, any other is plain text.
    A publication date that was given with the text wins over what the source says.
    """
    if document.parsed or document.claims:
        return document
    if not document.source.strip("\ufeff \t\r\n"):
        return Skipped(document.path, "empty")
    form = reader(document)
    if not is_dataset(form) and (reason := too_large(document.source)):
        return Skipped(document.path, reason)
    try:
        parsed: Document = form.read(document)
    except CheckerError as error:
        return Skipped(document.path, _reason(error))
    if document.published:
        because = document.published_because or "given with the text"
        parsed = replace(parsed, published=document.published, published_because=because)
    if not parsed.text.strip() and not parsed.records:
        return Skipped(document.path, "no readable text in it")
    return parsed if is_dataset(form) else with_waivers(parsed)


def _reason(error: CheckerError) -> str:
    """All mistakes with their places, or the first ones: a file that is no dataset has one in every line."""
    shown = [_place(problem) for problem in error.problems[:_SHOWN]]
    more = len(error.problems) - len(shown)
    return "; ".join(shown) + (f"; and {more:,} more" if more else "")


def _place(problem: Problem) -> str:
    return f"line {problem.line}, column {problem.column}: {problem.message}" if problem.line else problem.message
