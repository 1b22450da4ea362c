"""Output formats, one file each: `--format json` is `reports/json.py`, whose `render(report, page)` is all it needs."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from checker.expressions.nearest import did_you_mean
from checker.model import CheckerError, Problem, Report
from checker.reports.page import Page

ALIASES = {"full": "terminal"}


class Format(Protocol):
    """What a format's module has."""

    __doc__: str | None

    def render(self, report: Report, page: Page) -> str:
        """The report as one text, line break at its end."""


def remarks_of(format: Format, report: Report, page: Page) -> tuple[str, ...]:
    """What a format leaves out of this report, since a host would not take it or show it: its `remarks`, if any."""
    remarks = getattr(format, "remarks", None)
    return tuple(remarks(report, page)) if remarks else ()


def formats() -> dict[str, Format]:
    """Every format by name: the modules of this folder that can render a report."""
    found = {module.name: _module(module.name) for module in iter_modules(__path__)}
    return {name: format for name, format in sorted(found.items()) if format is not None}


def load(name: str) -> Format:
    """The format of that name; a CheckerError that says which there are when there is none."""
    file = ALIASES.get(name, name)
    # Only this one is imported: JSON needs no rich.
    format = _module(file) if file in {module.name for module in iter_modules(__path__)} else None
    if format is None:
        help = did_you_mean(name, {*formats(), *ALIASES}, kind="formats")
        raise CheckerError(Problem(f'unknown format "{name}"', help=help))
    return format


def _module(name: str) -> Format | None:
    module = import_module(f"{__name__}.{name}")
    return cast("Format", module) if hasattr(module, "render") else None
