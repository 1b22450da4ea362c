"""The settings of a call: `--preview --ignore aid` over checker.toml over what that extends; and --show-settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from checker.cli.output import page_for, write

if TYPE_CHECKING:
    from checker.model import Problem
    from checker.reports import Format
    from checker.rulebook import Configuration, RuleBook

# The parameters of commands that are settings, and their keys in a file.
_KEYS = {
    "rules": "rules",
    "extend_rules": "extend-rules",
    "select": "select",
    "extend_select": "extend-select",
    "ignore": "ignore",
    "preview": "preview",
    "format": "output-format",
    "fail_on": "fail-on",
    "min_severity": "min-severity",
    "coverage": "coverage",
    "require_coverage": "require-coverage",
    "waivers": "waivers",
    "baseline": "baseline",
    "strict_waivers": "strict-waivers",
    "force_exclude": "force-exclude",
}
_LISTS = ("select", "extend_select", "ignore")


def settings_for(context: typer.Context) -> Configuration:
    """The settings of a command that has been called so."""
    from checker.model import CheckerError
    from checker.rulebook import Configuration, discover, read
    from checker.rulebook.ondisk import is_file

    file, isolated = context.params.get("config"), context.params.get("isolated")
    if file is not None and isolated:
        raise CheckerError("--config and --isolated exclude each other")
    if isolated:
        found = Configuration()
    elif file is None:
        found = discover(Path.cwd())
    elif is_file(file):
        found = read(file)
    else:
        raise CheckerError(_missing(file))
    return found.over(dict(_given(context)))


def _given(context: typer.Context) -> Iterator[tuple[str, object]]:
    """What the command line says, not what its options say of themselves."""
    for name, value in context.params.items():
        source = context.get_parameter_source(name)
        # `checker claims --format jsonl` has formats of its own.
        own = name == "format" and context.command.name != "check"
        if name in _KEYS and not own and source is not None and source.name == "COMMANDLINE":
            listed = isinstance(value, list | tuple)
            single = str(value) if isinstance(value, Path) else value
            yield _KEYS[name], [str(one) for one in _split(name, value)] if listed else single


def _split(name: str, values: Sequence[object]) -> Iterator[object]:
    """`--select a,b` is two rules; the name of a file may have a comma."""
    for value in values:
        yield from (one.strip() for one in str(value).split(",")) if name in _LISTS else [value]


def _missing(file: Path) -> Problem:
    from checker.expressions import nearest
    from checker.model import Problem
    from checker.rulebook.ondisk import is_folder

    if is_folder(file):
        return Problem(f"{file} is a folder", help=f"name the file in it: --config {file / 'checker.toml'}")
    near = nearest(file.name, [entry.name for entry in file.parent.iterdir()] if is_folder(file.parent) else [])
    help = f'did you mean "{near}"?' if near else "--isolated does without a configuration file"
    return Problem(f"no configuration file {file}", help=help)


def refuse_silence(settings: Configuration, book: RuleBook) -> None:
    """A CheckerError when there are rules and none of them runs."""
    from checker.model import CheckerError
    from checker.rulebook.configuration.selecting import nothing_left

    if not book.rules and book.spare:
        raise CheckerError(nothing_left(settings))


def refuse_unheard(settings: Configuration) -> None:
    """A CheckerError when a run is to fail on findings that it does not report."""
    from checker.model import CheckerError, Problem, Severity

    fail_on, least = settings.value("fail-on"), Severity(settings.value("min-severity"))
    if fail_on == "never" or Severity(fail_on).rank >= least.rank:
        return
    said = " and ".join(
        f"{key} is {settings.value(key)} ({_origin(settings, key)})" for key in ("fail-on", "min-severity")
    )
    help = f"what is not reported cannot fail: use --min-severity {fail_on}, or --fail-on {least} or never"
    raise CheckerError(Problem(said, help=help))


def _origin(settings: Configuration, key: str) -> str:
    layer = settings.deciding(key)
    return layer.place(key) if layer else "by default"


def renderer_of(settings: Configuration) -> Format:
    """The output format; a CheckerError where a file names one that there is not."""
    from checker import reports
    from checker.model import CheckerError

    layer = settings.deciding("output-format")
    try:
        return reports.load(settings.value("output-format"))
    except CheckerError as error:
        if layer is None:
            raise
        told = (layer.complain(("output-format",), problem.message, problem.help) for problem in error.problems)
        raise CheckerError(*told) from None


def show_settings(settings: Configuration, book: RuleBook, target: Path | None, color: bool | None) -> None:
    """Print every setting with where it comes from, as TOML, or as JSON if that is the format."""
    from checker.reports.settings import as_json, as_text
    from checker.rulebook.configuration.effective import UNSAID, effective

    groups = effective(settings)
    files = [layer.origin for layer in settings.layers if layer.written is not None]
    if settings.value("output-format") == "json":
        write(as_json(groups, files, [rule.id for rule in book]), target)
        return
    opening = f"read from {', '.join(files)}" if files else "no configuration file was read"
    closing = f"rules that run: {len(book)}, that do not: {len(book.spare)}; checker rules list shows them"
    write(as_text(groups, UNSAID, (opening, closing), page_for(target, color=color)), target)
