"""What stands at a path that a user wrote: `is_file("my-rules/a.yml")`, also for a "name" of 300 letters.

`Path.is_file` raises for what is too long to be a path, or may not be looked at; for us nothing stands there.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from checker.inputs.limits import MOST_BYTES
from checker.model import CheckerError, Document, Problem
from checker.yamltext import problem_at


def is_file(path: Path) -> bool:
    """Whether a file stands there that can be read from its beginning to its end."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path))


def exists(path: Path) -> bool:
    return bool(_mode(path))


def read_content(path: Path) -> bytes:
    """What is in a file. Raises OSError, also for a pipe or a device, which may never end, and for a huge file."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is no regular file")
    if status.st_size > MOST_BYTES:
        raise OSError(errno.EFBIG, f"more than {MOST_BYTES:,} bytes, the most that are read of one file")
    return path.read_bytes()


def read_source(path: Path, shown: str) -> Document:
    """The text of a file, which is called `shown` in what is said of it. Raises CheckerError."""
    try:
        content = read_content(path)
    except OSError as error:
        raise CheckerError(Problem(f"cannot be read: {error.strerror}", shown)) from None
    try:
        return Document(path=shown, source=content.decode("utf-8"))
    except UnicodeDecodeError as error:
        source = Document(path=shown, source=content.decode("utf-8", "replace"))
        at = len(content[: error.start].decode("utf-8"))
        raise CheckerError(problem_at(source, at, "not UTF-8 text", help="save the file as UTF-8")) from None


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
