"""HTML: `<h1>Amber Lynx&nbsp;23</h1>` is the heading "Amber Lynx 23"; every offset is one into the page's source."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from checker.inputs import furniture
from checker.inputs.elements import BLOCKS, DROPPED, ENDS, IN_HEAD, LINES, NEAR, PARAGRAPH, ROLES, VOID
from checker.inputs.entities import UNCLOSED, put_entity
from checker.inputs.pagedates import PageDates
from checker.inputs.tags import Entity, Tag, Text, tokens
from checker.inputs.weaving import Weaver
from checker.model import Document, Role

SUFFIXES = (".html", ".htm", ".xhtml")

_INVISIBLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}")
_LONGEST_ROW = 5_000


@dataclass(slots=True)
class _Element:
    """An open element; `start` is how much had been read before it."""

    name: str
    start: int
    dropped: bool = False
    furniture: bool = False
    guessed: bool = False  # by its class; or a form, which may hold a whole page
    cells: int = 0  # of a table
    days: int = 0  # cells with a day of the month


def read(document: Document) -> Document:
    """The page's readable text; its date from its metadata, a `<time>` element only where there is none."""
    page = _Page(document.source)
    for token in tokens(document.source):
        page.take(token)
    return page.finish(document)


class _Page:
    """One pass over the tokens. Open elements are a list, so that no nesting can exhaust Python's stack."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.weaver = Weaver(source)
        self.dates = PageDates()
        self.stack: list[_Element] = []
        self.open: Counter[str] = Counter()
        self.rows: list[_Element] = []
        self.tables: list[_Element] = []
        self.sure: list[tuple[int, int]] = []
        self.guessed: list[tuple[int, int]] = []
        self.raised = False  # inside <sup> or <sub>, before its text

    def take(self, token: Tag | Text | Entity) -> None:
        if isinstance(token, Tag):
            if token.closing:
                self._close(token.name)
            else:
                self._open(token)
        elif isinstance(token, Text) and token.raw:
            if self.stack and self.stack[-1].name == "script":
                self.dates.note_script(token, self.source)
        elif self.stack and self.stack[-1].dropped:
            return
        elif isinstance(token, Text):
            self._text(token.start, token.end)
        else:
            self._entity(token.start, token.end)

    def finish(self, document: Document) -> Document:
        while self.stack:
            self._pop()
        for start, end in self.sure:
            self.weaver.mark(Role.furniture, start, end)
        if not _cover(self.sure + self.guessed, len(self.weaver)):
            for start, end in self.guessed:
                self.weaver.mark(Role.furniture, start, end)
        published, because = self.dates.best()
        return self.weaver.into(document, published=published, published_because=because)

    # Tags

    def _open(self, tag: Tag) -> None:
        attributes = tag.attributes() if tag.end - tag.start > len(tag.name) + 2 else {}
        self.dates.note(tag, attributes)
        if tag.name in VOID:
            self._void(tag.name, attributes)
            return
        self._end_implied(tag.name)
        self._begin_line(tag.name)
        element = self._element(tag.name, attributes)
        if tag.name in ("sup", "sub"):
            self.raised = True
        if tag.empty:
            return
        self.stack.append(element)
        self.open[tag.name] += 1
        if tag.name == "tr":
            self.rows.append(element)
        elif tag.name == "table":
            self.tables.append(element)

    def _element(self, name: str, attributes: dict[str, tuple[int, int]]) -> _Element:
        above = self.stack[-1] if self.stack else None
        inherited = above is not None and above.dropped and (above.name, name) != ("head", "title")
        dropped = name in DROPPED or inherited or self._is_hidden(attributes)
        element = _Element(name, len(self.weaver), dropped)
        if dropped:
            return element
        role = self._value(attributes, "role").strip().lower()
        page_header = name == "header" and not self.open["article"] and not self.open["main"]
        element.furniture = name in furniture.ELEMENTS or role in furniture.ROLES or page_header
        names = f"{self._value(attributes, 'class')} {self._value(attributes, 'id')}"
        element.guessed = name == "form" or furniture.hinted(name, names)
        if name == "main":
            self._clear(guessed=True)
        elif name == "h1":
            self._clear(guessed=False)
        return element

    def _clear(self, *, guessed: bool) -> None:
        """`<main>` is the article whatever its wrapper's class says; the `<h1>` of a page's header is its headline."""
        for element in self.stack[-NEAR:]:
            element.guessed = element.guessed and not guessed
            element.furniture = element.furniture and element.name != "header"

    def _void(self, name: str, attributes: dict[str, tuple[int, int]]) -> None:
        if self.stack and self.stack[-1].dropped:
            return
        if name in ("br", "hr"):
            self.weaver.separate("\n" if name == "br" else "\n\n")
        elif name == "img" and "alt" in attributes and not self._is_hidden(attributes):
            start, end = attributes["alt"]
            if any(character.isalpha() for character in self.source[start:end]):
                self._caption(start, end)

    def _caption(self, start: int, end: int) -> None:
        """What a picture shows is a line of its own."""
        self._separate("\n")
        begin, at = len(self.weaver), start
        for entity in re.finditer(UNCLOSED, self.source[start:end]):
            self._text(at, start + entity.start())
            self._entity(start + entity.start(), start + entity.end())
            at = start + entity.end()
        self._text(at, end)
        self.weaver.mark(Role.caption, begin)
        self._separate("\n")

    def _end_implied(self, name: str) -> None:
        if self.stack and self.stack[-1].name == "head" and name not in IN_HEAD:
            self._pop()
        ends = [PARAGRAPH] if name in BLOCKS else []
        ends += [ENDS[name]] if name in ENDS else []
        for ended, stops in ends:
            depth = 0
            for number, element in enumerate(reversed(self.stack[-NEAR:]), start=1):
                if element.name in stops:
                    break
                depth = number if element.name in ended else depth
            for _ in range(depth):
                self._pop()

    def _close(self, name: str) -> None:
        """Ends the element; an inline end tag never ends a block, and one that was not begun ends nothing."""
        if not self.open[name]:
            return
        if name in BLOCKS or name in DROPPED or name in ("td", "th"):
            while self.stack[-1].name != name:
                self._pop()
            self._pop()
            return
        for number, element in enumerate(reversed(self.stack[-NEAR:]), start=1):
            if element.name == name:
                for _ in range(number):
                    self._pop()
                return
            if element.name in BLOCKS or element.name in ("td", "th"):
                return

    def _pop(self) -> None:
        element = self.stack.pop()
        self.open[element.name] -= 1
        if element.dropped:
            self._forget(element)
            return
        match element.name:
            case "tr":
                self._end_row(element)
            case "td" | "th":
                self._end_cell(element)
            case "table":
                self._end_table(element)
            case name if role := ROLES.get(name):
                self.weaver.mark(role, element.start)
            case _:
                pass
        if element.name in BLOCKS and element.name != "tr":
            self._separate("\n" if element.name in LINES else "\n\n")
        if element.furniture:
            self.sure.append((element.start, len(self.weaver)))
        elif element.guessed:
            self.guessed.append((element.start, len(self.weaver)))

    # Lines, rows and cells

    def _begin_line(self, name: str) -> None:
        if self.stack and self.stack[-1].dropped:
            return
        if name in ("td", "th"):
            if self.rows and len(self.weaver) > self.rows[-1].start:
                self.weaver.separate(" | ", replace=True)
        elif name in BLOCKS:
            self._separate("\n" if name in LINES else "\n\n")

    def _separate(self, separator: str) -> None:
        """Nothing separates an item from the paragraph that it begins with, or a row from that of its first cell."""
        read = len(self.weaver)
        if not any(element.start == read and element.name in LINES for element in self.stack[-3:]):
            self.weaver.separate(separator)

    def _end_row(self, row: _Element) -> None:
        self._forget(row)
        self.weaver.separate("\n", replace=True)
        # A table that only arranges a page has paragraphs in its cells.
        if len(self.weaver) - row.start <= _LONGEST_ROW and "\n\n" not in self.weaver.text(row.start).lstrip():
            self.weaver.mark(Role.row, row.start)

    def _end_cell(self, cell: _Element) -> None:
        if self.tables and len(self.weaver) - cell.start <= 9:
            text = self.weaver.text(cell.start).strip(" |\n")
            self.tables[-1].cells += bool(text)
            self.tables[-1].days += bool(_DAY.fullmatch(text)) and 1 <= int(text) <= 31

    def _end_table(self, table: _Element) -> None:
        """A table of the days of a month is a calendar, with its caption and arrows."""
        self._forget(table)
        if table.days >= 28 and table.days >= 0.6 * table.cells:
            table.furniture = True

    def _forget(self, element: _Element) -> None:
        for opened in (self.rows, self.tables):
            if opened and opened[-1] is element:
                opened.pop()

    # Texts

    def _text(self, start: int, end: int) -> None:
        """White space is one space to a reader, but for `<pre>`."""
        if self.open["pre"]:
            self.weaver.keep(start, end)
            return
        if start < end:
            self._raise(self.source[start])
            self.weaver.flow(start, end)

    def _entity(self, start: int, end: int) -> None:
        written = self.source[start:end]
        if written.rstrip(";").lower() not in ("&shy", "&#173", "&#xad", "&#8203", "&#x200b"):
            self._raise(written)
            put_entity(self.weaver, written, start)

    def _raise(self, character: str) -> None:
        """A raised digit is no part of the number before it: 200<sup>1</sup> is 200^1; but 20<sup>th</sup> is 20th."""
        if self.raised and character.isdigit() and self.weaver.text(max(0, len(self.weaver) - 1)).isdigit():
            self.weaver.separate("^")
        self.raised = False

    # Attributes

    def _value(self, attributes: dict[str, tuple[int, int]], name: str) -> str:
        return self.source[slice(*attributes[name])] if name in attributes else ""

    def _is_hidden(self, attributes: dict[str, tuple[int, int]]) -> bool:
        return bool(attributes) and (
            "hidden" in attributes
            or self._value(attributes, "aria-hidden").strip().lower() == "true"
            or bool(_INVISIBLE.search(self._value(attributes, "style")))
        )


def _cover(stretches: list[tuple[int, int]], length: int) -> bool:
    """Do the stretches leave nothing of the text?"""
    reached = 0
    for start, end in sorted(stretches):
        if start > reached:
            return False
        reached = max(reached, end)
    return reached >= length
