"""`checker diff OLD NEW`: which values does a new version of a dataset restate, and which rows are new or gone?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import load_book
from checker.cli.options import Color, Config, ExtendRules, Isolated, OutputFile, Quiet, Rules, Width
from checker.cli.output import page_for, write
from checker.cli.settings import settings_for
from checker.cli.sources import find, watched

if TYPE_CHECKING:
    from checker.model import Document, RowMapping


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The version before: a dataset of any format.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The version after.")],
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    format: Annotated[
        Literal["full", "json"], typer.Option("--format", "--output-format", help="For people, or json.")
    ] = "full",
    output_file: OutputFile = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even if values are restated.")] = False,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
) -> int:
    """Tell restated values from new ones in two versions of a dataset. Exits 1 if a value is restated."""
    from checker import pipeline
    from checker.reports import versions as report
    from checker.versions import compare_versions

    settings = settings_for(context)
    book = load_book(settings, color)
    found = [find([path], settings, book.kinds) for path in (old, new)]
    mapping = next((document.mapping for one in found for document in one.documents if document.mapping), None)
    read = [
        pipeline.extract(watched([_mapped(document, mapping) for document in one.documents], quiet), book)
        for one in found
    ]
    skipped = [what for one in found for what in one.skipped] + [what for one in read for what in one.skipped]
    versions = compare_versions(read[0].claims, read[1].claims, book.kinds, book.names)
    page = page_for(output_file, color=color, width=width, quiet=quiet)
    if format == "json":
        write(report.as_json(versions, skipped, page), output_file)
    else:
        write(report.show(versions, skipped, page), output_file)
    if skipped:
        return 3
    return int(bool(versions.restated) and not exit_zero)


def _mapped(document: Document, mapping: RowMapping | None) -> Document:
    """A version without a mapping of its own is read by that of the other."""
    return document if document.mapping or mapping is None else replace(document, mapping=mapping)
