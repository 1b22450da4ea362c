"""`checker init events.csv --write`: which column is which claim? A mapping file to look over."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.books import load_book
from checker.cli.options import Config, ExtendRules, Isolated, Rules, Width
from checker.cli.output import page_for, write
from checker.cli.settings import settings_for

if TYPE_CHECKING:
    from checker.model import Document, Kind
    from checker.rulebook.drafts.proposal import Proposal

_SHOWN_ROWS = 3


def init(
    context: typer.Context,
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="A dataset with a column for each claim.")],
    output_file: Annotated[
        Path | None, typer.Option("-o", "--output-file", metavar="FILE", help="Where to write the mapping.")
    ] = None,
    save: Annotated[
        bool, typer.Option("-w", "--write", help="Write it beside the dataset: events.mapping.yml for events.csv.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a mapping that is there already.")] = False,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Ask nothing, even at a terminal.")] = False,
    table: Annotated[
        str, typer.Option(metavar="NAME", help="The sheet of a workbook or the table of a database that is meant.")
    ] = "",
    keys: Annotated[
        str, typer.Option("--rows", metavar="KEYS", help="The keys to the list of rows in JSON or YAML: data.events.")
    ] = "",
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    width: Width = None,
) -> int:
    """Propose how a dataset is read, from its headers and cells. What its first rows then say is shown. At a terminal
    each column is asked about; columns that nobody can tell are left out, and named."""
    from checker import inputs
    from checker.model import CheckerError, Problem
    from checker.rulebook import beside_of
    from checker.rulebook.drafts.mappingfile import mapping_file
    from checker.rulebook.drafts.proposal import Proposer, rows_of, unread

    kinds = load_book(settings_for(context), None).kinds
    found = inputs.find([dataset], mapped=lambda path: unread(table, keys))
    if found.skipped:
        raise CheckerError(*(Problem(skip.reason, skip.path) for skip in found.skipped))
    if len(found.documents) != 1:
        raise CheckerError(Problem("name one dataset", dataset))
    (source,) = found.documents
    for option, given in (("table", table), ("rows", keys)):
        if given and (wrong := inputs.useless(option, source.path)):
            raise CheckerError(Problem(wrong, source.path, help=f"leave out --{option}"))
    target = output_file or (next(beside_of(Path(dataset))) if save else None)
    if target is not None and target.exists():
        _keep(target, source.path, force)
    document, rows = rows_of(source)
    proposer = Proposer(document, rows, kinds)
    proposal = proposer.proposal()
    if sys.stdin.isatty() and not yes:
        from checker.cli.asking import asked

        proposal = asked(proposal, proposer)
    proposal = replace(proposal, within={key: said for key, said in (("rows", keys), ("table", table)) if said})
    if target is not None and proposal.lacks:
        help = "without --write and -o the beginning of one is printed, to be completed by hand"
        raise CheckerError(Problem(f"no mapping is written: {proposal.lacks}", dataset, help=help))
    text = mapping_file(proposal, Path(dataset).name, len(rows))
    write(text, target)
    shown = _preview(source, proposal, text, kinds, width)
    write(shown, sys.stdout if target is not None else sys.stderr)
    if target is not None:
        write(f"wrote {target}; next: checker check {dataset}\n", sys.stderr)
    return 0


def _keep(target: Path, dataset: str, force: bool) -> None:
    """Refuses to replace what nobody wants to lose: the dataset itself, under whatever name, even with --force."""
    from checker.model import CheckerError, Problem

    if Path(dataset).exists() and target.samefile(dataset):
        help = f"--write calls the mapping {Path(dataset).stem}.mapping.yml"
        raise CheckerError(Problem("that is the dataset itself, which no mapping may replace", str(target), help=help))
    if not force:
        raise CheckerError(Problem("the file is there already", str(target), help="--force replaces it"))


def _preview(source: Document, proposal: Proposal, text: str, kinds: Mapping[str, Kind], width: int | None) -> str:
    """What the first rows say under the mapping; or what is to be done before anything is read."""
    from checker.claims.rows import read_rows
    from checker.inputs import parse
    from checker.model import Document, Skipped
    from checker.reports.claims import table
    from checker.rulebook import mapping_in

    if proposal.lacks:
        return f"\nnothing is read yet: {proposal.lacks}\n"
    mapping = mapping_in(Document("the mapping", text), kinds)
    parsed = parse(replace(source, mapping=mapping))
    if isinstance(parsed, Skipped):
        return f"\n{parsed.reason}\n"
    first = tuple(islice(parsed.records, _SHOWN_ROWS))
    claims, skipped = read_rows(replace(parsed, records=first), mapping, kinds)
    return f"\nwhat its first rows then say:\n\n{table(claims, skipped, page_for(sys.stdout, width=width, quiet=True))}"
