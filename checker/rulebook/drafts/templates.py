"""What a rule of each kind begins with: its keys, and tests that hold for the commonest claim kinds.

One entry per kind of rule. Its `keys` are written below `kind`; `tests` gives the items of a conflict and an ok test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from checker.rulebook.drafts.examples import Said

# The items of a conflict test, and those of an ok test.
Tests = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Template:
    """`on` are the claim kinds if nobody names others; `keys` and `tests` are made for those that the rule is on."""

    on: tuple[str, ...]
    title: str
    message: str
    keys: Callable[[Sequence[str]], Mapping[str, str]]
    tests: Callable[[Sequence[Said]], Tests | None]


def _on(kinds: Sequence[str]) -> Mapping[str, str]:
    return {"on": kinds[0] if len(kinds) == 1 else f"[{', '.join(kinds)}]"}


def _two_values(said: Sequence[Said]) -> Tests:
    one = said[0]
    return (one.item(0), one.item(1)), (one.item(0), one.item(0))


def _trusted(said: Sequence[Said]) -> Tests:
    one = said[0]
    trusted = one.item(0, tier="reference")
    return (trusted, one.item(1)), (trusted, one.item(0))


def _condition(kinds: Sequence[str]) -> Mapping[str, str]:
    """Two kinds in order; one alone is held against a text, which every value has."""
    first, *others = kinds
    check = f"{first} <= {others[0]}" if others else f'{first}.text != "to be announced"'
    return {"bind": "{" + ", ".join(f"{kind}: {kind}" for kind in kinds) + "}", "check": check}


def _sequence(said: Sequence[Said]) -> Tests | None:
    """An exercise that ends before it begins, and one that does not; no sentences are known for other kinds."""
    if tuple(one.kind for one in said) != ("start_date", "end_date"):
        return None
    told = '"Steppe Eagle 22 began on {} August 2022 and ended on {} August 2022."'
    return (told.format(20, 9),), (told.format(9, 20),)


def _growing(kinds: Sequence[str]) -> Mapping[str, str]:
    return {**_on(kinds), **({"by": "reported"} if len(kinds) == 1 else {})}


def _told_in_turn(said: Sequence[Said]) -> Tests | None:
    if len(said) > 1:
        return _sequence(said)
    toll = "The landslide in the valley of Orm killed {} people."
    days = ("2024-05-07", "2024-05-08")
    falls, grows = (
        [f'{{text: "{toll.format(count)}", published: {day}}}' for count, day in zip(counts, days, strict=True)]
        for counts in ((12, 9), (9, 12))
    )
    return falls, grows


def _parts(said: Sequence[Said]) -> Tests | None:
    return ('"Of its 180 vehicles, 210 are armoured."',), ('"Of its 180 vehicles, 21 are armoured."',)


def _needs(said: Sequence[Said]) -> Tests:
    return (said[0].record(0),), (said[0].record(0, source="register.txt"),)


def _quoted(said: Sequence[Said]) -> Tests | None:
    one = said[0]
    if not one.sentences:
        return None
    quotes = [one._replace(cells=(one.cells[0], one.cells[0])).item(number) for number in (0, 1)]
    return (one.record(0, quote=quotes[1]),), (one.record(0, quote=quotes[0]),)


TEMPLATES: Mapping[str, Template] = {
    "agree": Template(("end_date",), "Sources give one value", "{subject}: {values}", _on, _two_values),
    "assert": Template(
        ("start_date", "end_date"),
        "What is said in one place fits together",
        "{subject}: this does not fit together",
        _condition,
        _sequence,
    ),
    "evidence": Template(
        ("end_date",),
        "A record has the value that its quote has",
        "The record says {claim.text}, and its quote “{claim.quote}”",
        lambda kinds: {**_on(kinds), "stands": "in-quote"},
        _quoted,
    ),
    "names": Template(
        ("exercise_name",),
        "One thing has one spelling",
        "{subject} is spelt {values}",
        lambda kinds: {**_on(kinds), "near": "70"},
        _two_values,
    ),
    "order": Template(
        ("start_date", "end_date"),
        "Dates stand in their order, and what only grows does not fall",
        "{subject}: these are not in order",
        _growing,
        _told_in_turn,
    ),
    "reference": Template(
        ("end_date",),
        "A source agrees with the trusted one",
        "{subject}: {claim.text} is not what the trusted source says: {values}",
        _on,
        _trusted,
    ),
    "require": Template(
        ("end_date",),
        "A record names its source",
        "{subject}: {claim} has no {missing}",
        lambda kinds: {**_on(kinds), "needs": "source"},
        _needs,
    ),
    "restated": Template(
        ("count",), "A fact that is told twice has one value", "{subject}: {values}", _on, _two_values
    ),
    "total": Template(
        ("portion",), "Parts do not exceed their whole", "The parts of {whole} come to {sum}", _on, _parts
    ),
}
