"""The sources that a command reads: `checker check drafts/ "news/*.md" -`, and how far it has come."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.output import page_for, write

if TYPE_CHECKING:
    from checker.inputs import Found
    from checker.model import Document, Kind, Tier
    from checker.rulebook import Configuration

MANY = 20  # documents; from here on, or after a second, a progress bar pays


def find(
    paths: Sequence[str],
    settings: Configuration,
    kinds: Mapping[str, Kind],
    *,
    stdin_name: str | None = None,
    written: Sequence[Path] = (),
) -> Found:
    """What is to be read, with the tier and the mapping that the settings give it; a CheckerError when there is nothing
    at all, since silence would look like a clean bill. `written` are this run's reports: those of the last run are no
    sources."""
    from checker import inputs
    from checker.model import CheckerError, Problem
    from checker.rulebook import Mappings

    reports = {os.path.realpath(path): path for path in written}
    for path in paths:
        if os.path.realpath(path) in reports and not Path(path).is_dir():
            raise CheckerError(Problem("this file is to be read, and a report to be written to it", path))
    found = inputs.find(
        paths,
        stdin=sys.stdin.buffer,
        stdin_name=stdin_name or inputs.STDIN,
        excluded=lambda path: settings.excludes(path) or bool(reports and os.path.realpath(path) in reports),
        mapped=Mappings(settings, kinds).of,
        force_exclude=settings.value("force-exclude"),
    )
    if not found.documents and not found.skipped and not found.excluded:
        count = f" ({found.passed_over} files are of no known format)" if found.passed_over else ""
        help = "articles are text, Markdown or HTML files, datasets CSV, JSON, JSONL or YAML"
        if found.unmapped:
            help = f"no mapping says how to read {found.unmapped[0]}: checker init {found.unmapped[0]} proposes one"
        raise CheckerError(Problem(f"nothing to read in {', '.join(paths)}{count}", help=help))
    tiered = (replace(document, tier=_tier(document, settings)) for document in found.documents)
    return replace(found, documents=tuple(tiered))


def _tier(document: Document, settings: Configuration) -> Tier:
    """How far it is trusted: its mapping says so, or else the settings."""
    return (document.mapping.tier if document.mapping else None) or settings.tier(document.path)


def named(paths: Sequence[str] | None, stdin_name: str | None) -> list[str]:
    """What is to be read; a name for standard input alone means that. Raises CheckerError."""
    from checker.model import CheckerError, Problem

    if stdin_name is not None and paths and "-" not in paths:
        raise CheckerError(Problem("--stdin-filename names standard input, which is not read", help='add "-"'))
    return list(paths or (["-"] if stdin_name is not None else []))


def warn(settings: Configuration, found: Found) -> None:
    """Say on stderr which patterns of the settings are for no source."""
    from checker.model import Severity
    from checker.reports import problems
    from checker.rulebook.configuration.unmatched import unmatched

    paths = [*(document.path for document in found.documents), *(skipped.path for skipped in found.skipped)]
    if warnings := tuple(unmatched(settings, paths)):
        write(problems.show(warnings, page_for(sys.stderr), severity=Severity.warning), sys.stderr)


def watched(documents: Sequence[Document], quiet: bool) -> Iterator[Document]:
    """The documents, with a progress bar on stderr when it is a terminal and the work takes a while."""
    if quiet or not sys.stderr.isatty():
        yield from documents
        return
    began = time.monotonic()
    at = 0
    while at < len(documents) and len(documents) <= MANY and time.monotonic() - began < 1:
        yield documents[at]
        at += 1
    if at < len(documents):
        from rich.console import Console
        from rich.progress import track

        rest = documents[at:]
        yield from track(rest, "Reading", console=Console(stderr=True), transient=True, total=len(rest))
