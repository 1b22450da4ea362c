"""Bytes to text: UTF-8 first, then what a byte order mark or a `<meta charset>` declares; binary files are refused."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_KINDS = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)


def decode(content: bytes, *, html: bool = False) -> tuple[str, str]:
    """(text, ""), or ("", why it is not text)."""
    for magic, kind in _KINDS:
        if content.startswith(magic):
            return "", f"not text ({kind})"
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _try(content, encoding)
    if b"\0" in content:
        return "", f"not text (a NUL byte at offset {content.index(0)})"
    text, reason = _try(content, "utf-8")
    if reason and html and (declared := _CHARSET.search(content[:4096])):
        return _try(content, declared[1].decode("ascii"))
    return text, reason


def _try(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError as error:
        return "", f"not valid {encoding.upper()} at byte {error.start}; save the file as UTF-8"
    except LookupError:
        return "", f'unknown encoding "{encoding}"; save the file as UTF-8'
