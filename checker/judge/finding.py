"""How a finding is made: which side is the outlier and why, how sure it is, and what it is known by.

**Confidence** is a product of factors, each documented in `_FACTORS`; it starts at 0.97 for two exact values of one
named instalment. **Fingerprint** is a hash of the rule, the subject's key and the irreconcilable values: moved lines,
renamed files and one more source that says the same do not change it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Claim, Edition, Finding, Hedge, Period, Quantity, Severity, Side, Subject

# What lowers the confidence of a finding, each factor applied once if any of its claims shows it.
_FACTORS: tuple[tuple[str, float], ...] = (
    ("resumed", 0.9),  # the subject was "the exercise" or "it", not its name
    ("inferred year", 0.97),  # the year of a date came from a dateline or an occasion
    ("no occasion", 0.85),  # nothing says which instalment is meant
    ("hedged", 0.9),  # "about", "more than"
    ("tie", 0.95),  # neither side has more sources
)
_BEST = 0.97


@dataclass(frozen=True, slots=True)
class Outlier:
    """Which side is probably wrong, and the sentence that says why."""

    side: int
    because: str
    tie: bool = False


def outlier_of(sides: Sequence[Sequence[Claim]], subject: Subject) -> Outlier:
    """The side with fewer sources; failing that the one that contradicts its own dateline; failing that the later one."""
    votes = [_votes(side) for side in sides]
    off = [index for index, side in enumerate(sides) if _contradicts_dateline(side)]
    fewest = min(votes)
    minority = [index for index, count in enumerate(votes) if count == fewest]
    if len(minority) == 1 and len(set(votes)) > 1:
        index = minority[0]
        others = sum(votes) - fewest
        said = f"{_shown(sides[index])} stands in {_sources(fewest)}, {_shown(_largest(sides, votes))} in {_sources(max(votes))}"
        if len(sides) > 2:
            said = f"{_shown(sides[index])} stands in {_sources(fewest)}, other values in {_sources(others)}"
        return Outlier(index, said)
    if len(off) == 1:
        claim = sides[off[0]][0]
        return Outlier(off[0], f"{claim.text or claim.value} does not fit the date of its own text")
    places = [len(side) for side in sides]
    if places.count(min(places)) == 1 and len(set(places)) > 1:
        index = places.index(min(places))
        return Outlier(
            index,
            f"{_shown(sides[index])} stands in {_count(min(places), 'place')}, {_shown(_largest(sides, places))} in {_count(max(places), 'place')}",
        )
    last = max(range(len(sides)), key=lambda index: _first_place(sides[index]))
    return Outlier(last, "nothing tells which side is right", tie=True)


def _largest(sides: Sequence[Sequence[Claim]], weights: Sequence[int]) -> Sequence[Claim]:
    return sides[max(range(len(sides)), key=lambda index: weights[index])]


def _votes(side: Sequence[Claim]) -> int:
    """Sources that say so; the same words in two sources are a copy and count once."""
    return len({_copy_key(claim) for claim in one_per_source(side)})


def one_per_source(side: Sequence[Claim]) -> list[Claim]:
    """The first claim of each source."""
    first: dict[str, Claim] = {}
    for claim in side:
        first.setdefault(claim.where.path, claim)
    return list(first.values())


def _copy_key(claim: Claim) -> str:
    return " ".join(claim.sentence.casefold().split()) or claim.where.path


def _contradicts_dateline(side: Sequence[Claim]) -> bool:
    return all(
        isinstance(claim.value, Edition)
        and claim.value.year is not None
        and claim.scope.occasion is not None
        and claim.value.year != claim.scope.occasion
        for claim in side
        if claim.scope.occasion is not None
    ) and any(claim.scope.occasion is not None and isinstance(claim.value, Edition) for claim in side)


def _first_place(side: Sequence[Claim]) -> tuple[str, int]:
    return min((claim.where.path, claim.where.start) for claim in side)


def _shown(side: Sequence[Claim]) -> str:
    return side[0].text or str(side[0].value)


def _sources(number: int) -> str:
    return _count(number, "source")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def confidence(claims: Iterable[Claim], *, tie: bool = False) -> float:
    """Between 0 and 1, two decimals: the product of the factors that apply."""
    marks = {mark for claim in claims for mark in _marks(claim)}
    if tie:
        marks.add("tie")
    product = _BEST
    for name, factor in _FACTORS:
        if name in marks:
            product *= factor
    return round(product, 2)


def _marks(claim: Claim) -> Iterable[str]:
    if "resumes" in claim.because:
        yield "resumed"
    if "the year" in claim.because:
        yield "inferred year"
    if claim.scope.occasion is None and not any(char.isdigit() for char in claim.subject):
        yield "no occasion"
    if isinstance(claim.value, (Quantity, Period)) and claim.value.hedge is not Hedge.none:
        yield "hedged"


def fingerprint(rule: str, key: str, values: Iterable[str]) -> str:
    """Sixteen hexadecimal digits."""
    text = "\x1f".join([rule, key, *sorted(set(values))])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def capped(severity: Severity, *caps: Severity) -> Severity:
    """The lowest of them."""
    return min((severity, *caps), key=lambda one: one.rank)


def ordered_sides(sides: Sequence[Sequence[Claim]], outlier: int) -> tuple[Side, ...]:
    """The outlier first, then the others, the better attested first; claims in order of place."""
    rest = sorted(
        (index for index in range(len(sides)) if index != outlier),
        key=lambda i: (-_votes(sides[i]), _first_place(sides[i])),
    )
    return tuple(
        Side(
            tuple(sorted(sides[index], key=lambda claim: (claim.where.path, claim.where.start))),
            outlier=index == outlier,
        )
        for index in (outlier, *rest)
    )


def suggestion(sides: Sequence[Side], *, tie: bool) -> str | None:
    """The value of the best attested side, when there is one."""
    if tie or len(sides) != 2:
        return None
    tally = Counter(str(claim.value) for claim in sides[1].claims)
    return min(tally, key=lambda value: (-tally[value], value))


def finding_key(found: Finding) -> tuple[int, str, str, int]:
    """Findings are listed by severity, then by their first place."""
    first = found.claims[0].where
    return (-found.severity.rank, first.path, found.rule, first.start)
