"""The rules that a command uses; `--extend-rules mine.yml` and checker.toml have said which."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.cli.output import nearby, page_for, write

if TYPE_CHECKING:
    from checker.rulebook import Configuration, Description, Rule, RuleBook


def load_book(settings: Configuration, color: bool | None, *, as_written: bool = False) -> RuleBook:
    """The rules that run, or all as they are written; what is odd about them, but no mistake, is said on stderr."""
    from checker import pipeline

    book = pipeline.every_rule(settings=settings) if as_written else pipeline.load_rules(settings=settings)
    if book.warnings:
        from checker.model import Severity
        from checker.reports import problems

        shown = problems.show(book.warnings, page_for(sys.stderr, color=color), severity=Severity.warning)
        write(shown, sys.stderr)
    return book


def everything(book: RuleBook) -> RuleBook:
    """The book with the rules that do not run now."""
    return replace(book, rules=tuple(sorted((*book.rules, *book.spare), key=lambda rule: rule.id)), spare=())


def named(book: RuleBook, ids: Sequence[str]) -> list[Rule]:
    """The rules of these ids, in the order asked for; a CheckerError with a suggestion for each that there is not."""
    from checker.expressions import did_you_mean
    from checker.model import CheckerError, Problem

    rules = {rule.id: rule for rule in everything(book)}
    unknown = [Problem(f'no rule "{id}"', help=did_you_mean(id, rules, kind="rules")) for id in ids if id not in rules]
    if unknown:
        raise CheckerError(*unknown)
    return [rules[id] for id in ids]


def described(rule: Rule) -> Description:
    """Everything that there is to say about a rule; its path as one would type it here."""
    from checker.rulebook import describe

    about = describe(rule)
    return replace(about, path=nearby(about.path))


def only(book: RuleBook, select: Sequence[str] | None, ignore: Sequence[str] | None) -> RuleBook:
    """The rules that are selected and not ignored, each named by its id or its pack."""
    from checker.expressions import did_you_mean
    from checker.model import CheckerError, Problem

    every = everything(book).rules
    names = {rule.id for rule in every} | {rule.id.partition(".")[0] for rule in every}
    unknown = [name for name in (*(select or ()), *(ignore or ())) if name not in names]
    if unknown:
        raise CheckerError(
            *(Problem(f'no rule or pack "{name}"', help=did_you_mean(name, names, kind="rules")) for name in unknown)
        )

    def chosen(id: str) -> bool:
        here = {id, id.partition(".")[0]}
        return (not select or bool(here & {*select})) and not here & {*(ignore or ())}

    candidates = every if select else book.rules
    return replace(book, rules=tuple(rule for rule in candidates if chosen(rule.id)))
