"""Figures in a row: a sentence with each value as one sign, so that patterns can speak of values: "V of the V, or S".

Patterns over the signs say how values belong together ("1.9 million of the 3.8 million people, or 50 per cent") without
saying again how a number is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from checker.language.hedges import hedge_before
from checker.language.reading import Statement
from checker.model import Mention, Quantity

_FIRST_VALUE, _FIRST_SHARE = 0xE000, 0xF000
_MOST = 100  # a sentence with more values is no sentence, and no pattern over its signs is tried
VALUE = "[\ue000-\ue7ff]"  # a count, amount or measure
SHARE = "[\uf000-\uf7ff]"  # a percentage
_ANY = re.compile("[\ue000-\uf8ff]")
_VALUES = ("count", "amount", "measure")


@dataclass(frozen=True)
class Row:
    """A statement whose values are single signs: `signs` is the text, `mentions` are the values in order."""

    statement: Statement
    mentions: tuple[Mention, ...]

    @cached_property
    def signs(self) -> str:
        text, pieces, at = self.statement.text, [], 0
        if _ANY.search(text) or len(self.mentions) > _MOST:
            return ""
        for number, mention in enumerate(self.mentions):
            first = _FIRST_SHARE if mention.kind == "share" else _FIRST_VALUE
            pieces += [text[at : mention.start], chr(first + number)]
            at = mention.end
        return "".join([*pieces, text[at:]])

    def mention(self, match: re.Match[str], group: str) -> Mention:
        """The value whose sign that group matched."""
        return self.at(match[group])

    def at(self, sign: str) -> Mention:
        number = ord(sign)
        return self.mentions[number - (_FIRST_SHARE if number >= _FIRST_SHARE else _FIRST_VALUE)]


def row(statement: Statement, *, bare: bool = False, names: bool = False) -> Row:
    """The values of a statement; with `bare`, also numbers that count nothing by themselves: "X has 48 seats and Y 39";
    with `names`, even those that look like an edition: "the Farmers' League 39"."""
    found = [mention for mention in statement.quantities if mention.kind in _VALUES or mention.kind == "share"]
    if bare:
        found = sorted([*found, *_bare(statement, names)], key=lambda mention: mention.start)
    return Row(statement, tuple(found))


# Digits, also those that look like the number of a name: "the Farmers' League 39".
_DIGITS = re.compile(r"(?<![\w.,:/$€£#-])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w%:/-]|[.,]\d)")
_YEARS = range(1900, 2101)


def _bare(statement: Statement, names: bool) -> list[Mention]:
    if len(statement.quantities) > _MOST:
        return []
    taken = [(mention.start, mention.end) for mention in statement.quantities]
    taken += [(found.mention.start, found.mention.end) for found in statement.dates]
    taken += [name.suffix for name in statement.names if name.suffix and not names]
    taken += [(start, end) for start, end, _ in statement.ordinals]
    found = []
    for match in islice(_DIGITS.finditer(statement.text), _MOST + 1):
        number = float(match[0].replace(",", ""))
        if any(start < match.end() and match.start() < end for start, end in taken) or (
            number in _YEARS and "," not in match[0]
        ):
            continue
        hedge, start = hedge_before(statement.text, match.start())
        value = Quantity(low=number, high=number, hedge=hedge, text=statement.text[start : match.end()])
        found.append(
            Mention(kind="count", start=start, end=match.end(), value=value, hedge=hedge, noun_end=match.end())
        )
    return found


def quantity(mention: Mention) -> Quantity:
    """The value of a figure, which is always a quantity."""
    assert isinstance(mention.value, Quantity)
    return mention.value


def alike(mentions: Sequence[Mention]) -> bool:
    """Are they of one kind and unit, so that one can be a part of another?"""
    return len({(mention.kind, quantity(mention).unit) for mention in mentions}) == 1
