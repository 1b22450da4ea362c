"""CSV and TSV: `name,start,end\\nSteppe Eagle,2022-08-11,2022-08-20`; every cell stays text, `NO` and `022` too.

A table with the columns `kind`, `subject` and `value` has claim records; any other has wide rows, and needs a mapping
that says which column is which claim. Semicolons, tabs and pipes delimit as well.
"""

from __future__ import annotations

from dataclasses import replace

from checker.inputs.delimited import sniff
from checker.inputs.tables import read_table
from checker.model import Document

SUFFIXES = (".csv", ".tsv")
DATASET = True


def read(document: Document) -> Document:
    """The document with its columns, and with records that are made anew whenever they are asked for."""
    document = replace(document, source=_with_line_feeds(document.source))
    return read_table(document, sniff(document.source, "\t" if document.path.lower().endswith(".tsv") else ","))


def _with_line_feeds(source: str) -> str:
    """The same characters where carriage returns alone end the lines, as spreadsheets of old wrote them: a Document
    counts lines by their line feeds."""
    return source if "\n" in source else source.replace("\r", "\n")
