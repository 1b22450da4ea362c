"""Plug-ins of other packages: `tides = "tidal.kinds:KIND"` under `[project.entry-points."checker.kinds"]`.

Only the packages' metadata is looked at until plug-ins are asked for. One that cannot be used is a CheckerError that
names its package: going on without it would check less than whoever installed it believes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib.metadata import EntryPoint, entry_points
from traceback import walk_tb
from typing import NamedTuple

from checker.model import CheckerError, Problem

GROUPS = ("checker.kinds", "checker.comparators")


class Plugin(NamedTuple):
    """What a package offers under a name; `called` is how messages speak of it."""

    name: str
    offered: object
    called: str
    package: str

    def unfit(self, reason: str) -> CheckerError:
        """The mistake of a plug-in that cannot be used, for that reason."""
        return CheckerError(Problem(f"{self.called} {reason}", help=f"mend or uninstall {self.package}"))


def plugins(group: str) -> Iterator[Plugin]:
    """Every plug-in of a group, in order of package and name. Raises CheckerError for one that does not load."""
    for point in sorted(entry_points(group=group), key=lambda point: (_package(point), point.name)):
        plugin = Plugin(point.name, None, f'the entry point "{point.name}" of {_package(point)}', _package(point))
        said = io.StringIO()
        try:
            with redirect_stdout(said):  # which belongs to the report
                offered = point.load()
        except (Exception, SystemExit) as error:  # whatever the package's own code raises
            raise plugin.unfit(f"cannot be loaded: {type(error).__name__}: {error}") from error
        if said.getvalue():
            raise plugin.unfit(f"prints while it is loaded: {said.getvalue().strip()!r:.80}")
        yield plugin._replace(offered=offered)


def blamed(error: BaseException) -> str:
    """The plug-in in whose code an error was raised: `the entry point "tides" of tidal`; "" for none.

    Of the calls that led to the error the innermost counts that is in a package with plug-ins.
    """
    offering = {point.module.partition(".")[0]: point for group in GROUPS for point in entry_points(group=group)}
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    for frame in reversed(frames):
        point = offering.get(str(frame.f_globals.get("__name__", "")).partition(".")[0])
        if point is not None:
            return f'the entry point "{point.name}" of {_package(point)}'
    return ""


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else "a package without a name"
