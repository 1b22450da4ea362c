"""Comparators, one file each; a rule names one: `compare: overlap` or `compare: {within: 1%}`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from checker.compare.partition import Comparator


@lru_cache(maxsize=1)
def comparators() -> dict[str, type[Comparator]]:
    """Every comparator of this folder by its name: the modules that have a `COMPARATOR`."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        comparator = getattr(importlib.import_module(f"{__name__}.{module.name}"), "COMPARATOR", None)
        if comparator is not None:
            found[module.name] = comparator
    return found
