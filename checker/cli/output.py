"""Where output goes: how wide the terminal is, whether it has colours, and what to do when the reader has left."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from checker.reports.page import Page

PIPE_WIDTH = 100  # when nobody tells how wide the reader's side is
WIDEST = 120  # lines of prose are not read well beyond this; --width overrules it


def page_for(
    target: TextIO | Path | None, *, color: bool | None = None, width: int | None = None, quiet: bool = False
) -> Page:
    """What is known of the place that the output goes to; None is stdout."""
    from checker.reports.page import Page

    stream = target if target is not None else sys.stdout
    if isinstance(stream, Path):
        return Page(width=width or PIPE_WIDTH, color=bool(color), quiet=quiet)
    encoding = codecs.lookup(stream.encoding or "utf-8").name
    columns = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    return Page(
        width=width or max(40, min(columns, WIDEST)),
        color=_colored(stream) if color is None else color,
        encoding=encoding,
        quiet=quiet,
    )


def _colored(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def nearby(path: str) -> str:
    """The path from where the user is, if it lies below; else as it is."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def tell(lines: Iterable[str], width: int | None = None) -> None:
    """Lines for people on stdout, each broken where the page ends."""
    from rich.text import Text

    page = page_for(None, width=width)
    write(page.paint(part for line in lines for part in page.wrapped(Text(page.safe(line)), hang="    ")))


def write(text: str, target: TextIO | Path | None = None) -> None:
    """Write to a file or a stream; a reader that has gone away is no error."""
    if isinstance(target, Path):
        from checker.saving import save

        save(target, text)
        return
    stream = target or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The interpreter flushes once more when it ends, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
