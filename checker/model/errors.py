"""Errors that a user can mend: `rules/a.yml:7:16: unknown key "chek"; did you mean "check"?`."""

from __future__ import annotations

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


class CheckerError(Exception):
    """A mistake of the user's: bad input, configuration or rules. Carries every problem found, not only the first."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(Problem(p) if isinstance(p, str) else p for p in problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RuleError(CheckerError):
    """A rule file that does not load."""
