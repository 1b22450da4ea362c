"""Facts from pairs: 12 and 15 differ, 15 and "fifteen" agree: one disputed fact, told three times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.model import Claim, Severity


class Disputes:
    """Claims that state one fact: those that differ, and those that directly agree with one of them. An agreement of
    an agreement is not followed: likeness fades along a chain."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._agreeing: dict[str, set[str]] = defaultdict(set)
        self._caps: dict[str, Severity] = {}

    def agree(self, pairs: Iterable[tuple[Claim, Claim]]) -> None:
        """Each pair states one fact with one value."""
        for first, second in pairs:
            self._agreeing[first.id].add(second.id)
            self._agreeing[second.id].add(first.id)

    def differ(self, pairs: Iterable[tuple[Claim, Claim]], cap: Severity) -> None:
        """Each pair states one fact with two values: a conflict of at most `cap`."""
        for first, second in pairs:
            self._join(first.id, second.id)
            for claim in (first, second):
                self._caps[claim.id] = _higher(self._caps.get(claim.id, cap), cap)

    def facts(self) -> Iterator[tuple[list[str], Severity]]:
        """The ids of each disputed fact, and the highest severity that they deserve; then those of undisputed ones."""
        disputed: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._caps):
            disputed[self._root(key)].append(key)
        taken = set(self._caps)
        for root in sorted(disputed):
            rivals = disputed[root]
            yield [*rivals, *self._untaken(rivals, taken)], max((self._caps[key] for key in rivals), key=_rank)
        for key in sorted(self._agreeing):
            if key not in taken:
                taken.add(key)
                yield [key, *self._untaken([key], taken)], Severity.error

    def _untaken(self, keys: Iterable[str], taken: set[str]) -> list[str]:
        """What agrees with one of `keys` and belongs to no fact yet; it now does."""
        found = []
        for key in keys:
            for other in sorted(self._agreeing[key] - taken):
                taken.add(other)
                found.append(other)
        return found

    def _root(self, key: str) -> str:
        while (parent := self._parents.get(key)) is not None:
            self._parents[key] = self._parents.get(parent, parent)  # every other step is saved for the next time
            key = parent
        return key

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first != second:
            self._parents[second] = first


def _rank(severity: Severity) -> int:
    return severity.rank


def _higher(one: Severity, other: Severity) -> Severity:
    return max(one, other, key=_rank)
