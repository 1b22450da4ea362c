"""Sources by the patterns of a configuration file: "curated/**" in /news/checker.toml is below /news."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.rulebook.globs import matches


@dataclass(frozen=True)
class Patterns:
    """Patterns as in `globs`, and the folder that they are written for: whatever the path to it, and wherever the
    program was started, a source is looked for below that folder."""

    globs: tuple[str, ...]
    folder: str = ""  # absolute

    def match(self, path: str) -> bool:
        """Whether the source of that path is meant."""
        return bool(self.globs) and _match(self, os.path.normpath(Path(path).absolute()))


@cache
def _match(patterns: Patterns, whole: str) -> bool:
    below = os.path.relpath(whole, patterns.folder)
    return any(matches(whole if glob.startswith("/") else below, [glob]) for glob in patterns.globs)
