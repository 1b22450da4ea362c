"""`checker rules docs -o docs/rules.md`: the handbook of the rules, as Markdown."""

from __future__ import annotations

import typer

from checker.cli.books import described, everything, load_book
from checker.cli.options import Config, ExtendRules, Isolated, OutputFile, Rules
from checker.cli.output import write
from checker.cli.settings import settings_for


def rules_docs(
    context: typer.Context,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    output_file: OutputFile = None,
) -> int:
    """Write the handbook of the rules. It is Markdown: pack by pack each rule, why there is one, and its examples."""
    from checker.rulebook.handbook import handbook

    book = load_book(settings_for(context), None)
    off = [rule.id for rule in book.spare]
    write(handbook([described(rule) for rule in everything(book)], book.kinds, off), output_file)
    return 0
