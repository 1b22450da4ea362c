"""names.yml: `same: [[Steppe Eagle, Eagle of the Steppe]]`, `different: [[Summer Sable, Winter Sable]]`."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from checker.language.editions import split_label
from checker.model import Problem, fold
from checker.rulebook.faults import Location
from checker.rulebook.located import Written

Group = Annotated[tuple[str, ...], Field(min_length=1)]


class NameFile(BaseModel):
    """What people know about names. A group under `same` means one thing; no two of a group under `different` do."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["1"] = Field(description="the version of this format")
    pack: str = Field("", description="the pack that the names belong to")
    same: tuple[Group, ...] = Field((), description="names of one thing: [[one name, another name], …]")
    different: tuple[Group, ...] = Field((), description="names of two things: [[one name, another name], …]")


Told = tuple[NameFile, Written]  # a file of names as it was read and as it was written


class _Place(NamedTuple):
    """A group of names, and where it stands."""

    names: tuple[str, ...]
    written: Written
    at: Location

    def seen_from(self, other: _Place) -> str:
        """`line 3`, or of another file `more/names.yml:3`."""
        node, _ = self.written.at(self.at)
        path = self.written.source.path
        return f"line {node.line}" if path == other.written.source.path else f"{path}:{node.line}"


def odd_names(file: NameFile, written: Written) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with the groups of a file, one by one, and what has no effect in them."""
    problems, warnings = [], []
    for group in (*_groups([(file, written)], "same"), *_groups([(file, written)], "different")):
        nameless = [number for number, name in enumerate(group.names) if not fold(name)]
        for number in nameless:
            node, _ = written.at((*group.at, number))
            problems.append(written.complain(node, f'"{group.names[number]}" is no name', "write it out, or delete it"))
        if not nameless and (len({*map(fold, group.names)}) < len(group.names) or len(group.names) < 2):
            node, _ = written.at(group.at)
            message = "a group needs two names that differ by more than case, accents or hyphens"
            problems.append(written.complain(node, message))
        for number, name in enumerate(group.names):
            base, edition = split_label(name)
            if edition:
                node, _ = written.at((*group.at, number))
                message = f'"{name}" ends in an edition; events are known by their names without it'
                warnings.append(written.complain(node, message, f"write {base}"))
    return problems, warnings


def contradictions(told: Sequence[Told]) -> Iterator[Problem]:
    """Two names that are given as the same, be it by way of others or in another file, and as different."""
    having: dict[str, list[_Place]] = defaultdict(list)
    for group in _groups(told, "same"):
        for name in group.names:
            having[fold(name)].append(group)
    known = _classes(having)
    for group in _groups(told, "different"):
        first: dict[str, str] = {}  # of those that are the same, the one that the group names first
        for name in group.names:
            one = first.setdefault(known[fold(name)], name) if fold(name) in known else name
            if fold(one) != fold(name):
                way = _way(fold(one), fold(name), having)
                places = " and ".join(dict.fromkeys(step.seen_from(group) for step in way))
                message = f"{one} and {name} are given as the same and as different"
                node, _ = group.written.at(group.at)
                yield group.written.complain(node, message, f"they are the same by {places}: keep one of the two")


def _groups(told: Iterable[Told], key: Literal["same", "different"]) -> Iterator[_Place]:
    for file, written in told:
        for number, names in enumerate(file.same if key == "same" else file.different):
            yield _Place(names, written, (key, number))


def _classes(having: Mapping[str, Sequence[_Place]]) -> dict[str, str]:
    """For each folded name one that stands for all that are the same."""
    leaders: dict[str, str] = {}
    for start in having:
        waiting = [] if start in leaders else [start]
        while waiting:
            name = waiting.pop()
            if name not in leaders:
                leaders[name] = start
                waiting += (fold(other) for group in having[name] for other in group.names)
    return leaders


def _way(start: str, goal: str, having: Mapping[str, Sequence[_Place]]) -> list[_Place]:
    """The fewest groups that lead from one name to the other."""
    ways: dict[str, list[_Place]] = {start: []}
    waiting = deque([start])
    while goal not in ways:
        name = waiting.popleft()
        for group in having[name]:
            for other in map(fold, group.names):
                if other not in ways:
                    ways[other] = [*ways[name], group]
                    waiting.append(other)
    return ways[goal]
