"""Comparators, one file each; a rule names one: `compare: overlap` or `compare: {within: 1%}`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from checker.compare.partition import Comparator
from checker.entrypoints import plugins

__all__ = ["Comparator", "comparators"]


@lru_cache(maxsize=1)
def comparators() -> dict[str, type[Comparator]]:
    """Every comparator by its name: the modules of this folder that have a `COMPARATOR`, and what installed packages
    offer as entry points of `checker.comparators`. Raises CheckerError for an entry point that offers none."""
    found: dict[str, type[Comparator]] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        comparator = getattr(importlib.import_module(f"{__name__}.{module.name}"), "COMPARATOR", None)
        if comparator is not None:
            found[module.name] = comparator
    for plugin in plugins("checker.comparators"):
        if not (isinstance(plugin.offered, type) and issubclass(plugin.offered, Comparator)):
            raise plugin.unfit(f"is no class derived from checker.compare.Comparator, but {plugin.offered!r:.80}")
        if plugin.name in found:
            raise plugin.unfit("has the name of a comparator that there is already")
        found[plugin.name] = plugin.offered
    return found
