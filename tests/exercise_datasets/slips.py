"""What goes wrong in a row, and whether anybody could know: 1984 for 1948, the 21st for the 12th, end before start."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from random import Random

from tests.exercise_datasets.curators import COLUMNS, Entry, last_day, written
from tests.exercise_datasets.world import Series

_SPACING = 14  # one row in so many gets a slip


@dataclass(frozen=True, slots=True)
class Slip:
    """One planted difference. `line` is that of its row in the file, `columns` the cells that it changed.

    `decidable` is whether a reader of both files could know of it, else `because` says why not.
    """

    dataset: str
    line: int
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    sort: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    decidable: bool
    because: str = ""


def plant(sides: Mapping[str, Sequence[Entry]], seed: int) -> list[Slip]:
    """Plant slips in both datasets, never in both rows of one occasion; the entries are changed in place."""
    random = Random(f"slips {seed}")
    by_number = {name: {entry.number: entry for entry in entries} for name, entries in sides.items()}
    names = sorted(sides)
    both = sorted(set.intersection(*(set(known) for known in by_number.values())))
    chosen = random.sample(both, len(both) // _SPACING * 2)
    found = []
    planted = Counter(dict.fromkeys(_SORTS, 0))
    for turn, number in enumerate(chosen):
        here, there = names if turn % 2 else names[::-1]
        entry, other = by_number[here][number], by_number[there][number]
        if entry.occasion.generic and turn % 3:
            continue
        for sort in sorted(_SORTS, key=planted.__getitem__):  # the rarest so far for which the row has room
            kinds = _SORTS[sort](entry, other, random)
            if kinds:
                planted[sort] += 1
                found.append((here, there, sort, kinds, entry, other))
                break
    lines = {name: {entry.number: line for line, entry in enumerate(kept, start=2)} for name, kept in sides.items()}
    alike: dict[tuple[str, Series], list[Entry]] = defaultdict(list)
    for name, kept in sides.items():
        for entry in kept:
            alike[name, entry.occasion.series].append(entry)
    return [
        _slip(here, sort, kinds, entry, other, lines[here], alike[there, entry.occasion.series])
        for here, there, sort, kinds, entry, other in found
    ]


def _slip(
    here: str,
    sort: str,
    kinds: tuple[str, ...],
    entry: Entry,
    other: Entry,
    lines: Mapping[int, int],
    others: Sequence[Entry],
) -> Slip:
    before = entry.cells
    entry.cells = written(here, entry)
    columns = tuple(column for column in COLUMNS[here] if entry.cells[column] != before[column])
    because = _undecidable(sort, entry, other, others, lines)
    return Slip(
        dataset=here,
        line=lines[entry.number],
        columns=columns,
        kinds=kinds,
        sort=sort,
        before=tuple(before[column] for column in columns),
        after=tuple(entry.cells[column] for column in columns),
        decidable=not because,
        because=because,
    )


# Each changes the entry and says which kinds of claims are wrong then; nothing where the row has no room for it.


def _both_exact(entry: Entry, other: Entry) -> bool:
    return entry.precision == other.precision == "day"


def _day_off(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    return _moved(entry, other, random, lambda day: day + timedelta(days=random.choice((-1, 1))))


def _month_off(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    step = random.choice((-1, 1))

    def moved(day: date) -> date:
        month = day.year * 12 + day.month - 1 + step
        year, month = month // 12, month % 12 + 1
        return date(year, month, min(day.day, last_day(year, month)))

    return _moved(entry, other, random, moved, precision=("day", "month"))


def _year_off(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    step = random.choice((-1, 1))
    precision = ("day", "month", "year")
    return _moved(entry, other, random, lambda day: _in_year(day, day.year + step), precision=precision)


def _row_a_year_off(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    if not _both_exact(entry, other) or entry.end is None or other.end is None:
        return ()
    step = random.choice((-1, 1))
    entry.start, entry.end = _in_year(entry.start, entry.start.year + step), _in_year(entry.end, entry.end.year + step)
    return ("start_date", "end_date")


def _year_transposed(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    def moved(day: date) -> date:
        digits = f"{day.year}"
        return _in_year(day, int(digits[:2] + digits[3] + digits[2]))

    return _moved(entry, other, random, moved, precision=("day", "month", "year"))


def _day_transposed(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    def moved(day: date) -> date:
        swapped = int(f"{day.day:02d}"[::-1])
        return day.replace(day=swapped) if 0 < swapped <= last_day(day.year, day.month) else day

    return _moved(entry, other, random, moved)


def _moved(
    entry: Entry, other: Entry, random: Random, move: Callable[[date], date], precision: Sequence[str] = ("day",)
) -> tuple[str, ...]:
    """One of the two dates moved, if both rows give it precisely enough."""
    if entry.precision not in precision or other.precision not in precision:
        return ()
    for which in random.sample(("start", "end"), 2):
        day = getattr(entry, which)
        if day is None or getattr(other, which) is None or move(day) == day:
            continue
        setattr(entry, which, move(day))
        return (f"{which}_date",)
    return ()


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, last_day(year, day.month)))


def _swapped(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    if entry.end is None or entry.end == entry.start or entry.precision != "day":
        return ()
    entry.start, entry.end = entry.end, entry.start
    return ("start_date", "end_date")


def _wrong_edition(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    if entry.label is None:
        return ()
    entry.label += random.choice((-2, -1, 1, 2))
    return ("year_suffix", "exercise_name")


def _count_transposed(entry: Entry, other: Entry, random: Random) -> tuple[str, ...]:
    if not (entry.exact_troops and other.exact_troops):
        return ()
    digits = str(entry.occasion.troops)
    places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and digits[at + 1] != "0"]
    if not places:
        return ()
    at = random.choice(places)
    figure = int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    entry.troops = f"{figure:,}" if "," in entry.troops else str(figure)
    return ("troop_count",)


_SORTS: Mapping[str, Callable[[Entry, Entry, Random], tuple[str, ...]]] = {
    "a day off": _day_off,
    "a month off": _month_off,
    "a year off": _year_off,
    "both dates a year off": _row_a_year_off,
    "year transposed": _year_transposed,
    "day transposed": _day_transposed,
    "start and end swapped": _swapped,
    "wrong edition": _wrong_edition,
    "count transposed": _count_transposed,
}


def _undecidable(
    sort: str,
    entry: Entry,
    other: Entry,
    others: Sequence[Entry],
    known_here: Mapping[int, int],
) -> str:
    """Why nobody could know, "" where one could: the counterpart must remain the row that it is most like."""
    if sort == "start and end swapped":
        return ""  # the row contradicts itself
    if entry.occasion.generic:
        return "an exercise without a name"
    if sort == "wrong edition":
        told = other.label is not None and other.label != entry.label
        within = entry.label not in _fitting(entry.end or entry.start, entry.precision)
        fiscal = {entry.label, other.label} <= _fitting(entry.end or entry.start, entry.precision)
        return "" if (told and not fiscal) or within else "a fiscal year would explain it"
    if sort == "count transposed" and not entry.occasion.serial:
        return ""
    if sort == "a month off" and entry.occasion.others > 1 and "month" in (entry.precision, other.precision):
        return "a month is as good as another where the series has several"
    if "year" in sort and not _both_exact(entry, other) and entry.end is None and entry.label is None:
        return "its only date is as good as any other"
    rival = next((one for one in others if _is_rival(one, entry, other, known_here)), None)
    if rival is not None:
        return "another row of the other dataset is as like it"
    if sort == "both dates a year off" and entry.label is None and other.label is None:
        return "" if entry.participants and other.participants else "nothing but its days of the year tells"
    return ""


def _fitting(day: date, precision: str) -> set[int | None]:
    """The editions that a day may have: its year, and its fiscal year from October."""
    return {day.year, day.year + 1} if day.month >= 10 or precision == "year" else {day.year}


def _is_rival(one: Entry, entry: Entry, other: Entry, known_here: Mapping[int, int]) -> bool:
    """Is `one`, of the other dataset and without a counterpart of its own, as near to the slipped row as `other`?"""
    if one is other or one.occasion.series is not entry.occasion.series or one.number in known_here:
        return False
    return _distance(one, entry) <= _distance(other, entry)


def _distance(one: Entry, entry: Entry) -> tuple[int, int]:
    """Days between the dates of two rows as far as they give them: of the nearer pair, and of both together."""
    gaps = [
        max(0, max(here[0], there[0]) - min(here[1], there[1]))
        for which in ("start", "end")
        if (here := _span(one, which)) and (there := _span(entry, which))
    ]
    return (min(gaps), sum(gaps)) if gaps else (0, 0)


def _span(entry: Entry, which: str) -> tuple[int, int] | None:
    day: date | None = getattr(entry, which)
    if day is None or entry.precision == "day":
        return day and (day.toordinal(), day.toordinal())
    months = (day.month, day.month) if entry.precision == "month" else (1, 12)
    last = date(day.year, months[1], last_day(day.year, months[1]))
    return date(day.year, months[0], 1).toordinal(), last.toordinal()


def as_records(slips: Sequence[Slip]) -> list[dict[str, object]]:
    """The slips as JSON has them."""
    return [asdict(slip) for slip in slips]
