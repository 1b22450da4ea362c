"""Settings as --show-settings prints them: a checker.toml that says where each line is from.

preview = true  # checker.toml:2
ignore = [
    "aid",      # base.toml:4
]
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rich.text import Text

from checker.reports.page import Page
from checker.reports.safe import escaped

# A key, its value, and where it comes from; of a list that adds up, where each item does.
Row = tuple[str, Any, Sequence[str]]
Groups = Sequence[tuple[str, Sequence[Row]]]  # under their headers
_NOTE = "dim"
_UNWRAPPED = 10_000  # a comment that goes on in the next line is no comment


def as_text(groups: Groups, unsaid: Mapping[str, str], comments: tuple[str, str], page: Page) -> str:
    """The settings as TOML between two comments; `unsaid` tells what it means that a key has no value."""
    page = replace(page, width=_UNWRAPPED)
    opening, closing = (Text(page.safe(f"# {comment}"), _NOTE) for comment in comments)
    lines = [opening]
    for header, rows in groups:
        lines += [Text(), Text(page.safe(header), "bold")] if header else []
        for row in rows:
            lines += _row(row, unsaid, page)
    return page.paint([*lines, Text(), closing])


def as_json(groups: Groups, files: Sequence[str], rules: Sequence[str]) -> str:
    """The same for a program; `files` are those that were read, `rules` the ids of those that run."""
    settings = [
        {"table": header, "key": key, "value": value, "from": list(origins)}
        for header, rows in groups
        for key, value, origins in rows
    ]
    whole = {"files": list(files), "settings": settings, "rules": list(rules)}
    return escaped(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"


def _row(row: Row, unsaid: Mapping[str, str], page: Page) -> Iterator[Text]:
    key, value, origins = row
    if value is None:
        yield Text(f"# {key}: {unsaid.get(key, 'not given')}  # {origins[0]}", _NOTE)
    elif isinstance(value, list) and len(value) == len(origins) > 1:
        yield Text(f"{key} = [")
        for item, origin in zip(value, origins, strict=True):
            yield Text.assemble(f"    {page.safe(toml(item))},", *_origin(origin, page))
        yield Text("]")
    else:
        yield Text.assemble(f"{page.safe(key)} = {page.safe(toml(value))}", *_origin(origins[0], page))


def _origin(origin: str, page: Page) -> tuple[str | tuple[str, str], ...]:
    return "  ", (f"# {page.safe(origin)}", _NOTE)


def toml(value: object) -> str:
    """A value as TOML writes it: `["a", "b"]`, `{facts = "note"}`, `true`."""
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return "[" + ", ".join(toml(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f"{json.dumps(str(key))} = {toml(item)}" for key, item in value.items()) + "}"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case _:
            return str(value)
