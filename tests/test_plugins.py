"""Each plug-in (`claims/end_date.py`, `reports/json.py`) has its entry, a first line with an example, and a fixture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest

from checker.claims import kinds
from checker.compare import comparators
from checker.reports import formats

FIXTURES = Path(__file__).parent.parent / "fixtures"

# room: the name that makes a module of it a plug-in, and where its fixtures are
ROOMS = {
    "inputs": ("read", "inputs/{name}*"),
    "claims": ("KIND", "claims/{name}.yml"),
    "compare": ("COMPARATOR", "compare/{name}.yml"),
    "reports": ("render", "reports/**/{name}*"),
}
EXAMPLE = re.compile(r'["“`].+["”`]')


def plugins(room: str) -> Iterator[ModuleType]:
    """The plug-ins of a room; its other modules are parts that they share."""
    package = import_module(f"checker.{room}")
    for found in iter_modules(package.__path__, f"checker.{room}."):
        module = import_module(found.name)
        if hasattr(module, ROOMS[room][0]):
            yield module


PLUGINS = [pytest.param(room, module, id=module.__name__) for room in ROOMS for module in plugins(room)]


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_empty(room: str) -> None:
    assert list(plugins(room))


@pytest.mark.parametrize(("room", "module"), PLUGINS)
def test_the_first_line_has_an_example(room: str, module: ModuleType) -> None:
    assert EXAMPLE.search((module.__doc__ or "").splitlines()[0])


@pytest.mark.parametrize(("room", "module"), PLUGINS)
def test_there_is_a_fixture(room: str, module: ModuleType) -> None:
    pattern = ROOMS[room][1].format(name=module.__name__.rpartition(".")[2])
    assert list(FIXTURES.glob(pattern)), f"no fixtures/{pattern}"


def test_a_file_name_is_its_kind_flag_and_key() -> None:
    names = {room: {module.__name__.rpartition(".")[2] for module in plugins(room)} for room in ROOMS}
    assert names["claims"] == set(kinds())
    assert names["compare"] == set(comparators())
    assert names["reports"] == set(formats())
