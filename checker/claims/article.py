"""What every kind reads from: `article.statements`, and `article.subject(statement, at)`: what a clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypedDict, TypeVar, Unpack

from checker.claims.boxes import box_title
from checker.claims.subject import Subject
from checker.claims.together import Together
from checker.language.breakdowns import Breakdown, breakdowns
from checker.language.content import topic
from checker.language.focus import Reference, clause_of, main_reference, references, subject_at
from checker.language.knownnames import KnownNames
from checker.language.layout import label_of
from checker.language.occasion_dates import OccasionDate, occasion_dates
from checker.language.occasions import announces_change, is_correction_note, occasion, stance
from checker.language.phrases import name_of
from checker.language.reading import Reading, Statement, fill, outline
from checker.language.told import ended, in_brackets, told_by, told_in_row, told_on
from checker.language.topics import Topics
from checker.language.worked import Worked
from checker.model import Claim, Document, Part, Period, Quantity, Role, Scope, Stance, Value, fold

C = TypeVar("C", bound=Claim)
Span = tuple[int, int]
Roles = tuple[tuple[str, str], ...]

# What a title adds to its name: "Denver, Colorado", "Lindow (town)".
_COMMENT = re.compile(r"\s*[,(]")
# In a correction, the sentence that says what is right.
_RIGHT_FIGURE = re.compile(
    r"\b(?:right|correct|actual)\s+(?:figures?|dates?|numbers?|amounts?|names?|spelling)\b", re.IGNORECASE
)


class Circumstances(TypedDict, total=False):
    """What a kind itself knows of a claim's scope; fields as in `Scope`."""

    as_of: Period | None
    noun: str
    roles: tuple[tuple[str, str], ...]
    part: Part
    speaker: str | None


class Telling(TypedDict, total=False):
    """How a date stands in its sentence; as in `told_on`."""

    attributive: bool
    end: str


class Article:
    """One parsed document, read once; the kinds share what is expensive.

    `outline` is what can be said of the document alone; `known` are the names that documents checked with it establish,
    `run` what is found out of all of them.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.outline = outline(document)
        self.known = KnownNames(self.outline.established)
        self.run = Together([self])

    @cached_property
    def reading(self) -> Reading:
        """The document with its names and values; `known` is settled by now."""
        fill(self.outline, self.known)
        return self.outline

    @property
    def statements(self) -> Iterator[Statement]:
        return self.reading.statements

    @cached_property
    def by_number(self) -> dict[int, Statement]:
        return {statement.number: statement for statement in self.statements}

    @cached_property
    def references(self) -> dict[int, list[Reference]]:
        """Mentions of occasions, by statement number."""
        return references(self.reading)

    @cached_property
    def occasion_dates(self) -> list[tuple[Statement, OccasionDate]]:
        """First and last days of something, wherever the article gives them."""
        dating = (statement for statement in self.statements if statement.dates)
        return [(statement, said) for statement in dating for said in occasion_dates(statement)]

    @cached_property
    def breakdowns(self) -> list[Breakdown]:
        """Wholes with their parts."""
        return list(breakdowns(list(self.statements)))

    def subject(self, statement: Statement, at: int) -> Subject | None:
        """The occasion that the clause around `at` is about."""
        here = self.references.get(statement.number, [])
        resolved = subject_at(statement, here, at) if here else None
        return Subject(*resolved) if resolved else None

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

    def claim(
        self,
        model: type[C],
        statement: Statement,
        subject: Subject,
        value: Value,
        span: Span,
        text: Span,
        *,
        because: str = "",
        stance_at: int | None = None,
        done: bool = False,
        **scope: Unpack[Circumstances],
    ) -> C:
        """A claim about an occasion: its quote is `statement.text[span]`, its value stands at `statement.text[text]`.
        What is `done` is no plan, whatever words stand before `stance_at` (the quote, unless given)."""
        reference = subject.reference
        clause = clause_of(statement, self.references.get(statement.number, []), reference)
        year, why = occasion(statement, min(clause[0], span[0]), max(clause[1], span[1]))
        said = self._stance(statement, span[0] if stance_at is None else stance_at)
        resumed = statement.text[reference.start : reference.end]
        how = "" if reference.how == "named" else f'"{resumed}" resumes {reference.label}'
        return self._made(
            model,
            statement,
            reference.label,
            value,
            span,
            text,
            sentence=" ".join(statement.text.split()),
            because="; ".join(part for part in (because, how) if part),
            scope=Scope(
                **_with_roles(scope, (*subject.roles, *_change(statement))),
                reported=statement.reported,
                tier=self.document.tier,
                occasion=year,
                occasion_because=why,
                stance=Stance.asserted if done and said is Stance.planned else said,
                resumed=bool(how),
                established=reference.established,
            ),
        )

    def plain_claim(
        self,
        model: type[C],
        statement: Statement,
        subject: str,
        value: Value,
        span: Span,
        text: Span | None = None,
        *,
        because: str = "",
        **scope: Unpack[Circumstances],
    ) -> C:
        """A claim about what is no named occasion; `text` is where the value stands, if not all of the quote."""
        return self._made(
            model,
            statement,
            subject,
            value,
            span,
            text or span,
            sentence=self._in_its_box(statement),
            because=because,
            scope=Scope(
                **_with_roles(scope, _change(statement)),
                reported=statement.reported,
                tier=self.document.tier,
                stance=self._stance(statement, span[0]),
            ),
        )

    def _made(
        self,
        model: type[C],
        statement: Statement,
        subject: str,
        value: Value,
        span: Span,
        text: Span,
        *,
        sentence: str,
        because: str,
        scope: Scope,
    ) -> C:
        where = self.reading.where(statement, *span)
        return model(
            subject=subject,
            value=value,
            text=statement.text[slice(*text)],
            quote=self.reading.quote(where),
            where=where,
            statement=statement.number,
            sentence=sentence,
            scope=scope,
            because=because,
        )

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

    def worked_out(self, model: type[C], found: Iterable[Worked], *, because: str) -> Iterator[C]:
        """Claims of `model` for each figure as stated, which can be worked out `because`, and as worked out."""
        for one in found:
            stated = (one.stated.start, one.stated.end)
            yield self.plain_claim(model, one.stated_in, one.subject, one.stated.value, stated, because=because)
            yield self.plain_claim(
                model, one.statement, one.subject, one.worked_out, one.span, because="worked out from the text"
            )

    def told(self, statement: Statement, span: Span, *, dated: bool = False, **how: Unpack[Telling]) -> Roles:
        """Whom or what the value at `statement.text[span]` is about, and what it tells of them, as roles; nothing where
        that has no name. `dated` values are dates."""
        label = label_of(statement.text) if self.box_title else ""
        if label:
            about, said = (
                _COMMENT.split(self.box_title)[0],
                told_in_row(statement.text, label, span[1], how.get("end", "")),
            )
        else:
            clause = self._topics.clause_at(statement, span[0])
            if clause is None or in_brackets(statement.text, clause, span[0]):
                return ended(statement.text, span[0], how.get("end", "")) if dated else ()
            about = clause.name
            said = told_on(statement.text, clause, *span, **how) if dated else told_by(statement.text, clause, *span)
        return (("about", fold(about)), *said.roles) if about else ()

    def named(self, statement: Statement, at: int) -> str:
        """The name of what the clause around `at` is about; "" where it has none."""
        clause = self._topics.clause_at(statement, at)
        return clause.name if clause is not None else ""

    def topic(self, statement: Statement, at: int, noun: str = "") -> str:
        """What a reader would say that the value at `at` is about: the name of it, else a few words of the sentence."""
        if label_of(statement.text):
            name = self.box_title
        else:
            clause = self._topics.clause_at(statement, at)
            name = clause.name if clause is not None else ""
        if not name:
            return topic(statement.text, noun)
        return f"{name} ({noun})" if noun else name

    @cached_property
    def _topics(self) -> Topics:
        statements = list(self.statements)
        title = next((statement.text for statement in statements if statement.role is Role.title), "")
        return Topics(statements, self.box_title or name_of(title) or name_of(self.document.path), self.document.text)

    @cached_property
    def box_title(self) -> str:
        """The title of an article that is a fact box; "" for any other."""
        return box_title(list(self.statements))

    def _in_its_box(self, statement: Statement) -> str:
        """The statement's words; those of a row of a fact box with its title before them."""
        words = " ".join(statement.text.split())
        return f"{self.box_title}: {words}" if self.box_title and label_of(statement.text) else words

    def _stance(self, statement: Statement, at: int) -> Stance:
        return stance(statement, at, in_correction=self._corrects(statement))

    def _corrects(self, statement: Statement) -> bool:
        """Is this statement the part of a correction that says what was wrong?"""
        return statement.paragraph in self._corrections and _RIGHT_FIGURE.search(statement.text) is None

    @cached_property
    def _corrections(self) -> frozenset[int]:
        """Paragraphs that correct an earlier version of the article."""
        return frozenset(statement.paragraph for statement in self.statements if is_correction_note(statement.text))


def _with_roles(scope: Circumstances, roles: tuple[tuple[str, str], ...]) -> Circumstances:
    return {**scope, "roles": tuple(sorted((*scope.get("roles", ()), *roles)))}


def _change(statement: Statement) -> tuple[tuple[str, str], ...]:
    return (("change", "announced"),) if announces_change(statement.text) else ()
