"""The reports of one run: `--format json -o report.json --output sarif:checker.sarif --output markdown:-`.

All are rendered before the first is written, each file appears whole or not at all, and one that cannot be written
keeps no other from being written: the program then exits with 2.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.output import page_for, write
from checker.cli.settings import renderer_of

if TYPE_CHECKING:
    from checker.model import Problem, Report
    from checker.reports import Format
    from checker.reports.page import Page
    from checker.rulebook import Configuration

STDOUT = "-"
# Folders of CI systems in which a repository is checked out: hosts know its files by their paths from there.
ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@dataclass(frozen=True)
class Output:
    """One report: its format and where it goes. None is standard output."""

    name: str
    format: Format
    target: Path | None


def extra_outputs(given: Sequence[str]) -> tuple[Output, ...]:
    """What `--output FORMAT:FILE` asks for. Raises CheckerError, naming every mistake."""
    from checker import reports
    from checker.model import CheckerError

    problems: list[Problem] = []
    found: list[Output] = []
    for one in given:
        name, _, file = one.partition(":")
        try:
            found.append(Output(name, reports.load(name) if _complete(one) else _refused(one), target_of(Path(file))))
        except CheckerError as error:
            problems += error.problems
    if problems:
        raise CheckerError(*problems)
    return tuple(found)


def _complete(one: str) -> bool:
    """Whether it has a format and a file; a single letter before the colon is a drive of Windows."""
    name, _, file = one.partition(":")
    return len(name) > 1 and bool(file)


def _refused(one: str) -> Format:
    from checker import reports
    from checker.model import CheckerError, Problem

    name = one.partition(":")[0]
    known = {*reports.formats(), *reports.ALIASES}
    if name in known:
        message, help = f"--output {one}: no file", f"write {name}:FILE, or {name}:- for standard output"
    else:
        like = next((end for end in [Path(one).suffix.removeprefix(".")] if end in known), "json")
        message, help = f"--output {one}: no format", f"write FORMAT:FILE: {like}:{one.lstrip(':') or 'FILE'}"
    raise CheckerError(Problem(message, help=help))


def target_of(file: Path | None) -> Path | None:
    """Where a report is written; a CheckerError where nothing can be written, before anything is read."""
    from checker.model import CheckerError, Problem
    from checker.rulebook.ondisk import is_folder

    if file is None or str(file) == STDOUT:
        return None
    if is_folder(file):
        raise CheckerError(Problem("cannot write: a folder", str(file), help="name a file in it"))
    if not is_folder(file.parent):
        raise CheckerError(Problem("cannot write: no such folder", str(file), help=f"make it first: {file.parent}/"))
    return file


def all_outputs(
    settings: Configuration, file: Path | None, extra: Sequence[Output], *, said: bool
) -> tuple[Output, ...]:
    """The report of `--format` and `-o`, and the others. One of these that goes to standard output takes its place
    there, unless it was `said` on the command line. Raises CheckerError when two would go to one place."""
    from checker.model import CheckerError, Problem

    name = settings.value("output-format")
    main = Output(name, renderer_of(settings), target_of(file))
    replaced = main.target is None and not said and any(output.target is None for output in extra)
    outputs = (*extra,) if replaced else (main, *extra)
    places: dict[str, str] = {}
    for output in outputs:
        place = STDOUT if output.target is None else os.path.realpath(output.target)
        if place in places:
            shown = "standard output" if place == STDOUT else str(output.target)
            message = f"two reports go to {shown}: {places[place]} and {output.name}"
            raise CheckerError(Problem(message, help="give one of them a file of its own"))
        places[place] = output.name
    return outputs


def counting(outputs: Sequence[Output]) -> Output:
    """The report whose place the counts of `--statistics` take. Raises CheckerError if counts cannot be shown so."""
    from checker.model import CheckerError, Problem
    from checker.reports.statistics import FORMATS

    if outputs[0].name not in FORMATS:
        message = f"--statistics cannot be shown as {outputs[0].name}"
        raise CheckerError(
            Problem(message, help="use --format full or json; --output has the findings in other formats")
        )
    return outputs[0]


def write_outputs(
    report: Report, outputs: Sequence[Output], page: Callable[[Path | None], Page], *, statistics: bool
) -> None:
    """Render all, then write all; `page` says what is known of a place. Raises CheckerError for what cannot be
    written."""
    from checker.model import CheckerError, Problem, Severity
    from checker.reports import problems, remarks_of
    from checker.reports.statistics import render_statistics

    rendered: list[tuple[str, Path | None]] = []
    remarks: list[Problem] = []
    counted = counting(outputs) if statistics else None
    for output in outputs:
        paper = hosted(page(output.target))
        if output is counted:
            rendered.append((render_statistics(report, paper, as_json=output.name == "json"), output.target))
            continue
        rendered.append((output.format.render(report, paper), output.target))
        remarks += (Problem(f"{output.name}: {words}") for words in remarks_of(output.format, report, paper))
    unwritten = list(_write(rendered))
    if remarks:
        write(problems.show(remarks, page_for(sys.stderr), severity=Severity.note), sys.stderr)
    if unwritten:
        raise CheckerError(*unwritten)


def _write(rendered: Sequence[tuple[str, Path | None]]) -> Iterator[Problem]:
    """Writes what can be written, and tells what could not."""
    from checker.model import CheckerError

    for text, target in rendered:
        try:
            write(text, target)
        except CheckerError as error:
            yield from error.problems


def hosted(page: Page) -> Page:
    """The page with the folder that hosts know paths from: the checkout of a CI system that the program runs in, else
    where it runs."""
    here = Path.cwd()
    roots = (Path(os.path.realpath(os.environ[name])) for name in ROOTS if os.environ.get(name))
    root = next((root for root in roots if here.is_relative_to(root)), here)
    return replace(page, folder=str(here), root=str(root))
