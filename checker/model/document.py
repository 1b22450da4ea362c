"""Documents: a source's original text, what a reader reads of it, and how the two line up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Protocol

from checker.model.claim import Claim, Row, Tier, Where
from checker.model.decision import Decision
from checker.model.errors import Problem
from checker.model.mapping import RowMapping


class Role(StrEnum):
    """What a stretch of text is, as far as the format or the layout tells."""

    prose = "prose"
    heading = "heading"
    title = "title"  # type: ignore[assignment]  # shadows str.title, which no role needs
    caption = "caption"
    item = "item"  # of a list
    row = "row"  # of a table
    struck = "struck"  # deleted text that is still shown
    furniture = "furniture"  # menus, counters, calendars, bylines, teasers of other articles


class Mark(NamedTuple):
    """What the format says about `text[start:end]` of a document."""

    role: Role
    start: int
    end: int


class Segment(NamedTuple):
    """`text[start:]`, up to the next segment, stands at `source[source_start:source_end]`.

    When both have the same length they correspond character by character; else (an entity) only as a whole.
    """

    start: int
    source_start: int
    source_end: int


class Table(Protocol):
    """The rows of a dataset, in order, made anew each time, since there may be many."""

    def __iter__(self) -> Iterator[Row]: ...

    def __bool__(self) -> bool: ...


Records = tuple[Row, ...] | Table


@dataclass(frozen=True)
class Document:
    """One source. `source` is the decoded original; `text` is its readable text; `segments` map one to the other.

    A dataset has `records` instead of text; `mapping` says how they are read if they are wide rows, and `columns` what
    their cells are called.
    """

    path: str
    source: str
    text: str = ""
    segments: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()
    published: date | None = None
    published_because: str = ""
    tier: Tier = Tier.secondary
    records: Records = ()
    columns: tuple[str, ...] = ()
    mapping: RowMapping | None = None
    claims: tuple[Claim, ...] = ()
    waivers: tuple[Decision, ...] = ()  # those that stand in the source itself
    unread: tuple[Problem, ...] = ()  # what it says to the checker in a form that cannot be read
    parsed: bool = field(default=False, compare=False)

    @classmethod
    def from_text(
        cls,
        name: str,
        text: str,
        published: date | None = None,
        *,
        tier: Tier = Tier.secondary,
        mapping: RowMapping | None = None,
    ) -> Document:
        """A document made of a text in memory. A name that ends in `.html` or `.md` is read as that format; `mapping`
        says how the wide rows of a dataset are read."""
        because = "given with the text" if published else ""
        tier = (mapping.tier if mapping else None) or tier
        return cls(path=name, source=text, published=published, published_because=because, tier=tier, mapping=mapping)

    def with_text(
        self, text: str, segments: tuple[Segment, ...], marks: tuple[Mark, ...] = (), **changes: object
    ) -> Document:
        """The same source once a reader has found its readable text."""
        return replace(self, text=text, segments=segments, marks=marks, parsed=True, **changes)  # type: ignore[arg-type]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def _in_source(self, at: int, *, end: bool) -> int:
        """Where the character `text[at]` begins (or, with `end`, stops) in the source."""
        number = bisect_right(self._segment_starts, at) - 1
        segment = self.segments[number]
        following = self.segments[number + 1].start if number + 1 < len(self.segments) else len(self.text)
        if following - segment.start == segment.source_end - segment.source_start:
            return segment.source_start + at - segment.start + end
        return segment.source_end if end else segment.source_start

    def where(self, start: int, end: int) -> Where:
        """The place in the source of the non-empty stretch `text[start:end]`."""
        first, last = self._in_source(start, end=False), self._in_source(end - 1, end=True)
        return self.place(first, last)

    def place(self, start: int, end: int) -> Where:
        """The place `source[start:end]`, with its line and column."""
        return Where(self.path, start, end, *self.line_and_column(start))

    def line_and_column(self, at: int) -> tuple[int, int]:
        """Line and column of the character `source[at]`, both from 1."""
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Line `number` of the source, from 1, without its line break."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")
