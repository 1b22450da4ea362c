"""Plain text: "draft.txt" is read as it stands, every character at its own place."""

from __future__ import annotations

import re

from checker.inputs.waiving import COMMENT
from checker.inputs.weaving import Weaver
from checker.model import Document

SUFFIXES = (".txt", ".text")

# Colours and cursor moves that a copied terminal leaves behind (ECMA-48: control sequences, §5.4, and strings, §5.6).
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[@-Z\\^_])")


def read(document: Document) -> Document:
    """The whole source is the readable text, but for a byte order mark, a terminal's escape sequences and what is said
    to the checker."""
    weaver = Weaver(document.source)
    start = int(document.source.startswith("\ufeff"))
    hidden = sorted(found.span() for pattern in (_ESCAPE, COMMENT) for found in pattern.finditer(document.source))
    for begin, end in hidden:
        weaver.keep(start, begin)
        start = max(start, end)
    weaver.keep(start, len(document.source))
    return weaver.into(document)
