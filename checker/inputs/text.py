"""Plain text: `draft.txt` is read as it stands."""

from __future__ import annotations

from checker.model import Document, Segment

SUFFIXES = (".txt", ".text")


def read(document: Document) -> Document:
    """The whole source is the readable text."""
    segments = (Segment(0, 0, len(document.source)),) if document.source else ()
    return document.with_text(document.source, segments)
