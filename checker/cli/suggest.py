"""`checker suggest data/ --diff | git apply`: what might datasets say instead? Nothing is changed by itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.books import load_book
from checker.cli.decided import decisions_for
from checker.cli.options import (
    Color,
    Config,
    ExtendRules,
    ExtendSelect,
    Ignore,
    Isolated,
    OutputFile,
    Paths,
    Quiet,
    Rules,
    Select,
    Today,
    Width,
)
from checker.cli.output import page_for, write
from checker.cli.settings import refuse_silence, settings_for
from checker.cli.sources import find, watched

if TYPE_CHECKING:
    from checker.model import Document, Suggestion


def suggest(
    context: typer.Context,
    paths: Paths,
    diff: Annotated[bool, typer.Option("--diff", help="Print a patch, for git apply or patch -p1.")] = False,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    config: Config = None,
    isolated: Isolated = False,
    today: Today = None,
    output_file: OutputFile = None,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
) -> int:
    """Suggest the value of the trusted side, or of the one with more sources, for cells of datasets. Exits with 0
    whether there are any or not."""
    from checker import pipeline
    from checker.reports.suggestions import show
    from checker.reports.terminal import skips
    from checker.suggestions import offer

    settings = settings_for(context)
    book = load_book(settings, color)
    refuse_silence(settings, book)
    decisions = decisions_for(settings, today)
    found = find(paths, settings, book.kinds)
    report = pipeline.check(watched(found.documents, quiet), book, decisions)
    texts = {document.path: text for document in report.documents if (text := _on_disk(document))}
    offered, withheld = offer(report, texts, lambda documents: pipeline.check(documents, book, decisions))
    page = page_for(output_file, color=color, width=width, quiet=quiet)
    aside = page_for(sys.stderr, color=color, width=width, quiet=True)
    if diff:
        write(_patch(offered, texts), output_file)
        write(show([], withheld, aside), sys.stderr)
    else:
        write(show(offered, withheld, page), output_file)
    skipped = [*found.skipped, *report.skipped]
    write(aside.paint(skips(skipped, aside)), sys.stderr)
    return 3 if skipped else 0


def _patch(offered: Sequence[Suggestion], texts: Mapping[str, str]) -> str:
    from checker.reports.suggestions import patch
    from checker.suggestions import changed

    patches = []
    for path, chosen in groupby(offered, key=lambda one: one.where.path):
        mark = "\ufeff" if texts[path].startswith("\ufeff") else ""
        patches.append(patch(path, texts[path], mark + changed(texts[path].removeprefix(mark), list(chosen))))
    return "".join(patches)


def _on_disk(document: Document) -> str:
    """The file of a document with all its characters, a byte order mark too; "" where it is not UTF-8."""
    try:
        text = Path(document.path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return text if text.removeprefix("\ufeff") == document.source else ""
