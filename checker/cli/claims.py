"""`checker claims a.txt --format jsonl`: what is read in the sources?"""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from checker.cli.books import load_book
from checker.cli.options import Color, Config, ExtendRules, Isolated, OutputFile, Paths, Quiet, Rules, Width
from checker.cli.output import page_for, write
from checker.cli.settings import settings_for
from checker.cli.sources import find, watched


def claims(
    context: typer.Context,
    paths: Paths,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    format: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", "--output-format", help="A table, or one claim a line.")
    ] = "table",
    output_file: OutputFile = None,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
) -> int:
    """List what is read in the sources. As JSONL, it can be checked in their place."""
    from checker import pipeline
    from checker.reports.claims import lines, table
    from checker.reports.terminal import skips

    settings = settings_for(context)
    book = load_book(settings, color)
    found = find(paths, settings, book.kinds)
    read = pipeline.extract(watched(found.documents, quiet), book)
    skipped = [*found.skipped, *read.skipped]
    page = page_for(output_file, color=color, width=width, quiet=quiet)
    if format == "table":
        write(table(read.claims, skipped, page), output_file)
    else:
        write(lines(read.claims, page), output_file)
        errors = page_for(sys.stderr, color=color)
        write(errors.paint(skips(skipped, errors)), sys.stderr)
    return 3 if skipped else 0
