"""Faults: what is wrong with the meaning of a rule: the claim kind "end_dat" under `on`, a word of an expression."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from checker.compare.partition import Comparator
from checker.expressions import WRONG, Mistake, Type, claim_type
from checker.model import Kind
from checker.rulebook.messages import ALWAYS

Location = tuple[str | int, ...]  # the keys and positions that lead to a value


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with what a key of a rule means. `at` are the keys that lead to it; `mistake` is a part of the
    text that stands there, if not all of it is wrong; `key` marks the key itself."""

    at: Location
    message: str
    help: str = ""
    mistake: Mistake | None = None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rules are checked against."""

    kinds: Mapping[str, Kind]
    comparators: Mapping[str, type[Comparator]]
    broken: frozenset[str] = frozenset()  # kinds that the files define, but not rightly, which is reported there

    def type_of(self, kind: str) -> Type:
        """The type of a claim of that kind; WRONG for an unknown one, which is reported where it is named."""
        if kind not in self.kinds:
            return WRONG
        return replace(claim_type(self.kinds[kind].model), measures=self.kinds[kind].measures)


def bad_name(at: Location, name: str) -> Iterable[Fault]:
    """What is wrong with a name that a rule wants to give."""
    if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
        yield Fault(at, f'"{name}" cannot be a name', "use letters, digits and _", key=True)
    elif name in ALWAYS:
        yield Fault(at, f'"{name}" is the name of something else in messages', "choose another name", key=True)


def faults_in(at: Location, mistakes: Iterable[Mistake]) -> list[Fault]:
    """The mistakes in the text that stands at `at`."""
    return [Fault(at, mistake.message, mistake.help, mistake) for mistake in mistakes]
