"""What a clause is about, whatever it is: "Lindow, which was founded in 2012" is about Lindow, "It closed in 2019" about
what the sentence before was about.

No parser: the subject of a clause is what stands before its verb, if that is a name, a pronoun or the property of a
name ("the population of Lindow"). Anything else ("Lindow's rival", "police in Lindow") makes the clause about nothing
that can be named, which is always safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.language.dates.almanac import MONTHS
from checker.language.lexicons import clauses as lexicon
from checker.language.lexicons.common import STOP_WORDS
from checker.language.reading import Statement
from checker.model import Role, Weekday

_TOKEN = re.compile(r"[^\W_](?:[\w.&/’'‐‑-]|[–—](?=[^\W\d_]))*|[,;:()\[\]–—“”\"]")
_OPENING, _CLOSING = "([", ")]"
_LATER = frozenset("after before later earlier ago".split())
_WEEKDAYS = frozenset(Weekday)
_VERB_WITHIN = 7  # words of a subject behind a conjunction, at most
_SENTENCES_BACK = 3  # a pronoun resumes what one of so many sentences before was about


class Token(NamedTuple):
    """A word or a mark of punctuation; `lower` is the word in lower case."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it has a capital letter: "Lindow", "iPhone", "UN"."""
        return self.text != self.lower

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


class Clause(NamedTuple):
    """From `start` on a sentence is about `name` ("" for nothing that can be named); `said` is where what is said of
    it begins. `resumes` is the pronoun or description that stands for the name, `owned` the property of the named thing
    that is the subject itself ("father" of "Lang's father")."""

    start: int
    said: int
    name: str
    resumes: str = ""
    owned: str = ""


class _Subject(NamedTuple):
    """A name, or a word that resumes one; `said` is where what is said of it begins, its property included."""

    name: str
    said: int | None = None
    resumes: str = ""
    owned: str = ""

    def clause(self, start: int, verb: int) -> Clause:
        return Clause(start, verb if self.said is None else self.said, self.name, self.resumes, self.owned)


_NOTHING = _Subject("")


class Topics:
    """The clauses of a document's statements, found when they are asked for."""

    def __init__(self, statements: Sequence[Statement], title: str) -> None:
        self._statements = {statement.number: statement for statement in statements}
        self._title = title
        self._titled = frozenset(title.split())
        self._clauses: dict[int, tuple[Clause, ...]] = {}

    def clause_at(self, statement: Statement, at: int) -> Clause | None:
        """The clause that `at` stands in, if it is about something with a name."""
        found = None
        for clause in self._of(statement.number):
            if clause.start > at:
                break
            found = clause
        return found if found and found.name else None

    def _of(self, number: int) -> tuple[Clause, ...]:
        if number not in self._clauses:
            self._clauses[number] = tuple(self._resumed(number))
        return self._clauses[number]

    def _resumed(self, number: int) -> Iterator[Clause]:
        """The clauses of a statement, pronouns replaced by what they stand for."""
        main = ""
        for clause in clauses(self._statements[number].text):
            name = clause.name
            if clause.resumes and not name:
                name = main or self._before(number, clause.resumes)
            name = self._as_titled(name)
            main = main or name
            yield clause._replace(name=name)

    def _as_titled(self, name: str) -> str:
        """The document's title for a name that contains it: the lead of an article gives its subject's full name."""
        return self._title if self._titled and self._titled <= set(name.split()) else name

    def _before(self, number: int, resumes: str) -> str:
        """What the sentences before were about; failing that, what the whole document is about."""
        for back in range(number - 1, max(number - 1 - _SENTENCES_BACK, -1), -1):
            before = self._statements.get(back)
            if before is None or before.role not in (Role.prose, Role.item):
                break
            found = self._of(back)
            if found and found[0].name:
                return found[0].name
            if not found or not found[0].resumes:
                break
        return self._title


def clauses(text: str) -> list[Clause]:
    """The clauses of one sentence, in order, each with its subject as far as it has a name or resumes one."""
    tokens = _tokens(text)
    if not tokens:
        return []
    begin = _behind_lead(tokens)
    verb = _verb(tokens, begin, len(tokens))
    if verb is None:
        return []
    main = _subject(tokens[begin:verb])
    found = [main.clause(0, tokens[verb].start)]
    if begin and (led := _clause_of_lead(tokens[:begin])) is not None:
        found = [led, main.clause(tokens[begin].start, tokens[verb].start)]
    found.extend(_further(tokens, verb, main))
    return found


def _tokens(text: str) -> list[Token]:
    """The words and punctuation outside brackets, quotation marks left out."""
    depth = 0
    kept = []
    for match in _TOKEN.finditer(text):
        token = Token(match[0], match[0].lower(), match.start(), match.end())
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and token.text not in "“”\"":
            kept.append(token)
    return kept


def _behind_lead(tokens: Sequence[Token]) -> int:
    """Where the main clause begins: behind "In 1953," and "After the war,"."""
    first = tokens[0].lower
    later = any(token.lower in _LATER for token in tokens[1:4])  # "Two days after its launch, …"
    if first not in lexicon.LEADS and not first.endswith(("ing", "ly")) and not later:
        return 0
    verb = len(tokens) if first in lexicon.SUBORDINATORS else _verb(tokens, 1, len(tokens)) or len(tokens)
    for index in range(1, min(verb, len(tokens) - 1)):
        following = tokens[index + 1]
        if tokens[index].text == "," and following.word and not _is_of_date(following):
            return index + 1
    return _behind_date(tokens)


def _behind_date(tokens: Sequence[Token]) -> int:
    """Where the main clause begins without a comma: behind "On 16 March 2024"; 0 where that is not plain."""
    verb = _verb(tokens, 1, len(tokens)) or 0
    for index in range(1, verb - 1):
        following = tokens[index + 1]
        if tokens[index].text.isdigit() and not _is_of_date(following) and (
            following.capital or following.lower in lexicon.DETERMINERS | lexicon.PRONOUNS
        ):
            return index + 1
    return 0


def _is_of_date(token: Token) -> bool:
    return token.text[0].isdigit() or token.text in MONTHS or token.text in _WEEKDAYS


def _clause_of_lead(tokens: Sequence[Token]) -> Clause | None:
    """The clause of "When he ruled as emperor, …", which has a subject of its own."""
    if tokens[0].lower not in lexicon.SUBORDINATORS:
        return None
    verb = _verb(tokens, 1, len(tokens))
    if verb is None or verb == 1:
        return None
    subject = _subject(tokens[1:verb])
    return subject.clause(0, tokens[verb].start)


def _verb(tokens: Sequence[Token], begin: int, end: int) -> int | None:
    """The first finite verb, as far as its form tells."""
    for index in range(begin, end):
        token = tokens[index]
        if token.lower in lexicon.VERBS and (not token.capital or index == begin):
            return index
        if token.lower.endswith("ed") and not token.capital and len(token.lower) > 3 and index > begin:
            before = tokens[index - 1]
            if before.capital or before.lower in lexicon.PRONOUNS | lexicon.ADVERBS or before.text == ",":
                return index
        if _is_present(tokens, index, begin):
            return index
    return None


def _is_present(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """ "Lindow follows the": a word in -s between a name and what can only stand behind a verb."""
    token = tokens[at]
    if not token.lower.endswith("s") or token.capital or at == begin or at + 1 == len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return (before.capital or before.lower in lexicon.PRONOUNS) and (
        after.lower in lexicon.DETERMINERS | lexicon.POSSESSIVES or after.text[0].isdigit()
    )


def _subject(tokens: Sequence[Token]) -> _Subject:
    """The name that stands before a verb, or the word that resumes one."""
    phrase = _without_apposition(_without_adverbs(tokens))
    if not phrase:
        return _NOTHING
    if len(phrase) == 1 and phrase[0].lower in lexicon.PRONOUNS:
        return _Subject("", phrase[0].end, phrase[0].lower)
    cut = next((i for i in range(1, len(phrase)) if _ends_phrase(phrase, i)), len(phrase))
    head, rest = phrase[:cut], phrase[cut:]
    name = _name_at_end(head)
    if name:
        return _Subject(_spelled(name), name[-1].end)
    return _named_by_its_property(head, rest) or _of_a_sort(head) or _NOTHING


def _without_adverbs(tokens: Sequence[Token]) -> Sequence[Token]:
    begin, end = 0, len(tokens)
    while end and (tokens[end - 1].lower in lexicon.ADVERBS or tokens[end - 1].text == ","):
        end -= 1
    while begin < end and (
        tokens[begin].lower in lexicon.CONJUNCTIONS or not tokens[begin].word or tokens[begin].lower in lexicon.ADVERBS
    ):
        begin += 1
    return tokens[begin:end]


def _without_apposition(phrase: Sequence[Token]) -> Sequence[Token]:
    """ "Lindow, a town in the north," is Lindow; so is "a town in the north, it"."""
    comma = next((index for index in range(len(phrase)) if _ends_name(phrase, index)), None)
    if comma is None:
        return phrase
    return phrase[-1:] if phrase[-1].lower in lexicon.PRONOUNS else phrase[:comma]


def _ends_name(phrase: Sequence[Token], at: int) -> bool:
    """A comma or dash does; a colon does not where a title goes on behind it ("Harbour Tales: The Return")."""
    if phrase[at].text == ":":
        return not (at and at + 1 < len(phrase) and phrase[at - 1].capital and phrase[at + 1].capital)
    return phrase[at].text in ",–—;"


def _ends_phrase(phrase: Sequence[Token], at: int) -> bool:
    """A preposition ends the head of a phrase, unless it stands inside a name ("Song of the Lark")."""
    token = phrase[at]
    if token.lower not in lexicon.PREPOSITIONS or token.capital:
        return False
    if token.lower not in lexicon.JOINING or not phrase[at - 1].capital:
        return True
    following = next((other for other in phrase[at + 1 :] if other.lower not in lexicon.JOINING), None)
    return following is None or not following.capital or phrase[at - 1].lower.endswith(("'s", "’s"))


def _name_at_end(head: Sequence[Token]) -> Sequence[Token]:
    """The name that a phrase ends in: "Brad Pitt" of "American actor Brad Pitt"."""
    if not head or not _is_of_name(head[-1]):
        return ()
    begin = len(head) - 1
    for index in range(len(head) - 2, -1, -1):
        token = head[index]
        if token.capital and not token.lower.endswith(("'s", "’s")) and token.lower not in lexicon.DETERMINERS:
            begin = index
        elif _ORDINAL_NAME.match(token.text):  # the 201st Rifle Base
            begin = index
        elif token.lower not in lexicon.JOINING and not token.text.isdigit() and token.text != ":":
            break
    while begin < len(head) - 1 and head[begin].lower in lexicon.TITLES:
        begin += 1
    found = head[begin:]
    return found if any(token.capital and token.lower not in STOP_WORDS for token in found) else ()


def _is_of_name(token: Token) -> bool:
    if token.lower.endswith(("'s", "’s")) or token.lower in lexicon.PRONOUNS | lexicon.POSSESSIVES | lexicon.DETERMINERS:
        return False
    return token.capital or token.text.isdigit()


def _spelled(name: Sequence[Token]) -> str:
    words = (token.text.rstrip(".") if len(token.text) > 2 else token.text for token in name if token.word)
    return " ".join(words)


def _named_by_its_property(head: Sequence[Token], rest: Sequence[Token]) -> _Subject | None:
    """ "The population of Lindow", "Lindow's population", "its population": what is said is said of Lindow."""
    if rest and rest[0].lower == "of" and (name := _name_at_end(rest)) and len(name) >= len(rest) - 2:
        if head[-1].lower in lexicon.SORTS:  # "the kingdom of Lindow" is Lindow
            return _Subject(_spelled(name), rest[-1].end)
        return _Subject(_spelled(name), head[0].start, owned=_words(head))
    owner = next((i for i, token in enumerate(head) if token.lower.endswith(("'s", "’s")) and token.capital), None)
    if owner is not None:
        before = [*head[:owner], _without_ending(head[owner])]
        name = _name_at_end(before)
        return _Subject(_spelled(name), head[owner].end, owned=_words(head[owner + 1 :])) if name else None
    if head[0].lower in lexicon.POSSESSIVES:
        return _Subject("", head[0].end, head[0].lower, _words(head[1:]))
    return None


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens if token.lower not in lexicon.DETERMINERS)


def _without_ending(token: Token) -> Token:
    return Token(token.text[:-2], token.lower[:-2], token.start, token.end - 2)


def _of_a_sort(head: Sequence[Token]) -> _Subject | None:
    """ "The Christmas Carol novel" is Christmas Carol; "the novel" is the one that was spoken of."""
    if head[-1].lower.rstrip("s") not in lexicon.SORTS or head[-1].capital:
        return None
    if len(head) == 2 and head[0].lower in ("the", "this"):
        return _Subject("", head[-1].end, head[-1].lower)
    name = _name_at_end(head[:-1])
    return _Subject(_spelled(name), head[-1].end) if name else None


def _further(tokens: Sequence[Token], verb: int, main: _Subject) -> Iterator[Clause]:
    """The clauses behind the first verb: relative ones, and those of conjunctions."""
    described = verb + 1 < len(tokens) and tokens[verb].lower in ("is", "was", "are", "were", "became")
    for index in range(verb + 1, len(tokens) - 1):
        token, following = tokens[index], tokens[index + 1]
        if token.lower in lexicon.RELATIVES and tokens[index - 1].text != ";":
            yield _relative(tokens, index, main if described else _NOTHING)
        elif token.text == "," and _is_participle(following) and tokens[index - 1].capital:
            name = _name_at_end(tokens[max(0, index - 6) : index])
            by = name and described and tokens[index - len(name) - 1].lower in lexicon.PREPOSITIONS
            yield Clause(token.start, following.start, main.name if by else _spelled(name), main.resumes if by else "")
        elif token.text == ";" or token.lower in lexicon.CONJUNCTIONS | lexicon.SUBORDINATORS:
            clause = _coordinate(tokens, index)
            if clause is not None:
                yield clause


def _is_participle(token: Token) -> bool:
    return not token.capital and (token.lower.endswith("ed") or token.lower in ("born", "built", "held", "known"))


def _relative(tokens: Sequence[Token], at: int, main: _Subject) -> Clause:
    """ "Lindow, which was founded": the name before it; behind "is a company that", what the sentence is about."""
    before = tokens[at - 1] if tokens[at - 1].word else tokens[at - 2]
    name: Sequence[Token] = ()
    if before.capital:
        end = at if tokens[at - 1].word else at - 1
        name = _name_at_end(tokens[max(0, end - 6) : end])
    if name:
        return Clause(tokens[at].start, tokens[at].end, _spelled(name))
    return Clause(tokens[at].start, tokens[at].end, main.name, main.resumes)


def _coordinate(tokens: Sequence[Token], at: int) -> Clause | None:
    """A clause that begins behind `tokens[at]` with a subject of its own; None where the sentence goes on as it was."""
    end = min(len(tokens), at + 2 + _VERB_WITHIN)
    end = next((index for index in range(at + 1, end) if not tokens[index].word), end)
    verb = _verb(tokens, at + 1, end)
    if verb is None or verb == at + 1 or all(token.lower in lexicon.ADVERBS for token in tokens[at + 1 : verb]):
        return None
    subject = _subject(tokens[at + 1 : verb])
    return subject.clause(tokens[at].start, tokens[verb].start)


_ORDINAL_NAME = re.compile(r"\d+(?:st|nd|rd|th)$")
_LAST_OF_PATH = re.compile(r"[^/:\\]+$")
_EXTENSION = re.compile(r"\.\w{1,5}$")


def name_of(title: str) -> str:
    """The name that a title, or a file's name, consists of: "Lindow" of "wiki/Lindow.txt"; "" for any other."""
    match = _LAST_OF_PATH.search(title)
    tokens = _tokens(_EXTENSION.sub("", match[0]).replace("_", " ")) if match else []
    name = _name_at_end(tokens)
    return _spelled(name) if tokens and len(name) >= len(tokens) - 1 else ""
