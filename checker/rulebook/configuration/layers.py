"""The settings in force: those of checker.toml over those of the files that it extends, the command line over all.

Each layer says something or nothing of a key. Of single values and of `rules`, `select` and `exclude` the last layer
counts that gives them; lists that add something (`extend-…`, `ignore`, `names`, `sources`, `overrides`) add up.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from checker.model import CheckerError, Problem, Tier
from checker.rulebook.configuration.patterns import Patterns
from checker.rulebook.configuration.settings import ANEW, DEFAULTS, Settings, key
from checker.rulebook.faults import Location
from checker.rulebook.located import Written
from checker.rulebook.ondisk import exists, is_folder
from checker.rulebook.packs import shipped
from checker.rulebook.reading import WORDING

COMMAND_LINE = "command line"


@dataclass(frozen=True)
class Layer:
    """What one file says, or the command line. `folder` is where its paths begin; `hidden` are keys of it that no
    longer count."""

    settings: Settings
    origin: str = COMMAND_LINE
    folder: Path = Path()
    written: Written | None = None
    hidden: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The keys that it gives."""
        return frozenset(key(name) for name in self.settings.model_fields_set) - self.hidden

    def get(self, key: str) -> Any:
        """Its value of a key; None when it gives none."""
        return getattr(self.settings, key.replace("-", "_")) if key in self.keys else None

    def patterns(self, globs: tuple[str, ...]) -> Patterns:
        """These patterns of it, below its folder."""
        return Patterns(globs, os.path.normpath(self.folder.absolute()))

    def place(self, *at: str | int) -> str:
        """Where it says so: `checker.toml:3`, `command line`."""
        return f"{self.origin}:{self.written.key_at(at).line}" if self.written else self.origin

    def complain(self, at: Location, message: str, help: str = "", *, key: bool = False) -> Problem:
        """A mistake of what it says there, or of the key itself."""
        if self.written is None:
            return Problem(message, help=help)
        node = self.written.key_at(at) if key else self.written.at(at)[0]
        return self.written.complain(node, message, help)


@dataclass(frozen=True)
class Configuration:
    """Layers, the weightiest last. `warnings` are what is odd about the files but no mistake."""

    layers: tuple[Layer, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def over(self, given: Mapping[str, object], *, origin: str = COMMAND_LINE) -> Configuration:
        """The same with what somebody gives by hand, under the keys of a file, on top."""
        if not given:
            return self
        try:
            settings = Settings.model_validate(dict(given))
        except ValidationError as error:
            raise CheckerError(*(_wrongly_given(found, origin) for found in error.errors())) from None
        return stacked((*self.layers, Layer(settings, origin)), self.warnings)

    def value(self, key: str) -> Any:
        """The value of a key of which one layer counts, or its default."""
        layer = self.deciding(key)
        return layer.get(key) if layer else DEFAULTS.get(key)

    def deciding(self, key: str) -> Layer | None:
        """The layer whose value of that key counts."""
        return next((layer for layer in reversed(self.layers) if key in layer.keys), None)

    def entries(self, key: str) -> Iterator[tuple[Layer, Location, Any]]:
        """What all layers say under a key that adds up: each entry with where it stands."""
        for layer in self.layers:
            given = layer.get(key) or ()
            places = given if isinstance(given, Mapping) else range(len(given))
            for at in places:
                yield layer, (key, at), given[at]

    # What the settings name.

    @property
    def rule_paths(self) -> tuple[Path, ...] | None:
        """The rule files, folders and packs instead of the shipped ones; None for the shipped ones."""
        layer = self.deciding("rules")
        return tuple(located(layer, "rules")) if layer else None

    @property
    def further_rules(self) -> tuple[Path, ...]:
        """Rule files, folders and packs besides them."""
        return tuple(path for layer in self.layers for path in located(layer, "extend-rules"))

    @property
    def name_files(self) -> tuple[Path, ...]:
        """The files that say which names are the same."""
        return tuple(layer.folder / name for layer, _, name in self.entries("names"))

    @property
    def home(self) -> Path:
        """The folder of the project: that of its configuration file, else where the program runs."""
        return next((layer.folder for layer in reversed(self.layers) if layer.written is not None), Path())

    def file(self, key: str) -> Path | None:
        """The file under a key, from where the program runs."""
        layer = self.deciding(key)
        return layer.folder / layer.get(key) if layer else None

    def excludes(self, path: str) -> bool:
        """Whether a walk over folders leaves that file or folder out."""
        layer = self.deciding("exclude")
        replaced = [layer.patterns(layer.get("exclude"))] if layer else []
        added = [layer.patterns(layer.get("extend-exclude") or ()) for layer in self.layers]
        return any(patterns.match(path) for patterns in (*replaced, *added))

    def tier(self, path: str) -> Tier:
        """How far the source of that path is trusted."""
        fitting = (entry.tier for layer, _, entry in self.entries("sources") if layer.patterns(entry.paths).match(path))
        return next(reversed(list(fitting)), Tier.secondary)


def stacked(layers: Sequence[Layer], warnings: Sequence[Problem] = ()) -> Configuration:
    """The layers as a configuration. One that names the rules *instead of* others begins anew: what the layers below it
    add to the rules, or select of them, was meant for those others."""
    anew = max((number for number, layer in enumerate(layers) if "rules" in layer.keys), default=0)
    below = (replace(layer, hidden=layer.hidden | frozenset(ANEW)) for layer in layers[:anew])
    return Configuration((*below, *layers[anew:]), tuple(warnings))


def _wrongly_given(error: ErrorDetails, origin: str) -> Problem:
    """`command line: "select" is empty`."""
    name = str(error["loc"][0])
    said = WORDING.get(error["type"]) or error["msg"].removeprefix("Value error, ").replace("Input should", "must")
    field = next((field for field in Settings.model_fields.values() if field.alias == name), None)
    return Problem(f'{origin}: "{name}" {said}', help=(field.description or "") if field else "")


def located(layer: Layer, key: str) -> Iterator[Path]:
    """The paths under a key, from where the program runs. A single word may also be a shipped pack."""
    for name in layer.get(key) or ():
        path = layer.folder / name
        pack = shipped() / name
        yield pack if not exists(path) and path.name == name and is_folder(pack) else path
