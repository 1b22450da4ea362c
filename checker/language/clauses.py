"""Clauses: "Lindow, which was founded in 1931, is small, and police said so" has three; two are about Lindow.

No parser: the subject of a clause is what stands before its verb, and a verb is told by its form and its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.language.dates.almanac import MONTHS
from checker.language.lexicons import clauses as lexicon
from checker.language.phrases import NOTHING, Subject, name_at_end, spelled, subject_of
from checker.language.words import Token, tokens
from checker.model import Weekday

_LATER = frozenset("after before later earlier ago".split())
_PARTICIPLES = frozenset("born built held known made set".split())
_WEEKDAYS = frozenset(Weekday)
_LEADS = lexicon.LEADS | _PARTICIPLES
_OPENING_SUBJECTS = lexicon.DETERMINERS | lexicon.PRONOUNS
_ENDING_SUBJECTS = lexicon.PRONOUNS | lexicon.SORTS
_OPENING_OBJECTS = lexicon.DETERMINERS | lexicon.POSSESSIVES
_JOINTS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
_OPENING_CLAUSES = lexicon.CONJUNCTIONS | lexicon.SUBORDINATORS | lexicon.SAYING
_CLAUSE_WORDS = (
    lexicon.VERBS | lexicon.ADVERBS | lexicon.PRONOUNS | lexicon.RELATIVES | lexicon.CONJUNCTIONS | lexicon.PREPOSITIONS
    | lexicon.DETERMINERS | lexicon.POSSESSIVES
)  # fmt: skip
_VERB_WITHIN = 7  # words of a subject behind a conjunction, at most
_NAME_WITHIN = 9  # words of a name, at most


class Clause(NamedTuple):
    """From `start` on a sentence is about `name` ("" for nothing that can be named); `said` is where what is said of
    it begins. `resumes` is the pronoun or description that stands for the name, `owned` the property of the named thing
    that is the subject itself ("father" of "Lang's father")."""

    start: int
    said: int
    name: str
    resumes: str = ""
    owned: str = ""


def _clause(subject: Subject, start: int, verb: int) -> Clause:
    said = verb if subject.said is None else subject.said
    return Clause(start, said, subject.name, subject.resumes, subject.owned)


def clauses(text: str) -> list[Clause]:
    """The clauses of one sentence, in order, each with its subject as far as it has a name or resumes one."""
    words = tokens(text)
    return list(_clauses(words)) if words else []


def _clauses(words: Sequence[Token]) -> Iterator[Clause]:
    begin = _behind_lead(words)
    verb = _verb(words, begin, len(words))
    led = _clause_of_lead(words[:begin]) if begin else None
    if led is not None:
        yield led
    if verb is None:
        return
    if words[verb - 1].lower in lexicon.RELATIVES and (behind := _behind_relative(words, verb)) is not None:
        verb = behind  # "The haulier, which carries timber, is …"
    main = _identified(subject_of(words[begin:verb]), words, verb)
    yield _clause(main, words[begin].start if led else 0, words[verb].start)
    aside = next(
        (token for token in words[begin:verb] if token.lower == "where" or token.lower in lexicon.RELATIVES), None
    )
    if aside is not None:  # "Lindow, where a fire broke out in 1902, was rebuilt"
        about = NOTHING if aside.lower == "where" else main
        yield Clause(aside.start, aside.end, about.name, about.resumes)
        yield Clause(words[verb].start, words[verb].start, main.name, main.resumes, main.owned)
    yield from _further(words, verb, main)


def _behind_relative(words: Sequence[Token], verb: int) -> int | None:
    """The main verb behind a relative clause whose verb is the first of the sentence; it follows a comma."""
    commas = (index for index in range(verb, len(words) - 1) if words[index].text == ",")
    return next((index + 1 for index in commas if words[index + 1].lower in lexicon.VERBS), None)


def _identified(subject: Subject, words: Sequence[Token], verb: int) -> Subject:
    """ "The haulier, a small firm, is Lindow Freight": what has no name gets it behind "is"."""
    if subject.name or subject.resumes or words[verb].lower not in ("is", "was"):
        return subject
    end = next((i for i in range(verb + 1, len(words)) if not words[i].capital), len(words))
    name = name_at_end(words[verb + 1 : end])
    return Subject(spelled(name), words[end - 1].end) if name and end - verb - 1 == len(name) else subject


def _behind_lead(words: Sequence[Token]) -> int:
    """Where the main clause begins: behind "In 1953," and "After the war,"."""
    first = words[0].lower
    later = any(token.lower in _LATER for token in words[1:4])  # "Two days after its launch, …"
    if first not in _LEADS and not first.endswith(("ing", "ly", "ed")) and not later:
        return 0
    verb = len(words) if first in lexicon.SUBORDINATORS else _verb(words, 1, len(words)) or len(words)
    for index in range(1, min(verb, len(words) - 1)):
        following = words[index + 1]
        if words[index].text != "," or not following.word or _within_date(words, index):
            continue
        if following.lower not in lexicon.PREPOSITIONS:  # "In 1961, after years of losses, …"
            return index + 1
    return _behind_date(words)


def _within_date(words: Sequence[Token], comma: int) -> bool:
    """The comma of "Monday, May 26, 1968"."""
    return _is_of_date(words[comma - 1]) and _is_of_date(words[comma + 1])


def _behind_date(words: Sequence[Token]) -> int:
    """Where the main clause begins without a comma: behind "On 16 March 2024"; 0 where that is not plain."""
    verb = _verb(words, 1, len(words)) or 0
    for index in range(1, verb - 1):
        following = words[index + 1]
        if (
            words[index].text.isdigit()
            and not _is_of_date(following)
            and (following.capital or following.lower in _OPENING_SUBJECTS)
        ):
            return index + 1
    return 0


def _is_of_date(token: Token) -> bool:
    return token.text[0].isdigit() or token.text in MONTHS or token.text in _WEEKDAYS


def _clause_of_lead(words: Sequence[Token]) -> Clause | None:
    """The clause of "When he ruled as emperor, …", which has a subject of its own."""
    if words[0].lower not in lexicon.SUBORDINATORS:
        return None
    verb = _verb(words, 1, len(words))
    if verb is None or verb == 1:
        return None
    subject = subject_of(words[1:verb])
    return _clause(subject, 0, words[verb].start)


def _verb(words: Sequence[Token], begin: int, end: int) -> int | None:
    """The first finite verb, as far as its form tells."""
    for index in range(begin, end):
        token = words[index]
        if token.lower in lexicon.VERBS and (not token.capital or index == begin):
            return index
        if token.lower.endswith("ed") and not token.capital and len(token.lower) > 3 and index > begin:
            before = words[index - 1]
            behind_subject = _may_end_subject(before) or before.lower in lexicon.ADVERBS or before.text == ","
            if behind_subject and not _is_aside(words, index, end):
                return index
        if _is_present(words, index, begin):
            return index
    return None


def _is_aside(words: Sequence[Token], at: int, end: int) -> bool:
    """Is the participle at `at` no verb: "Jesse Lang, nicknamed Pop, was a pitcher"?"""
    comma = next((index for index in range(at, end - 1) if words[index].text == ","), None)
    return comma is not None and words[comma + 1].lower in lexicon.VERBS


def _is_present(words: Sequence[Token], at: int, begin: int) -> bool:
    """ "Lindow follows the": a word in -s between a name and what can only stand behind a verb."""
    token = words[at]
    if not token.lower.endswith("s") or token.capital or at == begin or at + 1 == len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    return _may_end_subject(before) and (after.lower in _OPENING_OBJECTS or after.text[0].isdigit())


def _may_end_subject(token: Token) -> bool:
    """A name ("Flight 616" too), a pronoun or the sort of a thing ("the company")."""
    return token.capital or token.text.isdigit() or token.lower in _ENDING_SUBJECTS


def _further(words: Sequence[Token], verb: int, main: Subject) -> Iterator[Clause]:
    """The clauses behind the first verb: relative ones, and those of conjunctions."""
    described = verb + 1 < len(words) and words[verb].lower in ("is", "was", "are", "were", "became")
    begin = verb if words[verb].lower in lexicon.SAYING else verb + 1
    for index in range(begin, len(words) - 1):
        token, following = words[index], words[index + 1]
        if token.lower in lexicon.RELATIVES and words[index - 1].text != ";":
            yield _relative(words, index, main if described else NOTHING)
        elif token.text == "," and _is_participle(following) and words[index - 1].capital:
            name = name_at_end(words[max(0, index - _NAME_WITHIN) : index])
            before = words[index - len(name) - 1].lower
            if before in _JOINTS:  # "is a film by Anna Pell, released in 2011"
                yield _clause(main if described else NOTHING, token.start, following.start)
            else:
                yield Clause(token.start, following.start, spelled(name))
        elif token.lower == "where":
            yield Clause(token.start, token.end, "")
        elif _is_participle(following) and token.word and _is_plain_noun(token) and not described:
            yield Clause(following.start, following.start, "")  # "at a school founded in 1870"
        elif token.text == ";" or token.lower in _OPENING_CLAUSES:
            clause = _coordinate(words, index)
            if clause is not None:
                yield clause


def _is_plain_noun(token: Token) -> bool:
    """What a participle may describe: a word that is neither a name nor one of those that build clauses."""
    return (
        not token.capital
        and not token.text.isdigit()
        and token.lower not in _CLAUSE_WORDS
        and not token.lower.endswith("ly")
    )


def _is_participle(token: Token) -> bool:
    return not token.capital and (token.lower.endswith("ed") or token.lower in _PARTICIPLES)


def _relative(words: Sequence[Token], at: int, main: Subject) -> Clause:
    """ "Lindow, which was founded": the name before it; behind "is a company that", what the sentence is about."""
    before = words[at - 1] if words[at - 1].word else words[at - 2]
    name: Sequence[Token] = ()
    if before.capital:
        end = at if words[at - 1].word else at - 1
        name = name_at_end(words[max(0, end - _NAME_WITHIN) : end])
    if name:
        return Clause(words[at].start, words[at].end, spelled(name))
    return Clause(words[at].start, words[at].end, main.name, main.resumes)


def _coordinate(words: Sequence[Token], at: int) -> Clause | None:
    """A clause that begins behind `words[at]` with a subject of its own; None where the sentence goes on as it was."""
    if at + 2 < len(words) and words[at + 1].lower in ("that", ":", ","):
        at += 1
    end = min(len(words), at + 2 + _VERB_WITHIN)
    end = next((index for index in range(at + 1, end) if not words[index].word), end)
    verb = _verb(words, at + 1, end)
    if verb is None or verb == at + 1 or all(token.lower in lexicon.ADVERBS for token in words[at + 1 : verb]):
        return None
    subject = subject_of(words[at + 1 : verb])
    return _clause(subject, words[at].start, words[verb].start)
