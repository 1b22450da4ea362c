"""What was read, before anything is compared: a table for people, or one JSON object a line for `checker check`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from pydantic import TypeAdapter
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from checker.model import Claim, Part, Scope, Skipped, Stance
from checker.reports.page import Page
from checker.reports.safe import escaped
from checker.reports.terminal import skips
from checker.reports.wording import counted


def lines(claims: Sequence[Claim], page: Page) -> str:
    """JSONL: every claim whole, one a line, so that the file can be checked in place of the articles."""
    adapters = {model: TypeAdapter(model) for model in {type(claim) for claim in claims}}
    records = (adapters[type(claim)].dump_python(claim, mode="json") for claim in claims)
    return "".join(f"{escaped(json.dumps(record, ensure_ascii=page.encoding != 'utf-8'))}\n" for record in records)


def table(claims: Sequence[Claim], skipped: Sequence[Skipped], page: Page) -> str:
    """Place, kind, subject, value and quote, a block for each source."""
    by_path = sorted(claims, key=lambda claim: (claim.where.path, claim.where.start, claim.kind, claim.subject))
    parts: list[RenderableType] = []
    for path, of_path in groupby(by_path, key=lambda claim: claim.where.path):
        parts += [Text(page.safe(path), style="bold"), _block(list(of_path), page), Text()]
    if skipped:
        parts += [*skips(skipped, page), Text()]
    if not page.quiet:
        sources = len({claim.where.path for claim in claims})
        parts.append(Text(f"{counted(len(claims), 'claim')} in {counted(sources, 'source')}"))
    return page.paint(parts)


def _block(claims: Sequence[Claim], page: Page) -> Table:
    block = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    place, kind = 9, 13
    room = page.width - place - kind - 8
    block.add_column(width=place, justify="right", style="dim", overflow="fold")
    block.add_column(width=kind, style="cyan", overflow="fold")
    for share in (28, 27):
        block.add_column(width=room * share // 100, overflow="fold")
    block.add_column(overflow="fold")
    for claim in claims:
        quote = Text(page.safe(claim.quote))
        limits = ", ".join(details(claim.scope))
        if limits:
            quote.append(f"\n{page.safe(limits)}", style="dim")
        block.add_row(
            f"{claim.where.line}:{claim.where.column}",
            page.safe(claim.kind.replace("_", " ")),
            Text(page.safe(claim.subject)),
            Text(page.safe(claim.value), style="bold"),
            quote,
        )
    return block


def details(scope: Scope) -> Iterator[str]:
    """What limits the claim: "planned", "as of 2017", "donor united states"."""
    if scope.stance is not Stance.asserted:
        yield scope.stance.value
    if scope.part is not Part.whole:
        yield "part of the whole"
    if scope.as_of is not None:
        yield f"as of {scope.as_of}"
    if scope.occasion is not None:
        yield f"occasion {scope.occasion}"
    if scope.noun:
        yield f"counts {scope.noun}"
    for role, name in scope.roles:
        yield f"{role} {name}"
    if scope.speaker is not None:
        yield f"says {scope.speaker}"
