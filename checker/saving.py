"""Files that nobody may lose: "waivers.yml" is always the old file or the new one, whenever the program is killed.

`save` writes a new file beside the old one and puts it in its place; `append_line` adds a line by a single write, and
never to a line that an earlier crash has cut off. Who reads a file in order to write it again does so `alone`.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checker.model import CheckerError, Problem

if sys.platform != "win32":  # there, whoever saves last has the last word
    import fcntl

_MODE = 0o666  # of a new file, less what the user's umask takes away


def save(path: Path, text: str) -> None:
    """Put `text` in place of the file, or make it. A link is followed, and what is no file ("/dev/stdout") is written
    to. Raises CheckerError."""
    content = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise _unwritable(path, error) from None


def append_line(path: Path, line: str) -> None:
    """Add a line to a file, or make it. Raises CheckerError."""
    content = line.encode("utf-8", "backslashreplace") + b"\n"
    try:
        new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, _MODE)
        try:
            if _is_cut_off(descriptor):
                content = b"\n" + content  # else what was cut off would spoil this line too
            written = os.write(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if new:
            _sync(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from None
    if written < len(content):
        raise CheckerError(Problem("only a part of the line could be written", str(path), help="is the disk full?"))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Makes the folder where there is none, and keeps other processes out of `alone` until the end."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            for left in folder.glob(".*.saving"):  # by a process that was killed: nobody else is here
                left.unlink(missing_ok=True)
            yield
    except OSError as error:
        raise _unwritable(folder, error) from None


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)  # a process that is killed lets go of it
        yield
    finally:
        os.close(descriptor)


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.saving")
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    try:
        with fresh.open("wb") as file:
            if mode is not None:
                fresh.chmod(mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """That the name is on the disk too."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_cut_off(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    if not size:
        return False
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) != b"\n"


def _unwritable(path: Path, error: OSError) -> CheckerError:
    return CheckerError(Problem(f"cannot write: {(error.strerror or str(error)).lower()}", str(path)))
