"""Claim kinds that somebody defined in YAML: `{id: enrolment, value: count, nouns: [patient], cues: [enrol]}` reads
"The ATLAS-2 trial enrolled 480 patients".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass as plain
from datetime import date
from functools import partial
from typing import Any, ClassVar, Literal

from pydantic.dataclasses import dataclass

from checker.claims.article import Article, Roles
from checker.claims.definition import Definition, ValueType
from checker.claims.periods import SO_FAR, When, when
from checker.claims.referents import Referent, Referents, paired
from checker.claims.values import Candidate, candidates, is_held_against, may_have
from checker.language.cells import counted_cell, period_cell, quantity_cell
from checker.language.conjuncts import Besides, besides
from checker.language.cues import Cue
from checker.language.layout import label_of
from checker.language.limits import Limits
from checker.language.measures import dimension
from checker.language.parts import is_part, is_twin
from checker.language.speakers import speaker
from checker.model import Claim, Kind, Part, Period, Quantity, Timing, Value

_PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+|also\s+|now\s+|been\s+)*\Z", re.IGNORECASE)


def kind_of(definition: Definition) -> Kind:
    """The kind that the definition describes, with a claim class of its own."""
    model = claim_class(definition)
    return Kind(
        definition.id,
        definition.title,
        model,
        partial(find, definition, model),
        partial(cell, definition),
        occasion=False,
        measures=definition.measures,
        noun=definition.noun,
        roles=tuple(role for role, _ in definition.roles),
    )


def claim_class(definition: Definition) -> type[Claim]:
    """The class of the kind's claims, as `claims/age.py` writes its own."""
    value: Any = Period if definition.value is ValueType.date else Quantity
    annotations = {
        "kind": Literal[definition.id],
        "value": value,
        "timing": ClassVar[Timing],
        "plans_apart": ClassVar[bool],
    }
    fields = {
        "__annotations__": annotations,
        "__module__": __name__,
        "__doc__": definition.title,
        "kind": definition.id,
        "timing": definition.timing,
        "plans_apart": True,
    }
    name = "".join(part.title() for part in definition.id.split("_"))
    made: Any = dataclass(frozen=True, slots=True, kw_only=True)(type(name, (Claim,), fields))
    claims: type[Claim] = made
    return claims


def find(definition: Definition, model: type[Claim], article: Article) -> Iterator[Claim]:
    """The claims of one article."""
    telling = [statement for statement in article.statements if may_have(definition, statement)]
    if not telling:
        return
    referents = Referents(article, definition.about)
    for statement in telling:
        label = label_of(statement.text) if article.box_title else ""
        found = candidates(definition, statement, referents.things(statement), label)
        meant = (_read(definition, one, found, referents) for one in found if not is_held_against(one))
        yield from _told_apart(
            [_claim(definition, model, article, reading) for reading in meant if reading is not None]
        )


def _told_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Without values of which one sentence gives several for one thing: "the reactors have 1,100 MW and 1,300 MW" tells
    of parts, and no sentence contradicts itself."""
    same = Counter((claim.subject, claim.scope) for claim in claims)
    return [claim for claim in claims if same[claim.subject, claim.scope] == 1]


@plain(frozen=True)
class _Reading:
    """A value of the kind, what it is about, and for when."""

    candidate: Candidate
    rivals: Sequence[Candidate]  # all values of the kind in the sentence, the candidate among them
    referent: Referent
    when: When
    besides: Besides  # what the clause tells of other things
    sorts: Cue | None  # the words for what the kind is about


def _read(
    definition: Definition, candidate: Candidate, rivals: Sequence[Candidate], referents: Referents
) -> _Reading | None:
    """What the value is about and for when; None where the sentence does not make it plain."""
    starts = [one.mention.start for one in rivals]
    referent = referents.of(candidate.statement, candidate.mention, starts)
    timeless = definition.value is ValueType.date or candidate.alone
    others = besides(
        candidate.statement.text, candidate.clause, candidate.span, candidate.cue, candidate.statement.quantities
    )
    events = () if definition.timing is Timing.period else others.events
    time = When() if timeless else when(candidate.statement, candidate.mention, starts, definition.cue, events)
    return (
        _Reading(candidate, rivals, referent, time, others, referents.sorts)
        if referent is not None and time.known
        else None
    )


def _claim(definition: Definition, model: type[Claim], article: Article, reading: _Reading) -> Claim:
    candidate, statement, mention = reading.candidate, reading.candidate.statement, reading.candidate.mention
    split = reading.besides.split and len(statement.dates) < 2 and len(reading.rivals) < 2
    part = split or is_part(statement.text, mention) or SO_FAR.search(statement.text, *candidate.clause) is not None
    return article.plain_claim(
        model,
        statement,
        reading.referent.name,
        mention.value,
        candidate.span,
        (mention.start, mention.end),
        because=_because(candidate, reading.referent),
        noun=definition.noun,
        part=Part.part if part else Part.whole,
        speaker=speaker(statement.text, mention.start),
        as_of=reading.when.period,
        roles=(*_roles(definition, reading), *_tense(definition, reading), *_limits(definition, reading)),
    )


def _because(candidate: Candidate, referent: Referent) -> str:
    cue = candidate.statement.text[slice(*candidate.cue)]
    said = f'"{cue}" beside it' if candidate.cue != candidate.span else "what it is a figure of stands beside it"
    return f'{said}; "{referent.resumed}" resumes {referent.name}' if referent.resumed else said


def _roles(definition: Definition, reading: _Reading) -> Iterator[tuple[str, str]]:
    """The roles whose words stand in the clause; of several words of one role that which belongs to the value."""
    text, clause = reading.candidate.statement.text, reading.candidate.clause
    here = [one.mention.start for one in reading.rivals if one.clause == clause]
    for role, _ in definition.roles:
        found = sorted(
            (match.start(), word)
            for name, word, cue in definition.role_cues
            if name == role
            for match in cue.finditer(text, *clause)
        )
        words = [word for _, word in found]
        if words:
            said = paired([at for at, _ in found], here, reading.candidate.mention.start, names=words)
            yield role, said or " and ".join(sorted({*words}))


def _tense(definition: Definition, reading: _Reading) -> Roles:
    """ "The ferry carries 300 passengers" and "has carried 5 million", without a time, are said of no year."""
    if definition.timing is not Timing.period or reading.when.period is not None or definition.cue is None:
        return ()
    text = reading.candidate.statement.text
    for match in definition.cue.finditer(text, reading.candidate.clause[0], reading.candidate.mention.start):
        if _PERFECT.search(text, 0, match.start()):
            return (("tense", "perfect"),)
        if match[0].casefold() in definition.present_forms:
            return (("tense", "present"),)
    return ()


def _limits(definition: Definition, reading: _Reading) -> Roles:
    """What else limits the value, as roles."""
    candidate, text = reading.candidate, reading.candidate.statement.text
    roles = (("twin", "in brackets"),) if is_twin(text, candidate.mention, candidate.statement.quantities) else ()
    own = [cue for cue in (definition.cue, definition.noun_cue, *(cue for _, _, cue in definition.role_cues)) if cue]
    known = [*candidate.known, *reading.referent.spans, *(match.span() for cue in own for match in cue.finditer(text))]
    known += [match.span() for match in re.finditer(re.escape(reading.referent.name), text)]
    known += [candidate.span, *reading.besides.spans]
    if reading.sorts is not None:
        known += [match.span() for match in reading.sorts.finditer(text)]
    counted = [(one.end, one.noun_end) for one in candidate.statement.quantities if one.noun_end > one.end]
    first = min(candidate.cue[0], candidate.span[0])
    begin = max((one.span[1] for one in reading.rivals if one.span[1] <= first), default=0)
    limits = Limits(text, candidate.clause, candidate.span, candidate.cue, known, counted, begin)
    words = [*limits.modifiers(candidate.mention.end), *(() if candidate.alone else limits.words())]
    if reading.when.bound:
        words.append(reading.when.bound)
    return (*roles, ("limit", " ".join(words))) if words else roles


def cell(definition: Definition, text: str, published: date | None = None) -> Value:
    """A cell of a dataset; raises ValueError with what was expected."""
    if definition.value is ValueType.date:
        return period_cell(text, published)
    if definition.value is ValueType.counted:
        return counted_cell(text, published)
    value, units = quantity_cell(text, published), definition.units
    if definition.value is ValueType.share and value.unit != "percent":
        raise ValueError(f'expected a share such as 34%, not "{text}"')
    if units and dimension(value.unit) not in units:
        raise ValueError(f'expected a number with a unit of {" or ".join(units)}, not "{text}"')
    return value
