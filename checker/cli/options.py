"""Options that several commands have: `--rules`, `--quiet`, `--width`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help='Files, folders or patterns; "-" is standard input.')]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="PATH", help="Rule file or pack, instead of the shipped ones; repeatable."),
]
OutputFile = Annotated[
    Path | None, typer.Option("-o", "--output-file", metavar="FILE", help="Where to write, instead of the terminal.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary.")]
Color = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Default: if it is a terminal; NO_COLOR and FORCE_COLOR count."),
]
Width = Annotated[int | None, typer.Option(min=40, max=1000, help="Columns; default: those of the terminal.")]
