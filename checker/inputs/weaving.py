"""Readable text woven from pieces of a source: "Amber&nbsp;23" becomes "Amber 23", and every character keeps its place."""

from __future__ import annotations

from checker.model import Mark, Role, Segment


class Weaver:
    """Collects pieces in order, and the marks that lie over them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._open: list[tuple[Role, int]] = []
        self.marks: list[Mark] = []

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(self._segments)

    def add(self, piece: str, start: int, end: int) -> None:
        """`piece` stands at `source[start:end]`: character by character when the lengths agree, else as a whole."""
        if not piece:
            return
        self._segments.append(Segment(self._length, start, end))
        self._pieces.append(piece)
        self._length += len(piece)

    def break_line(self, at: int, lines: int = 1) -> None:
        """End the line (or, with 2, the paragraph) here, unless it is ended already."""
        if self._length == 0:
            return
        tail = (self._pieces[-2] if len(self._pieces) > 1 and len(self._pieces[-1]) < lines else "") + self._pieces[-1]
        present = len(tail) - len(tail.rstrip("\n"))
        for _ in range(lines - present):
            self.add("\n", at, at)

    def at_line_start(self) -> bool:
        return self._length == 0 or self._pieces[-1].endswith("\n")

    def text_ends_with_space(self) -> bool:
        return self._pieces[-1][-1:].isspace()

    def open(self, role: Role) -> None:
        self._open.append((role, self._length))

    def close(self, role: Role) -> None:
        """Close the innermost open mark of that role."""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] is role:
                _, start = self._open.pop(number)
                self.mark(role, start, self._length)
                return

    def mark(self, role: Role, start: int, end: int) -> None:
        if end > start:
            self.marks.append(Mark(role, start, end))

    def close_all(self) -> None:
        while self._open:
            role, start = self._open.pop()
            self.mark(role, start, self._length)
