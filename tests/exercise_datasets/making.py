"""The files: `make(1200, 7)["register.csv"]`."""

from __future__ import annotations

import json

from tests.exercise_datasets.curators import COLUMNS, entries, mapping, table, written
from tests.exercise_datasets.slips import as_records, plant
from tests.exercise_datasets.world import occasions


def make(rows: int, seed: int) -> dict[str, str]:
    """The text of each file by its name; about `rows` rows in each dataset."""
    world = occasions(rows, seed)
    sides = {curator: entries(curator, world, seed) for curator in COLUMNS}
    for curator, kept in sides.items():
        for entry in kept:
            entry.cells = written(curator, entry)
    slips = plant(sides, seed)
    lines = {
        curator: {entry.number: line for line, entry in enumerate(kept, start=2)} for curator, kept in sides.items()
    }
    pairs = sorted(
        (lines["register"][number], lines["survey"][number]) for number in set(lines["register"]) & set(lines["survey"])
    )
    truth = {"slips": as_records(slips), "pairs": pairs}
    tables = {f"{curator}.csv": table(curator, kept) for curator, kept in sides.items()}
    mappings = {f"{curator}.mapping.yml": mapping(curator) for curator in sides}
    return {**tables, **mappings, "truth.json": json.dumps(truth, indent=1) + "\n"}
