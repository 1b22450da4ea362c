"""What every kind reads from: a document's statements and the occasions that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from checker.language.breakdowns import Breakdown, breakdowns
from checker.language.content import topic
from checker.language.dates import How
from checker.language.focus import Reference, clause_of, main_reference, references, subject_at
from checker.language.knownnames import KnownNames
from checker.language.layout import label_of
from checker.language.nouns import noun_class
from checker.language.occasion_dates import OccasionDate, occasion_dates
from checker.language.occasions import announces_change, is_correction_note, occasion, stance
from checker.language.parts import is_part, is_twin, owner
from checker.language.reading import Reading, Statement, fill, outline
from checker.language.speakers import speaker
from checker.model import Claim, Document, Mention, Part, Period, Quantity, Role, Scope, Stance, Value

C = TypeVar("C", bound=Claim)

_BOX_ROWS = 3  # rows that make a fact box
_AFTER_LABEL = 8  # characters between a label and its number: ": ", bullets, a bracket
# How far behind a date its occasion may be named: "From 13 to 24 January the annual winter exercise …".
_FOLLOWS = 30

_RIGHT_FIGURE = re.compile(
    r"\b(?:right|correct|actual)\s+(?:figures?|dates?|numbers?|amounts?|names?|spelling)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is said of: a reference to an occasion, the phase of it that is meant, and why it is taken so."""

    reference: Reference
    phase: str = ""
    because: str = ""


class Article:
    """One parsed document, read once; the kinds share what is expensive.

    `outline` is what can be said of the document alone; `known` are the names that documents checked with it establish.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.outline = outline(document)
        self.known = KnownNames(self.outline.established)

    @cached_property
    def reading(self) -> Reading:
        fill(self.outline, self.known)
        return self.outline

    @cached_property
    def references(self) -> dict[int, list[Reference]]:
        return references(self.reading)

    @property
    def statements(self) -> Iterator[Statement]:
        return self.reading.statements

    @cached_property
    def corrections(self) -> frozenset[int]:
        """Paragraphs that correct an earlier version of the article."""
        return frozenset(s.paragraph for s in self.statements if is_correction_note(s.text))

    @cached_property
    def occasion_dates(self) -> list[tuple[Statement, OccasionDate, Subject]]:
        """First and last days of named occasions, wherever the article gives them."""
        found = []
        for statement in self.statements:
            if not statement.dates:
                continue
            for said in occasion_dates(statement):
                if (subject := self._dated_subject(statement, said)) is not None:
                    found.append((statement, said, subject))
        return found

    def _dated_subject(self, statement: Statement, said: OccasionDate) -> Subject | None:
        """What a first or last day is said of."""
        here = self.references.get(statement.number, [])
        if said.implied and not here:
            main = self.main(statement)
            return Subject(main) if main is not None else None
        if said.after or not statement.text[: said.start].strip(" -*•\t"):
            following = next((r for r in here if 0 <= r.start - said.end <= _FOLLOWS), None)
            return Subject(following) if following is not None else None
        return self.subject(statement, said.at)

    def dated(self, model: type[C], which: str) -> Iterator[C]:
        """Claims of `model` for each first (`which` = "start") or last day of a named occasion."""
        for statement, said, subject in self.occasion_dates:
            if said.which == which:
                text = (
                    (said.end - len(said.period.text), said.end)
                    if not said.after
                    else (said.start, said.start + len(said.period.text))
                )
                yield self.claim(
                    model,
                    statement,
                    subject,
                    said.period,
                    (said.start, said.end),
                    text,
                    because=said.because,
                    stance_at=said.end if not said.after else said.start,
                    done=said.done,
                )

    def main(self, statement: Statement) -> Reference | None:
        """The occasion that the statement's section is mostly about."""
        return self._mains.get(statement.number)

    @cached_property
    def _mains(self) -> dict[int, Reference]:
        found = {}
        for section in self.reading.sections:
            if (main := main_reference(section)) is not None:
                found.update({statement.number: main for statement in section.statements})
        return found

    def subject(self, statement: Statement, at: int) -> Subject | None:
        """The occasion that the clause around `at` is about."""
        here = self.references.get(statement.number, [])
        resolved = subject_at(statement, here, at) if here else None
        return Subject(*resolved) if resolved else None

    def claim(
        self,
        model: type[C],
        statement: Statement,
        subject: Subject,
        value: Value,
        span: tuple[int, int],
        text: tuple[int, int],
        *,
        because: str = "",
        stance_at: int | None = None,
        done: bool = False,
        **scope: Any,
    ) -> C:
        """A claim about `subject` whose quote is `statement.text[span]` and whose value stands at `statement.text[text]`."""
        reference = subject.reference
        said_from, said_to = clause_of(statement, self.references.get(statement.number, []), reference)
        year, occasion_because = occasion(statement, min(said_from, span[0]), max(said_to, span[1]))
        how = (
            f'"{statement.text[reference.start : reference.end]}" resumes {reference.label}'
            if reference.how != "named"
            else ""
        )
        where = self.reading.where(statement, *span)
        said = stance(
            statement, stance_at if stance_at is not None else span[0], in_correction=self._corrects(statement)
        )
        roles = scope.pop("roles", ())
        if subject.phase:
            roles = (*roles, ("phase", subject.phase))
        if reference.other:
            roles = (*roles, ("instalment", "another"))
        if announces_change(statement.text):
            roles = (*roles, ("change", "announced"))
        return model(
            kind=model.__dataclass_fields__["kind"].default,  # type: ignore[attr-defined]
            subject=reference.label,
            value=value,
            text=statement.text[text[0] : text[1]],
            quote=self.reading.quote(where),
            where=where,
            statement=statement.number,
            sentence=" ".join(statement.text.split()),
            scope=Scope(
                reported=statement.reported,
                occasion=year,
                occasion_because=occasion_because,
                roles=tuple(sorted(roles)),
                stance=Stance.asserted if done and said is Stance.planned else said,
                established=reference.established,
                **scope,
            ),
            because="; ".join(part for part in (because, how) if part),
        )

    def plain_claim(
        self,
        model: type[C],
        statement: Statement,
        subject: str,
        value: Value,
        span: tuple[int, int],
        text: tuple[int, int] | None = None,
        *,
        because: str = "",
        **scope: Any,
    ) -> C:
        """A claim about something that is no named occasion; `text` is where the value stands, if not all of the quote."""
        value_start, value_end = text or span
        where = self.reading.where(statement, *span)
        return model(
            kind=model.__dataclass_fields__["kind"].default,  # type: ignore[attr-defined]
            subject=subject,
            value=value,
            text=statement.text[value_start:value_end],
            quote=self.reading.quote(where),
            where=where,
            statement=statement.number,
            sentence=self._in_its_box(statement),
            scope=Scope(
                reported=statement.reported,
                stance=stance(statement, span[0], in_correction=self._corrects(statement)),
                **{**scope, "roles": tuple(sorted((*scope.get("roles", ()), *_change(statement))))},
            ),
            because=because,
        )

    @cached_property
    def _box_title(self) -> str:
        """The title of a document that is a fact box: most of its lines are "Label: value"; "" for any other."""
        lines = list(self.statements)
        labelled = [line for line in lines if label_of(line.text)]
        if len(labelled) < _BOX_ROWS or 2 * len(labelled) < len(lines):
            return ""
        named = next((line for line in labelled if label_of(line.text).lower() in ("title", "name")), None)
        if named is not None:
            return " ".join(named.text.split(":", 1)[1].split())
        return " ".join(lines[0].text.split()) if lines[0] not in labelled else ""

    def _in_its_box(self, statement: Statement) -> str:
        """The statement's words; those of a row of a fact box with its title before them."""
        words = " ".join(statement.text.split())
        return f"{self._box_title}: {words}" if self._box_title and label_of(statement.text) else words

    def row(self, statement: Statement) -> tuple[tuple[str, str], ...]:
        """The label of a row of a fact box, as a role."""
        label = label_of(statement.text)
        return (("row", label),) if label else ()

    def _circumstances(self, statement: Statement, mention: Mention) -> tuple[tuple[str, str], ...]:
        """Roles that a figure has by where it stands: in a row of a fact box, in brackets behind its own twin."""
        roles = [*self.row(statement), *(("whose", country) for country in owner(statement.text, mention))]
        if statement.role in (Role.title, Role.heading):
            roles.append(("standing", "headline"))
        if is_twin(statement.text, mention, statement.quantities):
            roles.append(("twin", "in brackets"))
        return tuple(roles)

    def quantities(self, model: type[C], kinds: tuple[str, ...]) -> Iterator[C]:
        """Claims of `model` for every quantity of those kinds; what they are about is told by their sentence."""
        for statement in self.statements:
            for mention in statement.quantities:
                if mention.kind not in kinds or not isinstance(mention.value, Quantity):
                    continue
                noun = noun_class(mention.noun) if mention.noun else _noun_beside(statement, mention)
                yield self.plain_claim(
                    model,
                    statement,
                    topic(statement.text, noun),
                    mention.value,
                    (mention.start, max(mention.end, mention.noun_end)),
                    (mention.start, mention.end),
                    because=f'"{mention.noun}" counted' if mention.noun else "a figure of its sentence",
                    noun=noun,
                    part=Part.part if is_part(statement.text, mention) else Part.whole,
                    speaker=speaker(statement.text, mention.start),
                    as_of=_day_of(statement),
                    roles=self._circumstances(statement, mention),
                )

    @cached_property
    def breakdowns(self) -> list[Breakdown]:
        """Wholes with their parts."""
        return list(breakdowns(list(self.statements)))

    def parts(self, model: type[C], found: Breakdown) -> Iterator[C]:
        """Claims of `model` for a whole and for each part, about one subject: the words of their figures."""
        items = (found.whole, *found.parts)
        words = [" ".join(item.statement.text[item.mention.start : item.mention.end].split()) for item in items]
        subject = f"{words[0]} {found.whole.mention.noun}".strip() + f" ({', '.join(words[1:])})"
        for number, item in enumerate(items):
            if isinstance(item.mention.value, Quantity):
                mention = item.mention
                yield self.plain_claim(
                    model,
                    item.statement,
                    subject,
                    item.mention.value,
                    (mention.start, max(mention.end, mention.noun_end)),
                    (mention.start, mention.end),
                    because=found.because,
                    part=Part.part if number else Part.whole,
                    roles=(("part", str(number)),) if number else (),
                )

    def _corrects(self, statement: Statement) -> bool:
        """Is this statement the part of a correction that says what was wrong?"""
        return statement.paragraph in self.corrections and _RIGHT_FIGURE.search(statement.text) is None


def _change(statement: Statement) -> tuple[tuple[str, str], ...]:
    return (("change", "announced"),) if announces_change(statement.text) else ()


def _day_of(statement: Statement) -> Period | None:
    """The one day that the sentence tells of by its distance from the dateline ("on Monday", "yesterday"), if any."""
    days = [found.mention.value for found in statement.dates if found.how in (How.weekday, How.relative)]
    day = days[0] if len(days) == 1 else None
    return day if isinstance(day, Period) and day.is_day else None


_OF = re.compile(r"\s+of\s+(?:all\s+)?(?:the\s+|its\s+|their\s+)?([a-z]+)\b")


def _noun_beside(statement: Statement, mention: Mention) -> str:
    """What a number without a counted noun is of: "60 percent of the ballots"; "Teams: 12"."""
    if mention.kind == "share" and (match := _OF.match(statement.text, mention.end)):
        return noun_class(match[1])
    return _labelled_noun(statement, mention)


def _labelled_noun(statement: Statement, mention: Mention) -> str:
    """What a bare number in a row counts: "Teams: 12" counts teams."""
    label = label_of(statement.text)
    if mention.kind != "count" or not label or mention.start - len(label) > _AFTER_LABEL:
        return ""
    return noun_class(label.split()[-1].lower())
