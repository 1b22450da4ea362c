"""Every setting in force and where it comes from, for --show-settings: `preview = true`, from "checker.toml:2"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from checker.rulebook.configuration.layers import Configuration, Layer, located
from checker.rulebook.configuration.settings import DEFAULTS, RuleSettings, Settings, key
from checker.rulebook.packs import shipped

_PATHS = ("rules", "extend-rules", "names")
_TABLES = ("rule", "sources", "datasets", "overrides")
_FILES = ("waivers", "baseline")
_DEFAULT = "default"
UNSAID = {
    "rules": "those of every shipped pack",
    "select": "all that are stable and of no pack that must be named",
    "exclude": "nothing but hidden files",
    "waivers": "those of .checker/waivers.yml, if it is there",
    "baseline": "that of .checker/baseline.json, if it is there",
}


class Given(NamedTuple):
    """A setting: its value, and where it comes from. A list that adds up has one origin for each of its items. None is
    the value where nobody gives one; `UNSAID` says what that means."""

    key: str
    value: Any
    origins: tuple[str, ...]


class Group(NamedTuple):
    """Settings under one header: "", `[rule."exercises.end-date"]`, `[[sources]]`."""

    header: str
    settings: tuple[Given, ...]


def effective(settings: Configuration) -> tuple[Group, ...]:
    """All settings, in the order of the documentation; `extends` has no say of its own."""
    names = [key(field) for field in Settings.model_fields]
    plain = tuple(_given(settings, name) for name in names if name not in ("extends", *_TABLES))
    return (
        Group("", plain),
        *_rules(settings),
        *_lists(settings, "sources"),
        *_lists(settings, "datasets"),
        *_lists(settings, "overrides"),
    )


def _given(settings: Configuration, name: str) -> Given:
    if Settings.model_fields[name.replace("-", "_")].default is None:  # one layer decides
        layer = settings.deciding(name)
        if layer is None:
            return Given(name, DEFAULTS.get(name), (_DEFAULT,))
        return Given(name, _plain(_values(layer, name)), (layer.place(name),))
    entries = [(_values(layer, name)[at[1]], layer.place(*at)) for layer, at, _ in settings.entries(name)]
    return Given(name, [_plain(value) for value, _ in entries], tuple(place for _, place in entries) or (_DEFAULT,))


def _values(layer: Layer, name: str) -> Any:
    """What the layer gives; paths as they are from here, shipped packs by their names."""
    if name in _FILES:
        return (layer.folder / layer.get(name)).as_posix()
    if name not in _PATHS:
        return layer.get(name)
    return [path.name if path.parent == shipped() else path.as_posix() for path in located(layer, name)]


def _rules(settings: Configuration) -> Iterator[Group]:
    """`[rule."…"]`: of each rule and key the last word."""
    said: dict[str, dict[str, Given]] = {}
    for layer, at, entry in settings.entries("rule"):
        for path, value in _fields(entry):
            name = ".".join(path)
            said.setdefault(str(at[1]), {})[name] = Given(name, _plain(value), (layer.place(*at, *path),))
    for id in sorted(said):
        yield Group(f'[rule."{id}"]', tuple(said[id][name] for name in sorted(said[id])))


def _fields(entry: RuleSettings) -> Iterator[tuple[tuple[str, ...], object]]:
    if entry.severity is not None:
        yield ("severity",), entry.severity
    for name, value in entry.params.items():
        yield ("params", name), value


def _lists(settings: Configuration, name: str) -> Iterator[Group]:
    """`[[sources]]`, `[[overrides]]`: every entry, in the order in which they count."""
    for layer, at, entry in settings.entries(name):
        given = (field for field in type(entry).model_fields if field in entry.model_fields_set)
        yield Group(
            f"[[{name}]]",
            tuple(Given(field, _plain(getattr(entry, field)), (layer.place(*at, field),)) for field in given),
        )


def _plain(value: Any) -> Any:
    """As JSON has it."""
    match value:
        case BaseModel():
            return _plain(value.model_dump(mode="json", exclude_unset=True))
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case str():
            return str(value)
        case _:
            return value
