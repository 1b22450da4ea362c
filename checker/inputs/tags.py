"""An HTML page cut into tags, texts and entities, each with its place: `<p class="lead">Amber&nbsp;Lynx`.

Not the standard library's parser: that one takes time quadratic in the length of a page of "<a <a <a" or "<!--<!--"
(36 s for 60 KB), and tells places as lines and columns. Here every character is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from checker.inputs.entities import UNCLOSED

# Elements whose content is not markup.
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_NAME = re.compile(r"</?(?P<name>[a-zA-Z][^\s/>]{0,60})")
_ATTRIBUTES = re.compile(r"""(?:[^>=]|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")  # a quote counts after "=" only
_ATTRIBUTE = re.compile(
    r"""
    (?P<name> [^\s/>"'=]{1,100}+ )
    (?: \s*+ = \s*+ (?: "(?P<double> [^"]*+ )" | '(?P<single> [^']*+ )' | (?P<bare> [^\s"'=<>`]++ ) ) )?+
    | ["'=/] | \s++ | [^\s/>"'=]++
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(UNCLOSED)


class Tag(NamedTuple):
    """`<img alt="Tents">` or `</p>`; attributes are looked up when somebody asks."""

    name: str
    start: int
    end: int
    closing: bool
    source: str

    @property
    def empty(self) -> bool:
        """Is it `<br/>`?"""
        return self.source[self.end - 2] == "/"

    def attributes(self) -> dict[str, tuple[int, int]]:
        """Where the value of each attribute stands; of one that is given twice, the first counts."""
        places: dict[str, tuple[int, int]] = {}
        for found in _ATTRIBUTE.finditer(self.source, self.start + len(self.name) + 1, self.end - 1):
            if found["name"]:
                group = next((name for name in ("double", "single", "bare") if found[name] is not None), None)
                span = found.span(group) if group else (found.end(), found.end())
                places.setdefault(found["name"].lower(), span)
        return places


class Text(NamedTuple):
    """Text between tags, without entities."""

    start: int
    end: int
    raw: bool = False  # of a script or style sheet


class Entity(NamedTuple):
    """`&nbsp;`"""

    start: int
    end: int


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.quotes_close = True  # until one does not: from there on, quotes in tags are not minded

    @cached_property
    def last_bracket(self) -> int:
        return self.source.rfind(">")

    def tokens(self, at: int) -> Iterator[Tag | Text | Entity]:
        while at < len(self.source):
            start = self.source.find("<", at)
            start = len(self.source) if start < 0 else start
            yield from self.pieces(at, start)
            if start == len(self.source):
                return
            found, at = self.markup(start)
            if found is not None:
                yield found
            if isinstance(found, Tag) and found.name in _RAW and not found.closing and not found.empty:
                end = self.closing(found.name, at)
                if found.name in ("title", "textarea"):
                    yield from self.pieces(at, end)
                elif end > at:
                    yield Text(at, end, raw=True)
                at = end

    def markup(self, start: int) -> tuple[Tag | Text | None, int]:
        """The tag at `start`, and where to go on. A `<` that begins nothing is read as text, a comment not at all."""
        source = self.source
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            return None, len(source) if end < 0 else end + 3
        if start < self.last_bracket and source[start + 1 : start + 2] in ("!", "?"):
            return None, source.index(">", start) + 1
        name = _NAME.match(source, start)
        end = self.tag_end(name.end()) if name and start < self.last_bracket else 0
        if name is None or not end:
            return Text(start, start + 1), start + 1
        return Tag(name["name"].lower(), start, end, source[start + 1] == "/", source), end

    def tag_end(self, at: int) -> int:
        """Where the tag ends; 0 when it does not."""
        if self.quotes_close:
            if found := _ATTRIBUTES.match(self.source, at):
                return found.end()
            self.quotes_close = False
        return self.source.find(">", at) + 1

    def closing(self, name: str, at: int) -> int:
        """Where `</script` stands, else the end of the page."""
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.source, at)
        return found.start() if found else len(self.source)

    def pieces(self, start: int, end: int) -> Iterator[Text | Entity]:
        for found in _ENTITY.finditer(self.source, start, end):
            if start < found.start():
                yield Text(start, found.start())
            yield Entity(*found.span())
            start = found.end()
        if start < end:
            yield Text(start, end)


def tokens(source: str) -> Iterator[Tag | Text | Entity]:
    """The pieces of the page in order. Comments and declarations are passed over."""
    return _Scanner(source).tokens(int(source.startswith("\ufeff")))
