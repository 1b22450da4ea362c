"""Paths by pattern: `curated/**/*.jsonl` is any JSONL file below a folder "curated", wherever that lies.

As in .gitignore, `*` and `?` stay within one name, `**` stands for any folders, and a pattern that ends in `/` or names
a folder stands for all that is in it. Unlike there, a pattern is found at any depth, since nobody can tell from where a
reader will name a source; one that begins with `/` is a whole path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_PIECES = re.compile(r"(?P<folders>\*\*/)|(?P<all>\*\*)|(?P<some>\*)|(?P<one>\?)|(?P<set>\[[^\]/]+\])")
_MEANING = {"folders": "(?:[^/]+/)*", "all": ".*", "some": "[^/]*", "one": "[^/]"}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether any of the patterns stands for the path."""
    shown = path.replace("\\", "/")
    return any(_compiled(pattern).fullmatch(shown) for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    anchored = pattern.startswith("/")
    meaning, at = "", 0
    body = pattern.rstrip("/").removeprefix("./")
    for piece in _PIECES.finditer(body):
        meaning += re.escape(body[at : piece.start()]) + _piece(piece)
        at = piece.end()
    meaning += re.escape(body[at:])
    return re.compile(("" if anchored else "(?:.*/)?") + meaning + "(?:/.*)?", re.DOTALL)


def _piece(piece: re.Match[str]) -> str:
    """A set of characters keeps its ranges and nothing else: `[0-9]`, `[!a]`."""
    if piece.lastgroup != "set":
        return _MEANING[str(piece.lastgroup)]
    inner = piece.group()[1:-1]
    negated, inner = ("^", inner[1:]) if inner[0] in "!^" and len(inner) > 1 else ("", inner)
    ranges = re.escape(inner).replace("\\-", "-")
    return f"[{negated}{ranges}]"
