"""Which figures of a sentence a defined kind means: "480 patients", but not the 1,200 of "up from 1,200 patients"; and
which of its words say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.definition import Definition, ValueType
from checker.language.dates import How
from checker.language.limits import Span, clause_at
from checker.language.measures import dimension
from checker.language.nouns import lemma
from checker.language.reading import Statement
from checker.language.things import Thing
from checker.model import Mention, Period, Quantity

# "fell to 900,000", "visitors: 900,000": a bare number counts visitors only behind such words.
_BEFORE_BARE = re.compile(
    r"(?:\b(?:to|at|was|were|is|are|of|reach(?:es|ed)|hit|total(?:s|led|ed)|number(?:s|ed)|exceed(?:s|ed))|:)\s*$",
    re.IGNORECASE,
)
# What another figure is held against: "down from 1.2 million", "compared with 300", "rose by 12".
_HELD_AGAINST = re.compile(
    r"\b(?:from|than|against|versus|vs\.?|by|compared\s+(?:with|to)|after|instead\s+of|in\s+place\s+of|rather\s+than"
    r"|the\s+other)\s+(?:the\s+|a\s+)?(?:record\s+)?$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|never|cannot|without|nor|neither|hardly|fail(?:s|ed)?\s+to|unable\s+to|refus(?:es|ed)\s+to|short\s+of)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
# What is no more than possible, or was meant: "could have enrolled", "was to cost", "was designed for".
_UNREAL = re.compile(
    r"\b(?:could|might|may|should|ought\s+to|would\s+have|(?:was|were)\s+(?:due\s+|meant\s+)?to|designed\s+(?:for|to))\b"
)
_INVERTED = re.compile(r"\W*(?:Had|Were|Should)\s")
_SUBORDINATE = re.compile(r"\b(?:that|when|while|because|although|though|if|unless|whether|where)\b", re.IGNORECASE)
_ANOTHER_VERB = re.compile(r"\s(?:and|but)\s+(?:also\s+|now\s+)?\Z")  # "was given 2,000 books and has"
_MOST = 40  # figures and dates of a sentence; what has more is a table without its lines
_FARTHEST = 80  # characters between a value and the word that tells what it is


class Candidate(NamedTuple):
    """A value that the kind may mean: its `clause`, the `cue` that tells (or the value itself, where none is needed),
    and `known` spans of the sentence, whose words need no explanation. `alone` says that no verb goes with it: "the
    1,200 MW Harrow Point power station"."""

    statement: Statement
    mention: Mention
    clause: Span
    cue: Span
    known: tuple[Span, ...]
    alone: bool = False

    @property
    def span(self) -> Span:
        """The value with its noun."""
        return span_of(self.mention)


def span_of(mention: Mention) -> Span:
    return (mention.start, max(mention.end, mention.noun_end))


def candidates(definition: Definition, statement: Statement, things: Sequence[Thing], label: str) -> list[Candidate]:
    """The values of one sentence that the kind means; `label` is that of a row of a fact box."""
    if len(statement.quantities) + len(statement.dates) > _MOST:
        return []
    values = _values(definition, statement, label)
    known = _known(statement)
    found = (_candidate(definition, statement, mention, things, known, label) for mention in values)
    return [one for one in found if one is not None]


def may_have(definition: Definition, statement: Statement) -> bool:
    """Is a value and one of the kind's words in the sentence, and is that no question and no "had it enrolled …"?"""
    if not (statement.dates if definition.value is ValueType.date else statement.quantities):
        return False
    if statement.text.rstrip("”\"' ").endswith("?"):
        return False
    if _INVERTED.match(statement.text):
        return False
    told = definition.cue or definition.noun_cue
    return told is None or definition.value is ValueType.measure or told.search(statement.text) is not None


def _values(definition: Definition, statement: Statement, label: str) -> list[Mention]:
    """The values of the right type, noun and unit."""
    if definition.value is ValueType.date:
        return list(_dates(statement))
    of_type = [mention for mention in statement.quantities if mention.kind == definition.value.value]
    fitting = [mention for mention in of_type if _fits(definition, statement, mention, label)]
    if fitting and definition.cue is not None:  # "enrolled 480 patients, the other 1,200"; "the one drew 300 visitors"
        fitting += [
            one for one in of_type if one not in fitting and not one.noun and _behind_cue(definition, statement, one)
        ]
    return sorted(fitting, key=lambda mention: mention.start)


def _dates(statement: Statement) -> Iterator[Mention]:
    for found in statement.dates:
        mention = found.ends[0] if found.ends else found.mention
        if found.how is not How.attributive and isinstance(mention.value, Period):
            yield mention


def _behind_cue(definition: Definition, statement: Statement, mention: Mention) -> bool:
    before = statement.text[: mention.start].rstrip()
    cue = definition.cue
    return cue is not None and any(match.end() == len(before) for match in cue.finditer(before, within=statement.text))


def _fits(definition: Definition, statement: Statement, mention: Mention, label: str) -> bool:
    value = mention.value
    if not isinstance(value, Quantity):
        return False
    if definition.units:
        return (dimension(value.unit) if mention.kind == "measure" else value.unit) in definition.units
    return not definition.nouns or _is_counted(definition, statement, mention, label)


def _is_counted(definition: Definition, statement: Statement, mention: Mention, label: str) -> bool:
    """Does the figure count what the kind counts?"""
    text, noun = statement.text, definition.noun_cue
    if noun is None:
        return False
    if mention.kind == "share":
        return noun.search(text, mention.end, clause_at(text, mention.end, ())[1]) is not None
    if mention.noun:
        last = mention.noun.rpartition(" ")[2]
        return not definition.noun_forms.isdisjoint((mention.noun, last, lemma(last)))
    if noun.pattern.match(text, mention.end + 1):  # "3,200 dead"
        return True
    if label:
        return noun.search(label) is not None
    if _BEFORE_BARE.search(text, max(0, mention.start - 20), mention.start) is None:
        return False
    counted = [(one.start, one.noun_end) for one in statement.quantities]
    said = noun.finditer(text, clause_at(text, mention.start, ())[0], mention.start)
    return any(not any(low <= match.start() < high for low, high in counted) for match in said)


def _known(statement: Statement) -> tuple[Span, ...]:
    """Numbers and dates of the sentence."""
    numbers = ((mention.start, mention.end) for mention in statement.quantities)
    return (*numbers, *((found.mention.start, found.mention.end) for found in statement.dates))


def _candidate(
    definition: Definition,
    statement: Statement,
    mention: Mention,
    things: Sequence[Thing],
    known: tuple[Span, ...],
    label: str,
) -> Candidate | None:
    text, own = statement.text, span_of(mention)
    clause = clause_at(text, mention.start, [*known, *((thing.start, thing.end) for thing in things)])
    if definition.excluding_cue is not None and definition.excluding_cue.search(text, *clause) is not None:
        return None
    if any(pattern.search(text, clause[0], mention.start) for pattern in (_NEGATION, _UNREAL)):
        return None
    if label:
        told = any(cue is not None and cue.search(label) for cue in (definition.cue, definition.noun_cue))
        return Candidate(statement, mention, clause, (0, len(label)), known) if told else None
    described = any(thing.start <= mention.start and mention.end <= thing.end for thing in things)
    if definition.value is ValueType.measure and described:
        return Candidate(statement, mention, clause, own, known, alone=True)
    cue = _nearest_cue(definition, statement, clause, own)
    return Candidate(statement, mention, clause, cue, known) if cue is not None else None


def is_held_against(candidate: Candidate) -> bool:
    """Is it only what another figure is held against: "down from 1.2 million"?"""
    return candidate.mention.kind != "date" and held_against(candidate.statement.text, candidate.mention.start)


def held_against(text: str, at: int) -> bool:
    """Does what stands at `at` follow "down from", "compared with", "rather than"?"""
    return _HELD_AGAINST.search(text, max(0, at - 40), at) is not None


def _nearest_cue(definition: Definition, statement: Statement, clause: Span, own: Span) -> Span | None:
    """The kind's word that stands nearest to the value in its clause; the value itself where none is needed."""
    if definition.cue is None:
        return own
    others = [span for span in map(span_of, statement.quantities) if span != own]
    found = [match.span() for match in definition.cue.finditer(statement.text, *clause)]
    if any(own[0] <= span[0] and span[1] <= own[1] for span in found):
        return own  # the noun itself: "had 3,412 finishers"
    near = [span for span in found if _governs(statement.text, span, own, others)]
    return min(near, key=lambda span: (_distance(span, own), span), default=None)


def _governs(text: str, cue: Span, value: Span, others: Sequence[Span]) -> bool:
    """Does the word go with the value? One that follows goes with the figure right before it: "9,000 men fought and
    3,200 men were killed"."""
    if cue[1] <= value[0]:
        return value[0] - cue[1] <= _FARTHEST
    between = text[value[1] : cue[0]]
    if _ANOTHER_VERB.search(between):
        return False
    interrupted = any(value[1] <= start < cue[0] for start, _ in others)
    return len(between) <= _FARTHEST and not interrupted and _SUBORDINATE.search(between) is None


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1])
