"""Suggestions for people, and as a patch: `git apply` or `patch -p1` takes what `checker suggest --diff` prints.

partners.csv:4:30: 27 June 2016 -> 17 June 2016
    exercises.end-date: Silver Vane 2016 ends on 27 June 2016 vs 17 June 2016
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from rich.text import Text

from checker.model import Suggestion
from checker.reports.page import Page
from checker.reports.safe import safe
from checker.reports.wording import counted


def show(offered: Sequence[Suggestion], withheld: Sequence[tuple[Suggestion, str]], page: Page) -> str:
    """Each suggestion with its finding, then those that are left to whoever looks at them, and why."""
    blocks: list[list[Text]] = [
        [_line(one, one.new or ""), *_because(one, page, one.finding.because)] for one in offered
    ]
    for one, why in withheld:
        blocks.append([_line(one, one.value), *_because(one, page, one.finding.because), *_note(why, page)])
    lines = [line for number, block in enumerate(blocks) for line in ([Text()] if number else []) + block]
    if not page.quiet:
        summary = f"{counted(len(offered), 'suggestion')} for datasets"
        aside = f"; {len(withheld):,} to be looked at by hand" if withheld else ""
        lines += [*([Text()] if blocks else []), *page.wrapped(Text(summary + aside))]
    return page.paint(_safe(line, page) for line in lines)


def _line(one: Suggestion, new: str) -> Text:
    return Text.assemble((f"{one.where}: ", "bold"), (one.claim.text, "red"), " -> ", (new, "green"))


def _safe(line: Text, page: Page) -> Text:
    return line if line.plain == safe(line.plain, page.encoding) else Text(page.safe(line.plain))


def _because(one: Suggestion, page: Page, because: str) -> Iterator[Text]:
    yield from page.wrapped(Text(page.safe(f"    {one.finding.rule}: {one.finding.message}")), hang="    ")
    yield from page.wrapped(Text(page.safe(f"    because {because}"), style="dim"), hang="    ")


def _note(why: str, page: Page) -> Iterator[Text]:
    yield from page.wrapped(Text(page.safe(f"    by hand: {why}"), style="yellow"), hang="    ")


def patch(path: str, old: str, new: str) -> str:
    """A unified diff of one file, with its characters as they are."""
    name = path.removeprefix("./")
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}", lineterm="\n")
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended)


def _lines(text: str) -> list[str]:
    """Only a line feed ends a line."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
