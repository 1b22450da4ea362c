"""The sources that a command reads: `checker check drafts/ "news/*.md" -`, and how far it has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.inputs import Found
    from checker.model import Document, Kind, Tier
    from checker.rulebook import Configuration

MANY = 20  # documents; from here on, or after a second, a progress bar pays


def find(paths: Sequence[str], settings: Configuration, kinds: Mapping[str, Kind]) -> Found:
    """What is to be read, with the tier and the mapping that the settings give it; a CheckerError when there is nothing
    at all, since silence would look like a clean bill."""
    from checker import inputs
    from checker.model import CheckerError, Problem
    from checker.rulebook import Mappings

    mapped = Mappings(settings, kinds).of
    found = inputs.find(paths, stdin=sys.stdin.buffer, excluded=settings.excludes, mapped=mapped)
    if not found.documents and not found.skipped:
        count = f" ({found.passed_over} files are of no known format)" if found.passed_over else ""
        help = "articles are text, Markdown or HTML files, datasets CSV, JSON, JSONL or YAML"
        raise CheckerError(Problem(f"nothing to read in {', '.join(paths)}{count}", help=help))
    tiered = (replace(document, tier=_tier(document, settings)) for document in found.documents)
    return replace(found, documents=tuple(tiered))


def _tier(document: Document, settings: Configuration) -> Tier:
    """How far it is trusted: its mapping says so, or else the settings."""
    return (document.mapping.tier if document.mapping else None) or settings.tier(document.path)


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
