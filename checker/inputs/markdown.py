"""Markdown with front matter: `**Iron Ferry 2021** ends` reads "Iron Ferry 2021 ends", each character at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.inputs.weaving import Weaver
from checker.model import CheckerError, Document, Role
from checker.yamltext import Node, load

SUFFIXES = (".md", ".markdown")

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)(?<=\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*$")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_ITEM = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ ]{0,3}(?:[-*_][ \t]*){3,}$")
_TABLE_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# What is not read within a line: code and emphasis marks, link targets, tags, backslashes before punctuation.
_INLINE = re.compile(
    r"""
      (?P<image> !\[ (?P<alt> [^\]\n]* ) \] \( [^()\n]* \) )     # ![Tents](tents.jpg)
    | \[ (?P<link> [^\]\n]+ ) \] (?: \( [^()\n]* \) | \[ [^\]\n]* \] )   # [the army](https://…)
    | (?P<struck> ~~ (?P<gone> [^~\n]+ ) ~~ )                    # ~~open until 19:00~~
    | (?P<marks> \*{1,3} | (?<!\w)_{1,3}(?=\w) | (?<=\w)_{1,3}(?!\w) | `+ )
    | (?P<tag> </?[a-zA-Z][^<>\n]{0,300}> )
    | \\ (?= [!-/:-@\[-`{-~] )
    """,
    re.VERBOSE,
)
_DATES = ("date", "published", "pubdate", "publishdate", "publication_date")


def read(document: Document) -> Document:
    """The readable text; the date of the front matter, its title as a title."""
    source = document.source
    weaver = Weaver()
    published, because, body = document.published, document.published_because, 0
    if front := _FRONT.match(source):
        body = front.end()
        stated = _front_matter(front, weaver, document.path)
        if published is None and stated is not None:
            published, because = stated, "front matter"
    comments = [match.span() for match in _COMMENT.finditer(source, body)]
    _Body(source, weaver, comments).read(body)
    marks = tuple(sorted(weaver.marks))
    return document.with_text(weaver.text, weaver.segments, marks, published=published, published_because=because)


def _front_matter(front: re.Match[str], weaver: Weaver, path: str) -> date | None:
    """Adds the title, returns the date; front matter that is not YAML is not read."""
    try:
        node = load(front["yaml"], path)
    except CheckerError:
        return None
    if not isinstance(node.value, dict):
        return None
    by_name = {key.lower(): value for key, value in node.value.items()}
    title = by_name.get("title")
    if title is not None and isinstance(title.value, str):
        _add_title(front, title, weaver)
    return next((found for name in _DATES if name in by_name and (found := _date(by_name[name]))), None)


def _add_title(front: re.Match[str], title: Node, weaver: Weaver) -> None:
    start, end = front.start("yaml") + title.start, front.start("yaml") + title.end
    written = front.string[start:end]
    quotes = 1 if written[:1] in "\"'" and written[-1:] == written[:1] and len(written) > 1 else 0
    weaver.open(Role.title)
    weaver.add(written[quotes : len(written) - quotes], start + quotes, end - quotes)
    weaver.close(Role.title)
    weaver.break_line(end, 2)


def _date(node: Node) -> date | None:
    try:
        return date.fromisoformat(str(node.value)[:10])
    except ValueError:
        return None


class _Body:
    """The lines after the front matter."""

    def __init__(self, source: str, weaver: Weaver, comments: list[tuple[int, int]]) -> None:
        self.source = source
        self.weaver = weaver
        self.comments = comments

    def read(self, start: int) -> None:
        fence = ""
        lines = list(self._lines(start))
        for number, (begin, end) in enumerate(lines):
            line = self.source[begin:end]
            following = self.source[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
            opening = _FENCE.match(line)
            if fence:
                fence = "" if opening and opening["fence"].startswith(fence) else fence
            elif opening:
                fence = opening["fence"]
            elif not line.strip() or _RULE.match(line) or _TABLE_RULE.match(line) or _UNDERLINE.match(line):
                self.weaver.break_line(begin, 1 if _TABLE_RULE.match(line) and "|" in line else 2)
            else:
                self._line(begin, end, following)

    def _lines(self, start: int) -> Iterator[tuple[int, int]]:
        """Spans of the lines, without their breaks; lines of comments are left out."""
        for match in re.compile(r"[^\n]*\n?").finditer(self.source, start):
            if match.start() == match.end():
                continue
            begin, end = match.start(), match.start() + len(match[0].rstrip("\r\n"))
            for first, last in self.comments:
                if first <= begin < last:
                    begin = min(last, end)
            yield begin, end

    def _line(self, start: int, end: int, following: str) -> None:
        quote = _QUOTE.match(self.source, start, end)
        start = quote.end() if quote else start
        heading = _HEADING.match(self.source, start, end)
        item = _ITEM.match(self.source, start, end)
        if heading:
            self._block(Role.heading, heading.start("text"), heading.end("text"), 2)
        elif following.strip() and _UNDERLINE.match(following) and not _RULE.match(following.replace("=", "")) or following.startswith("==="):
            self._block(Role.heading, start, end, 2)
        elif item:
            self._block(Role.item, item.end(), end, 1)
        elif self.source[start:end].count("|") > 1:
            self._block(Role.row, start, end, 1)
        else:
            self._inline(start, end)
            self.weaver.add("\n", end, end)

    def _block(self, role: Role, start: int, end: int, lines: int) -> None:
        self.weaver.break_line(start, lines)
        self.weaver.open(role)
        self._inline(start, end)
        self.weaver.close(role)
        self.weaver.break_line(end, lines)

    def _inline(self, start: int, end: int) -> None:
        at = start
        for match in _INLINE.finditer(self.source, start, end):
            if any(first <= match.start() < last for first, last in self.comments):
                continue
            self.weaver.add(self.source[at : match.start()], at, match.start())
            self._piece(match)
            at = match.end()
        self.weaver.add(self.source[at:end], at, end)

    def _piece(self, match: re.Match[str]) -> None:
        group, role = ("alt", Role.caption) if match["image"] else ("gone", Role.struck) if match["struck"] else ("link", None)
        if match[group] is None:
            return
        if role is not None:
            self.weaver.open(role)
        if group == "link":
            self._inline(*match.span(group))
        else:
            self.weaver.add(match[group], *match.span(group))
        if role is not None:
            self.weaver.close(role)
