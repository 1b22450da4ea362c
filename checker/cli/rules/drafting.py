"""`checker rules new bridges.opening --kind agree --on start_date -o bridges.yml`: a rule to begin with."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.books import load_book
from checker.cli.options import Config, ExtendRules, Isolated, Rules
from checker.cli.output import nearby, write
from checker.cli.settings import settings_for

if TYPE_CHECKING:
    from checker.model import Problem
    from checker.rulebook import Configuration, RuleBook


def rules_new(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="Pack and name of the rule: bridges.opening.")],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="The kind of rule.")] = "agree",
    on: Annotated[
        list[str] | None, typer.Option("--on", metavar="CLAIM", help="A claim kind that it is about; repeatable.")
    ] = None,
    pack: Annotated[
        str | None, typer.Option("--pack", metavar="PACK", help="The pack, if ID does not begin with it.")
    ] = None,
    output_file: Annotated[
        Path | None, typer.Option("-o", "--output-file", metavar="FILE", help="A new file, instead of the terminal.")
    ] = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Write a rule to begin with. It loads, its keys are explained, and its tests hold or are left for you to write."""
    from checker.model import CheckerError, Problem

    full = f"{pack}.{id}" if pack and id.partition(".")[0] != pack else id
    settings = settings_for(context)
    book = load_book(settings, None, as_written=True)
    wrong = _wrong(full, kind, on or (), book)
    if output_file and output_file.exists():
        wrong.append(Problem("the file is there already", str(output_file), help="name a new one: nothing is replaced"))
    if output_file and output_file.stem == "names":
        wrong.append(Problem("a file called so has names, and no rules", str(output_file), help="name another one"))
    if wrong:
        raise CheckerError(*wrong)
    write(_holding(full, kind, on or (), settings, book, output_file), output_file)
    if output_file:
        options = _as_given(context, "rules", "extend_rules", "config")
        if isolated:
            options.append("--isolated")
        if not _is_read(output_file, settings):
            options += ["--extend-rules", str(output_file)]
        write(f"written; next: {shlex.join(['checker', 'rules', 'test', full, *options])}\n", sys.stderr)
    return 0


def _as_given(context: typer.Context, *names: str) -> list[str]:
    """The options of the call that say which rules there are, to be given again."""
    words = []
    for name in names:
        value = context.params.get(name)
        for one in value if isinstance(value, list | tuple) else [value] if value else []:
            words += [f"--{name.replace('_', '-')}", str(one)]
    return words


def _is_read(path: Path, settings: Configuration) -> bool:
    """Whether a new file is among the rules without being named: it lies in a folder that is."""
    folders = (*(settings.rule_paths or ()), *settings.further_rules)
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _wrong(id: str, kind: str, on: Sequence[str], book: RuleBook) -> list[Problem]:
    from checker.expressions import did_you_mean
    from checker.model import Problem
    from checker.rulebook import good_id
    from checker.rulebook.drafts.templates import TEMPLATES

    found = []
    if not good_id(id) or "." not in id:
        help = "begin with the pack and use small letters, digits, dots and dashes: bridges.opening"
        found.append(Problem(f'"{id}" cannot be the id of a rule', help=help))
    if kind not in TEMPLATES:
        found.append(
            Problem(f'unknown kind of rule "{kind}"', help=did_you_mean(kind, TEMPLATES, kind="kinds of rules"))
        )
    there = next((rule for rule in (*book.rules, *book.spare) if rule.id == id), None)
    if there is not None:
        help = f"it is in {nearby(there.path)}:{there.line}"
        found.append(Problem(f'there is a rule "{id}" already', help=help))
    for name in on:
        if name not in book.kinds:
            help = did_you_mean(name, book.kinds, kind="claim kinds")
            found.append(Problem(f'unknown claim kind "{name}"', help=help))
    return found


def _holding(
    id: str, kind: str, on: Sequence[str], settings: Configuration, book: RuleBook, target: Path | None
) -> str:
    """The draft with its tests if they hold, else as a preview; claim kinds that it cannot be over are a mistake."""
    from checker.model import CheckerError, RuleError
    from checker.rulebook.drafts import draft

    schema, file = _schema(target), str(target or "FILE")
    text = draft(id, kind, on, book.kinds, file=file, schema=schema)
    with TemporaryDirectory() as folder:
        tried = Path(folder) / "draft.yml"
        try:
            if _holds(id, text, tried, settings):
                return text
            preview = draft(id, kind, on, book.kinds, file=file, schema=schema, tested=False)
            _holds(id, preview, tried, settings)
        except RuleError as error:
            raise CheckerError(*(_placeless(problem) for problem in error.problems)) from None
    return preview


def _holds(id: str, text: str, path: Path, settings: Configuration) -> bool:
    from checker import pipeline
    from checker.ruletests import run_tests

    path.write_text(text, encoding="utf-8")
    book = pipeline.every_rule(
        settings=settings.over({"extend-rules": [str(path)]})
    )  # the other files may define the claim kinds that it is about
    drafted = replace(book, rules=tuple(rule for rule in book if rule.id == id))
    return all(outcome.passed for outcome in run_tests(drafted))


def _placeless(problem: Problem) -> Problem:
    """A mistake in a draft that nobody has seen has no place to be shown at."""
    from checker.model import Problem

    return Problem(problem.message, help=problem.help)


def _schema(target: Path | None) -> str:
    """Where the schema is, seen from the file: beside it or above it, else where it would be."""
    if target is not None:
        folder = target.absolute().parent
        for above in (folder, folder.parent):
            if (above / "schema.json").is_file():
                return Path(os.path.relpath(above / "schema.json", folder)).as_posix()
    return "schema.json"
