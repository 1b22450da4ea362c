"""Blocks: "Views: 7750" is page furniture, "Photo: Tents near the range" a caption, "The drill ends on Friday." prose.

Headings, captions, items of lists and rows of tables are told by their lines alone, or by what the format marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.model import Document, Mark, Role


class Block(NamedTuple):
    """A stretch of a document's readable text with one role; sentences never cross its ends."""

    role: Role
    start: int
    end: int


# Lines that a page shows around its articles. Each alternative stands at the start of a line.
_FURNITURE = re.compile(
    r"""
    (?:views?|reads?|comments?|shares?|likes?|hits)\s*:\s*[\d.,k]+             # Views: 7750
    | [\d.,]+k?\s+(?:views?|comments?|shares?|likes?|readers?)\b               # 22 comments
    | (?:reading\ time|read\ time|tags?|keywords?|filed\ under|categor(?:y|ies)|topics?)\s*:
    | [·•|\s]*\d+\s*(?:-\s*)?min(?:ute)?s?\.?\s+read\b                          # 4 min read
    | (?:read|see|watch)\ (?:also|more|next)\b | also\ read\b | related(?:\s+\w+)?\s*: | most\ (?:read|viewed|popular)\b
    | more\ (?:from|on|stories|news)\b | you\ may\ also\ like | recommended\b | trending\b | in\ this\ article\s*:
    | (?:please\s+)?(?:subscribe|sign\ up|log\ in|follow\ us|share\ (?:this|on|via)|click\ here|get\ the\ )
    | (?:[©]|\(c\)|copyright\b) | all\ rights\ reserved | advertisement\b | sponsored\b
    | (?:tel|telephone|phone|fax|e-?mail|enquir(?:y|ies)|contact|hotline|emergency\ number)\s*[.:]
    | (?:first\ |last\ )?(?:published|updated|posted|modified)\s*(?:(?:on|at)\s*)?:  # PUBLISHED: MONDAY, MARCH 11
    | listen\ to\ this\ article | skip\ to\ | cookie | no\ comments\b | post\ a\ comment | leave\ a\ (?:comment|reply)
    | if\ you\ find\ an?\ (?:error|mistake) | found\ a\ (?:mistake|typo)
    | (?:https?://|www\.)\S+\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:in\s+the\s+(?:photo|picture)|(?:file\s+|archive\s+)?(?:photo|picture|image|pictured|photograph"
    r"|caption))\b[^:.\n]{0,30}:",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[-*•●▪◦–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_ROW = re.compile(r"\S(?:\t+|\s*\|\s*| {3,})\S")
_COLUMN_MARKS = ("\t", "|", "   ")
# A calendar widget: nothing but day numbers, weekday and month names.
_CALENDAR_WORD = re.compile(
    r"(?:\d+|total|year|[«»\"“”|<>]+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|[mtwfs]"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?$",
    re.IGNORECASE,
)
# "Houses damaged: 45,000" is a line of its own, however long the line above it.
_LABEL = re.compile(r"[A-Z][^:.!?\n]{0,40}:\s")
# "- Teams: 12"; a label of more words is a sentence.
_ROW_LABEL = re.compile(r"\W*(?P<label>[A-Za-z][^:.!?\n]{0,40}?)\s*:\s+\S")
_LABEL_WORDS = 5
_TERMINAL = tuple('.!?…:;,”"’)»')
_LONGEST_HEADING = 120
_LINE = re.compile(r"[^\n]*\n?")


def blocks(document: Document) -> Iterator[Block]:
    """The blocks of a parsed document, in order. Struck text and what a format marks as furniture keep that role."""
    marks = sorted(document.marks, key=lambda mark: (mark.start, -mark.end))
    structured = any(mark.role in (Role.heading, Role.title, Role.furniture) for mark in marks)
    active: list[Mark] = []
    reached = 0
    for block in _plain_blocks(document.text, structured=structured):
        while reached < len(marks) and marks[reached].start < block.end:
            active.append(marks[reached])
            reached += 1
        active = [mark for mark in active if mark.end > block.start]
        yield from _marked(block, active)


def _plain_blocks(text: str, *, structured: bool) -> Iterator[Block]:
    for number, (start, end, lines) in enumerate(_paragraphs(text)):
        if _is_calendar(text, lines):
            yield Block(Role.furniture, start, end)
            continue
        for line_start, line_end in _joined(text, lines):
            role = _role_of_line(text, line_start, line_end)
            if role is Role.prose and not structured and len(lines) == 1 and _is_heading(text[line_start:line_end]):
                role = Role.heading if number else Role.title
            yield Block(role, line_start, line_end)


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Runs of lines between blank ones: (start, end, spans of the lines)."""
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.start(), match.end()
        if match[0].strip():
            lines.append((start, end - 1 if text[end - 1] == "\n" else end))
        elif lines:
            yield lines[0][0], lines[-1][1], lines
            lines = []
    if lines:
        yield lines[0][0], lines[-1][1], lines


def _is_calendar(text: str, lines: list[tuple[int, int]]) -> bool:
    words = [word for start, end in lines for word in text[start:end].split()]
    if len(words) < 7 or sum(map(str.isdigit, words)) < 4:
        return False
    return all(_CALENDAR_WORD.match(word.strip("•")) for word in words if word != "•")


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines that a hard wrap broke apart, put together again."""
    begin, end = lines[0]
    for (line_start, line_end), (start, following_end) in pairwise(lines):
        if not _wrapped(text[line_start:line_end], text[start:following_end]):
            yield begin, end
            begin = start
        end = following_end
    yield begin, end


def _wrapped(line: str, following: str) -> bool:
    """Does `following` continue the sentence of `line`?"""
    line, following = line.rstrip(), following.lstrip()
    if not (following[:1].islower() or (50 <= len(line) <= 100 and not line.endswith((".", "!", "?", ":")))):
        return False
    if _ITEM.match(following) or _FURNITURE.match(following) or _CAPTION.match(following) or _LABEL.match(following):
        return False
    return not (_has_columns(line) or _has_columns(following) or _FURNITURE.match(line))


def label_of(text: str) -> str:
    """The label of a row of a fact box: "Teams" of "- Teams: 12"; "" for anything else, a caption too."""
    match = _ROW_LABEL.match(text) if ":" in text else None
    if match is None or _CAPTION.match(text):
        return ""
    label = match["label"]
    return label if len(label.split()) <= _LABEL_WORDS and label.count("(") == label.count(")") else ""


def _is_heading(line: str) -> bool:
    """Is a line that stands by itself short, and no sentence?"""
    return len(line.strip()) <= _LONGEST_HEADING and not line.strip().endswith(_TERMINAL)


def _role_of_line(text: str, start: int, end: int) -> Role:
    line = text[start:end].strip()
    if _FURNITURE.match(line.lstrip("•*-– ")):
        return Role.furniture
    if _CAPTION.match(line):
        return Role.caption
    if _ITEM.match(text, start, end):
        return Role.item
    if _has_columns(line):
        return Role.row
    return Role.prose


def _has_columns(line: str) -> bool:
    return any(mark in line for mark in _COLUMN_MARKS) and _ROW.search(line) is not None


def _marked(block: Block, marks: list[Mark]) -> Iterator[Block]:
    """`block`, cut where the format's marks begin and end; the innermost mark wins."""
    inside = [mark for mark in marks if mark.start < block.end]
    if not inside:
        yield block
        return
    ends = {at for mark in inside for at in (mark.start, mark.end) if block.start < at < block.end}
    cuts = sorted({block.start, block.end} | ends)
    for start, end in pairwise(cuts):
        over = [mark for mark in inside if mark.start <= start and end <= mark.end]
        yield Block(_strongest(over) if over and block.role is not Role.furniture else block.role, start, end)


def _strongest(over: list[Mark]) -> Role:
    for role in (Role.furniture, Role.struck):
        if any(mark.role is role for mark in over):
            return role
    return over[-1].role
