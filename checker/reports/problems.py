"""Mistakes in files and usage, each with its line, a caret and the remedy.

error: unknown key "chek"
 --> rules/a.yml:7:5
  |
7 |     chek: year(suffix) == year(end)
  |     ^^^^
  = help: did you mean "check"?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from checker.model import Problem, Severity
from checker.reports.excerpt import Strip, draw
from checker.reports.page import Page
from checker.reports.terminal import STYLES

_EDGE = "dim"


def show(problems: Iterable[Problem], page: Page, *, severity: Severity = Severity.error) -> str:
    """Every problem, an empty line between two."""
    blocks = [list(_problem(problem, severity, page)) for problem in problems]
    return page.paint(line for number, block in enumerate(blocks) for line in ([Text()] if number else []) + block)


def _problem(problem: Problem, severity: Severity, page: Page) -> Iterator[Text]:
    lead, *further = problem.message.strip().split("\n")
    words = Text.assemble((severity.value, STYLES[severity]), ": ", (page.safe(lead), "bold"))
    yield from page.wrapped(words, hang=" " * (len(severity.value) + 2))
    for line in further:
        yield from page.wrapped(Text(page.safe(line)), hang="  ")
    gutter = len(str(problem.line)) if problem.excerpt else 1
    if problem.path:
        place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
        yield Text.assemble(" " * gutter, ("--> ", _EDGE), page.safe(place))
    if problem.excerpt:
        yield from _excerpt(problem, page, gutter)
    if problem.help:
        lead, *further = problem.help.strip().split("\n")
        words = Text.assemble((" " * gutter + " = ", _EDGE), ("help: ", "bold"), page.safe(lead))
        yield from page.wrapped(words, hang=" " * (gutter + 9))
        for line in further:
            yield from page.wrapped(Text(" " * (gutter + 9) + page.safe(line)), hang=" " * (gutter + 9))


def _excerpt(problem: Problem, page: Page, gutter: int) -> Iterator[Text]:
    bar = Text(" " * gutter + " |", style=_EDGE)
    yield bar
    at = max(problem.column - 1, 0)
    end = at + max(problem.length, 1)
    strip = Strip(problem.line, problem.excerpt[:at], problem.excerpt[at:end], problem.excerpt[end:])
    for line, marks in draw(strip, page, room=page.width - gutter - 3, style="bold red", sign="^"):
        yield Text.assemble((f"{problem.line or '':>{gutter}} |", _EDGE), " ", line)
        if problem.column:
            yield Text.assemble(bar, " ", marks)
