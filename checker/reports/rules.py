"""Rules as their users see them: the list, one rule's manual page, and what came of the tests that rules carry."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from checker.model import Severity
from checker.reports.page import Page
from checker.reports.terminal import STYLES, counted


def listing(rows: Sequence[tuple[str, Severity, str]], page: Page) -> str:
    """Id, severity and title of each rule."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for id, severity, title in rows:
        table.add_row(Text(page.safe(id), "bold"), Text(severity.value, STYLES[severity]), Text(page.safe(title)))
    return page.paint([table, Text(), Text(counted(len(rows), "rule"))])


def manual(
    id: str,
    title: str,
    facts: Sequence[tuple[str, str]],
    examples: Sequence[tuple[str, Sequence[str]]],
    kind_manual: str,
    page: Page,
) -> str:
    """One rule: what it is for, its keys, its tests as examples, and how its kind works."""
    parts: list[RenderableType] = [Text(page.safe(id), "bold cyan"), Text(page.safe(title), "bold"), Text()]
    for name, words in facts:
        parts += page.wrapped(Text.assemble((f"{name}: ", "bold"), page.safe(words)), hang="    ")
    if examples:
        parts += [Text(), Text("examples:", style="bold")]
    for outcome, items in examples:
        parts.append(Text(f"  {outcome}", style="bold red" if outcome == "conflict" else "bold green"))
        for item in items:
            bullet = page.sign("•", "-")
            parts += page.wrapped(Text(f"    {bullet} {page.safe(item)}"), hang="      ")
    for paragraph in kind_manual.split("\n\n"):
        parts += [Text(), *page.wrapped(Text(page.safe(paragraph)))]
    return page.paint(parts)


def outcomes(failed: Sequence[tuple[str, str]], passed: int, page: Page) -> str:
    """The tests that failed, each with its place and why; then how many there were."""
    parts: list[RenderableType] = []
    for place, why in failed:
        lead = Text.assemble(("failed ", "bold red"), (page.safe(place), "bold"), ": ", page.safe(why))
        parts += page.wrapped(lead, hang="    ")
    parts.append(Text(f"{counted(passed, 'test')} passed, {len(failed):,} failed"))
    return page.paint(parts)
