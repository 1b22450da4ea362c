"""Which rows of two versions are the same: by key, else equal rows, by name and occasion, by all but the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.align.counterparts import groups_of
from checker.align.entries import Entry, entries_of
from checker.align.series import merge_names
from checker.language.labels import is_generic
from checker.model import Claim, Kind, fold
from checker.rulebook import Names

_NAMING = ("exercise_name", "year_suffix")
_FEWEST_ALIKE = 2  # values by which a row under another name is known again


@dataclass(slots=True, eq=False)
class Thing:
    """What one version says of one subject: a wide row, or the claim records about it."""

    name: str  # folded
    claims: Sequence[Claim]
    entry: Entry | None = None  # of a wide row

    @property
    def first(self) -> Claim:
        return self.claims[0]

    @property
    def key(self) -> str:
        return self.entry.key if self.entry is not None and self.entry.named else ""

    @property
    def values(self) -> Hashable:
        """All that it says, as it is written, but for the names."""
        return frozenset((claim.kind, claim.text) for claim in self.claims if claim.kind not in _NAMING)


Pairs = list[tuple[Thing, Thing]]


def things_of(claims: Iterable[Claim], kinds: Mapping[str, Kind], version: str) -> list[Thing]:
    """The subjects of one version, in order of place; figures that only a sentence is about are not among them."""
    rows: list[Claim] = []
    records: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.entry:
            rows.append(claim)
        elif not kinds[claim.kind].by_sentence:
            records[fold(claim.subject)].append(claim)
    things = []
    for entry in entries_of(rows):
        entry.path = version
        things.append(Thing(fold(entry.name), entry.claims, entry))
    return [*things, *(Thing(name, said) for name, said in records.items())]


def matched(old: Sequence[Thing], new: Sequence[Thing], names: Names) -> tuple[Pairs, list[Thing], list[Thing]]:
    """The things that both versions have, those that only the old one has, and those that only the new one has."""
    pairs: Pairs = []
    for key in (_by_key, _by_all, _by_name):
        found = [*_single(old, new, key)]
        pairs += found
        old, new = _without(old, {one for one, _ in found}), _without(new, {other for _, other in found})
    for way in (_by_occasion, _by_values):
        found = [*way(old, new, names)]
        pairs += found
        old, new = _without(old, {one for one, _ in found}), _without(new, {other for _, other in found})
    pairs.sort(key=lambda pair: (pair[0].first.where.path, pair[0].first.where.start))
    return pairs, list(old), list(new)


def _without(things: Sequence[Thing], taken: set[Thing]) -> list[Thing]:
    return [thing for thing in things if thing not in taken]


def _by_key(thing: Thing) -> Hashable:
    return thing.key or None


def _by_all(thing: Thing) -> Hashable:
    return thing.name, thing.values


def _by_name(thing: Thing) -> Hashable:
    """Claim records about one subject are of one thing, whatever they say."""
    return thing.name if thing.entry is None else None


def _single(
    old: Sequence[Thing], new: Sequence[Thing], key: Callable[[Thing], Hashable]
) -> Iterator[tuple[Thing, Thing]]:
    """Pairs that alone have one key; where several rows are equal, in their order."""
    here: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in old:
        if (own := key(thing)) is not None:
            here[own].append(thing)
    there: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in new:
        if (own := key(thing)) is not None:
            there[own].append(thing)
    for own, things in here.items():
        yield from zip(things, there.get(own, ()), strict=False)


def _by_occasion(old: Sequence[Thing], new: Sequence[Thing], names: Names) -> Iterator[tuple[Thing, Thing]]:
    """Rows without a key: as rows of two datasets are matched, and the only ones of a name and year that are left."""
    rows = {id(thing.entry): thing for thing in (*old, *new) if thing.entry is not None and not thing.key}
    series = merge_names((thing.entry.name for thing in rows.values() if thing.entry), names)
    by_series: dict[str, list[Entry]] = defaultdict(list)
    for thing in rows.values():
        if thing.entry is not None:
            by_series[series[thing.name].key].append(thing.entry)
    for key in sorted(by_series):
        left: dict[Hashable, list[Entry]] = defaultdict(list)
        for group in groups_of(by_series[key], ("old", "new"), frozenset(), generic=is_generic(key)):
            if len(group.entries) > 1:
                yield rows[id(group.entries[0])], rows[id(group.entries[1])]
            else:
                (entry,) = group.entries
                left[entry.years[:1]].append(entry)
        for entries in left.values():
            if [entry.path for entry in entries] == ["old", "new"]:
                yield rows[id(entries[0])], rows[id(entries[1])]


def _by_values(old: Sequence[Thing], new: Sequence[Thing], names: Names) -> Iterator[tuple[Thing, Thing]]:
    """Under another name, but with all the same values."""
    unlike = [[thing for thing in things if len(thing.claims) > _FEWEST_ALIKE] for things in (old, new)]
    pairs = [*_single(unlike[0], unlike[1], lambda thing: thing.values)]
    yield from (pair for pair in pairs if not names.apart(pair[0].name, pair[1].name))
