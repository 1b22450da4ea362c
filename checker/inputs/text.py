"""Plain text: "draft.txt" is read as it stands, every character at its own place."""

from __future__ import annotations

from checker.inputs.weaving import Weaver
from checker.model import Document

SUFFIXES = (".txt", ".text")


def read(document: Document) -> Document:
    """The whole source is the readable text, but for a byte order mark."""
    weaver = Weaver(document.source)
    weaver.keep(int(document.source.startswith("\ufeff")), len(document.source))
    return weaver.into(document)
