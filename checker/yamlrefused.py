"""What YAML refuses, told by its likely cause: `message: {subject} has {values}` is "quote a value that begins with {".

The parser notices most mistakes some words or lines after they were made, and names what it waited for. Here is what
it says, where the mistake probably is, and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Refused(NamedTuple):
    """What is wrong at `at`, and what to do; without a message, the parser's own words will do."""

    at: int
    message: str = ""
    help: str = ""


class Noticed(NamedTuple):
    """Where in the text the parser gave up, and where it had begun what it did not finish."""

    text: str
    at: int
    begun: int

    @property
    def before(self) -> str:
        """The line up to there."""
        return self.text[self.text.rfind("\n", 0, self.at) + 1 : self.at]

    @property
    def line(self) -> str:
        return self.before + self.text[self.at :].partition("\n")[0]

    @property
    def ends(self) -> bool:
        return not self.text[self.at :].strip()

    def number(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1


_COLUMN = "keys of one mapping, and items of one list, begin in one column"
_KEY = re.compile(r"\s*(?:- +)*[\w.-]+:(?:\s|$)|\s*- ")  # a line that begins anew
# The value that a line has: what comes behind `key: ` or `- `.
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#\"'\[{][^:#]*:\s+)?(?P<value>\S)")
_QUOTED = re.compile(r"""(?<![^\s\[{,])(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')""", re.DOTALL)


def refused(problem: str, noticed: Noticed) -> Refused:
    """The likely cause of what the parser complains about."""
    return _CAUSES.get(problem, _as_said)(noticed)


def _as_said(noticed: Noticed) -> Refused:
    return Refused(noticed.at)


def _begins_with(sign: str, at: int) -> Refused:
    return Refused(at, f"a value that begins with {sign} is not text", f"quote a value that begins with {sign}")


def _colon(noticed: Noticed) -> Refused:
    if re.search(r":\s", noticed.before):
        return Refused(noticed.at, help='a value that contains ": " must be quoted')
    help = f'check the indentation of this line: {_COLUMN}; a longer value that contains ": " must be quoted'
    return Refused(noticed.at, help=help)


def _no_key(noticed: Noticed) -> Refused:
    """Something stands behind a value that was complete, or a line is indented as no other."""
    ended = noticed.text[: noticed.at].rstrip(" ")
    quoted = next((found for found in _QUOTED.finditer(noticed.text) if found.end() == len(ended)), None)
    if quoted is not None and any(_KEY.match(line) for line in quoted.group().splitlines()[1:]):
        return _no_quote(noticed._replace(begun=quoted.start()))
    if quoted is not None:
        instead = '\\" for a quote inside' if quoted.group()[0] == '"' else "'' for an apostrophe inside"
        return Refused(noticed.at, "something follows the closing quote", f"write {instead}, or quote all of the value")
    value = _VALUE.match(noticed.before)
    if value and value["value"] in "{[*&!":
        return _begins_with(value["value"], noticed.at - len(noticed.before) + value.start("value"))
    return Refused(noticed.at, help=f"check the indentation of this line and the quotes above: {_COLUMN}")


def _no_quote(noticed: Noticed) -> Refused:
    quote = noticed.text[noticed.begun : noticed.begun + 1]
    return Refused(noticed.begun, "a text in quotes without an end", f"close it with {quote}")


def _unclosed(noticed: Noticed) -> Refused:
    opening = noticed.text[noticed.begun : noticed.begun + 1]
    closing = "]" if opening == "[" else "}"
    if noticed.ends or (noticed.number(noticed.begun) < noticed.number(noticed.at) and _KEY.match(noticed.line)):
        help = f"close it with {closing}, or put a comma between its items; quote text that begins with {opening}"
        return Refused(noticed.begun, f'this "{opening}" is not closed', help)
    opened = f"the {opening} stands in line {noticed.number(noticed.begun)}"
    return Refused(noticed.at, help=f"items are separated by commas, and the last is followed by {closing}; {opened}")


def _sign(noticed: Noticed) -> Refused:
    """`*`, `&`, `|` or `>` that does not begin what it begins in YAML."""
    return _begins_with(noticed.text[noticed.begun : noticed.begun + 1], noticed.begun)


def _no_token(noticed: Noticed) -> Refused:
    sign = noticed.text[noticed.at : noticed.at + 1]
    return _tab(noticed) if sign == "\t" else _begins_with(sign, noticed.at)


def _tab(noticed: Noticed) -> Refused:
    return Refused(noticed.at, "a tab in the indentation", "indent with spaces")


def _no_colon(noticed: Noticed) -> Refused:
    help = "write key: value; a text of several lines begins with | and is indented below its key"
    return Refused(noticed.begun, "a line that is no key: value", help)


def _here(noticed: Noticed) -> Refused:
    return _begins_with(noticed.text[noticed.at : noticed.at + 1], noticed.at)


def _escape(noticed: Noticed) -> Refused:
    return Refused(noticed.at, help=r"write \\ for a backslash, or put the text into 'single quotes'")


def _items(noticed: Noticed) -> Refused:
    return Refused(noticed.at, help=f"check the indentation of this line: {_COLUMN}")


_CAUSES: Mapping[str, Callable[[Noticed], Refused]] = {
    "mapping values are not allowed in this context": _colon,
    "did not find expected key": _no_key,
    "found unexpected end of stream": _no_quote,
    "found unexpected document indicator": _no_quote,
    "did not find expected ',' or ']'": _unclosed,
    "did not find expected ',' or '}'": _unclosed,
    "did not find expected alphabetic or numeric character": _sign,
    "did not find expected comment or line break": _sign,
    "found unexpected non-alphabetical character": _sign,
    "found character that cannot start any token": _no_token,
    "found a tab character that violates indentation": _tab,
    "could not find expected ':'": _no_colon,
    "mapping keys are not allowed in this context": _here,
    "block sequence entries are not allowed in this context": _here,
    "did not find expected node content": _here,
    "found unknown escape character": _escape,
    "did not find expected '-' indicator": _items,
}
