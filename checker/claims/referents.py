"""Which thing a value is about, for kinds that say of what sort theirs are: "In the ATLAS-2 trial, 480 patients …"; "It
enrolled 480" after a sentence about one trial.

When in doubt there is no claim: a value that is given to the wrong thing contradicts every right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from checker.claims.article import Article
from checker.language.countries import find_countries
from checker.language.cues import Cue
from checker.language.knownthings import introduced, things
from checker.language.layout import label_of
from checker.language.limits import Span, clause_at
from checker.language.phrases import names_besides
from checker.language.reading import Statement
from checker.language.things import Sorts, Thing
from checker.language.words import tokens
from checker.model import Mention

_SENTENCES_BACK = 3  # "the trial" resumes the one of so many sentences before
_PRONOUNS = frozenset("it its".split())
_ENDING = re.compile(r"(?:['’]s?|\.)\Z")
_PLACED = re.compile(r"\b(?:in|at|near|from|of|to|for)\s+(?:[A-Z]\S*\s+){0,2}$")
_BESIDE = re.compile(
    r"\b(?:of|to|by|from|like|unlike|than|with|after|before|as|behind|beside|besides)\s+$", re.IGNORECASE
)
_RELATIVE = re.compile(r"\s*(?:which|that|who|whose)\b")
_ANOTHER_CLAUSE = re.compile(r"[;:](?=\s)|[—–]|\s-\s")  # "LINDOW — The trial enrolled", "Rain fell: the race had"
_DETERMINER = 1  # words before a name that begins its sentence
_OPENING = 3  # words that a pronoun stands among: "In 2019 it", "It"


class Referent(NamedTuple):
    """What a value is about; `resumed` is what stands for the name, `spans` where the sentence speaks of it."""

    name: str
    resumed: str = ""
    spans: tuple[Span, ...] = ()


class Referents:
    """The things of the kind's sorts in one article."""

    def __init__(self, article: Article, nouns: tuple[str, ...]) -> None:
        self._article = article
        self._sorts = Sorts(nouns)
        self._known = article.run.shared(
            ("things", nouns),
            lambda articles: introduced(
                (statement.text for one in articles for statement in one.outline.statements), self._sorts
            ),
        )
        self._found: dict[int, list[Thing]] = {}

    @property
    def sorts(self) -> Cue | None:
        """What finds the words for what the kind is about."""
        return self._sorts.cue

    def of(self, statement: Statement, mention: Mention, rivals: Sequence[int]) -> Referent | None:
        """The thing that `mention` is about; at `rivals` all values of the sentence stand that the kind would read."""
        if self._article.box_title and label_of(statement.text):
            return Referent(self._known.called(self._article.box_title))
        if self._sorts.cue is None:
            return self._subject(statement, mention, strict=False)
        here = [thing for thing in self.things(statement) if not _is_aside(statement.text, thing, mention.start)]
        if not here:
            return self._taken_up(statement) or self._subject(statement, mention, strict=True)
        found = [self._resolved(statement, thing) for thing in here]
        if len({*found}) == 1:
            name = found[0]
        else:
            name = paired([thing.start for thing in here], rivals, mention.start, names=found)
        if not name or self._is_anothers(statement, mention, name):
            return None
        resumes = next((thing for thing, said in zip(here, found, strict=True) if said == name and thing.resumes), None)
        spans = tuple((thing.start, thing.end) for thing, said in zip(here, found, strict=True) if said == name)
        return Referent(name, statement.text[resumes.start : resumes.end] if resumes else "", spans)

    def things(self, statement: Statement) -> list[Thing]:
        """The things that the sentence names or takes up."""
        if statement.number not in self._found:
            self._found[statement.number] = things(statement.text, self._sorts, self._known)
        return self._found[statement.number]

    def _resolved(self, statement: Statement, thing: Thing) -> str:
        """The name of the thing; "the trial" is the one that its own sentence names before, or one before it."""
        if not thing.resumes:
            return thing.name
        before = {one.name for one in self.things(statement) if one.start < thing.start and not one.resumes}
        return (before.pop() if len(before) == 1 else "") if before else self._before(statement)

    def _before(self, statement: Statement) -> str:
        """The one thing that the sentences before name; failing that, the only one of the whole article."""
        for number in range(statement.number - 1, statement.number - 1 - _SENTENCES_BACK, -1):
            before = self._statements.get(number)
            if before and (names := {thing.name for thing in self.things(before) if not thing.resumes}):
                return names.pop() if len(names) == 1 else ""
        return self._only

    @property
    def _statements(self) -> dict[int, Statement]:
        return self._article.by_number

    @cached_property
    def _only(self) -> str:
        """The name of the one thing of the whole article; "" where it names several."""
        named = {thing.name for one in self._statements.values() for thing in self.things(one) if not thing.resumes}
        return named.pop() if len(named) == 1 else ""

    def _taken_up(self, statement: Statement) -> Referent | None:
        """ "It enrolled 480", where the sentence before names one thing and nothing else that could be meant."""
        opening = [word for word in tokens(statement.text)[:_OPENING] if word.lower in _PRONOUNS]
        before = self._statements.get(statement.number - 1)
        if not opening or before is None:
            return None
        names = {thing.name for thing in self.things(before)}
        if len(names) != 1 or names_besides(before.text, *names):
            return None
        (name,) = names
        return Referent(name, opening[0].text) if name else None

    def _subject(self, statement: Statement, mention: Mention, *, strict: bool) -> Referent | None:
        """The named subject of the clause, whatever it is; `strict` where it should be of a sort and nobody says so:
        then nothing else may be named."""
        name = self._article.named(statement, mention.start)
        if not name or " and " in name:
            return None
        if _PLACED.search(statement.text, 0, max(statement.text.find(name), 0)):
            return None  # "EYP, based in New York, has 350 employees"
        alone = not _names(statement, name) if strict else not names_besides(statement.text, name)
        return Referent(self._known.called(name)) if alone else None

    def _is_anothers(self, statement: Statement, mention: Mention, name: str) -> bool:
        """Is the clause about something of which nobody says the sort: "unlike the ATLAS trial, BEACON enrolled"?"""
        subject = self._article.named(statement, mention.start)
        if not subject or {*subject.split()} & {*name.split()}:
            return False
        text = statement.text
        at = text.find(subject, clause_at(text, mention.start, ())[0], mention.start)
        if at < 0 and len(text[: text.find(subject)].split()) <= _DETERMINER:
            at = text.find(subject)
        return at >= 0 and _ANOTHER_CLAUSE.search(text, at, mention.start) is None


def _is_aside(text: str, thing: Thing, at: int) -> bool:
    """Does the sentence only mention the thing beside the one that it is about: "QUARTZ-Kids, a spin-off of the QUARTZ
    trial, enrolled"? A relative clause goes on about it: "results of the QUARTZ trial, which enrolled"."""
    clause = clause_at(text, at, [(thing.start, thing.end)])
    if clause[0] <= thing.start < clause[1] or _BESIDE.search(text, 0, thing.start) is None:
        return False
    return _RELATIVE.match(text, clause[0]) is None or text[thing.end : clause[0]].strip() not in ("", ",")


def _names(statement: Statement, name: str) -> bool:
    """Does the sentence name anything besides `name`, countries and units?"""
    own = {*name.split()}
    read = [(place.start, place.end) for place in find_countries(statement.text)]
    read += [(one.start, one.end) for one in (*statement.quantities, *(found.mention for found in statement.dates))]
    return any(
        word.capital
        and _ENDING.sub("", word.text) not in own
        and not any(start <= word.start < end for start, end in read)
        for word in tokens(statement.text)[1:]
    )


def paired(places: Sequence[int], values: Sequence[int], value: int, *, names: Sequence[str]) -> str:
    """Of several things (or dates) in a sentence, the name of the one that belongs to the value: where they take turns,
    the one before it, or behind it if the values come first; "" where they do not."""
    order = sorted([*((place, "thing") for place in places), *((one, "value") for one in values)])
    turns = [what for _, what in order]
    if len(places) != len(values) or any(one == other for one, other in pairwise(turns)):
        return ""
    return names[sorted(values).index(value)]
