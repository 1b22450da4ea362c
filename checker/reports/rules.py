"""Rules as their users see them: the list of them, and the manual page of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from checker.model import Severity
from checker.reports.page import Page
from checker.reports.terminal import STYLES
from checker.reports.wording import counted

# How the outcome of a test is painted, and what it says of a rule.
_OUTCOMES = {
    "conflict": ("bold red", "it finds a conflict in"),
    "ok": ("bold green", "it is silent about"),
    "unknown": ("bold yellow", "it cannot tell, and says nothing, about"),
}
_GAP = 2  # columns between those of the list

# A rule in the list: its pack, id, severity, title, and what else there is to know of it ("preview", its tags).
Row = tuple[str, str, Severity, str, Sequence[str]]
# A test as an example: its outcome, its documents, the exact message of the finding.
Example = tuple[str, Sequence[str], str]


def listing(rows: Iterable[Row], page: Page) -> str:
    """Each pack with the id, the severity and the title of its rules."""
    listed = list(rows)
    widest = max((len(page.safe(id)) for _, id, *_ in listed), default=0)
    parts: list[RenderableType] = []
    for pack in dict.fromkeys(pack for pack, *_ in listed):
        table = Table(box=None, show_header=False, padding=(0, _GAP, 0, 0), pad_edge=False)
        table.add_column(min_width=widest, overflow="fold")
        table.add_column(min_width=len(Severity.warning), no_wrap=True)
        table.add_column(overflow="fold")
        for _, id, severity, title, further in (row for row in listed if row[0] == pack):
            words = Text(page.safe(title))
            if further:
                words.append(f" ({page.safe(', '.join(further))})", "dim")
            table.add_row(Text(page.safe(id), "bold"), Text(severity.value, STYLES[severity]), words)
        parts += [Text(page.safe(pack), "bold cyan"), table, Text()]
    packs = len({pack for pack, *_ in listed})
    return page.paint([*parts, Text(f"{counted(len(listed), 'rule')} in {counted(packs, 'pack')}")])


def _examples(examples: Sequence[Example], page: Page) -> Iterator[Text]:
    """The documents of each test, the first of them with a bullet."""
    for _, items, message in examples:
        for number, item in enumerate(items):
            bullet = " " if number else page.sign("•", "-")
            yield from page.wrapped(Text(f"  {bullet} {page.safe(item)}"), hang="      ")
        if message:
            yield from page.wrapped(Text.assemble(("    and says: ", "dim"), page.safe(message)), hang="      ")


def manual(
    id: str,
    title: str,
    facts: Sequence[tuple[str, str]],
    examples: Sequence[Example],
    kind_manual: str,
    page: Page,
) -> str:
    """One rule: what it is for, its keys, its tests as examples, and how its kind works."""
    parts: list[RenderableType] = [Text(page.safe(id), "bold cyan"), Text(page.safe(title), "bold"), Text()]
    label = max((len(name) for name, words in facts if words), default=0) + _GAP
    for name, words in facts:
        if words:
            parts += page.wrapped(Text.assemble((f"{name:<{label}}", "bold"), page.safe(words)), hang=" " * label)
    for outcome, (style, lead) in _OUTCOMES.items():
        of_outcome = [example for example in examples if example[0] == outcome]
        if of_outcome:
            parts += [Text(), Text(f"{lead}:", style), *_examples(of_outcome, page)]
    for number, paragraph in enumerate(kind_manual.split("\n\n")):
        text = page.safe(paragraph)
        parts += [Text(), *page.wrapped(Text.assemble(("how it works: ", "bold"), text) if not number else Text(text))]
    return page.paint(parts)
