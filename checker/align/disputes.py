"""Facts from pairs: 12 and 15 differ, 15 and "fifteen" agree: one disputed fact, told three times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model import Claim, Net, Severity

# Of two tellings that are no copies, one may mean something else.
_CAPS = {net: Severity.error if net is Net.copy else Severity.warning for net in Net}


class Fact(NamedTuple):
    """The ids of the claims that state one fact, the nets that set its rivals side by side, and the highest severity
    that a conflict deserves."""

    ids: list[str]
    nets: tuple[Net, ...] = (Net.sentence,)
    cap: Severity = Severity.error


class Disputes:
    """Claims that state one fact: those that differ, and those that directly agree with one of them. An agreement of
    an agreement is not followed: likeness fades along a chain."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._agreeing: dict[str, set[str]] = defaultdict(set)
        self._nets: dict[str, set[Net]] = defaultdict(set)

    def agree(self, pairs: Iterable[tuple[Claim, Claim]]) -> None:
        """Each pair states one fact with one value."""
        for first, second in pairs:
            self._agreeing[first.id].add(second.id)
            self._agreeing[second.id].add(first.id)

    def differ(self, pairs: Iterable[tuple[Claim, Claim]], net: Net) -> None:
        """Each pair states one fact with two values, as `net` found."""
        for first, second in pairs:
            self._join(first.id, second.id)
            for claim in (first, second):
                self._nets[claim.id].add(net)

    def facts(self) -> Iterator[Fact]:
        """The disputed facts, then the undisputed ones."""
        disputed: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._nets):
            disputed[self._root(key)].append(key)
        taken = set(self._nets)
        for root in sorted(disputed):
            rivals = disputed[root]
            nets = set[Net]().union(*(self._nets[key] for key in rivals))
            cap = max((_CAPS[net] for net in nets), key=lambda severity: severity.rank)
            yield Fact([*rivals, *self._untaken(rivals, taken)], tuple(sorted(nets)), cap)
        for key in sorted(self._agreeing):
            if key not in taken:
                taken.add(key)
                yield Fact([key, *self._untaken([key], taken)])

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
