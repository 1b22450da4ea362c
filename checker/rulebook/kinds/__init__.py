"""One file per kind of rule: `agree.py` is `kind: agree`; the fields of its class are the YAML keys."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from checker.rulebook.rule import Rule


@cache
def rule_kinds() -> Mapping[str, type[Rule]]:
    """Every kind of rule by name, found by walking this folder."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    classes = [value for module in modules for value in vars(module).values() if _is_kind(value, module.__name__)]
    return MappingProxyType(
        {cls.model_fields["kind"].default: cls for cls in sorted(classes, key=lambda cls: cls.__name__)}
    )


def _is_kind(value: object, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Rule) and value is not Rule and value.__module__ == module
