"""Mutation testing: which changes of a rule do its own tests not notice?

Such a mutant is a survivor: `check: <= -> <` survives where no test has both dates on one day. A survivor that no test
could tell from the rule is explained in the rule, under `survivors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.compare import comparators
from checker.rulebook import Rule, RuleBook, Surroundings
from checker.ruletests.mutants import Mutant, mutants_of
from checker.ruletests.running import Prepared, TestOutcome, counts_of, outcomes_of, prepare

SILENT, LOUD = "rule: always silent", "rule: always loud"
_EACH = "without *"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the tests of a rule leave open: a survivor, or an explanation that explains none (`stale`).

    `before` and `after` are what stands at the key in the rule and in the mutant."""

    rule: str
    path: str
    line: int
    mutant: str
    before: str
    after: str
    remedy: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Mutation:
    """What came of the tests of all rules and of their mutants; a rule whose tests fail as they are has none."""

    outcomes: tuple[TestOutcome, ...]
    gaps: tuple[Gap, ...]
    mutants: int
    killed: int
    explained: int


def mutate(book: RuleBook) -> Mutation:
    """Every mutant of every rule against the tests of that rule, up to the first one that fails."""
    around = Surroundings(book.kinds, comparators())
    outcomes: list[TestOutcome] = []
    gaps: list[Gap] = []
    mutants = killed = explained = 0
    for rule in book:
        tests = prepare(book, rule)
        came = outcomes_of(book, rule, tests)
        outcomes += came
        if not all(outcome.passed for outcome in came):
            continue
        made = mutants_of(rule, around)
        survivors = {mutant.name: _gap(rule, mutant) for mutant in made if _survives(book, mutant, tests)}
        survivors |= _general(book, rule, tests)
        accepted = {name for entry in _explained(rule) for name in _meant(entry, survivors)}
        names = {SILENT, LOUD, *(mutant.name for mutant in made)}
        gaps += [gap for name, gap in survivors.items() if name not in accepted]
        gaps += _stale(rule, names, survivors)
        mutants += len(names)
        killed += len(names) - len(survivors)
        explained += len(accepted)
    return Mutation(tuple(outcomes), tuple(gaps), mutants, killed, explained)


def _survives(book: RuleBook, mutant: Mutant, tests: Sequence[Prepared]) -> bool:
    return all(test.passes(book, mutant.rule) for test in tests)


def _gap(rule: Rule, mutant: Mutant) -> Gap:
    line = rule.key_line(mutant.key)
    return Gap(rule.id, rule.path, line, mutant.name, mutant.before, mutant.after, mutant.killer)


def _general(book: RuleBook, rule: Rule, tests: Sequence[Prepared]) -> dict[str, Gap]:
    """The two mutants that every rule has: one that never complains, and one that complains of all that it compares."""
    asked = {test.test.outcome for test in tests if counts_of(rule, test.report(book, rule)).tested}
    found = {}
    if "conflict" not in asked:
        found[SILENT] = Gap(rule.id, rule.path, rule.line, SILENT, "", "", "a conflict test")
    if not asked & {"ok", "unknown"}:
        remedy = "an ok test with something to compare"
        found[LOUD] = Gap(rule.id, rule.path, rule.line, LOUD, "", "", remedy)
    return found


def _explained(rule: Rule) -> list[str]:
    return [name for survivor in rule.survivors for name in survivor.mutant]


def _meant(entry: str, names: Iterable[str]) -> set[str]:
    """The mutants that an entry names: "on: without *" is each that leaves out one of the list."""
    if entry.endswith(_EACH):
        return {name for name in names if name.startswith(entry.removesuffix("*"))}
    return {entry} & {*names}


def _stale(rule: Rule, names: Iterable[str], survivors: Iterable[str]) -> list[Gap]:
    found = []
    for name in _explained(rule):
        if not _meant(name, survivors):
            why = "a test kills it now" if _meant(name, names) else "there is no such mutant"
            remedy = f"{why}: take the entry out of survivors"
            found.append(Gap(rule.id, rule.path, rule.key_line("survivors"), name, "", "", remedy, stale=True))
    return found
