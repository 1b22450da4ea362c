"""What came of the tests that rules carry: which failed, which mutants survived, what they made their rules do.

survived rules/events/toll.yml:8: events.toll, where: without "destroyed"
    later.outcome in ("killed", "injured"[-, "destroyed"-])
    missing: a test in which "destroyed" is what decides
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from checker.model import RuleCoverage
from checker.reports.page import Page
from checker.reports.wording import counted

_TOKEN = re.compile(r"\w+|\s+|[<>=!]+|[^\w\s]")
_HEADS = ("tests", "candidates", "tested", "conflicts", "unknown")
_GAP = 2


class Survived(NamedTuple):
    """A mutant that no test noticed, or an explanation that explains none (`stale`)."""

    place: str
    rule: str
    mutant: str
    before: str
    after: str
    remedy: str
    stale: bool = False


class Exercised(NamedTuple):
    """What the tests of one rule made it do."""

    rule: str
    tests: int
    counts: RuleCoverage
    missing: Sequence[str]


def failures(failed: Iterable[tuple[str, str]], page: Page) -> Iterator[Text]:
    """The tests that failed, each with its place and why."""
    for place, why in failed:
        lead = Text.assemble(("failed ", "bold red"), (page.safe(place), "bold"), ": ", page.safe(why))
        yield from page.wrapped(lead, hang="    ")


def survivors(found: Iterable[Survived], page: Page) -> Iterator[Text]:
    """Each mutant that no test noticed: what was changed, and what kind of test would notice it."""
    for one in found:
        word = "stale" if one.stale else "survived"
        lead = Text.assemble((f"{word} ", "bold yellow"), (page.safe(one.place), "bold"), ": ")
        yield from page.wrapped(Text.assemble(lead, page.safe(f"{one.rule}, {one.mutant}")), hang="    ")
        if one.before:
            yield from page.wrapped(Text.assemble("    ", difference(one.before, one.after, page)), hang=" " * 8)
        label = "remedy" if one.stale else "missing"
        yield from page.wrapped(Text.assemble((f"    {label}: ", "bold"), page.safe(one.remedy)), hang=" " * 8)
        yield Text()


def difference(before: str, after: str, page: Page) -> Text:
    """Both texts in one, with `[-what went-]{+what came+}` marked."""
    old, new = (_TOKEN.findall(" ".join(page.safe(text).split())) for text in (before, after))
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    shown = Text("".join(old[:first]))
    for words, opens, closes, style in ((old, "[-", "-]", "bold red"), (new, "{+", "+}", "bold green")):
        middle = "".join(words[first : len(words) - last])
        if middle:
            shown.append(f"{opens}{middle}{closes}", style)
    return shown.append("".join(old[len(old) - last :]))


def exercises(rules: Sequence[Exercised], page: Page) -> Iterator[Text]:
    """How many tests a rule has, what they made it do, and what they never did."""
    widths = [len(head) + _GAP for head in _HEADS]
    yield Text("".join(f"{head:>{width}}" for head, width in zip(_HEADS, widths, strict=True)) + "  rule", style="bold")
    for found in rules:
        numbers = (found.tests, *(getattr(found.counts, name) for name in _HEADS[1:]))
        row = "".join(f"{number:>{width},}" for number, width in zip(numbers, widths, strict=True))
        yield from page.wrapped(Text(f"{row}  {page.safe(found.rule)}"), hang=" " * (sum(widths) + 2))
    missing: dict[str, list[str]] = {}
    for found in rules:
        for words in found.missing:
            missing.setdefault(words, []).append(found.rule)
    for words in sorted(missing):
        yield Text()
        named = Text.assemble((f"{words}: ", "bold"), page.safe(", ".join(missing[words])))
        yield from page.wrapped(named, hang="    ")


def summary(passed: int, failed: int, mutants: tuple[int, int, int] | None, page: Page) -> Iterator[Text]:
    """154 tests passed, 0 failed; 130 mutants: 120 noticed, 10 survived, 3 of them explained"""
    words = f"{counted(passed, 'test')} passed, {failed:,} failed"
    if mutants is not None:
        made, killed, explained = mutants
        words += f"; {counted(made, 'mutant')}: {killed:,} killed, {made - killed:,} survived"
        words += f", {explained:,} of them explained" if made > killed else ""
    yield from page.wrapped(Text(words))
