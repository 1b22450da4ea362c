"""Plug-ins of other packages: `tides = "tidal.kinds:KIND"` under `[project.entry-points."checker.kinds"]`.

Only the packages' metadata is looked at until plug-ins are asked for. One that cannot be used is a CheckerError that
names its package: going on without it would check less than whoever installed it believes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from checker.model import CheckerError, Problem


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
        try:
            offered = point.load()
        except Exception as error:  # whatever the package's own code raises
            raise plugin.unfit(f"cannot be loaded: {type(error).__name__}: {error}") from error
        yield plugin._replace(offered=offered)


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else "a package without a name"
