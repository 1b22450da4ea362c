"""How an exercise is called: "Amber Falcon 84-2", "Ex. AMBER FALCON", "Exercise Amber Falcon '84 (Phase II)"."""

from __future__ import annotations

from random import Random

from tests.exercise_datasets.world import Occasion

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI")
_PHASES = ("Phase I", "Phase II", "live phase", "Field Training")


def register_name(one: Occasion, label: int | None, random: Random) -> str:
    """The register's: nearly always with the edition, as a suffix; instalments of one year in one of four ways."""
    name = one.series.name
    if one.generic or label is None:
        return name
    year = f"{label % 100:02d}"
    ways = [f"{name} {year}"] * 5 + [f"{name} {label}", f"{name}-{year}", f"{name} '{year}", f"{name} – {label}"]
    written = random.choice(ways)
    if one.serial:
        style = one.series.length % 4
        written += ("", f"-{one.serial}", "ABCDEF"[one.serial - 1], f" {_ROMAN[one.serial]}")[style]
    return written


def survey_name(one: Occasion, label: int | None, random: Random) -> str:
    """The survey's: capitals, "Ex.", a phase or the host in brackets; the edition only now and then."""
    name = one.series.other_spelling
    if random.random() < 0.3:
        name = name.upper()
    if one.generic:
        return name if random.random() < 0.7 else f"{name} ({one.place})"
    name = random.choice(("", "", "", "Exercise ", "Ex. ", "EXERCISE ", "Ex ")) + name
    if label is not None:
        name += random.choice((f" {label % 100:02d}", f" {label}", f" '{label % 100:02d}", f"-{label % 100:02d}"))
    if random.random() < 0.15:
        name += f" ({random.choice((*_PHASES, one.place))})"
    return name
