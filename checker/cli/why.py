"""`checker why a.txt:3:17 b.txt:5 sources/`: why are these two places set against each other, or why not?"""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from checker.cli.books import load_book
from checker.cli.options import Color, Config, ExtendRules, Isolated, OutputFile, Rules, Width
from checker.cli.output import page_for, write
from checker.cli.settings import settings_for
from checker.cli.sources import find, watched

_FORMS = "PATH:LINE, PATH:LINE:COLUMN or a claim's id (a.txt#3)"


def why(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="A", help=f"A place: {_FORMS}.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other place.")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="What is checked; default: the files that A and B name."),
    ] = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    format: Annotated[
        Literal["full", "json"], typer.Option("--format", "--output-format", help="For people, or json.")
    ] = "full",
    output_file: OutputFile = None,
    color: Color = None,
    width: Width = None,
) -> int:
    """Explain why two places are set against each other or not. What was read there, whether it is about one subject
    and comparable, and what each rule says."""
    from checker import pipeline
    from checker.model import CheckerError, Problem
    from checker.reports.terminal import skips
    from checker.why import answer, source_of

    named = list(dict.fromkeys(source for source in (source_of(first), source_of(second)) if source))
    if not paths and not named:
        raise CheckerError(Problem(f"no place: {first}", help=f"a place is {_FORMS}"))
    settings = settings_for(context)
    book = load_book(settings, color)
    found = find(paths or named, settings, book.kinds)
    run = pipeline.run(watched(found.documents, quiet=False), book)
    told = answer(run, book, (first, second), found.skipped)
    page = page_for(output_file, color=color, width=width)
    if format == "json":
        from checker.reports.whyjson import render_answer

        write(render_answer(told, page), output_file)
    else:
        from checker.reports.why import show

        write(show(told, page), output_file)
    errors = page_for(sys.stderr, color=color)
    write(errors.paint(skips((*found.skipped, *run.read.skipped), errors)), sys.stderr)
    return 0
