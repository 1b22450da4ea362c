"""Finding sources: files, folders, patterns such as "news/*.md", and "-"; what cannot be read is skipped, not lost."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from checker.inputs.decoding import decode
from checker.inputs.formats import is_dataset, reader, readers, suffix, suffixes
from checker.inputs.limits import MOST_BYTES
from checker.inputs.rows import NotADatasetError
from checker.model import CheckerError, Document, Problem, RowMapping, Skipped

STDIN = "<stdin>"
MAPPING_SUFFIXES = (".mapping.yml", ".mapping.yaml")  # say how a dataset beside them is read; they are no source
# Formats that have nothing but tables: one of them that is passed over is a dataset that somebody may think is read.
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".xlsb", ".ods", ".sqlite", ".sqlite3", ".db", ".parquet")
# Files that say how others are read; nobody expects them to be read as sources.
_SETTINGS = (*MAPPING_SUFFIXES, "checker.toml", "pyproject.toml")

# Formats that are text but no articles; a named file without any of these and without a reader is read as plain text.
_NO_READER = frozenset(".css .docx .epub .js .odt .pdf .rtf .svg .toml .xml".split())


@dataclass(frozen=True, slots=True)
class Found:
    """What the arguments name: documents in order of path, what could not be read, and how many files of walked folders
    no reader claims; `excluded` are those that were named, and left out all the same, `unmapped` tables in walked
    folders that nobody has said how to read."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    passed_over: int = 0
    excluded: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()


@dataclass(slots=True)
class _Search:
    """What was come upon so far. A file that is met twice, under whatever names, is one file."""

    excluded: Callable[[str], bool]
    mapped: Callable[[str], RowMapping | None]
    forced: bool = False
    left_out: set[str] = field(default_factory=set)
    named: dict[str, str] = field(default_factory=dict)  # real path: the shortest path that led there
    walked: dict[str, str] = field(default_factory=dict)
    unclaimed: set[str] = field(default_factory=set)
    skipped: set[Skipped] = field(default_factory=set)


def find(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str = STDIN,
    excluded: Callable[[str], bool] = lambda path: False,
    mapped: Callable[[str], RowMapping | None] = lambda path: None,
    force_exclude: bool = False,
) -> Found:
    """Read what `paths` name: files, folders (walked but for what is `excluded`), patterns, `-` for standard input.
    `mapped` tells how the wide rows of a dataset are read.

    With `force_exclude` what is excluded is left out even if it is named. A file that standard input is called after
    is not read besides. Paths are told as they were given, files of a walked folder below its path. Raises
    CheckerError, naming every one, for paths that do not exist.
    """
    search = _Search(excluded, mapped, force_exclude)
    missing = [path for path in dict.fromkeys(paths) if path != "-" and not _look(search, path)]
    if missing:
        raise CheckerError(*(_missing(path) for path in missing))
    read: list[Document | Skipped | None] = list(search.skipped)
    if stdin is not None and "-" in paths and not _left_out(search, stdin_name):
        read.append(from_bytes(stdin_name, stdin.read(MOST_BYTES + 1), mapped))
        for files in (search.named, search.walked):
            files.pop(os.path.realpath(stdin_name), None)
    read += (_open(path, mapped) for path in search.named.values())
    walked = [path for real, path in search.walked.items() if real not in search.named]
    opened = [(path, _open_walked(path, mapped)) for path in walked]
    read += (one for _, one in opened)
    documents = sorted((one for one in read if isinstance(one, Document)), key=lambda document: document.path)
    skipped = sorted((one for one in read if isinstance(one, Skipped)), key=lambda skip: (skip.path, skip.reason))
    unclaimed = search.unclaimed - search.named.keys()
    passed = [path for path, one in opened if one is None]
    unmapped = tuple(sorted(path for path in passed if suffix(path) in _TABLES))
    passed_over = len(unclaimed) + len(passed) - len(unmapped)
    return Found(tuple(documents), tuple(skipped), passed_over, tuple(sorted(search.left_out)), unmapped)


def _look(search: _Search, given: str) -> bool:
    """Notes what `given` stands for; False when that is nothing."""
    # Not pathlib's glob: that one knows no absolute patterns.
    existing = [given] if os.path.lexists(given) else sorted(glob.glob(given, recursive=True))  # noqa: PTH207
    for path in existing:
        if _left_out(search, path):
            continue
        if Path(path).is_dir():
            _walk(search, path)
        elif path.lower().endswith(MAPPING_SUFFIXES):
            search.unclaimed.add(os.path.realpath(path))
        else:
            _note(search.named, path)
    return bool(existing)


def _left_out(search: _Search, named: str) -> bool:
    """Whether what was named is left out, which is then noted."""
    if search.forced and search.excluded(named):
        search.left_out.add(named)
    return named in search.left_out


def _note(files: dict[str, str], path: str) -> None:
    real = os.path.realpath(path)
    files[real] = min(path, files.get(real, path), key=lambda name: (len(name), name))


def _walk(search: _Search, folder: str) -> None:
    """Files below `folder`; hidden ones are left alone, links to other folders are not followed."""
    claimed = suffixes()
    readable = False
    for path in _files(search, folder):
        if path.lower().endswith(_SETTINGS):
            continue
        if suffix(path) in claimed:
            _note(search.walked, path)
            readable = True
        else:
            search.unclaimed.add(os.path.realpath(path))
    if not readable:
        search.skipped.add(Skipped(folder, "a folder without readable files"))


def _files(search: _Search, folder: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        search.skipped.add(Skipped(str(error.filename), _why(error)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if _wanted(search, root, name))
        for name in sorted(names):
            path = Path(root, name)
            if _wanted(search, root, name) and path.is_file():
                yield str(path)


def _wanted(search: _Search, root: str, name: str) -> bool:
    return not name.startswith(".") and not search.excluded(str(Path(root, name)))


def _missing(path: str) -> Problem:
    if glob.has_magic(path):
        return Problem(f"nothing matches the pattern: {path}")
    folder = Path(path).parent
    siblings = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    return Problem(f"no such file or folder: {path}", help=_near(Path(path).name, siblings))


def _near(name: str, siblings: Sequence[str]) -> str:
    from rapidfuzz import process

    best = process.extractOne(name, sorted(siblings), score_cutoff=70)
    return f'did you mean "{best[0]}"?' if best else ""


def _open_walked(path: str, mapped: Callable[[str], RowMapping | None]) -> Document | Skipped | None:
    """The file; None when it looks like a dataset by its name but is something else: a program's settings."""
    document = _open(path, mapped)
    if isinstance(document, Skipped) and suffix(path) in _tabular() and mapped(path) is None:
        return None  # a workbook or database that nobody meant to be read
    if not isinstance(document, Document) or not is_dataset(reader(document)):
        return document
    try:
        parsed: Document = reader(document).read(document)
    except NotADatasetError:
        return None
    except CheckerError:
        return document  # `parse` tells what is wrong with it
    return parsed


def _open(path: str, mapped: Callable[[str], RowMapping | None]) -> Document | Skipped:
    if suffix(path) in _NO_READER and suffix(path) not in readers():
        return Skipped(path, f"no reader for {suffix(path)} files")
    try:
        if suffix(path) and not stat.S_ISREG(Path(path).stat().st_mode):  # /dev/fd/63 is what a shell's <(…) makes
            return Skipped(path, "no regular file: a pipe or a device may never end")
        if suffix(path) in _tabular():
            return _from_tables(Path(path), mapped(path))
        with Path(path).open("rb") as file:
            return from_bytes(path, file.read(MOST_BYTES + 1), mapped)
    except OSError as error:
        return Skipped(path, _why(error))


def _tabular() -> frozenset[str]:
    """The suffixes of files that are no text, and of which a table is made one."""
    return frozenset(suffix for suffix, reader in readers().items() if hasattr(reader, "as_text"))


def _from_tables(path: Path, mapping: RowMapping | None) -> Document | Skipped:
    """A file that is no text, as the text of one of its tables."""
    if path.stat().st_size > MOST_BYTES:
        return Skipped(str(path), f"more than {MOST_BYTES:,} bytes, the most that are read of one file")
    try:
        text = readers()[suffix(str(path))].as_text(path, mapping.table.name if mapping and mapping.table else "")
    except CheckerError as error:
        return Skipped(str(path), error.problems[0].message)
    return Document.from_text(str(path), text, mapping=mapping)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def from_bytes(name: str, content: bytes, mapped: Callable[[str], RowMapping | None]) -> Document | Skipped:
    if len(content) > MOST_BYTES:
        return Skipped(name, f"more than {MOST_BYTES:,} bytes, the most that are read of one file")
    if not content.strip():
        return Skipped(name, "empty")
    text, reason = decode(content, html=suffix(name) in (".html", ".htm", ".xhtml"))
    if not reason and "\0" in text:
        reason = "not text (a NUL character)"
    if reason:
        return Skipped(name, reason)
    document = Document.from_text(name, text)
    mapping = mapped(name) if is_dataset(reader(document)) else None
    return Document.from_text(name, text, mapping=mapping) if mapping else document
