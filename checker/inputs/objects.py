"""One JSON value: `{"kind": "end_date"}`; duplicate keys, `NaN` and deep nesting are refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple


class BrokenError(Exception):
    """What is wrong with a JSON text, and at which character."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


_BLANK = re.compile(r"[ \t\r\n]*+")


def skip_blank(source: str, at: int) -> int:
    """Where the white space at `at` ends."""
    found = _BLANK.match(source, at)
    return found.end() if found else at


class Member(NamedTuple):
    """A member of an object, and where its value stands."""

    key: str
    value: Any
    start: int
    end: int


def members(source: str, start: int) -> Iterator[Member]:
    """The members of the object at `start`, which has been read before."""
    at = skip_blank(source, start + 1)
    while source[at] != "}":
        key, at = parse_value(source, at)
        begins = skip_blank(source, skip_blank(source, at) + 1)
        value, end = parse_value(source, begins)
        yield Member(key, value, begins, end)
        at = skip_blank(source, end)
        at = skip_blank(source, at + 1) if source[at] == "," else at


def parse_value(source: str, at: int) -> tuple[Any, int]:
    """The JSON value that begins at `source[at]`, and where it ends."""
    try:
        return _decoder().raw_decode(source, at)
    except json.JSONDecodeError as error:
        raise BrokenError(error.msg[:1].lower() + error.msg[1:], error.pos) from None
    except RecursionError:
        raise BrokenError("nested too deeply", at) from None
    except ValueError as error:
        raise BrokenError(str(error), at) from None


@lru_cache(maxsize=1)
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=_without_duplicates, parse_constant=_refuse, parse_int=_integer)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for number, key in enumerate(keys) if key in keys[:number])
        raise ValueError(f'key "{twice}" is given twice in one record')
    return row


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is not a number")


def _integer(digits: str) -> int:
    if len(digits) > 300:  # Python itself gives up at 4,300 digits, with a message about its own settings
        raise ValueError(f"a number of {len(digits):,} digits")
    return int(digits)
