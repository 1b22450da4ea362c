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
ExtendRules = Annotated[
    list[Path] | None,
    typer.Option("--extend-rules", metavar="PATH", help="Rule file or pack, besides the others; repeatable."),
]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULE", help="Only this rule, pack or tag:TAG; repeatable.")
]
ExtendSelect = Annotated[
    list[str] | None, typer.Option("--extend-select", metavar="RULE", help="This rule, pack or tag too; repeatable.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not this rule, pack or tag; repeatable.")
]
Preview = Annotated[bool, typer.Option("--preview/--no-preview", help="Also rules that are still being tried.")]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings, instead of checker.toml or pyproject.toml upwards."),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Look for no configuration file.")]
Waivers = Annotated[
    Path | None, typer.Option("--waivers", metavar="FILE", help="Instead of .checker/waivers.yml of the project.")
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Instead of .checker/baseline.json of the project.")
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day that waivers are held against: 2026-11-22.")
]
OutputFile = Annotated[
    Path | None, typer.Option("-o", "--output-file", metavar="FILE", help="Where to write, instead of the terminal.")
]
Output = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="FORMAT:FILE", help='A further report; FILE "-" is stdout; repeatable.'),
]
ForceExclude = Annotated[
    bool,
    typer.Option("--force-exclude/--no-force-exclude", help="Leave excluded files out even if they are named."),
]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="What standard input is called.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary.")]
Color = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Default: if it is a terminal; NO_COLOR and FORCE_COLOR count."),
]
Width = Annotated[int | None, typer.Option(min=40, max=1000, help="Columns; default: those of the terminal.")]
