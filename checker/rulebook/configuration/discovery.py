"""Finding and reading configuration files: the first `checker.toml`, or pyproject.toml with [tool.checker], upwards."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.expressions import nearest
from checker.model import CheckerError, Problem
from checker.rulebook.configuration.layers import Configuration, Layer, located, stacked
from checker.rulebook.configuration.settings import TABLE, Settings
from checker.rulebook.located import Written
from checker.rulebook.ondisk import exists, is_file, is_folder, read_source
from checker.rulebook.packs import shipped
from checker.rulebook.reading import read_model
from checker.tomltext import load, value_of
from checker.yamltext import Node

OWN = "checker.toml"
SHARED = "pyproject.toml"
_HEADER = f"[{'.'.join(TABLE)}]"
MAX_CHAIN = 20  # files that extend each other
# What names our table, however it is spelt: [tool.checker, [ "tool" . checker.rule, tool.checker.preview =
_NAMED = re.compile(rb"""^\s*\[{0,2}\s*["']?tool["']?\s*\.\s*["']?checker\b""", re.MULTILINE)
_TOOLS = re.compile(rb"""^\s*\[{1,2}\s*["']?tool["']?\s*\]{1,2}""", re.MULTILINE)
_OURS = re.compile(rb"""^\s*["']?checker["']?\s*[.=]""", re.MULTILINE)  # below [tool]


def discover(start: Path) -> Configuration:
    """The configuration for a program that runs in `start`; an empty one if no file has any. Raises CheckerError with
    every mistake."""
    warnings: list[Problem] = []
    for folder in (start.absolute(), *start.absolute().parents):
        own, shared = folder / OWN, folder / SHARED
        table = _shared(shared, warnings) if is_file(shared) else None
        if os.path.lexists(own):
            if table is not None:
                message = f"{_HEADER} is not read, since {OWN} lies beside it"
                warnings.append(table.complain(table.key_at(TABLE), message, "keep one of the two"))
            return read(own, warnings)
        if table is not None:
            return read(shared, warnings)
    return Configuration(warnings=tuple(warnings))


def read(path: Path, warnings: Sequence[Problem] = ()) -> Configuration:
    """The configuration of that file and of those that it extends. Raises CheckerError with every mistake."""
    reader = _Reader()
    layers = reader.layers(path)
    if reader.problems:
        raise CheckerError(*sorted(dict.fromkeys(reader.problems), key=lambda one: (one.path, one.line, one.column)))
    return stacked(layers, warnings)


class _Reader:
    """Reads a file and those that it extends, each once, and collects what is wrong in any of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._done: set[str] = set()

    def layers(self, path: Path, chain: tuple[str, ...] = ()) -> list[Layer]:
        """What the file extends, then the file itself. `chain` are the files that have led to it."""
        real = os.path.realpath(path)
        if real in self._done:
            return []
        self._done.add(real)
        try:
            written = _table(path)
        except CheckerError as error:
            self.problems += error.problems
            return []
        below = [layer for node in _extends(written) for layer in self._extended(written, node, (*chain, real))]
        settings = read_model(written, written.root, Settings, "the configuration", value_of(written.root))
        if isinstance(settings, list):
            self.problems += settings
            return below
        layer = Layer(settings, written.source.path, Path(written.source.path).parent, written)
        self.problems += [*_contradictions(layer), *_misplaced(layer)]
        return [*below, layer]

    def _extended(self, written: Written, node: Node, chain: tuple[str, ...]) -> list[Layer]:
        path = Path(written.source.path).parent / str(node.value)
        there = is_file(path)
        if there and len(chain) <= MAX_CHAIN and os.path.realpath(path) not in chain:
            return self.layers(path, chain)
        if is_folder(path):
            message, help = f'"{node.value}" is a folder', f"name a file: {node.value}/{OWN}"
        elif there and os.path.realpath(path) not in chain:
            message = f"more than {MAX_CHAIN} files that extend each other"
            help = "write the settings of some of them into one file"
        elif not there:
            message = f'no configuration file "{node.value}"'
            help = _beside(path) or f"it is looked for in {path.parent}/"
        else:
            itself = os.path.realpath(path) == chain[-1]
            message = "a file cannot extend itself" if itself else f'"{node.value}" extends this file in turn'
            help = "take it out here" if itself else "take it out here, or there"
        self.problems.append(written.complain(node, message, help))
        return []


def _extends(written: Written) -> list[Node]:
    """The files that a file extends, even if other settings of it are wrong."""
    listed, lost = written.at(("extends",))
    items = listed.value if isinstance(listed.value, list) and not lost else []
    return [item for item in items if isinstance(item.value, str) and item.value and item.quoted]


def _table(path: Path) -> Written:
    """The settings as they are written in a file. Raises CheckerError."""
    written = _read(path)
    if path.name == SHARED:
        table, lost = written.at(TABLE)
        if lost:
            shown = written.source.path
            raise CheckerError(Problem(f"no {_HEADER} in it", shown, help=f"add {_HEADER}, or write a {OWN}"))
        return Written(written.source, table)
    if TABLE[0] in written.root.keys:
        message = f"in {OWN} the keys stand at the top, without {_HEADER}"
        raise CheckerError(written.complain(written.root.keys[TABLE[0]], message, "delete the header"))
    return written


def _read(path: Path) -> Written:
    shown = os.path.relpath(path)
    if not is_file(path):
        raise CheckerError(Problem(_no_file(path), shown, help="delete or rename it; --isolated looks for no file"))
    source = read_source(path, shown)
    return Written(source, load(source.source, shown))


def _no_file(path: Path) -> str:
    """Why there are no settings to read under that name."""
    if is_folder(path):
        return "a folder, where a configuration file should be"
    return "a link that leads to no file" if path.is_symlink() else "not a file that can be read"


def _shared(path: Path, warnings: list[Problem]) -> Written | None:
    """pyproject.toml, if it has a table for us. One that is broken without naming us is nobody's business here."""
    try:
        written = _read(path)
    except CheckerError:
        if _names_us(path.read_bytes()):
            raise
        return None
    if not written.at(TABLE)[1]:
        return written
    tools, lost = written.at(TABLE[:1])
    for item in tools.value if isinstance(tools.value, list) else ():
        if TABLE[1] in item.keys:
            message = f"[[{TABLE[0]}]] is a list of tables, in which {TABLE[1]} is not looked for"
            raise CheckerError(written.complain(item.keys[TABLE[1]], message, f"write {_HEADER}"))
    for name in tools.value if isinstance(tools.value, dict) and not lost else ():
        if _misnamed(name):
            message = f"[{TABLE[0]}.{name}] is read by no program that is known here"
            warnings.append(written.complain(tools.keys[name], message, f"did you mean {_HEADER}?"))
    return None


def _names_us(content: bytes) -> bool:
    """Whether a pyproject.toml that cannot be read means to tell us something."""
    below = _TOOLS.search(content)
    return bool(_NAMED.search(content) or (below and _OURS.search(content, below.end())))


def _misnamed(name: str) -> bool:
    """One slip away from our name, or what the package is called."""
    from rapidfuzz.distance import OSA

    return name in ("claim-consistency", "claim_consistency") or OSA.distance(name, TABLE[1], score_cutoff=1) <= 1


def _contradictions(layer: Layer) -> Iterator[Problem]:
    """What one file both asks for and refuses."""
    asked = {*(layer.get("select") or ()), *(layer.get("extend-select") or ())}
    for _, at, name in Configuration((layer,)).entries("ignore"):
        if name in asked:
            yield layer.complain(at, f'"{name}" is both selected and ignored', "keep one of the two")


def _misplaced(layer: Layer) -> Iterator[Problem]:
    """Paths that lead nowhere."""
    for key in ("rules", "extend-rules", "names"):
        for number, path in enumerate(located(layer, key)):
            if not exists(path):
                name = layer.get(key)[number]
                wanted = "file" if key == "names" else "rule file, folder or pack"
                packs = [folder.name for folder in shipped().iterdir()] if key != "names" else []
                help = _beside(path, packs) or f"it is looked for in {path.parent}/"
                yield layer.complain((key, number), f'no {wanted} "{name}"', help)
    for number, entry in enumerate(layer.get("datasets") or ()):
        if entry.mapping and not is_file(path := layer.folder / entry.mapping):
            help = _beside(path) or f"it is looked for in {path.parent}/"
            yield layer.complain(("datasets", number, "mapping"), f'no mapping file "{entry.mapping}"', help)


def _beside(path: Path, others: Sequence[str] = ()) -> str:
    here = [entry.name for entry in path.parent.iterdir()] if is_folder(path.parent) else []
    near = nearest(path.name, [*here, *others])
    return f'did you mean "{near}"?' if near else ""
