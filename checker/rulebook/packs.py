"""Where rule files are: `load_rules(["exercises", "my/rules"])` names a shipped pack and a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.expressions import did_you_mean
from checker.model import Problem, RuleError
from checker.rulebook.ondisk import exists, is_file, is_folder

SUFFIXES = (".yml", ".yaml")
NAMES = "names"  # names.yml: what is the same and what never is


def shipped() -> Path:
    """The folder of the shipped packs: inside the wheel, or beside the package in a source tree."""
    package = Path(__file__).parents[1]
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def rule_files(paths: Sequence[str | Path] | None) -> list[Path]:
    """The rule files that the paths name: files, folders, or packs by name; None is every shipped pack.

    Raises RuleError with every path that names nothing.
    """
    found: dict[Path, None] = {}
    problems = []
    for path in [shipped()] if paths is None else paths:
        files = _files(Path(path))
        if not files:
            problems.append(_nothing(str(path)))
        found.update(dict.fromkeys(files))
    if problems:
        raise RuleError(*problems)
    return sorted(found)


def _files(path: Path) -> list[Path]:
    """The rule files of a path. A path that does not exist may be the name of a pack."""
    if not exists(path) and path.name == str(path):
        path = shipped() / path
    if is_file(path):
        return [path]
    if not is_folder(path):
        return []
    return sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())


def _nothing(path: str) -> Problem:
    if exists(Path(path)):
        return Problem("no rule files here", path, help="rule files end in .yml")
    packs = sorted(folder.name for folder in shipped().iterdir() if folder.is_dir()) if shipped().is_dir() else []
    return Problem(f'no rule file, folder or pack "{path}"', help=did_you_mean(path, packs, kind="packs"))
