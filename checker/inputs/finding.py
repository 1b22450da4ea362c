"""Finding sources: files, folders, patterns and standard input; what is not readable is skipped, never lost."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from checker.inputs.decoding import decode
from checker.model import CheckerError, Document, Problem, Skipped

STDIN = "<stdin>"
_MOST_BYTES = 200_000_000  # a file; larger ones are not even opened


@dataclass(frozen=True, slots=True)
class Found:
    """What the arguments name: raw documents in order of path, what could not be read, and how many files of walked
    folders no reader claims."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    passed_over: int = 0


def find(paths: Sequence[str], *, stdin: BinaryIO | None = None, stdin_name: str = STDIN) -> Found:
    """Read what `paths` name: files, folders (walked), patterns such as `news/*.md`, `-` for standard input.

    Raises CheckerError, naming every one, for paths that do not exist.
    """
    files: dict[str, str] = {}  # real path: the path as given
    skipped: list[Skipped] = []
    documents: list[Document] = []
    missing: list[str] = []
    passed_over = 0
    for given in paths:
        if given == "-" and stdin is not None:
            _take(documents, skipped, _from_bytes(stdin_name, stdin.read()))
        elif os.path.isdir(given):
            inside, others = _walk(given)
            passed_over += others
            if not inside:
                skipped.append(Skipped(given, "a folder without readable files"))
            files.update((os.path.realpath(path), path) for path in inside)
        elif os.path.exists(given):
            files[os.path.realpath(given)] = given
        elif matches := sorted(glob.glob(given, recursive=True)):
            files.update((os.path.realpath(path), path) for path in matches if os.path.isfile(path))
        else:
            missing.append(given)
    if missing:
        raise CheckerError(*(_missing(path) for path in missing))
    for path in sorted(files.values()):
        _take(documents, skipped, _open(path))
    documents.sort(key=lambda document: document.path)
    skipped.sort(key=lambda skip: (skip.path, skip.reason))
    return Found(tuple(documents), tuple(skipped), passed_over)


def _take(documents: list[Document], skipped: list[Skipped], read: Document | Skipped) -> None:
    if isinstance(read, Skipped):
        skipped.append(read)
    else:
        documents.append(read)


def _walk(folder: str) -> tuple[list[str], int]:
    """Files below `folder` that some reader claims, and how many others there are. Hidden ones are left alone."""
    from checker.inputs import suffixes

    claimed = suffixes()
    inside: list[str] = []
    others = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            if Path(name).suffix.lower() in claimed:
                inside.append(os.path.join(root, name))
            else:
                others += 1
    return inside, others


def _missing(path: str) -> Problem:
    folder = os.path.dirname(path) or "."
    siblings = os.listdir(folder) if os.path.isdir(folder) else []
    return Problem(f"no such file or folder: {path}", help=_near(os.path.basename(path), siblings))


def _near(name: str, siblings: Sequence[str]) -> str:
    from rapidfuzz import process

    best = process.extractOne(name, sorted(siblings), score_cutoff=70)
    return f'did you mean "{best[0]}"?' if best else ""


def _open(path: str) -> Document | Skipped:
    try:
        if os.path.getsize(path) > _MOST_BYTES:
            return Skipped(path, f"{os.path.getsize(path):,} bytes; at most {_MOST_BYTES:,} are read")
        return _from_bytes(path, Path(path).read_bytes())
    except OSError as error:
        return Skipped(path, (error.strerror or str(error)).lower())


def _from_bytes(name: str, content: bytes) -> Document | Skipped:
    if not content.strip():
        return Skipped(name, "empty")
    text, reason = decode(content, html=Path(name).suffix.lower() in (".html", ".htm", ".xhtml"))
    return Skipped(name, reason) if reason else Document.from_text(name, text)
