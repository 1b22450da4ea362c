"""`checker rules list`: the rules that a check would use, pack by pack."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import described, everything, load_book
from checker.cli.options import Color, Config, ExtendRules, Isolated, Rules, Width
from checker.cli.output import page_for, write
from checker.cli.settings import settings_for

if TYPE_CHECKING:
    from checker.rulebook import Description


def rules_list(
    context: typer.Context,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "--output-format", help="How.")] = "table",
    color: Color = None,
    width: Width = None,
) -> int:
    """List the rules that there are."""
    from checker.model import Severity
    from checker.reports.rules import listing

    book = load_book(settings_for(context), color)
    off = {rule.id for rule in book.spare}
    found = [described(rule) for rule in everything(book)]
    if format == "json":
        write(as_json(found))
        return 0
    rows = [(rule.pack, rule.id, Severity(rule.severity), rule.title, _further(rule, rule.id in off)) for rule in found]
    write(listing(rows, page_for(sys.stdout, color=color, width=width)))
    return 0


def as_json(rules: Sequence[Description]) -> str:
    """`{"rules": […]}`, with everything that is known of each rule."""
    from checker.reports.safe import escaped

    return escaped(json.dumps({"rules": [asdict(rule) for rule in rules]}, indent=2)) + "\n"


def _further(rule: Description, off: bool) -> list[str]:
    """What stands behind a title: that the rule is not stable, that it is used only if it is named, and its tags."""
    status = [rule.status] if rule.status != "stable" else []
    return [*status, *(["off"] if off else []), *rule.tags]
