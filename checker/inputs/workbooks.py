"""What a workbook would unfold to, before anything unfolds it: two kilobytes may say `<c r="XFD1048576">`, in which the
17 billion cells before that one are implied, or inflate to two gigabytes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from checker.inputs.limits import MOST_BYTES, MOST_CELLS

_OLD = b"\xd0\xcf\x11\xe0"  # how .xls files begin, whose sheets end at row 65,536 and column IV
_DAMAGED = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error, expat.ExpatError)
_REFERENCE = re.compile(r"([A-Za-z]{1,7})(\d{1,18})", re.ASCII)
_CHUNK = 1 << 16


class _TooLargeError(Exception):
    """Why a workbook is not read."""


def unfit(path: Path) -> str:
    """Why the file is not to be read as a workbook, or ""."""
    with path.open("rb") as file:
        if file.read(4) == _OLD:
            return ""
        try:
            with ZipFile(file) as archive:
                _measure(archive)
        except _TooLargeError as error:
            return str(error)
        except _DAMAGED:
            return "no workbook, or a damaged one"
    return ""


def _measure(archive: ZipFile) -> None:
    size = 0
    for member in archive.infolist():
        extent = _Extent()
        begun = expat.ParserCreate()
        begun.StartElementHandler = extent.begin
        parser: expat.XMLParserType | None = begun
        for chunk in _inflated(archive, member):
            size += len(chunk)
            if size > MOST_BYTES:
                raise _TooLargeError(f"it unfolds to more than {MOST_BYTES:,} bytes")
            parser = parser and _fed(parser, chunk, member.filename)


def _inflated(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """All that a member inflates to, whatever size it says it has."""
    member.file_size = 2 * MOST_BYTES
    with archive.open(member) as file:
        yield from iter(lambda: file.read(_CHUNK), b"")


def _fed(parser: expat.XMLParserType, chunk: bytes, name: str) -> expat.XMLParserType | None:
    """The parser that has read a chunk more; None for a picture."""
    try:
        parser.Parse(chunk, False)
    except expat.ExpatError:
        if name.lower().endswith(".xml"):
            raise
        return None
    return parser


class _Extent:
    """How far the cells of a sheet reach, or those of all the sheets that one .ods file has in a row."""

    def __init__(self) -> None:
        self.before = self.row = self.column = self.height = self.width = 0
        self._begin: Mapping[str, Callable[[Mapping[str, str]], None]] = {
            "row": self._row,
            "c": self._cell,
            "v": self._value,
            "is": self._value,
            "table": self._sheet,
            "table-row": self._repeated_row,
            "table-cell": self._repeated_cell,
            "covered-table-cell": self._repeated_cell,
            "p": self._value,
        }

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if noted := self._begin.get(name.rpartition(":")[2]):
            noted(attributes)

    def _row(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r", "")
        self.row, self.column = _number(given, self.row + 1), 0

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self.column += 1
        if reference := _REFERENCE.fullmatch(attributes.get("r", "")):
            self.row, self.column = int(reference[2]), _column(reference[1])

    def _value(self, _: Mapping[str, str]) -> None:
        """Cells without a value are only coloured, and end nothing."""
        self.height, self.width = max(self.height, self.row), max(self.width, self.column)
        if self.before + self.height * self.width > MOST_CELLS:
            raise _TooLargeError(f"a sheet of more than {MOST_CELLS:,} cells")

    def _sheet(self, _: Mapping[str, str]) -> None:
        self.before += self.height * self.width
        self.row = self.column = self.height = self.width = 0

    def _repeated_row(self, attributes: Mapping[str, str]) -> None:
        self.row += _number(attributes.get("table:number-rows-repeated", ""), 1)
        self.column = 0

    def _repeated_cell(self, attributes: Mapping[str, str]) -> None:
        self.column += _number(attributes.get("table:number-columns-repeated", ""), 1)
        if "office:value-type" in attributes:
            self._value(attributes)


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 19 else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
