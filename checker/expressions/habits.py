"""What other languages and people write in expressions, and what is written here: `a && b`, `n > 1,000`, `x = 10%`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from checker.expressions.mistake import Mistake

_TEXTS = r"""'(?:[^'\\]|\\.)*+' | "(?:[^"\\]|\\.)*+" """
_GROUPED = r"(?<![\w.])[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])"  # 1,000
# A percentage, and not the remainder of a division: what comes next is no operand.
_SHARE = r"(?<![\w.])[0-9]++(?:\.[0-9]++)?\s*%(?=\s*(?:$|[),<>=!&|]|and\b|or\b|of\b|in\b|not\b))"

_WRITTEN = re.compile(
    rf"""
      {_TEXTS}
    | (?: \w\( | , ) \s* [A-Za-z_]\w* \s* = (?!=)             # percent=10 names an argument
    | (?P<grouped> {_GROUPED} )
    | (?P<share> {_SHARE} )
    | (?P<not_in> \b (?:and|or) \s+ not \s+ in \b )              # x and not in (1, 2)
    | (?P<capital> \b (?:AND|OR|NOT|IN) \b )                     # as SQL is often written
    | (?P<sign> && | \|\| | <> | ={{3}} | !== | => | =< | ≤ | ≥ | ≠ | ! (?!=) )
    | (?P<single> (?<![=<>!]) = (?!=) )
    """,
    re.VERBOSE,
)
_SIGNS: Mapping[str, str] = {
    "&&": "and",
    "||": "or",
    "<>": "!=",
    "===": "==",
    "!==": "!=",
    "=>": ">=",
    "=<": "<=",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "!": "not",
}
_HELP: Mapping[str, Callable[[str], str]] = {
    "grouped": lambda text: f"write {text.replace(',', '_')} or {text.replace(',', '')}",
    "share": lambda text: f"write {Decimal(text.rstrip('% ')).scaleb(-2)} or use within(…, {text.rstrip('% ')})",
    "not_in": lambda text: f'write "{text.split()[0]} x not in (…)": what is looked up is named again',
    "capital": lambda text: f"write {text.lower()}",
    "sign": lambda text: f"write {_SIGNS[text]}",
    "single": lambda text: "write == to compare",
}
_SAID: Mapping[str, str] = {
    "grouped": '"{}" is not one number: a comma separates values',
    "share": '"{}" is not a number',
}


def habit_in(text: str) -> Mistake | None:
    """The first thing in an expression that is written otherwise here."""
    return next((_mistake(match) for match in _WRITTEN.finditer(text) if match.lastgroup), None)


def grouped_in(text: str) -> Iterator[Mistake]:
    """The numbers with commas between their thousands, which Python reads as several."""
    return (_mistake(match) for match in _WRITTEN.finditer(text) if match.lastgroup == "grouped")


def _mistake(match: re.Match[str]) -> Mistake:
    kind, text = str(match.lastgroup), match.group()
    said = _SAID.get(kind, '"{}" is not an operator here').format(text)
    return Mistake(match.start(), match.end(), said, _HELP[kind](text))
