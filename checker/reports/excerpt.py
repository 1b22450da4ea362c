"""A place as a reader sees it: its line, cut to the width around the span, and the span marked below.

12 │ …of three countries, will last until August 22, the ministry said.
   │                                ^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from checker.model import Document, Where
from checker.reports.page import Page

# A paragraph can be one line of many megabytes: no more than this is looked at on either side of the span.
_CONTEXT = 1000

_MOST_LINES = 6  # of one span; the label above it has the whole value

_SENTENCE_END = re.compile(
    r"""
    [.!?…]          # ends.
    ["'”’»)\]]*     # ends."
    \s+
    (?=\W?[A-Z0-9]) # The next, "The next
    """,
    re.VERBOSE,
)


class Strip(NamedTuple):
    """One line of a source in three parts. `opens` and `closes`: the line begins and ends with what is given here."""

    line: int
    before: str
    marked: str
    after: str
    opens: bool = True
    closes: bool = True


def strips(document: Document | None, where: Where, quote: str, sentence: str = "") -> list[Strip]:
    """The lines on which the place stands; the sentence or the bare quote when the source is not at hand."""
    if document is None or document.source[where.start : where.end] != quote or not quote:
        shown = quote.split("\n")[0]
        if document is not None and not sentence and shown in (row := document.line(where.line)):
            sentence = row
        before, found, after = sentence.partition(shown) if shown else ("", "", sentence)
        return [Strip(where.line, before, shown, after, bool(found), bool(found))]
    source, start, end = document.source, where.start, where.end
    low, high = max(0, start - _CONTEXT), min(len(source), end + _CONTEXT)
    left = source.rfind("\n", low, start) + 1
    right = source.find("\n", end, high)
    before, after = source[left or low : start], source[end : right if right >= 0 else high]
    opens, closes = bool(left) or low == 0, right >= 0 or high == len(source)
    parts = quote.split("\n")
    last = len(parts) - 1
    return [
        Strip(
            where.line + number,
            before if number == 0 else "",
            part,
            after.rstrip("\r") if number == last else "",
            opens or number > 0,
            closes or number < last,
        )
        for number, part in enumerate(parts)
        if number < _MOST_LINES
    ]


def draw(strip: Strip, page: Page, *, room: int, style: str, sign: str) -> Iterator[tuple[Text, Text]]:
    """The line and the marks below it, in `room` cells; several pairs only when the span itself is wider."""
    more = page.sign("…", "...")
    before, marked, after = page.safe(strip.before), page.safe(strip.marked.rstrip("\r")), page.safe(strip.after)
    opens, closes = strip.opens, strip.closes
    if cell_len(before + marked + after) > room or not (opens and closes):
        before, opens = _last_sentence(before, opens)
        after, closes = _first_sentence(after, closes)
    spare = room - cell_len(marked) - 2 * cell_len(more)
    # What a value belongs to is mostly said before it, so that side gets more.
    before_room = max(spare - cell_len(after), spare * 3 // 5)
    before, opens = _tail(before, before_room, opens)
    after, closes = _head(after, spare - cell_len(before), closes)
    before = before if opens else more + before
    after = after if closes else after + more
    chunks = [marked] if spare >= 0 else _rows(marked, room - cell_len(more), page)
    for number, chunk in enumerate(chunks):
        left = before if number == 0 else ""
        right = after if number == len(chunks) - 1 else ""
        marks = sign * max(1, cell_len(chunk))
        yield Text.assemble(left, (chunk, style), right), Text.assemble(" " * cell_len(left), (marks, style))


def sentence_around(strip: Strip, room: int) -> tuple[str, str]:
    """What stands before and after the span in its sentence, each in `room` cells."""
    before, opens = _last_sentence(strip.before, strip.opens)
    before, opens = _tail(before, room, opens)
    after, closes = _first_sentence(strip.after, strip.closes)
    after, closes = _head(after, room, closes)
    return ("" if opens else "…") + before, after + ("" if closes else "…")


def _rows(text: str, room: int, page: Page) -> list[str]:
    return [row.plain for row in Text(text).wrap(page.console, room, overflow="fold")]


def _last_sentence(text: str, opens: bool) -> tuple[str, bool]:
    """The sentence that `text` ends in, and whether that is all of it."""
    begin = 0
    for found in _SENTENCE_END.finditer(text + "A"):
        begin = found.end()
    return text[begin:].lstrip(), opens or begin > 0


def _first_sentence(text: str, closes: bool) -> tuple[str, bool]:
    """The rest of the sentence that `text` begins in, and whether that is all of it."""
    found = _SENTENCE_END.search(text)
    return (text[: found.end()].rstrip(), True) if found else (text.rstrip(), closes)


def _tail(text: str, room: int, opens: bool) -> tuple[str, bool]:
    """The last words of `text` that fit."""
    if cell_len(text) <= room:
        return text, opens
    cut = _last_cells(text, max(0, room))
    space = cut.find(" ")
    return (cut[space + 1 :] if 0 <= space < len(cut) // 2 else cut), False


def _head(text: str, room: int, closes: bool) -> tuple[str, bool]:
    """The first words of `text` that fit."""
    if cell_len(text) <= room:
        return text, closes
    cut = _last_cells(text[::-1], max(0, room))[::-1]
    space = cut.rfind(" ")
    return (cut[:space] if space > len(cut) // 2 else cut), False


def _last_cells(text: str, room: int) -> str:
    at, cells = len(text), 0
    while at > 0 and cells + cell_len(text[at - 1]) <= room:
        at -= 1
        cells += cell_len(text[at])
    return text[at:]
