"""`checker rule exercises.end-date`, `checker rules list`, `checker rules test`: what is checked, and does it work?"""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from checker.cli.books import load_book
from checker.cli.options import Color, Rules, Width
from checker.cli.output import page_for, write


def rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="As the report names it: exercises.end-date.")],
    rules: Rules = None,
    color: Color = None,
    width: Width = None,
) -> int:
    """Explain one rule. Why there is one, what it reads, what it finds and what it leaves alone."""
    from checker.expressions import did_you_mean
    from checker.model import CheckerError, Problem
    from checker.reports.rules import manual
    from checker.rulebook import describe

    book = load_book(rules, color)
    found = book.find(id)
    if found is None:
        help = did_you_mean(id, (rule.id for rule in book), kind="rules")
        raise CheckerError(Problem(f'no rule "{id}"', help=help))
    about = describe(found)
    facts = [
        ("why", about.why),
        ("kind", about.kind),
        ("severity", about.severity),
        ("reads", ", ".join(about.reads)),
        *about.settings,
        ("message", about.message),
        ("written in", f"{about.path}:{about.line}"),
    ]
    examples = [(example.outcome, example.items) for example in about.examples]
    write(manual(about.id, about.title, facts, examples, about.manual, page_for(sys.stdout, color=color, width=width)))
    return 0


def rules_list(
    rules: Rules = None,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "--output-format", help="How.")] = "table",
    color: Color = None,
    width: Width = None,
) -> int:
    """List the rules that a check would use."""
    import json

    from checker.reports.rules import listing
    from checker.reports.safe import escaped
    from checker.rulebook import describe

    book = load_book(rules, color)
    if format == "json":
        described = [asdict(describe(rule)) for rule in book]
        write(escaped(json.dumps({"rules": described}, indent=2)) + "\n")
    else:
        rows = [(rule.id, rule.severity, rule.title) for rule in book]
        write(listing(rows, page_for(sys.stdout, color=color, width=width)))
    return 0


def rules_test(rules: Rules = None, color: Color = None, width: Width = None) -> int:
    """Run the tests that rules carry. One that fails makes the exit code 2, as a broken rule does."""
    from checker.reports.rules import outcomes
    from checker.ruletests import run_tests

    ran = run_tests(load_book(rules, color))
    failed = [(f"{test.path}:{test.line}", f"{test.rule}, {test.kind}: {test.why}") for test in ran if not test.passed]
    write(outcomes(failed, len(ran) - len(failed), page_for(sys.stdout, color=color, width=width)))
    return 2 if failed else 0
