"""Inside a Markdown paragraph: "the **8th** [drill](https://…)" reads "the 8th drill".

Marks of emphasis, code and links are hidden where they are that (`5 * 3` and `year_suffix` stay); what remains keeps
its place. Each pass is linear in the text, whatever brackets and asterisks it consists of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from checker.inputs.blocks import LONGEST_LABEL, Span
from checker.inputs.elements import BLOCKS, LINES
from checker.inputs.entities import PATTERN, put_entity
from checker.inputs.weaving import Weaver
from checker.model import Role

_TOKEN = re.compile(
    rf"""
      (?P<escape> \\ (?= [!-/:-@\[-`{{-~] ) )            # \*
    | (?P<code> `++ )                                    # `code`
    | (?P<comment> <!-- )                                # <!-- note -->
    | (?P<address> < (?= [a-zA-Z][a-zA-Z0-9+.-]{{1,31}}: ) [^\s<>]{{1,2000}}+ > )  # <https://…>
    | (?P<tag> </?[a-zA-Z][^<>]{{0,2000}}+> )            # <span class="x">
    | (?P<entity> {PATTERN} )                            # &nbsp;
    | (?P<note> \[\^ [^\]\s]{{1,100}}+ \] )              # [^1]
    | (?P<open> !?\[ )                                   # [text](…), ![alt](…)
    | (?P<close> \] )
    | (?P<run> \*++ | _++ | ~~++ )
    """,
    re.VERBOSE,
)
# What follows the text of a link. Bounded, since a text may consist of "](".
_TARGET = re.compile(
    r"""
    \( [ \t\n]*+
       (?: <[^<>\n]{0,2000}+> | (?: [^\s()\\] | \\. | \( [^\s()]{0,500}+ \) ){0,2000}+ )   # https://a.example/x_(y)
       (?: [ \t\n]++ (?: "[^"]{0,500}+" | '[^']{0,500}+' | \([^()]{0,500}+\) ) )?+            # "title"
       [ \t\n]*+ \)
    | \[ (?P<label> [^\]\[]{0,200}+ ) \]
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
# Tags that set what is before them apart from what follows, and how; of a cell, its end does.
_SEPARATORS = {
    **dict.fromkeys((*BLOCKS, "hr"), "\n\n"),
    **dict.fromkeys(LINES, "\n"),
    **dict.fromkeys(("td", "th"), " | "),
}
_STRUCK = re.compile(r"<(?P<end>/?)(?:del|s|strike)\b", re.IGNORECASE)


def read_inline(source: str, lines: list[Span], weaver: Weaver, labels: frozenset[str]) -> None:
    """Reads the lines of one block, each broken where the source breaks it."""
    paragraph = _Paragraph("\n".join(source[start:end] for start, end in lines), labels)
    paragraph.scan()
    _Emission(lines, weaver).emit(paragraph)


class _Paragraph:
    """Which stretches of a block's text are hidden, which stand for another character, and where roles lie."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.hidden: list[Span] = []
        self.entities: list[Span] = []
        self.breaks: list[Span] = []
        self.apart: list[tuple[int, int, str]] = []  # tags, and what they separate with
        self.roles: list[tuple[Role, int, int]] = []
        self._brackets: list[tuple[int, int]] = []  # where it opens, where its text begins
        self._runs: dict[str, list[Span]] = defaultdict(list)  # what may open, by character
        self._struck: list[int] = []
        self._ticks: dict[int, list[int]] = defaultdict(list)  # where runs of that many backticks are

    def scan(self) -> None:
        for run in re.finditer(r"`++", self.text):
            self._ticks[len(run[0])].append(run.start())
        at = 0
        while found := _TOKEN.search(self.text, at):
            at = self._token(found)
        self.hidden.sort()

    def _token(self, found: re.Match[str]) -> int:
        """Takes one token; returns where to go on."""
        start, end = found.span()
        match found.lastgroup:
            case "escape":
                self.hidden.append((start, end))
                return end + 1
            case "code":
                return self._code(start, end)
            case "comment":
                closing = self.text.find("-->", end)
                end = closing + 3 if closing >= 0 else len(self.text)
                self.hidden.append((start, end))
            case "address":
                self.hidden += [(start, start + 1), (end - 1, end)]
            case "tag":
                self._tag(found[0], start, end)
            case "entity":
                self.entities.append((start, end))
            case "note":
                self.hidden.append((start, end))
            case "open":
                self._brackets.append((start, end))
            case "close":
                return self._close(start, end)
            case _:
                self._run(found[0], start, end)
        return end

    def _code(self, start: int, end: int) -> int:
        places = self._ticks[end - start]
        following = bisect_right(places, start)
        if following == len(places):
            return end
        closing = places[following]
        self.hidden += [(start, end), (closing, closing + end - start)]
        return closing + end - start

    def _tag(self, tag: str, start: int, end: int) -> None:
        name = _NAME.match(tag)
        separator = _SEPARATORS.get(name[1].lower(), "") if name else ""
        if name and name[1].lower() == "br":
            self.breaks.append((start, end))
            return
        if separator and (separator != " | " or tag.startswith("</")):
            self.apart.append((start, end, separator))
            return
        self.hidden.append((start, end))
        if struck := _STRUCK.match(tag):
            if not struck["end"]:
                self._struck.append(end)
            elif self._struck:
                self.roles.append((Role.struck, self._struck.pop(), start))

    def _close(self, start: int, end: int) -> int:
        """The end of a link's text, if a target follows or its name is defined; else brackets are just brackets."""
        if not self._brackets:
            return end
        opening, inside = self._brackets.pop()
        target = _TARGET.match(self.text, end)
        if target and target["label"] and target["label"].casefold() not in self.labels:
            target = None
        if target is None and not self._defined(inside, start):
            return end
        end = target.end() if target else end
        self.hidden += [(opening, inside), (start, end)]
        if inside - opening == 2:
            self.roles.append((Role.caption, inside, start))
        return end

    def _defined(self, start: int, end: int) -> bool:
        """Is it the name of a link? Long texts are not looked up: brackets may nest ten thousand deep."""
        return end - start <= LONGEST_LABEL and self.text[start:end].casefold() in self.labels

    def _run(self, run: str, start: int, end: int) -> None:
        """Asterisks that touch a word on the left close what is open; those that touch one on the right may open."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        left, right = _flanks(before, after), _flanks(after, before)
        opens, closes = left, right
        if run[0] == "_":
            opens, closes = left and (not right or not before.isalnum()), right and (not left or not after.isalnum())
        stack = self._runs[run[0]]
        while closes and stack and start < end:
            first, last = stack.pop()
            size = min(last - first, end - start)
            self.hidden += [(last - size, last), (start, start + size)]
            if run[0] == "~":
                self.roles.append((Role.struck, last, start))
            if first < last - size:
                stack.append((first, last - size))
            start += size
        if opens and start < end:
            stack.append((start, end))


def _flanks(outside: str, inside: str) -> bool:
    """Does a run between these two characters lean on `inside`? By CommonMark's rules of left- and right-flanking."""
    if not inside or inside.isspace():
        return False
    return inside.isalnum() or not outside or not outside.isalnum()


class _Emission:
    """Hands a paragraph's readable stretches to the weaver, line by line, and then its roles."""

    def __init__(self, lines: list[Span], weaver: Weaver) -> None:
        self.lines = lines
        self.weaver = weaver
        self.starts: list[int] = []  # of the lines, in the paragraph's text
        length = 0
        for start, end in lines:
            self.starts.append(length)
            length += end - start + 1
        self.parted = -1  # where the last tag that sets lines apart ends: a line break there is not a second one
        self.before = [(0, len(weaver))]  # places in the paragraph, each with the length of what was read before it

    def emit(self, paragraph: _Paragraph) -> None:
        at = 0
        for start, end, kind in _changes(paragraph):
            if start >= at:
                self._keep(at, start)
                self._change(paragraph.text[start:end], start, end, kind)
            at = max(at, end)
        self._keep(at, len(paragraph.text))
        for role, start, end in paragraph.roles:
            self.weaver.mark(role, self._read_before(start), self._read_before(end))

    def _change(self, written: str, start: int, end: int, kind: str) -> None:
        self.before.append((start, len(self.weaver)))
        if kind == "entity":
            put_entity(self.weaver, written, self._origin(start))
        elif kind == "break":
            self.weaver.put("\n", self._origin(start), self._origin(end - 1) + 1)
        elif kind != "hidden":
            self.weaver.separate(kind, replace=True)
            self.parted = end
        self.before.append((end, len(self.weaver)))

    def _keep(self, start: int, end: int) -> None:
        """Reads a stretch that may go over several lines."""
        while start < end:
            number = bisect_right(self.starts, start) - 1
            stop = self.starts[number] + self.lines[number][1] - self.lines[number][0]
            self.before.append((start, len(self.weaver)))
            if start == stop == self.parted:
                self.weaver.separate("\n")
                start += 1
                self.parted = start
            elif start == stop:
                self.weaver.put("\n", self.lines[number][1], self.lines[number + 1][0])
                start += 1
            else:
                self.weaver.keep(self._origin(start), self._origin(start) + min(stop, end) - start)
                start = min(stop, end)

    def _origin(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.lines[number][0] + at - self.starts[number]

    def _read_before(self, at: int) -> int:
        """How much had been read when the paragraph was read up to `at`."""
        start, length = self.before[bisect_right(self.before, (at, len(self.weaver))) - 1]
        return min(length + at - start, len(self.weaver))


def _changes(paragraph: _Paragraph) -> list[tuple[int, int, str]]:
    """What is not read as it stands, in order."""
    hidden = [(*span, "hidden") for span in paragraph.hidden]
    entities = [(*span, "entity") for span in paragraph.entities]
    breaks = [(*span, "break") for span in paragraph.breaks]
    return sorted(hidden + entities + breaks + paragraph.apart)
