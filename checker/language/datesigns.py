"""A sentence with each date as one sign, so that patterns can speak of dates: "born in D … died on D", "(D–D)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from checker.language.dates import DateMention
from checker.language.reading import Statement

_FIRST, _FIRST_RANGE = 0xE000, 0xE800
_MOST = 100  # a sentence with more dates is a list, and no pattern over its signs is tried
DATE = "[\ue000-\ue7ff]"
RANGE = "[\ue800-\uefff]"  # "1950 to 2010"
_ANY = re.compile("[\ue000-\uefff]")


@dataclass(frozen=True, slots=True)
class DateSigns:
    """A statement whose dates are single signs: `signs` is the text, `dates` are what they stand for, in order."""

    statement: Statement
    signs: str
    dates: tuple[DateMention, ...]

    def at(self, sign: str) -> DateMention:
        """The date that a sign stands for."""
        number = ord(sign)
        return self.dates[number - (_FIRST_RANGE if number >= _FIRST_RANGE else _FIRST)]

    def place(self, at: int) -> int:
        """Where the character `signs[at]` stands in the text of the statement."""
        for found in self.dates:
            if found.mention.start >= at:
                break
            at += found.mention.end - found.mention.start - 1
        return at


def date_signs(statement: Statement) -> DateSigns:
    """The statement with its dates as signs; without any text if it has too many, or signs of its own."""
    text, pieces, at = statement.text, [], 0
    dates = tuple(islice(statement.dates, _MOST + 1))
    if len(dates) > _MOST or _ANY.search(text):
        return DateSigns(statement, "", ())
    for number, found in enumerate(dates):
        first = _FIRST_RANGE if found.ends else _FIRST
        pieces += [text[at : found.mention.start], chr(first + number)]
        at = found.mention.end
    return DateSigns(statement, "".join([*pieces, text[at:]]), dates)
