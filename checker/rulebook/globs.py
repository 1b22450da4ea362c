"""Paths by pattern: `curated/**/*.jsonl` is any JSONL file below a folder "curated", wherever that lies.

As in .gitignore, `*` and `?` stay within one name, `**` stands for any folders, and a pattern that ends in `/` or names
a folder stands for all that is in it. Unlike there, a pattern is found at any depth, since nobody can tell from where a
reader will name a source; one that begins with `/` is a whole path.

Patterns are matched by their parts and not as regular expressions, which "*a*a*a*a*b" can keep busy for hours: of
several stars only the last one is ever tried again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field

_TOKEN = re.compile(r"\[[^\]/]+\]|.", re.DOTALL)
_STAR, _FOLDERS = "*", "**"


def checked(pattern: str) -> str:
    """The pattern; raises ValueError for one that could never stand for a path as its author means."""
    if pattern.startswith("!"):
        raise ValueError(f'"{pattern}": a pattern cannot exclude; list what it is for')
    if pattern.startswith("~"):
        raise ValueError(f'"{pattern}": ~ is not known here; write the whole path')
    if "\\" in pattern:
        raise ValueError(f'"{pattern}": folders are separated by /')
    if re.search(r"\*\*[^/]|[^/]\*\*", pattern):
        raise ValueError(f'"{pattern}": ** stands for whole folders: drafts/**/*.md')
    if pattern.count("[") != len(re.findall(r"\[[^\]/]+\]", pattern)):
        raise ValueError(f'"{pattern}": a set of characters begins with [ and ends with ]')
    for token in _TOKEN.findall(pattern):
        if len(token) > 1 and _set(token) is None:
            raise ValueError(f'"{pattern}": {token} is no set of characters: [a-z], [!0-9]')
    return pattern


Glob = Annotated[str, Field(min_length=1), AfterValidator(checked)]


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether any of the patterns stands for the path."""
    parts = path.replace("\\", "/").split("/")
    return any(_wild(_parts(pattern), parts, _FOLDERS, _fits_name) for pattern in patterns)


@cache
def _parts(pattern: str) -> tuple[str, ...]:
    """The names of the pattern between stars for whatever folders stand before, and for all that lies in it."""
    names = pattern.removeprefix("./").rstrip("/").split("/")
    return (*([] if pattern.startswith("/") else [_FOLDERS]), *names, _FOLDERS)


def _fits_name(pattern: str, name: str) -> bool:
    return _wild(_tokens(pattern), name, _STAR, _fits_character)


@cache
def _tokens(pattern: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(pattern))


def _fits_character(token: str, character: str) -> bool:
    if len(token) > 1:
        found = _set(token)
        return found is not None and found.fullmatch(character) is not None
    return token in ("?", character)


@cache
def _set(token: str) -> re.Pattern[str] | None:
    """What a set of characters finds: `[0-9]`, `[!a]`; None for one that is none: `[z-a]`."""
    inner = token[1:-1]
    negated, inner = ("^", inner[1:]) if inner[0] in "!^" and len(inner) > 1 else ("", inner)
    ranges = re.escape(inner).replace("\\-", "-")
    try:
        return re.compile(f"[{negated}{ranges}]", re.DOTALL)
    except re.error:
        return None


def _wild(pattern: Sequence[str], items: Sequence[str], many: str, fits: Callable[[str, str], bool]) -> bool:
    """Whether the pattern's pieces stand for the items one by one, the piece `many` for any number of them."""
    at = here = 0
    star, taken = -1, 0  # where the last star stands, and up to where it reaches
    while here < len(items):
        if at < len(pattern) and pattern[at] == many:
            star, taken = at, here
            at += 1
        elif at < len(pattern) and fits(pattern[at], items[here]):
            at, here = at + 1, here + 1
        elif star >= 0:
            taken += 1
            at, here = star + 1, taken
        else:
            return False
    return all(piece == many for piece in pattern[at:])
