"""Near: `compare: {near: 85}` lets "Fakhrabad" and "Fahrabad" agree, and never "Atlas 2" and "Atlas 3"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from checker.compare.overlap import Overlap
from checker.compare.partition import Comparator, Partition
from checker.model import Term, Value

_DIGITS = re.compile(r"\d+")


class Near(Comparator):
    """Names agree when they are spelt nearly alike: spellings are held against the most frequent ones.

    `near` is the least similarity, 0 to 100: rapidfuzz's ratio of the folded names; 85 lets one letter in seven differ.
    Digits are no matter of spelling: names with other numbers never agree. Other values are compared as by `overlap`.
    """

    compares: ClassVar[tuple[str, ...]] = ("term",)

    near: Annotated[int, Field(ge=0, le=100)] = 85

    def sides(self, values: Sequence[Value]) -> Partition:
        keys = [value.key for value in values if isinstance(value, Term)]
        if len(keys) < len(values):
            return Overlap().sides(values)
        sides: dict[str, str] = {}  # each spelling: the one that it is a variant of
        for key, _ in sorted(Counter(keys).items(), key=lambda item: (-item[1], item[0])):
            sides[key] = next((usual for usual in dict.fromkeys(sides.values()) if self._alike(key, usual)), key)
        groups: dict[str, list[int]] = {}
        for index, key in enumerate(keys):
            groups.setdefault(sides[key], []).append(index)
        return Partition(tuple(tuple(group) for group in groups.values()))

    def _alike(self, one: str, other: str) -> bool:
        from rapidfuzz import fuzz

        return _DIGITS.findall(one) == _DIGITS.findall(other) and fuzz.ratio(one, other) >= self.near


COMPARATOR = Near
