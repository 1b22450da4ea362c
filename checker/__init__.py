"""Fact consistency: `check([Document.from_text("a.txt", "…"), …], load_rules())` reports claims that conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker._version import __version__

if TYPE_CHECKING:
    from checker.model import Document, Report
    from checker.pipeline import check, load_rules, load_settings

__all__ = ["Document", "Report", "__version__", "check", "load_rules", "load_settings"]

_HOMES = {
    "Document": "checker.model",
    "Report": "checker.model",
    "check": "checker.pipeline",
    "load_rules": "checker.pipeline",
    "load_settings": "checker.pipeline",
}


def __getattr__(name: str) -> object:
    """Imports what is asked for only then: `checker --version` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
