"""The tests that rules and claim kinds carry: run them, mutate their rule, count what they made it do.

`run_tests(book)` answers "do the examples hold?", `mutate(book)` "would they notice if the rule were another one?",
`exercised(book)` "what did they make the rule do?".
"""

from checker.ruletests.coverage import Exercise, exercised
from checker.ruletests.kinds import run_kind_tests
from checker.ruletests.mutants import Mutant, mutants_of
from checker.ruletests.mutation import Gap, Mutation, mutate
from checker.ruletests.running import Prepared, TestOutcome, documents_of, prepare, run_tests

__all__ = [
    "Exercise",
    "Gap",
    "Mutant",
    "Mutation",
    "Prepared",
    "TestOutcome",
    "documents_of",
    "exercised",
    "mutants_of",
    "mutate",
    "prepare",
    "run_kind_tests",
    "run_tests",
]
