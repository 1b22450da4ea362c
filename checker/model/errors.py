"""Errors that a user can mend: `rules/a.yml:7:16: unknown key "chek"; did you mean "check"?`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file: what is wrong, where, and what to do. `length` is how many columns the caret covers;
    `excerpt` is the line that the mistake stands in."""

    message: str
    path: str = ""
    line: int = 0  # from 1; 0 when the mistake has no place in the file
    column: int = 0
    length: int = 1
    excerpt: str = ""
    help: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message


MOST_PROBLEMS = 50  # of one file that are told: nobody reads more before mending some


def first_of_each_file(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of each file, in the order given, and how many more it has."""
    counts: Counter[str] = Counter()
    most = MOST_PROBLEMS + 1  # where one thing has so many, the last of them says how many more there are
    for problem in problems:
        counts[problem.path] += 1
        if counts[problem.path] <= most:
            yield problem
    for path, count in sorted(counts.items()):
        if count > most:
            yield Problem(f"{count - most:,} more mistakes, which are not shown", path)


class CheckerError(Exception):
    """A mistake of the user's: bad input, configuration or rules. Carries every problem found, not only the first."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(Problem(p) if isinstance(p, str) else p for p in problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RuleError(CheckerError):
    """A rule file that does not load."""
