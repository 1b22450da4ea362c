"""What limits a figure: "enrolled 120 patients in Spain" is not the whole trial, "drew 3,000 people on opening night"
not the year, "the museum and its café drew 1.5 million" not the museum.

A figure is compared only with figures under the same limits, so it is safe to take a word for a limit that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from checker.language.content import Word, as_written, content
from checker.language.lexicons.clauses import ADVERBS, CONJUNCTIONS, PREPOSITIONS, RELATIVES, SAYING, VERBS
from checker.language.nouns import lemma
from checker.language.speakers import SAYING_VERBS
from checker.model import Weekday

Span = tuple[int, int]

_BOUNDARY = re.compile(r"[,;:](?=\s)|[()—–]|\s-\s")
_PREPOSITION = re.compile(
    r"\b(?P<any>in|at|on|for|among|of|within|under|outside|inside|aged|as|during|including|excluding|with|without|through"
    r"|when|whenever|while|if|unless|where)\b"
    r"|\b(?P<named>from|by|to|across|between)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\W*(?:in|at|on|among|for|within|under|outside|inside|during|of|with|when|while|before|until|once|since"
    r"|originally|initially|without|excluding|including|counting|apart\s+from|except|not\s+counting|together\s+with)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?P<word>since|until|till|by|before|after|from|as\s+of|up\s+to|through)\s+(?:the\s+)?$", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:an?|the|its)\s+\Z", re.IGNORECASE)
# Words up to the next verb or preposition.
_RUN = re.compile(
    rf"(?:[\s-]+(?!(?:{'|'.join(sorted(PREPOSITIONS | CONJUNCTIONS | RELATIVES | VERBS))})\b)[^\W\d_]+){{1,3}}"
)
_AGAIN = re.compile(
    r"\b(?:again|anew|once(?:\s+more)?|used\s+to|formerly|originally|initially|previously|at\s+first|in\s+the\s+past)\b",
    re.IGNORECASE,
)
# Of another time or place, though neither is named.
_SOMEWHERE = re.compile(
    r"\b(?:upstairs|downstairs|abroad|overseas|indoors|outdoors|underground|elsewhere|upstream|downstream)\b",
    re.IGNORECASE,
)
_CASE = re.compile(r"\b(?:when|whenever|if|unless)\b", re.IGNORECASE)
_ON_A_DAY = re.compile(rf"\bon\s+(?:a\s+)?(?:{'|'.join(Weekday)})s?\b", re.IGNORECASE)
# Behind these what somebody says begins: "Norvane said on Monday that its ATLAS-2 trial enrolled 480 patients".
_SAYING = SAYING.union(SAYING_VERBS, "insists insist complained complain warned warn explained explains".split())
_SAID = re.compile(
    rf"\b(?:{'|'.join(sorted(_SAYING))})\b(?:\s+on\s+(?:{'|'.join(Weekday)}))?(?:\s+that\b)?", re.IGNORECASE
)
_WORD = re.compile(r"[\w’'-]+")
# Whoever does it, and words that cut nothing off.
_HARMLESS = frozenset(
    """
    researcher investigator scientist team doctor organiser organizer official record door public end contrast fact
    comparison addition case course turn time result response install nameplate generate electric electrical eventual
    total full estimated whole worldwide globally history size altogether fall fell fallen rise rose risen grow grew
    increase increased decrease decreased decline declined drop dropped climb climbed totalled reach reached hit stand
    stood number numbered plan planned hope hoped expect expected aim aimed intend intended propose proposed schedule
    scheduled project projected forecast anticipate anticipated envisage envisaged use offer
    offered provide provided feature featured boast boasted comprise comprised
    """.split()
)


class Limits(NamedTuple):
    """Where a value stands and what its words leave to explain. `clause` is the stretch between two marks of
    punctuation; `known` are spans that need no explanation: numbers, names, dates, the kind's own words; `counted` are
    nouns that other numbers count, which need none behind the value: "at 31 sites"."""

    text: str
    clause: Span
    value: Span  # the value with its noun
    cue: Span
    known: Sequence[Span]
    counted: Sequence[Span] = ()
    begin: int = 0  # behind the value before, where there is one: "enrolled 480 patients and the BEACON trial 1,200"

    def words(self) -> tuple[str, ...]:
        """The words that limit the value, in the singular, each once, in alphabetical order."""
        found = [*self._before(), *self._between(), *self._described(), *self._behind(), *self._ahead()]
        found += self._anywhere()
        words = {self._written(word) for word in found if not self._is_harmless(word)}
        again = [match[0].lower() for match in _AGAIN.finditer(self.text, *self.clause) if self._is_open(*match.span())]
        again += (match[0].lower() for match in _SOMEWHERE.finditer(self.text, self._end, self.clause[1]))
        again += self._cases()
        days = (match[0].lower() for match in _ON_A_DAY.finditer(self.text, self._end, self.clause[1]))
        return tuple(sorted({*words, *again, *days, *self._opposites()}))

    def _cases(self) -> Iterator[str]:
        """Words that make it true in one case only: "when it was new", "if it rains"."""
        lead = _CASE.match(self.text) if self.clause[0] else None
        for match in (lead, _CASE.search(self.text, self._end, self.clause[1])):
            if match is not None:
                yield match[0].lower()

    def _opposites(self) -> set[str]:
        """Words before that say the opposite of the kind's own: "closed since the flood, it opened on 4 July"."""
        words = [word for word in content(self.text) if self.cue[0] <= word.start < self.cue[1]]
        own, stems = {word.contrast for word in words} - {None}, {word.stem for word in words}
        before = self._unexplained(0, self.cue[0])
        return {self._written(word) for word in before if word.contrast in own and word.stem not in stems}

    def modifiers(self, end: int) -> tuple[str, ...]:
        """What stands between a number, which ends there, and its noun: "female" of "480 female patients"."""
        words = [word for word in content(self.text) if end <= word.start < self.value[1]]
        return tuple(self._written(word) for word in words[:-1])

    def _written(self, word: Word) -> str:
        """The word as it stands there, but in small letters and in the singular."""
        return lemma(as_written(self.text, word).lower())

    @property
    def _end(self) -> int:
        return max(self.value[1], self.cue[1])

    def _unexplained(self, start: int, end: int) -> list[Word]:
        words = (word for word in content(self.text) if start <= word.start < end)
        return [word for word in words if self._is_open(word.start, word.start + 1)]

    def _is_open(self, start: int, end: int) -> bool:
        """Is not all of it explained?"""
        return not any(low <= start and end <= high for low, high in self.known)

    def _before(self) -> list[Word]:
        """Who or which part does it: "the museum's second wing drew", "Norburg hospital enrolled"."""
        end = min(self.cue[0], self.value[0])
        said = [match.end() for match in _SAID.finditer(self.text, self.clause[0], end)]
        return self._unexplained(max(said[-1] if said else self.clause[0], self.begin), end)

    def _between(self) -> list[Word]:
        """What it is done to: "opened a new wing in 2010"."""
        first, last = sorted((self.cue, self.value))
        return self._unexplained(first[1], last[0])

    def _described(self) -> list[Word]:
        """What a value with an article is a trait of: "has a 3 km long tailback"."""
        if _ARTICLE.search(self.text, 0, self.value[0]) is None:
            return []
        run = _RUN.match(self.text, self._end, self.clause[1])
        return self._unexplained(run.start(), run.end()) if run else []

    def _behind(self) -> Iterator[Word]:
        """Phrases behind: "in Spain", "from Spain", but not "from 40 countries"."""
        end = self.clause[1]
        leads = list(_PREPOSITION.finditer(self.text, self._end, end))
        for lead, following in zip_longest(leads, leads[1:]):
            words = self._unexplained(lead.end(), following.start() if following else end)
            words = [word for word in words if not any(low <= word.start < high for low, high in self.counted)]
            yield from words if lead["any"] else (word for word in words if word.name)

    def _ahead(self) -> Iterator[Word]:
        """A phrase that leads the sentence in: "In Spain, …"."""
        if not self.clause[0] or _LEADS.match(self.text) is None:
            return
        end = clause_at(self.text, 0, self.known)[1]
        if end <= self.clause[0]:
            yield from self._unexplained(0, end)

    def _anywhere(self) -> Iterator[Word]:
        """Words that always cut down or set apart: "weekly", "average", "first"."""
        for word in self._unexplained(*self.clause):
            if word.restricts or word.contrast is not None:
                yield word

    def _is_harmless(self, word: Word) -> bool:
        written = _WORD.match(self.text, word.start)
        lower = written[0].lower() if written else ""
        if word.restricts or (word.contrast is not None and lower not in _HARMLESS):
            return False
        return lower in _HARMLESS or lower.removesuffix("s") in _HARMLESS or lower in ADVERBS or lower.endswith("ly")


def clause_at(text: str, at: int, known: Sequence[Span]) -> Span:
    """The stretch around `at` between two marks of punctuation that stand outside the `known` spans."""
    start, end = 0, len(text)
    for mark in _BOUNDARY.finditer(text):
        if any(low < mark.start() < high for low, high in known):
            continue
        if mark.start() < at:
            start = mark.end()
        else:
            end = mark.start()
            break
    return start, end


def bound(text: str, at: int) -> str:
    """The word that makes a date the beginning or the end of something: "since" of "since 2015", "by" of "by May"."""
    match = _OPEN.search(text, max(0, at - 20), at)
    return " ".join(match["word"].lower().split()) if match else ""
