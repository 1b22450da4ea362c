"""What a report is written on: `Page(width=80, color=False, encoding="ascii")` is a pipe in the C locale.

Every format gets the page and uses what matters to it, so that a report is a function of its arguments alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from typing import TYPE_CHECKING

from checker.model import Severity
from checker.reports.safe import safe

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text


@dataclass(frozen=True)
class Page:
    """`width` counts terminal cells; `encoding` is what the reader can decode; `quiet` leaves the summary out,
    `coverage` says how much was compared, `explain` how each finding was judged; `show_waived` shows also what is
    settled. `fail_on` is the least severity that fails the run; with `strict_waivers` stale waivers fail it too. Paths
    of sources begin in `folder`; hosts want them from `root`, where both are known."""

    width: int = 80
    color: bool = False
    encoding: str = "utf-8"
    quiet: bool = False
    coverage: bool = False
    explain: bool = False
    show_waived: bool = False
    fail_on: Severity | None = Severity.error
    strict_waivers: bool = False
    folder: str = ""
    root: str = ""

    def safe(self, text: object) -> str:
        """Words from outside as they may stand on this page."""
        return safe(str(text), self.encoding)

    def sign(self, fine: str, plain: str) -> str:
        """The `fine` sign ("│", "…") where it can be encoded, else the `plain` one ("|", "...")."""
        return fine if self._encodes_signs else plain

    @cached_property
    def _encodes_signs(self) -> bool:
        try:
            "│├┌└…·".encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    @cached_property
    def console(self) -> Console:
        """A rich console of this page; it measures and paints, and looks at neither terminal nor environment."""
        from rich.console import Console

        return Console(
            file=StringIO(),
            width=self.width,
            force_terminal=self.color,
            color_system="standard" if self.color else None,
            no_color=not self.color,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )

    def wrapped(self, text: Text, *, hang: str | Text = "") -> Iterator[Text]:
        """The text in as many lines as it needs; all but the first begin with `hang`."""
        from rich.text import Text

        if text.cell_len <= self.width:
            yield text
            return
        first = text.wrap(self.console, self.width, overflow="fold")[0]
        yield first
        at = len(first.plain)
        rest = text[at + len(text.plain[at:]) - len(text.plain[at:].lstrip()) :]
        if rest:
            for line in rest.wrap(self.console, max(1, self.width - len(hang)), overflow="fold"):
                yield Text.assemble(hang, line)

    def paint(self, parts: Iterable[RenderableType]) -> str:
        """The parts, one below the other, as the string that goes to the reader."""
        shown = "".join(self._painted(part) for part in parts)
        return "".join(f"{_inert(line.rstrip())}\n" for line in shown.split("\n")[:-1])

    def _painted(self, part: RenderableType) -> str:
        from rich.text import Text

        # Nearly every part is a line that fits, and laying it out once more would take ten times as long.
        if isinstance(part, Text) and "\n" not in part.plain and part.cell_len <= self.width:
            return self.line(part)
        with self.console.capture() as captured:
            self.console.print(part, overflow="fold")
        return captured.get()

    def line(self, part: Text) -> str:
        """A line of any length, whatever the width of the page."""
        if not self.color:
            return f"{_inert(part.plain)}\n"
        from rich.color import ColorSystem
        from rich.segment import Segment

        segments = Segment.apply_style(part.render(self.console), self.console.get_style(part.style))
        painted = (s.style.render(s.text, color_system=ColorSystem.STANDARD) if s.style else s.text for s in segments)
        return "".join(painted) + "\n"


def _inert(line: str) -> str:
    """The line; one that begins with two colons is a command where GitHub reads a build log."""
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line
