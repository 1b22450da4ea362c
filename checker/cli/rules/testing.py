"""`checker rules test exercises --mutate`: do the examples inside the rules hold, and would they notice a change?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.books import everything, load_book, only
from checker.cli.options import Color, Rules, Width
from checker.cli.output import nearby, page_for, write

if TYPE_CHECKING:
    from checker.reports.ruletests import Exercised, Survived
    from checker.ruletests import Exercise, Gap, TestOutcome


def rules_test(
    chosen: Annotated[
        list[str] | None, typer.Argument(metavar="[RULE]...", help="Only these rules or packs.", show_default=False)
    ] = None,
    rules: Rules = None,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Change each rule in small ways, and say which no test notices.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say what the tests of each rule made it do, and what they did not.")
    ] = False,
    color: Color = None,
    width: Width = None,
) -> int:
    """Run the tests that rules carry. One that fails makes the exit code 2, as a broken rule does, and so does a change
    of a rule that no test notices and that the rule does not explain (survivors)."""
    from rich.text import Text

    from checker import ruletests
    from checker.reports.ruletests import exercises, failures, summary, survivors

    book = only(everything(load_book(rules, color)), chosen, None)
    page = page_for(sys.stdout, color=color, width=width)
    mutation = ruletests.mutate(book) if mutate else None
    outcomes = mutation.outcomes if mutation else ruletests.run_tests(book)
    failed = [_failure(outcome) for outcome in outcomes if not outcome.passed]
    lines = list(failures(failed, page))
    counts = None
    if coverage:
        lines += [*exercises([_exercised(one) for one in ruletests.exercised(book)], page), Text()]
    if mutation:
        lines += survivors([_survived(gap) for gap in mutation.gaps], page)
        counts = (mutation.mutants, mutation.killed, mutation.explained)
    lines += summary(len(outcomes) - len(failed), len(failed), counts, page)
    write(page.paint(lines))
    return 2 if failed or (mutation and mutation.gaps) else 0


def _failure(outcome: TestOutcome) -> tuple[str, str]:
    return f"{nearby(outcome.path)}:{outcome.line}", f"{outcome.rule}, {outcome.kind}: {outcome.why}"


def _survived(gap: Gap) -> Survived:
    from checker.reports.ruletests import Survived

    place = f"{nearby(gap.path)}:{gap.line}"
    return Survived(place, gap.rule, gap.mutant, gap.before, gap.after, gap.remedy, gap.stale)


def _exercised(found: Exercise) -> Exercised:
    from checker.reports.ruletests import Exercised

    return Exercised(found.rule, found.tests, found.counts, found.missing)
