"""How two curators write one exercise down: 1984-08-12 and "12 Aug 1984", 4,317 soldiers and "~4,300"."""

from __future__ import annotations

import csv
import io
from calendar import month_abbr, monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.exercise_datasets.names import register_name, survey_name
from tests.exercise_datasets.world import Occasion

Row = dict[str, str]


@dataclass(slots=True)
class Entry:
    """A row before it is written: what its curator knows of an occasion. A slip changes it, and nothing else does.

    `precision` is that of both dates: day, month or year; `label` the edition given, None where none is.
    """

    occasion: Occasion
    start: date
    end: date | None
    precision: str
    label: int | None
    troops: str
    participants: str
    place: str
    exact_troops: bool
    style: int  # of what this row leaves to chance, so that a slip changes one cell only
    cells: Row = field(default_factory=dict)

    @property
    def number(self) -> int:
        return self.occasion.number


# What each column of a dataset holds: the claim kinds, in the order of the columns.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "register": {
        "exercise": "name",
        "start": "start_date",
        "end": "end_date",
        "host": "place",
        "participants": "participants",
        "personnel": "troop_count",
    },
    "survey": {
        "personnel_strength": "troop_count",
        "finish": "end_date",
        "begin": "start_date",
        "title": "name",
        "ed": "year_suffix",
        "held_in": "place",
        "countries": "participants",
        "days": "duration",
    },
}
MISSING = {"register": ("", "", "n/a"), "survey": ("", "-", "unknown")}


def entries(curator: str, world: Sequence[Occasion], seed: int) -> list[Entry]:
    """The rows that a curator has: a tenth of what happened is missing, each in its own tenth."""
    random = Random(f"{curator} {seed}")
    found = [_entry(curator, one, random) for one in world if random.random() > 0.1]
    if curator == "survey":
        found.sort(key=lambda entry: (entry.occasion.series.name, entry.start))
    return found


def _entry(curator: str, one: Occasion, random: Random) -> Entry:
    precision = random.choices(("day", "month", "year"), (88, 9, 3) if curator == "register" else (84, 11, 5))[0]
    with_label = not one.generic and random.random() < (0.92 if curator == "register" else 0.45)
    troops, exact = _troops(curator, one, random)
    return Entry(
        occasion=one,
        start=one.start,
        end=one.end if random.random() > 0.04 else None,
        precision=precision,
        label=one.edition if with_label else None,
        troops=troops,
        participants=_participants(curator, one, random),
        place=one.place if random.random() > 0.06 else "",
        exact_troops=exact,
        style=random.randrange(1_000_000),
    )


def _troops(curator: str, one: Occasion, random: Random) -> tuple[str, bool]:
    """The figure as it is, or less: rounded, hedged, as a range that holds it; and whether it is exact."""
    true = one.troops
    rounded = round(true, 2 - len(str(true)))  # two digits: 330, 4,300
    way = random.random()
    if way < 0.2:
        return "", False
    if way < 0.6:
        return (f"{true:,}" if curator == "register" else str(true)), True
    ways = (
        f"~{rounded:,}",
        f"{true // 1000 * 1000 or 100}-{(true // 1000 + 1) * 1000}",
        f">{true // 100 * 100 - 50}",
        f"about {rounded:,}",
        f"{true // 100 * 100 - 20}+",
    )
    return random.choice(ways), False


def _participants(curator: str, one: Occasion, random: Random) -> str:
    if random.random() < 0.08:
        return ""
    who = list(one.participants)
    if curator == "register":
        return "; ".join(who)
    if random.random() < 0.25:
        return str(len(who))
    random.shuffle(who)
    return ", ".join(who if random.random() < 0.7 else who[:-1] or who)


def written(curator: str, entry: Entry) -> Row:
    """The cells of the row; what is left to chance is settled by the entry's style."""
    random = Random(entry.style)
    missing = random.choice(MISSING[curator])
    one, end = entry.occasion, entry.end
    if curator == "register":
        cells = {
            "name": register_name(one, entry.label, random),
            "start_date": _iso(entry.start, entry.precision),
            "end_date": _iso(end, entry.precision) if end else "",
        }
    else:
        in_name = entry.label if random.random() < 0.5 else None
        long = random.random() < 0.5
        cells = {
            "name": survey_name(one, in_name, random),
            "start_date": _words(entry.start, entry.precision, long=long, slash=random.random() < 0.5),
            "end_date": _words(end, entry.precision, long=long, slash=random.random() < 0.5) if end else "",
            "year_suffix": str(entry.label) if entry.label and not in_name else "",
            "duration": str((one.end - one.start).days + 1) + " days" if random.random() < 0.3 else "",
        }
    cells |= {"place": entry.place, "participants": entry.participants, "troop_count": entry.troops}
    return {column: cells[kind] or missing for column, kind in COLUMNS[curator].items()}


def _iso(day: date, precision: str) -> str:
    return {"day": day.isoformat(), "month": f"{day:%Y-%m}-xx", "year": f"{day:%Y}"}[precision]


def _words(day: date, precision: str, *, long: bool, slash: bool) -> str:
    month = f"{day:%B}" if long else month_abbr[day.month]
    if precision == "month":
        return f"{day:%m/%Y}" if slash else f"{month} {day.year}"
    return f"{day.year}" if precision == "year" else f"{day.day} {month} {day.year}"


def mapping(curator: str) -> str:
    """The mapping file."""
    name, *others = sorted(COLUMNS[curator], key=lambda column: COLUMNS[curator][column] != "name")
    columns = "".join(f"  {column}: {COLUMNS[curator][column]}\n" for column in others)
    return f"format: 1\nsubject: {name}\ncolumns:\n{columns}"


def table(curator: str, entries_: Sequence[Entry]) -> str:
    """The CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS[curator]), lineterminator="\n")
    writer.writeheader()
    for entry in entries_:
        entry.cells = entry.cells or written(curator, entry)
        writer.writerow(entry.cells)
    return out.getvalue()


def last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]
