"""Readable text woven from pieces of a source: "Amber&nbsp;23" becomes "Amber 23", each character keeps its place."""

from __future__ import annotations

import re

from checker.model import Document, Mark, Role, Segment

_BLANKS = " \t\n\r\f"  # HTML's white space; a no-break space is none
_RUN = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


class Weaver:
    """Collects pieces in order of source, what separates them, and the marks that lie over them.

    A separator or space is held back until text follows it, so that the text neither begins nor ends with one.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._marks: list[Mark] = []
        self._length = 0
        self._reached = 0  # how much of the source is used up
        self._separator = ""
        self._space: tuple[int, int] | None = None
        self._gaps: dict[int, int] = {}  # where in the text a separator or space stands, and its length

    def __len__(self) -> int:
        return self._length

    def keep(self, start: int, end: int) -> None:
        """`source[start:end]` is read as it stands."""
        if start >= end:
            return
        self._separate()
        if not (self._segments and self._continues(start)):
            self._segments.append(Segment(self._length, start, end))
        else:
            self._segments[-1] = self._segments[-1]._replace(source_end=end)
        self._add(self._source[start:end], end)

    def put(self, text: str, start: int, end: int) -> None:
        """`source[start:end]` is read as `text`: the entity `&amp;` as "&"."""
        if not text:
            return
        self._separate()
        self._segments.append(Segment(self._length, start, end))
        self._add(text, end)

    def space(self, start: int, end: int) -> None:
        """The white space `source[start:end]` is one space, if text follows in the same line."""
        self._space = self._space or (start, end)

    def flow(self, start: int, end: int) -> None:
        """`source[start:end]` is read with each run of white space as one space."""
        text = self._source[start:end]
        first, last = end - len(text.lstrip(_BLANKS)), start + len(text.rstrip(_BLANKS))
        if start < first:
            self.space(start, first)
        for run in _RUN.finditer(self._source, first, last):
            self.keep(first, run.start())
            self.space(*run.span())
            first = run.end()
        self.keep(first, last)
        if first < last < end:
            self.space(last, end)

    def separate(self, separator: str, *, replace: bool = False) -> None:
        """What is read next does not continue this line. Of several separators in a row, the longest counts."""
        if replace or len(separator) > len(self._separator):
            self._separator = separator

    def mark(self, role: Role, start: int, end: int | None = None) -> None:
        """`role` lies over the text from `start` (a `len()` of before) to here, less the separator it begins with."""
        end = self._length if end is None else end
        start += self._gaps.get(start, 0)
        if end > start:
            self._marks.append(Mark(role, start, end))

    def text(self, start: int = 0) -> str:
        """What has been read since the text was `start` long; linear in that."""
        pieces, length = [], self._length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            pieces.append(piece)
            length -= len(piece)
        return "".join(reversed(pieces))[max(0, start - length) :]

    def into(self, document: Document, **changes: object) -> Document:
        """The document with the text read from it, and `changes`."""
        marks = tuple(sorted(set(self._marks), key=lambda mark: (mark.start, -mark.end, mark.role)))
        return document.with_text("".join(self._pieces), tuple(self._segments), marks, **changes)

    def _continues(self, start: int) -> bool:
        """Does `source[start]` follow the last piece, and is that one read as it stands?"""
        last = self._segments[-1]
        return last.source_end == start and self._length - last.start == start - last.source_start > 0

    def _separate(self) -> None:
        at = self._length
        if at and self._separator:
            # A separator stands for no character of the source: its place is the empty one after the last piece.
            self._segments.append(Segment(at, self._reached, self._reached))
            self._add(self._separator, self._reached)
        elif at and self._space:
            self._segments.append(Segment(at, *self._space))
            self._add(" ", self._space[1])
        if self._length > at:
            self._gaps[at] = self._length - at
        self._separator, self._space = "", None

    def _add(self, text: str, reached: int) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._reached = reached
