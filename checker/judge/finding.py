"""How a finding is made: its sides in order, a confidence of 0.97, the fingerprint 3f2a9c0d5e7b1846.

**Confidence** is that of the match, times a factor for each circumstance under which a difference is less often a
conflict (`_FACTORS`); docs/accuracy.md shows how often it is right. **Fingerprint** is a hash of the rule, the
subject's key and the irreconcilable values: moved lines, renamed files and one more source that says the same do not
change it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import prod

from checker.judge.outlier import first_place
from checker.judge.voices import votes
from checker.model import Claim, Finding, Hedge, Identity, Net, Period, Quantity, Severity, Side, Value, canonical
from checker.rulebook import Rule, join_sides

# How often claims whose subject nobody named are not of one fact although this net matched them. Nets that match the
# same claims on their own grounds confirm each other: their doubts are multiplied.
_DOUBTS = {Net.copy: 0.1, Net.told: 0.25, Net.sentence: 0.4, Net.slot: 0.4, Net.story: 0.6}
# The highest confidence: two exact values of one named instalment.
_BEST = 0.97
# What lowers the confidence of a finding, each factor applied once if any of its claims shows it.
_FACTORS: tuple[tuple[str, float], ...] = (
    ("no occasion", 0.85),  # the subject has a name, and nothing says which instalment is meant
    ("resumed", 0.9),  # the subject was "the exercise" or "it", not its name
    ("other dateline", 0.9),  # the subject has no name, and the later source may tell of another day
    ("hedged", 0.95),  # "about", "more than"
    ("inferred year", 0.97),  # the year of a date came from a dateline or an occasion
    ("tie", 0.97),  # neither side has more sources
)


def confidence(claims: Iterable[Claim], *, nets: Iterable[Net] = (), tie: bool = False) -> float:
    """Between 0 and 1, two decimals; `nets` are those that matched the claims, none where a name did."""
    said, matched = list(claims), list(nets)
    marks = {mark for claim in said for mark in _marks(claim, named=not matched)}
    if tie:
        marks.add("tie")
    if matched and len({claim.scope.reported for claim in said}) > 1:
        marks.add("other dateline")
    factors = (factor for name, factor in _FACTORS if name in marks)
    return round(min(_BEST, 1 - _doubt(matched)) * prod(factors), 2)


def _doubt(nets: Iterable[Net]) -> float:
    doubts = [_DOUBTS[net] for net in nets]
    return prod(doubts) if doubts else 0.0


def _marks(claim: Claim, *, named: bool) -> Iterable[str]:
    if claim.scope.resumed:
        yield "resumed"
    if claim.scope.year_from:
        yield "inferred year"
    if named and claim.scope.occasion is None and not any(char.isdigit() for char in claim.subject):
        yield "no occasion"
    if isinstance(claim.value, (Quantity, Period)) and claim.value.hedge is not Hedge.none:
        yield "hedged"


def finding_of(
    rule: Rule,
    sides: tuple[Side, ...],
    *,
    subject: str,
    key: str,
    values: Iterable[str] | None = None,
    because: str,
    bindings: Mapping[str, object] | None = None,
    said_of: str = "",
    severity: Severity | None = None,
    nets: tuple[Net, ...] = (),
    tie: bool = False,
    neutral: tuple[Claim, ...] = (),
    suggestion: str | None = None,
    explanation: tuple[str, ...] = (),
) -> Finding:
    """What a rule finds. `key` and `values` (else one of each side) go into the fingerprint; `bindings` are the
    names of the message, which speaks of `said_of` if not of the subject; `severity` is the rule's own unless something
    caps it."""
    identity = _known_by_sides(rule, key, sides) if values is None else Identity(rule.id, key, _sorted(values))
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=severity or rule.severity,
        confidence=confidence((claim for side in sides for claim in side.claims), nets=nets, tie=tie),
        fingerprint=identity.fingerprint,
        subject=subject,
        message=rule.say(subject=said_of or subject, values=join_sides(sides), bindings=bindings),
        because=because,
        sides=sides,
        neutral=neutral,
        nets=nets,
        suggestion=suggestion,
        explanation=explanation,
        identities=(identity,),
    )


def _known_by_sides(rule: Rule, key: str, sides: Sequence[Side]) -> Identity:
    said = [[claim.value for claim in side.claims] for side in sides]
    wordings = (frozenset({*map(str, values), *map(canonical, values)}) for values in said)
    return Identity(rule.id, key, _sorted(_stands_for(side.claims) for side in sides), tuple(wordings))


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _stands_for(claims: Iterable[Claim]) -> str:
    """The value that a side is known by: the most exact, so that neither the order of the sources nor one more of them
    that is vaguer makes it another."""
    return min((_vagueness(claim.value), canonical(claim.value)) for claim in claims)[1]


def _vagueness(value: Value) -> tuple[bool, float]:
    match value:
        case Quantity(low=low, high=high, step=step, hedge=hedge):
            return hedge is not Hedge.none, high - low + step
        case Period(hedge=hedge):
            return hedge is not Hedge.none, value.days
        case _:
            return False, 0


def capped(severity: Severity, *caps: Severity) -> Severity:
    """The lowest of them."""
    return min((severity, *caps), key=lambda one: one.rank)


def ordered_sides(sides: Sequence[Sequence[Claim]], outlier: int) -> tuple[Side, ...]:
    """The outlier first, then the others, the better attested first; claims in order of place."""
    rest = sorted(
        (index for index in range(len(sides)) if index != outlier),
        key=lambda i: (-votes(sides[i]).voices, first_place(sides[i])),
    )
    return tuple(
        Side(
            tuple(sorted(sides[index], key=lambda claim: (claim.where.path, claim.where.start))),
            outlier=index == outlier,
        )
        for index in (outlier, *rest)
    )


def suggestion(sides: Sequence[Side], *, tie: bool) -> str | None:
    """The value of the trusted side, or else of the best attested one of two, when there is one."""
    better = _trusted(sides) or (sides[1] if len(sides) == 2 and not tie else None)
    if better is None:
        return None
    tally = Counter(str(claim.value) for claim in better.claims)
    return min(tally, key=lambda value: (-tally[value], value))


def _trusted(sides: Sequence[Side]) -> Side | None:
    """The only side that has a source of the highest tier, if the sides are of several."""
    ranks = [max(claim.scope.tier.rank for claim in side.claims) for side in sides]
    highest = max(ranks)
    return sides[ranks.index(highest)] if ranks.count(highest) == 1 < len(ranks) else None


def finding_key(found: Finding) -> tuple[int, str, str, int]:
    """Findings are listed by severity, then by their first place."""
    first = found.claims[0].where
    return (-found.severity.rank, first.path, found.rule, first.start)
