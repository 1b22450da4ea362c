"""The command line: `checker check drafts/ --format json`. Arguments, then a command, then its exit code.

The only module that turns errors into exits: 0 nothing at or above --fail-on, 1 findings, 2 a mistake in the usage, the
configuration or a rule, 3 something was skipped; 2 over 3 over 1. Each command is a file of this folder and imports
what it needs when it runs, so that `checker --version` and `--help` load neither pydantic nor rich.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker._version import __version__
from checker.cli.baseline import of_baseline
from checker.cli.check import check
from checker.cli.claims import claims
from checker.cli.diff import diff
from checker.cli.init import init
from checker.cli.output import page_for, write
from checker.cli.rules import of_rules, rule
from checker.cli.suggest import suggest
from checker.cli.waive import waive
from checker.cli.why import why

if TYPE_CHECKING:
    from checker.model import Problem

HELP = ["-h", "--help"]

_INTERRUPTED = 130  # what typer makes of a keyboard interrupt

app = typer.Typer(
    name="checker",
    help="Find the facts on which a set of articles and datasets contradict each other.",
    epilog="Exit codes: 0 nothing found, 1 findings, 2 usage or rule error, 3 something was skipped.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": HELP},
)
app.command()(check)
app.command()(claims)
app.command()(diff)
app.command()(init)
app.command()(why)
app.command()(waive)
app.command()(suggest)
app.add_typer(of_baseline, name="baseline")
app.command()(rule)
app.add_typer(of_rules, name="rules")


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> int:
    if version:
        write(f"checker {__version__}\n")
    elif context.invoked_subcommand is None:
        write(context.get_help() + "\n")
        return 2
    return 0


def main() -> None:
    """The entry point of `checker`, `claim-consistency` and `python -m checker`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The program: arguments in, exit code out."""
    known = _without_parsing(arguments)
    if known is not None:
        write(known)
        return 0
    command = typer.main.get_command(app)
    try:
        status = command.main(list(arguments), prog_name="checker", standalone_mode=False)
    except typer.TyperException as error:
        return _fail(_usage_problem(error))
    except (Exception, SystemExit) as error:  # only a plug-in leaves by itself
        return _fail(*_problems(error))
    if status == _INTERRUPTED:
        write("interrupted\n", sys.stderr)
    return int(status or 0)


def _without_parsing(arguments: Sequence[str]) -> str | None:
    """The answer to `--version` and `[COMMAND…] --help`, at once: typer's parser loads pydantic (0.1 s)."""
    *names, last = arguments or ("",)
    if [last] == arguments == ["--version"]:
        return f"checker {__version__}\n"
    if last not in HELP:
        return None
    context = typer.Context(typer.main.get_command(app), info_name="checker", help_option_names=HELP)
    for name in names:
        inner = getattr(context.command, "commands", {}).get(name)
        if inner is None:
            return None
        context = typer.Context(inner, info_name=name, parent=context)
    return f"{context.get_help()}\n"


def _fail(*problems: Problem) -> int:
    from checker.reports.problems import show

    write(show(problems, page_for(sys.stderr)), sys.stderr)
    return 2


def _problems(error: BaseException) -> tuple[Problem, ...]:
    """A user's mistakes as they are; anything else is a plug-in's or ours, and says so."""
    from checker.entrypoints import blamed
    from checker.model import CheckerError, Problem

    if isinstance(error, CheckerError):
        return error.problems
    if os.environ.get("CHECKER_DEBUG"):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}, {last.name}: {error}"
    if plugin := blamed(error):
        help = "mend or uninstall that package; CHECKER_DEBUG=1 shows the traceback"
        return (Problem(f"{plugin} has failed, nothing was decided: {what}", help=help),)
    help = "set CHECKER_DEBUG=1 to see the traceback; please report it with the input that caused it"
    return (Problem(f"this is a bug in checker, nothing was decided: {what}", help=help),)


def _usage_problem(error: typer.TyperException) -> Problem:
    """An unknown option or command, a missing argument, a wrong choice."""
    from checker.expressions.nearest import nearest
    from checker.model import Problem

    context: typer.Context | None = getattr(error, "ctx", None)
    wrong: str | None = getattr(error, "option_name", None)
    help = f'see "{context.command_path if context else "checker"} --help"'
    message = error.message if wrong else error.format_message()
    if context is not None and wrong is not None:
        near = nearest(wrong, (name for option in context.command.params for name in option.opts))
        help = f'did you mean "{near}"? or {help}' if near else help
    message = message.rstrip(".").replace("Value error, ", "")
    if message == "Missing argument 'PATH'":
        message = 'say what to read: files, folders or "-" for standard input'
    return Problem(message[:1].lower() + message[1:], help=help)
