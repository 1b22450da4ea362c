"""`checker rules docs -o docs/rules.md`: the handbook of the rules, as Markdown."""

from __future__ import annotations

from checker.cli.books import described, everything, load_book
from checker.cli.options import OutputFile, Rules
from checker.cli.output import write
from checker.cli.settings import just


def rules_docs(rules: Rules = None, output_file: OutputFile = None) -> int:
    """Write the handbook of the rules. It is Markdown: pack by pack each rule, why there is one, and its examples."""
    from checker.rulebook.handbook import handbook

    book = load_book(just(rules), None)
    off = [rule.id for rule in book.spare]
    write(handbook([described(rule) for rule in everything(book)], book.kinds, off), output_file)
    return 0
