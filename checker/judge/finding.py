"""How a finding is made: its sides in order, a confidence of 0.97, the fingerprint 3f2a9c0d5e7b1846.

**Confidence** is a product of factors, each documented in `_FACTORS`; it starts at 0.97 for two exact values of one
named instalment. **Fingerprint** is a hash of the rule, the subject's key and the irreconcilable values: moved lines,
renamed files and one more source that says the same do not change it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from checker.judge.outlier import first_place, votes
from checker.model import Claim, Finding, Hedge, Period, Quantity, Severity, Side

# What lowers the confidence of a finding, each factor applied once if any of its claims shows it.
_FACTORS: tuple[tuple[str, float], ...] = (
    ("resumed", 0.9),  # the subject was "the exercise" or "it", not its name
    ("inferred year", 0.97),  # the year of a date came from a dateline or an occasion
    ("no occasion", 0.85),  # nothing says which instalment is meant
    ("hedged", 0.9),  # "about", "more than"
    ("tie", 0.95),  # neither side has more sources
)
_BEST = 0.97


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
        key=lambda i: (-votes(sides[i]), first_place(sides[i])),
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
