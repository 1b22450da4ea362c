"""Namesakes: "Khazar Anvil" in one dataset and "Kazar Anvil" in another, which begin and end on the same days.

Spellings that do not sound alike are never merged for their letters alone; here their occasions bear witness.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from checker.align.entries import Entry
from checker.align.series import Series, numerals
from checker.rulebook import Names

_ALIKE = 80.0  # of 100 (rapidfuzz ratio of the folded names)
_NEARLY_EQUAL = 88.0  # where only one occasion bears witness
_SHARED = 0.25  # of the occasions of the rarer name that have two days
_ON_A_SHELF = 8  # names that share two days; more of them tell nothing


def namesakes(by_series: Mapping[str, Sequence[Entry]], named: Mapping[str, Series], names: Names) -> dict[str, Series]:
    """For each series that is another one under a second name, that other one, with the evidence."""
    from rapidfuzz import fuzz

    paths = {key: {entry.path for entry in entries} for key, entries in by_series.items()}
    found: dict[str, Series] = {}
    for (one, other), shared in sorted(_on_the_same_days(by_series, paths).items()):
        leader, alias = (one, other) if len(by_series[one]) >= len(by_series[other]) else (other, one)
        if (
            shared < _SHARED * sum(entry.exact is not None for entry in by_series[alias])
            or leader in found
            or alias in found
        ):
            continue
        alike = fuzz.ratio(one, other)
        if alike < (_ALIKE if shared > 1 else _NEARLY_EQUAL) or numerals(one) != numerals(other):
            continue
        if names.apart(one, other):
            continue
        because = f"{named[leader].name} and {named[alias].name} have the same days in two datasets ({shared} times)"
        found[alias] = replace(named[leader], evidence=(*named[leader].evidence, because))
    return found


def _on_the_same_days(
    by_series: Mapping[str, Sequence[Entry]], paths: Mapping[str, set[str]]
) -> Counter[tuple[str, str]]:
    """How many first and last days two names have in common that no dataset uses both of."""
    days: dict[tuple[int, int], set[str]] = defaultdict(set)
    for key, entries in by_series.items():
        for entry in entries:
            if entry.exact:
                days[entry.exact].add(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in days.values():
        if 1 < len(keys) <= _ON_A_SHELF:
            shared.update(pair for pair in combinations(sorted(keys), 2) if paths[pair[0]].isdisjoint(paths[pair[1]]))
    return shared
