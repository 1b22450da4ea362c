"""`checker rule ID` and `checker rules list | test | new | schema | docs`: what is checked, and does it work?"""

from __future__ import annotations

import typer

from checker.cli.rules.docs import rules_docs
from checker.cli.rules.drafting import rules_new
from checker.cli.rules.listing import rules_list
from checker.cli.rules.rule import rule
from checker.cli.rules.schema import rules_schema
from checker.cli.rules.testing import rules_test

__all__ = ["of_rules", "rule"]

of_rules = typer.Typer(help="List, test and write rules.", rich_markup_mode=None)
of_rules.command("list")(rules_list)
of_rules.command("test")(rules_test)
of_rules.command("new")(rules_new)
of_rules.command("schema")(rules_schema)
of_rules.command("docs")(rules_docs)
