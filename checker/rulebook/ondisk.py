"""What stands at a path that a user wrote: `is_file("my-rules/a.yml")`, also for a "name" of 300 letters.

`Path.is_file` raises for what is too long to be a path, or may not be looked at; for us nothing stands there.
"""

from __future__ import annotations

import stat
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file stands there that can be read from its beginning to its end."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path))


def exists(path: Path) -> bool:
    return bool(_mode(path))


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
