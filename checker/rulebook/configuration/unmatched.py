"""Patterns of the settings that are for no source at all: `paths = ["curatd/**"]` beside a folder "curated"."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.model import Problem
from checker.rulebook.configuration.layers import Configuration, Layer
from checker.rulebook.faults import Location
from checker.rulebook.globs import matches

_TABLES = ("sources", "overrides")
_MOST = 20_000  # files and folders that are looked at before a pattern gets the benefit of the doubt


class _Pattern(NamedTuple):
    layer: Layer
    at: Location
    glob: str


def unmatched(settings: Configuration, paths: Sequence[str]) -> Iterator[Problem]:
    """A warning for each pattern that fits none of the sources, nor any other file below the folder it is written for:
    a run over some files only is no reason to warn."""
    for pattern in _patterns(settings):
        below = pattern.layer.patterns((pattern.glob,))
        if not any(below.match(path) for path in paths) and not _on_disk(pattern.glob, below.folder):
            message = f'"{pattern.glob}" fits no file below {os.path.relpath(below.folder)}/'
            yield pattern.layer.complain(pattern.at, message, "what it says holds for no source")


def _patterns(settings: Configuration) -> Iterator[_Pattern]:
    for table in _TABLES:
        for layer, at, entry in settings.entries(table):
            for number, glob in enumerate(entry.paths):
                yield _Pattern(layer, (*at, "paths", number), glob)


def _on_disk(glob: str, folder: str) -> bool:
    """Whether anything fits there, or there is too much to look at. Whole paths are for other places."""
    if glob.startswith("/"):
        return True
    seen = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        seen += len(folders) + len(names)
        here = Path(os.path.relpath(root, folder))
        if seen > _MOST or any(matches((here / name).as_posix(), [glob]) for name in (*folders, *names)):
            return True
    return False
