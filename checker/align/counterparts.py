"""Counterparts: the rows of several datasets, one to one, nearest occasions first; who has no counterpart stays alone.

Rows with the same days on both ends are found in a dictionary. What is left is offered the rows that share one of its
days, that are its like in another year, or that stand beside it in the order of time: a handful each, never all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from checker.align.affinity import affinity, share_a_day
from checker.align.assigning import MARGIN, Points, best_together
from checker.align.entries import Entry

_BESIDE = 4  # neighbours in time on either side
_ON_A_SHELF = 8  # rows that share a day; more of them tell nothing
_ALONE = 4.0  # points for two rows that are each the only one of a year, in a series that has one a year
_SHARED_KEYS = 0.8  # of the rows that are surely the same have one key, if the datasets share their keys
_FEWEST_SHARED = 3

Pair = tuple[str, str]  # of paths


@dataclass(slots=True, eq=False)
class Group:
    """The entries of several datasets, one each, that tell of one occasion."""

    entries: list[Entry] = field(default_factory=list)


def shared_keys(series: Iterable[Sequence[Entry]]) -> frozenset[Pair]:
    """The pairs of datasets whose entries have their keys in common: nearly all that are surely the same have."""
    same: Counter[Pair] = Counter()
    known: Counter[Pair] = Counter()
    keys: dict[str, set[str]] = defaultdict(set)
    for entries in series:
        for entry in entries:
            if entry.named and not entry.key.isdigit():
                keys[entry.path].add(entry.key)
        for one, other in _surely_same(entry for entry in entries if entry.named):
            pair = (one.path, other.path) if one.path < other.path else (other.path, one.path)
            known[pair] += 1
            same[pair] += one.key == other.key
    sure = {pair for pair, number in known.items() if number >= _FEWEST_SHARED and same[pair] >= _SHARED_KEYS * number}
    return frozenset(sure | set(_alike(keys, known)))


def _alike(keys: Mapping[str, set[str]], known: Container[Pair]) -> Iterator[Pair]:
    """Datasets of which no rows are surely the same, but nearly all keys: names as NCT04280705, no numbers of rows."""
    paths = sorted(keys)
    for number, one in enumerate(paths):
        for other in paths[number + 1 :]:
            fewer, common = min(len(keys[one]), len(keys[other])), len(keys[one] & keys[other])
            if (one, other) not in known and common >= max(_FEWEST_SHARED, _SHARED_KEYS * fewer):
                yield one, other


def _surely_same(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    exact: dict[tuple[int, int], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.exact:
            exact[entry.exact][entry.path].append(entry)
    for by_path in exact.values():
        single = [by_path[path][0] for path in sorted(by_path) if len(by_path[path]) == 1]
        for number, one in enumerate(single):
            yield from ((one, other) for other in single[number + 1 :])


def groups_of(
    entries: Sequence[Entry], order: Sequence[str], shared: frozenset[Pair], *, generic: bool = False
) -> list[Group]:
    """The occasions of one series; `order` are the datasets, each of which is matched with those before it. Rows whose
    name is none (`generic`: "field training exercise") need a day in common."""
    by_path: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_path[entry.path].append(entry)
    groups: list[Group] = []
    alone = None if generic else _alone(by_path) if len(by_path) > 1 else 0.0
    for path in order:
        if path in by_path:
            _add(by_path[path], groups, path, shared, alone)
    return groups


def _alone(by_path: dict[str, list[Entry]]) -> float:
    """Points for being the only one of a year: fewer the more years of the series have several in one dataset."""
    years = several = 0
    for entries in by_path.values():
        counted = Counter(entry.years[0] for entry in entries if entry.years)
        years += len(counted)
        several += sum(number > 1 for number in counted.values())
    return max(0.0, _ALONE * (1 - 3 * several / years)) if years else 0.0


def _add(entries: list[Entry], groups: list[Group], path: str, shared: frozenset[Pair], alone: float | None) -> None:
    """Each entry joins the group of its counterpart, or begins one."""
    left = dict(enumerate(entries))
    free = dict(enumerate(groups))
    if free:
        if shared:
            _join(_by_key(left, free, path, shared), left, free)
        _join(_by_days(left, free), left, free)
        _join(_by_points(left, free, alone), left, free)
        if alone is not None:
            _join(_by_period(left, free), left, free)
    groups.extend(Group([entry]) for entry in left.values())


Left = dict[int, Entry]
Free = dict[int, Group]


def _join(matched: Iterable[tuple[int, int]], left: Left, free: Free) -> None:
    for entry, group in list(matched):
        free.pop(group).entries.append(left.pop(entry))


def _single(
    entries: Iterable[tuple[int, Hashable]], groups: Iterable[tuple[int, Hashable]]
) -> Iterator[tuple[int, int]]:
    """An entry and a group that alone have a key in common, and no other one."""
    here: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in entries:
        here[key].append(number)
    there: dict[Hashable, set[int]] = defaultdict(set)
    for number, key in groups:
        if key in here:
            there[key].add(number)
    pairs = [(here[key][0], next(iter(found))) for key, found in there.items() if len(found) == len(here[key]) == 1]
    taken = Counter(group for _, group in dict.fromkeys(pairs))
    yield from (pair for pair in dict.fromkeys(pairs) if taken[pair[1]] == 1)


def _by_key(left: Left, free: Free, path: str, shared: frozenset[Pair]) -> Iterator[tuple[int, int]]:
    partners = {other for pair in shared if path in pair for other in pair if other != path}
    known = (
        (number, entry.key)
        for number, group in free.items()
        for entry in group.entries
        if entry.named and entry.path in partners
    )
    return _single(((number, entry.key) for number, entry in left.items() if entry.named), known)


def _by_days(left: Left, free: Free) -> Iterator[tuple[int, int]]:
    known = (
        (number, exact)
        for number, group in free.items()
        for entry in group.entries
        if (exact := entry.exact) is not None
    )
    return _single(((number, exact) for number, entry in left.items() if (exact := entry.exact) is not None), known)


def _by_period(left: Left, free: Free) -> Iterator[tuple[int, int]]:
    """Of what has no dates: the only rows for one period, given by or to the same: aid to Kenya in 2002."""
    known = (
        (number, period)
        for number, group in free.items()
        for entry in group.entries
        if (period := entry.period) is not None
    )
    return _single(((number, period) for number, entry in left.items() if (period := entry.period) is not None), known)


def _by_points(left: Left, free: Free, alone: float | None) -> Iterator[tuple[int, int]]:
    """Matches that are the best for both and better than the next by a margin, the clearest first; what is matched
    stands in the way of no other. Of what is left, those without which all together would have fewer points."""
    points: Points = {}
    backwards: dict[int, dict[int, float]] = defaultdict(dict)
    for number, group, score in _candidates(left, free, alone):
        points.setdefault(number, {})[group] = score
        backwards[group][number] = score
    waiting = dict.fromkeys(points)
    while waiting:
        number = next(iter(waiting))
        del waiting[number]
        best = _clear_best(points.get(number, {}))
        if best is None or _clear_best(backwards[best]) != number:
            continue
        yield number, best
        for other in points.pop(number):
            backwards[other].pop(number, None)
            waiting.update(dict.fromkeys(backwards[other]))
        for rival in backwards.pop(best):
            points[rival].pop(best)
            waiting[rival] = None
    yield from best_together(points)


def _clear_best(points: dict[int, float]) -> int | None:
    """The one with the most points, if no other comes near."""
    if not points:
        return None
    best = max(points, key=lambda number: (points[number], -number))
    near = points[best] - MARGIN
    return None if any(score > near for number, score in points.items() if number != best) else best


def _candidates(left: Left, free: Free, alone: float | None) -> Iterator[tuple[int, int, float]]:
    """Entries and groups that may be of one occasion, with the points for it."""
    shelves: dict[Hashable, list[int]] = defaultdict(list)
    in_time: list[tuple[float, int]] = []
    for number, group in free.items():
        for entry in group.entries:
            for key in _days_of(entry, reverse=True):
                shelves[key].append(number)
            if (middle := _middle(entry)) is not None:
                in_time.append((middle, number))
    in_time.sort()
    for number, entry in left.items():
        near: dict[int, None] = {}
        for key in _days_of(entry):
            shelf = shelves.get(key, ())
            if len(shelf) <= _ON_A_SHELF:
                near.update(dict.fromkeys(shelf))
        if (middle := _middle(entry)) is not None:
            at = bisect_left(in_time, (middle, -1))
            near.update((group, None) for _, group in in_time[max(0, at - _BESIDE) : at + _BESIDE])
        for found in near:
            others = [one for one in free[found].entries if alone is not None or share_a_day(entry, one)]
            score = max((affinity(entry, other, alone or 0.0) for other in others), default=0.0)
            if score > 0:
                yield number, found, score


def _days_of(entry: Entry, *, reverse: bool = False) -> Iterator[Hashable]:
    """What an entry and the one that it is taken for may share: one of its days, in any year, or both swapped."""
    for name, span in (("start", entry.start), ("end", entry.end)):
        if span and span[0] == span[1]:
            yield name, span[0]
            yield f"{name} of the year", _day_of_year(span[0])
    exact = entry.exact
    if exact is not None:
        yield ("swapped", *(exact[::-1] if reverse else exact))


def _day_of_year(number: int) -> tuple[int, int]:
    day = date.fromordinal(number)
    return day.month, day.day


def _middle(entry: Entry) -> float | None:
    """The middle of what its first date allows, else of the year of its label."""
    span = entry.start or entry.end
    if span:
        return (span[0] + span[1]) / 2
    return date(entry.label, 7, 1).toordinal() if entry.label is not None else None
