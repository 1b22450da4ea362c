"""names.yml: `same: [[Steppe Eagle, Eagle of the Steppe]]`, `different: [[Summer Sable, Winter Sable]]`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.model import Problem, fold
from checker.rulebook.book import Names
from checker.rulebook.located import Written

Group = Annotated[tuple[str, ...], Field(min_length=1)]


class NameFile(BaseModel):
    """What people know about names. A group under `same` means one thing; no two of a group under `different` do."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["1"] = Field(description="the version of this format")
    pack: str = Field("", description="the pack that the names belong to")
    same: tuple[Group, ...] = Field((), description="names of one thing: [[one name, another name], …]")
    different: tuple[Group, ...] = Field((), description="names of two things: [[one name, another name], …]")


def names_of(file: NameFile, written: Written) -> tuple[Names, list[Problem]]:
    """The names, and what contradicts itself: a group of one, two names that are the same and never the same."""
    problems = []
    for key, groups in (("same", file.same), ("different", file.different)):
        for number, group in enumerate(groups):
            if len({fold(name) for name in group}) < len(group) or len(group) < 2:
                node, _ = written.at((key, number))
                message = "a group needs two names that differ by more than case, accents or hyphens"
                problems.append(written.complain(node, message))
    one = {fold(name): number for number, group in enumerate(file.same) for name in group}
    for number, group in enumerate(file.different):
        known = [one[fold(name)] for name in group if fold(name) in one]
        if len(set(known)) < len(known):
            node, _ = written.at(("different", number))
            message = f"{' and '.join(group)} are given as the same and as different"
            problems.append(written.complain(node, message, "keep one of the two entries"))
    return Names(file.same, file.different), problems
