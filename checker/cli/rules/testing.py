"""`checker rules test exercises --mutate`: do the examples inside the rules hold, and would they notice a change?"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checker.cli.books import everything, load_book, only
from checker.cli.options import Color, Config, ExtendRules, Isolated, Rules, Width
from checker.cli.output import nearby, page_for, write
from checker.cli.settings import settings_for

if TYPE_CHECKING:
    from checker.reports.page import Page
    from checker.reports.ruletests import Exercised, Survived
    from checker.ruletests import Exercise, Gap, Mutation, TestOutcome


def rules_test(
    context: typer.Context,
    chosen: Annotated[
        list[str] | None, typer.Argument(metavar="RULE", help="Only these rules or packs.", show_default=False)
    ] = None,
    rules: Rules = None,
    extend_rules: ExtendRules = None,
    config: Config = None,
    isolated: Isolated = False,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Change each rule in small ways, and say which no test notices.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say what the tests of each rule made it do, and what they did not.")
    ] = False,
    format: Annotated[
        Literal["full", "json"], typer.Option("--format", "--output-format", help="For people or for a program.")
    ] = "full",
    color: Color = None,
    width: Width = None,
) -> int:
    """Run the tests that rules and claim kinds carry. One that fails makes the exit code 2, as a broken rule does, and
    so does a change of a rule that no test notices and that the rule does not explain (survivors)."""
    from checker import ruletests

    book = only(everything(load_book(settings_for(context), color, as_written=True)), chosen, None)
    mutation = ruletests.mutate(book) if mutate else None
    of_rules = mutation.outcomes if mutation else ruletests.run_tests(book)
    outcomes = (*ruletests.run_kind_tests(book), *of_rules) if not chosen else tuple(of_rules)
    done = ruletests.exercised(book) if coverage else None
    if format == "json":
        write(_as_json(outcomes, mutation, done))
    else:
        write(_for_people(outcomes, mutation, done, page_for(sys.stdout, color=color, width=width)))
    failed = not all(outcome.passed for outcome in outcomes)
    return 2 if failed or (mutation and mutation.gaps) else 0


def _for_people(
    outcomes: Sequence[TestOutcome], mutation: Mutation | None, done: Sequence[Exercise] | None, page: Page
) -> str:
    from rich.text import Text

    from checker.reports.ruletests import exercises, failures, summary, survivors

    failed = [_failure(outcome) for outcome in outcomes if not outcome.passed]
    lines = list(failures(failed, page))
    counts = None
    if done is not None:
        lines += [*exercises([_exercised(one) for one in done], page), Text()]
    if mutation:
        lines += survivors([_survived(gap) for gap in mutation.gaps], page)
        counts = (mutation.mutants, mutation.killed, mutation.explained)
    lines += summary(len(outcomes) - len(failed), len(failed), counts, page)
    return page.paint(lines)


def _as_json(outcomes: Sequence[TestOutcome], mutation: Mutation | None, done: Sequence[Exercise] | None) -> str:
    """`{"tests": […]}`, with "mutants" and "coverage" if they are asked for."""
    from checker.reports.safe import escaped

    found: dict[str, object] = {"tests": [_record(outcome) for outcome in outcomes]}
    if mutation:
        counts = {"made": mutation.mutants, "killed": mutation.killed, "explained": mutation.explained}
        found["mutants"] = {**counts, "survivors": [_record(gap) for gap in mutation.gaps]}
    if done is not None:
        found["coverage"] = [_record(one) for one in done]
    return escaped(json.dumps(found, indent=2)) + "\n"


def _record(found: TestOutcome | Gap | Exercise) -> dict[str, object]:
    return {**asdict(found), "path": nearby(found.path)}


def _failure(outcome: TestOutcome) -> tuple[str, str]:
    return f"{nearby(outcome.path)}:{outcome.line}", f"{outcome.rule}, {outcome.kind}: {outcome.why}"


def _survived(gap: Gap) -> Survived:
    from checker.reports.ruletests import Survived

    place = f"{nearby(gap.path)}:{gap.line}"
    return Survived(place, gap.rule, gap.mutant, gap.before, gap.after, gap.remedy, gap.stale)


def _exercised(found: Exercise) -> Exercised:
    from checker.reports.ruletests import Exercised

    return Exercised(found.rule, found.tests, found.counts, found.missing)
