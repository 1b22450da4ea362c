"""Text into sentences, numbers, dates, money, hedges and names; `mentions("about 40 ships")` lists every value read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Mention

__all__ = ["mentions"]


def mentions(text: str, published: date | None = None) -> list[Mention]:
    """Every value read in `text`, in order of place: kind, character span, value, counted noun, hedge.

    `published` is the date that "Friday" and "last year" count from. Page furniture is not read.
    """
    from checker.language.reading import read
    from checker.model import Document, Segment

    segments = (Segment(0, 0, len(text)),) if text else ()
    document = Document.from_text("text", text, published).with_text(text, segments)
    return read(document).mentions()
