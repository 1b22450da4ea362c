"""`checker rule exercises.end-date`: what a rule asks, why, and what it finds and leaves alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import described, load_book, named
from checker.cli.options import Color, Config, ExtendRules, Isolated, Rules, Width
from checker.cli.output import page_for, write
from checker.cli.rules.listing import as_json
from checker.cli.settings import settings_for

if TYPE_CHECKING:
    from checker.rulebook import Description


def rule(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="As the report names it: exercises.end-date.")],
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    format: Annotated[
        Literal["full", "json"], typer.Option("--format", "--output-format", help="For people or for a program.")
    ] = "full",
    color: Color = None,
    width: Width = None,
) -> int:
    """Explain rules. Why there is each, what it reads, what it finds and what it leaves alone."""
    from checker.reports.rules import manual

    found = [described(rule) for rule in named(load_book(settings_for(context), color), ids)]
    if format == "json":
        write(as_json(found))
        return 0
    page = page_for(sys.stdout, color=color, width=width)
    examples = [[(one.outcome, one.items, one.message) for one in about.examples] for about in found]
    pages = [
        manual(about.id, about.title, _facts(about), shown, about.manual, page)
        for about, shown in zip(found, examples, strict=True)
    ]
    write("\n\n".join(pages))
    return 0


def _facts(about: Description) -> list[tuple[str, str]]:
    """What is said of a rule line by line; what is empty is left out."""
    severity = about.severity if about.status == "stable" else f"{about.severity} ({about.status})"
    return [
        ("why", about.why),
        ("kind", about.kind),
        ("severity", severity),
        ("tags", ", ".join(about.tags)),
        ("reads", ", ".join(about.reads)),
        *about.settings,
        ("message", about.message),
        ("written in", f"{about.path}:{about.line}"),
    ]
