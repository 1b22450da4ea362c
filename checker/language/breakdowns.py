"""Wholes and their parts: "24 spans, of which 14 cross the water", "$54 million, made up as follows: …", a Total row.

`complete` breakdowns are presented as all there is ("made up as follows", "the remaining 800", a row called Total); of
the others only so much is sure, that the parts together are not more than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from checker.language.cues import cue
from checker.language.figures import VALUE, Row, alike, quantity, row
from checker.language.reading import Statement
from checker.model import Hedge, Mention, Role


class Item(NamedTuple):
    """A figure and the statement that it stands in."""

    statement: Statement
    mention: Mention


class Breakdown(NamedTuple):
    """A whole, its parts, and what shows that they are."""

    whole: Item
    parts: tuple[Item, ...]
    complete: bool
    because: str


_WHOLE, _PART = f"(?P<whole>{VALUE})", f"(?P<part>{VALUE})"
_NEAR = r"[^.;:()\ue000-\uf8ff]{0,60}?"
_PARTS = rf"(?P<parts>[^.;:()\uf000-\uf8ff]{{0,120}}?{VALUE}[^.;()]{{0,300}})"  # up to the end of the clause
# 24 spans, of which 14 cross the water and 12 stand on land; Dead: 38 (of these 34 in Kolmar and 4 in Sever)
_OF_WHICH = cue(rf"{_WHOLE}{_NEAR}[,(]\s*of\s(?:which|whom|these|them|those)\b{_PARTS}", "which whom these them those")
# Of its 180 vehicles, 21 are armoured and 30 are lorries; but not "281 of its 301 houses, from 290 in 2011".
_OF_THE = cue(
    re.compile(
        rf"(?:^\W*|[;:—–]\s|,\s(?:and|but)\s)[Oo]f\s(?:(?:the|its|their|our|his|her|all|these|those)\s){{1,2}}{_WHOLE}{_NEAR},\s{_PARTS}"
    ),
    "of",
)
# On $54 million … Of this, $30 million will come from A and $24 million from B.
_OF_THESE = re.compile(rf"^\W*Of\s(?:this|these|them|those|that)\b(?:\s\w+)?,?{_PARTS}")
# 21 of its 18 vehicles
_PART_OF = re.compile(rf"{_PART}\sof\s(?:the|its|their|our|these|those)\s{_WHOLE}")
# The parts of one whole may overlap: people are women and foreigners at once; and one part may lie in another.
_OVERLAPPING = re.compile(
    r"\b(?:wom[ae]n|men|children(?!['’]s)|child|girls?|boys?|minors?|civilians?|foreign\w*|elderly|students?|including|among|more|also|"
    r"with|while|after|before|compared|against|than|up\sfrom|down\sfrom|over|each|every|at\sleast|another|later|then|still|now|already|"
    r"of\s(?:them|these|those|whom|which|the|its|their)|wounded|injured|killed|died|dead|again|only|both|times|or)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(VALUE)
# The office shared out the 120 seats. The Greens have 48 and the Farmers' League 39.
_SHARED_OUT = re.compile(
    rf"\b(?:shar|divid|distribut|split|allocat|allot)\w*\s(?:out\s|up\s)?(?:the|its|all|all\sthe)\s{_WHOLE}\s",
    re.IGNORECASE,
)
_HAS = re.compile(rf"\b(?:has|have|had|won|wins?|takes?|took|gets?|got|holds?|secured?|receives?d?)\s{_PART}")
_AND_HAS = re.compile(rf"(?:,|\band)\s(?:the\s)?(?:[\w’'-]+\s){{1,5}}{_PART}(?=[\s,.;]|$)")
# … 1,100 are British, and the remaining 800 come from Uganda
_REMAINING = cue(re.compile(rf"\b(?:the\s)?(?:remaining|other|rest,)\s{_PART}"), "remaining other rest")
_SO_ALL = cue(
    re.compile(
        rf"^(?P<parts>[^.;:()]{{1,200}}?),\s(?:so|making)\s{_WHOLE}{_NEAR}\b(?:all\stold|in\sall|altogether|in\stotal)\b"
    ),
    "so making",
)
# 24 lorries, 12 vans and 8 cars, 44 vehicles in all
_IN_ALL = cue(
    re.compile(
        rf"^(?P<parts>[^.;:()]{{1,200}}?),\s(?:and\s)?{_WHOLE}(?:\s[\w-]+){{0,4}}?\s(?:all\stold|in\sall|altogether|in\stotal)\b"
    ),
    "all altogether total",
)
# 450 beds: 180 in surgery, 120 in medicine and 150 elsewhere
_ENUMERATED = re.compile(rf"{_WHOLE}{_NEAR}[:—–]\s(?P<parts>{VALUE}[^.;:()]{{0,300}})")
_LAST_OF_LIST = re.compile(rf"\band\s(?:[\w’'-]+\s){{0,3}}?{VALUE}[^,;]*$")
_FEWEST_LISTED = 3
_AS_FOLLOWS = re.compile(
    r"\b(?:made\sup|broken\sdown|divided|split|composed|shared|distributed|allocated|apportioned|consists?|comprises?|"
    r"breakdown|as\sfollows)\b[^.]{0,80}:\s*$",
    re.IGNORECASE,
)
_TOTAL_ROW = re.compile(r"(?:grand\s|overall\s)?totals?|sum|altogether|in\sall|all", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"%|average|mean|rate|year|rank|share|per\s|of\swhich|including|sub-?total|no\.|number\sof\sthe|id\b", re.IGNORECASE
)
# A sum that is nothing like the whole belongs to another whole.
_LEAST, _MOST = 0.5, 2.0


# Between a whole and its parts: "60 bands: 24 …", "60 bands, of which 24 …"; before it: "Of the 60 bands, 24 …".
_OPENS_LIST = re.compile(
    r"[:;(–—.]|\b(?:of\s+(?:which|whom|these|them|those)|with|made\s+up|including|namely|divided|split)\b"
)
_OF_ALL = re.compile(r"\b[Oo]f\s+(?:the\s+|all\s+|its\s+|their\s+)?\W?$")


def breakdowns(statements: Sequence[Statement]) -> Iterator[Breakdown]:
    """Every whole with its parts, in order."""
    for _, paragraph in groupby(statements, key=lambda statement: statement.paragraph):
        members = list(paragraph)
        if any(member.quantities for member in members):
            yield from _in_paragraph([row(member, bare=True) for member in members if member.role is not Role.row])
    yield from _lists(statements)
    yield from _tables(statements)


def _in_paragraph(rows: Sequence[Row]) -> Iterator[Breakdown]:
    for number, here in enumerate(rows):
        if not here.mentions:
            continue
        yield from _in_sentence(here)
        if number and (match := _OF_THESE.match(here.signs)):
            yield from _of_these(rows[number - 1], here, match)
        if shared := _SHARED_OUT.search(here.signs):
            yield from _shared_out(here, shared, rows[number + 1 :])
    yield from _remaining(rows)


def _in_sentence(here: Row) -> Iterator[Breakdown]:
    text = here.statement.text
    for asked in (_OF_WHICH, _OF_THE):
        for match in asked.finditer(here.signs, within=text):
            yield from _portion(here, here.mention(match, "whole"), here, match["parts"], "a part of it, the text says")
    for match in _PART_OF.finditer(here.signs):
        whole, part = here.mention(match, "whole"), here.mention(match, "part")
        if alike((whole, part)):
            yield Breakdown(Item(here.statement, whole), (Item(here.statement, part),), False, "some of the whole")
    for match in _ENUMERATED.finditer(here.signs):
        yield from _enumerated(here, match)
    if added := _SO_ALL.search(here.signs, within=text) or _IN_ALL.search(here.signs, within=text):
        whole, parts = here.mention(added, "whole"), [here.at(sign) for sign in _VALUE.findall(added["parts"])]
        if len(parts) > 1 and alike((whole, *parts)):
            yield _whole_of(
                Item(here.statement, whole),
                [Item(here.statement, part) for part in parts],
                "added up in the same sentence",
            )


def _enumerated(here: Row, match: re.Match[str]) -> Iterator[Breakdown]:
    """A whole before a colon and a list behind it that ends in "and …": all of its parts."""
    whole = here.mention(match, "whole")
    found = list(_VALUE.finditer(match["parts"]))
    parts = [here.at(sign[0]) for sign in found]
    if len(parts) < _FEWEST_LISTED or not _LAST_OF_LIST.search(match["parts"]) or _OVERLAPPING.search(match["parts"]):
        return
    if alike((whole, *parts)) and all(_is_of(whole, part) for part in parts):
        yield _whole_of(
            Item(here.statement, whole), [Item(here.statement, part) for part in parts], "enumerated behind a colon"
        )


def _portion(at: Row, whole: Mention, here: Row, clause: str, because: str) -> Iterator[Breakdown]:
    """The figures of the clause as far as they surely do not overlap: the first alone, or all of them."""
    found = list(_VALUE.finditer(clause))
    parts = [here.at(sign[0]) for sign in found]
    if not parts or not _is_of(whole, parts[0]):
        return
    if len(parts) > 1 and (_OVERLAPPING.search(clause) or not all(_is_of(whole, part) for part in parts)):
        parts = parts[:1]
    if _OVERLAPPING.search(clause[: found[0].start()]) or quantity(parts[0]).hedge in (Hedge.under, Hedge.at_most):
        return
    yield Breakdown(Item(at.statement, whole), tuple(Item(here.statement, part) for part in parts), False, because)


def _of_these(before: Row, here: Row, match: re.Match[str]) -> Iterator[Breakdown]:
    first = next((here.at(sign) for sign in _VALUE.findall(match["parts"])), None)
    wholes = [mention for mention in before.mentions if first is not None and alike((mention, first))]
    if wholes:
        whole = max(wholes, key=lambda mention: quantity(mention).high)
        yield from _portion(before, whole, here, match["parts"], "a part of it, the next sentence says")


def _shared_out(here: Row, match: re.Match[str], following: Sequence[Row]) -> Iterator[Breakdown]:
    """Seats and who has them, sentence by sentence until one has none."""
    whole = here.mention(match, "whole")
    parts: list[Item] = []
    for one in (row(other.statement, bare=True, names=True) for other in following):
        first = _HAS.search(one.signs)
        if first is None:
            break
        signs = [first["part"], *(found["part"] for found in _AND_HAS.finditer(one.signs, first.end()))]
        found = [one.at(sign) for sign in signs]
        if not all(_is_of(whole, mention) for mention in found):
            break
        parts += [Item(one.statement, mention) for mention in found]
    if len(parts) > 1:
        yield Breakdown(Item(here.statement, whole), tuple(parts), False, "shared out among them")


def _remaining(rows: Sequence[Row]) -> Iterator[Breakdown]:
    """The whole is the first figure of the paragraph that can be one; those up to "the remaining" are parts."""
    before: list[Item] = []
    for here in rows:
        match = _REMAINING.search(here.signs, within=here.statement.text) if here.mentions else None
        last = here.mention(match, "part") if match else None
        for mention in here.mentions:
            if mention is last:
                yield from _ended(before, Item(here.statement, mention))
                return
            before.append(Item(here.statement, mention))


def _ended(before: Sequence[Item], last: Item) -> Iterator[Breakdown]:
    items = [item for item in before if alike((item.mention, last.mention))]
    for at, whole in enumerate(items):
        parts = [*items[at + 1 :], last]
        most = quantity(whole.mention).high
        if len(parts) > 1 and all(quantity(part.mention).high < most for part in parts) and _counts_alike(whole, parts):
            added = sum(quantity(part.mention).high for part in parts)
            if _LEAST * most <= added <= _MOST * most and not _is_in_their_list(whole, parts):
                yield _whole_of(whole, parts, "with the remaining ones it is complete")
            return


def _is_in_their_list(whole: Item, parts: Sequence[Item]) -> bool:
    """Is the first figure one of the list: "A receives 40, B 25, and the remaining 18 go to C"?"""
    if any(part.statement is not whole.statement for part in parts):
        return False
    text, begin = whole.statement.text, whole.mention.start
    between = text[whole.mention.end : parts[0].mention.start]
    return not _OPENS_LIST.search(between) and not _OF_ALL.search(text, max(0, begin - 12), begin)


def _counts_alike(whole: Item, parts: Sequence[Item]) -> bool:
    """Bare numbers are of what the whole counts, if that is said."""
    if whole.mention.kind == "count" and not whole.mention.noun:
        return False
    return all(_is_of(whole.mention, part.mention) for part in parts)


def _is_of(whole: Mention, part: Mention) -> bool:
    """Can the figure be a part? Another noun is another thing: "of the 12 boats, two sank and 11 people drowned"."""
    return alike((whole, part)) and part.noun in ("", whole.noun)


def _whole_of(whole: Item, parts: Sequence[Item], because: str) -> Breakdown:
    return Breakdown(whole, tuple(parts), True, because)


def _lists(statements: Sequence[Statement]) -> Iterator[Breakdown]:
    """A list under "It is made up as follows:"."""
    for number, statement in enumerate(statements[:-1]):
        if (
            statement.role is Role.item
            or statements[number + 1].role is not Role.item
            or not _AS_FOLLOWS.search(statement.text)
        ):
            continue
        items: list[Statement] = []
        for following in statements[number + 1 :]:
            if following.role is not Role.item:
                break
            items.append(following)
        before = statements[number - 1] if number and statements[number - 1].paragraph == statement.paragraph else None
        yield from _list(before, statement, items)


def _list(before: Statement | None, intro: Statement, items: Sequence[Statement]) -> Iterator[Breakdown]:
    rows = [row(item, bare=True) for item in items]
    for told_in in (intro, before):
        if told_in is None:
            continue
        for whole in row(told_in, bare=True).mentions:
            parts = [[mention for mention in one.mentions if alike((mention, whole))] for one in rows]
            if len(parts) > 1 and all(len(found) == 1 for found in parts):
                listed = [Item(item, found[0]) for item, found in zip(items, parts, strict=True)]
                if quantity(whole).unit or whole.noun:
                    yield _whole_of(Item(told_in, whole), listed, "the list under it")
                    return


def _tables(statements: Sequence[Statement]) -> Iterator[Breakdown]:
    """Columns of figures above a row that is called Total."""
    for is_row, run in groupby(statements, key=lambda statement: statement.role is Role.row):
        rows = list(run)
        if is_row and len(rows) > 3:
            yield from _table(rows)


def _table(rows: Sequence[Statement]) -> Iterator[Breakdown]:
    header, *body, last = [_cells(one) for one in rows]
    label = last[0][0].strip() if last else ""
    if _TOTAL_ROW.fullmatch(label.rstrip(":")) is None or any(_NOT_ADDED.search(cells[0][0]) for cells in body):
        return
    if any(_TOTAL_ROW.fullmatch(cells[0][0].strip().rstrip(":")) for cells in body):
        return
    for column in range(1, len(last)):
        if (
            len(header) != len(last)
            or any(len(cells) != len(last) for cells in body)
            or _NOT_ADDED.search(header[column][0])
        ):
            continue
        figures = [_figure(one, cells[column]) for one, cells in zip(rows[1:], [*body, last], strict=True)]
        found = [item for item in figures if item is not None]
        if len(found) == len(figures) and alike([item.mention for item in found]):
            yield _whole_of(found[-1], found[:-1], f'the row called "{label}"')


def _cells(statement: Statement) -> list[tuple[str, int, int]]:
    """The cells of a row, each with its place."""
    cells, at = [], 0
    for cell in re.split(r"[|\t]", statement.text):
        cells.append((cell, at, at + len(cell)))
        at += len(cell) + 1
    return cells


def _figure(statement: Statement, cell: tuple[str, int, int]) -> Item | None:
    """The figure that a cell consists of."""
    inside = [
        mention for mention in row(statement, bare=True).mentions if cell[1] <= mention.start and mention.end <= cell[2]
    ]
    if len(inside) != 1 or cell[0].strip() != statement.text[inside[0].start : inside[0].end].strip():
        return None
    return Item(statement, inside[0]) if inside[0].kind != "share" else None
