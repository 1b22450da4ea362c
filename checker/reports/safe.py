"""Text from outside, made safe to show: `ESC[2J` becomes `\ufffd[2J`, a bidi override becomes `\ufffd`.

Article text, file names and rule files are other people's. Everything of theirs that is printed goes through here, so
that it can neither drive the terminal nor show a reader something else than what the bytes say.
"""

from __future__ import annotations

import json
import re

_BREAKS = re.compile(r"\r\n|[\t\n\v\f\r]")

_UNSAFE = re.compile(
    r"""
    [\x00-\x09\x0b-\x1f\x7f-\x9f]             # C0 and C1 controls, ESC among them; a line feed is layout
    | [\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f]  # bidi marks, embeddings, overrides and isolates
    | [\u2028\u2029]                          # line and paragraph separators
    | [\ufff9-\ufffb\U000e0000-\U000e007f]    # interlinear annotations; invisible "tag" letters
    | [\ud800-\udfff]                         # lone surrogates: bytes of a file name that are not UTF-8
    """,
    re.VERBOSE,
)


_HALVES = re.compile(r"[\ud800-\udfff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def safe(text: str, encoding: str = "utf-8") -> str:
    """One line of `text` as a terminal of that encoding can show it: every tab or line break is a space.

    >>> safe("22\\tAugust\\x1b[2J", "utf-8"), safe("Çiğli", "ascii")
    ('22 August\\ufffd[2J', '\\\\xc7i\\\\u011fli')
    """
    line = _UNSAFE.sub("\ufffd", _BREAKS.sub(" ", text))
    return line.encode(encoding, "backslashreplace").decode(encoding)


def escaped(json_text: str) -> str:
    """A JSON text in which the same characters are written as `\\uXXXX`: the same data, safe to print."""
    return _UNSAFE.sub(_escape, json_text)


def json_for_all(record: object, encoding: str = "utf-8") -> str:
    """The record as JSON that every reader takes: many refuse halves of characters, so each becomes U+FFFD."""
    text = escaped(_HALVES.sub("\ufffd", json.dumps(record, indent=2, ensure_ascii=False)))
    return text if encoding == "utf-8" else _BEYOND_ASCII.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
