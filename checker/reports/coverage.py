"""How much was compared at all, and why the rest was not: "other occasion 12, other speaker 3"."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from checker.model import Coverage
from checker.reports.page import Page

_COLUMNS = ("tested", "conflicts", "unknown")


def coverage_of(coverage: Coverage, page: Page) -> Iterator[Text]:
    """Values by how far they came, reasons by how often they applied, and each rule that had something to judge."""
    steps = f"{coverage.read:,} values read, {coverage.keyed:,} keyed to a subject, {coverage.compared:,} compared"
    yield from page.wrapped(Text.assemble(("coverage: ", "bold"), steps), hang="    ")
    if coverage.not_comparable:
        yield Text()
        yield Text("not comparable, by reason (`checker why A B` explains two places):", style="bold")
        reasons = sorted(coverage.not_comparable.items(), key=lambda item: (-item[1], item[0]))
        for reason, count in reasons:
            if count:
                yield from page.wrapped(Text(f"{count:>9,}  {page.safe(reason)}"), hang=" " * 11)
    judged = {rule: counts for rule, counts in sorted(coverage.rules.items()) if not counts.inert}
    if judged:
        yield Text()
        yield Text("".join(f"{name:>11}" for name in _COLUMNS) + "  rule", style="bold")
        for rule, counts in judged.items():
            numbers = (counts.tested, counts.conflicts, counts.unknown)
            yield from page.wrapped(
                Text("".join(f"{number:>11,}" for number in numbers) + f"  {page.safe(rule)}"), hang=" " * 35
            )
    inert = [rule for rule in sorted(coverage.rules) if rule not in judged]
    if inert:
        yield Text()
        lead = ("inert, they met no candidate: ", "bold")
        yield from page.wrapped(Text.assemble(lead, page.safe(", ".join(inert))), hang="    ")
