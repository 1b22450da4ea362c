"""Bytes to text: UTF-8 first, then a byte order mark or `<meta charset="windows-1251">`; binary files are refused.

What is not UTF-8 is read as Windows-1252 when each of its high bytes stands where English text of that encoding has it
("caf\\xe9", "\\x93quoted\\x94", "\\x805 million"). Else it is refused with the place of the first bad byte: a text
with damaged figures must not be read as if it were whole.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}\bcharset|\?xml\b[^>]{0,100}\bencoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes
_KINDS = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_WINDOWS = re.compile(
    rb"""
      (?: (?<=[a-z]) | (?=.[a-z]) )               # caf\xe9, \xc9douard: an accented letter beside a plain one
      [\xc0\xc4-\xcf\xd1-\xd6\xd8-\xdc\xdf-\xef\xf1-\xf6\xf8-\xfc] (?! [\x80-\x84\x86-\x90\x98-\xff] )
    | [\x80\xa3\xa5] (?=\ ?\d)                    # \x805 million, \xa3 5 million
    | (?<=\S) [\x85\x92\x94\xae\x99\xbb] | [\x91\x93\xab] (?=\S)    # it\x92s, \x93quoted\x94
    | (?<=[\s\w,.]) [\x96\x97\xb7] (?=[\s\w])     # 2015\x962017
    | (?<=\w) \xa0 (?=\w) | (?<=\d) [\xb0\xba\xbd\xbc\xbe] | [\xa7\xa9] (?=\ ?\w)
    """,
    re.VERBOSE,
)


def decode(content: bytes, *, html: bool = False) -> tuple[str, str]:
    """(text, ""), or ("", why it is not text). Line ends stay as they are; a byte order mark is left out."""
    for magic, kind in _KINDS:
        if content.startswith(magic):
            return "", f"not text ({kind})"
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _try(content, encoding)
    if b"\0" in content:
        return "", f"not text (a NUL byte at offset {content.index(0)})"
    text, reason = _try(content, "utf-8")
    if reason and html and (declared := _CHARSET.search(content[:_DECLARED_WITHIN])):
        return _try(content, declared[1].decode("ascii"))
    if reason and _is_windows(content):
        return _try(content, "cp1252")
    return text, reason


def _is_windows(content: bytes) -> bool:
    explained = {found.start() for found in _WINDOWS.finditer(content)}
    return all(found.start() in explained for found in _HIGH.finditer(content))


def _try(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError as error:
        shown = encoding.removesuffix("-sig").upper()
        return "", f"not valid {shown} at byte offset {error.start}; save the file as UTF-8"
    except (LookupError, UnicodeError):  # a page may declare any name, "idna" for one
        return "", f'unknown encoding "{encoding}"; save the file as UTF-8'
