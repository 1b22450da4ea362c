"""The subject of a clause: "American actor Brad Lang" is Brad Lang, "the population of Lindow" a property of Lindow.

A name, a pronoun, or what belongs to one of them; anything else is nothing that can be named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.language.lexicons import clauses as lexicon
from checker.language.lexicons.common import STOP_WORDS
from checker.language.nouns import is_plural
from checker.language.words import Token, tokens

_ORDINAL_NAME = re.compile(r"\d+(?:st|nd|rd|th)$")
_NEVER_NAMES = lexicon.PRONOUNS | lexicon.POSSESSIVES | lexicon.DETERMINERS
_LAST_OF_PATH = re.compile(r"(?:[^/:\\]|:\s)+$")
_EXTENSION = re.compile(r"\.\w{1,5}$")


class Subject(NamedTuple):
    """A name, or a word that resumes one; `said` is where what is said of it begins, its property included."""

    name: str
    said: int | None = None
    resumes: str = ""
    owned: str = ""


NOTHING = Subject("")


def subject_of(tokens: Sequence[Token]) -> Subject:
    """The name that stands before a verb, or the word that resumes one."""
    phrase = _without_apposition(_without_adverbs(tokens))
    if not phrase:
        return NOTHING
    if len(phrase) == 1 and phrase[0].lower in lexicon.PRONOUNS:
        who = phrase[0].lower  # "they" may be any of those spoken of
        return Subject("", phrase[0].end, who) if who != "they" else NOTHING
    cut = next((i for i in range(1, len(phrase)) if _ends_phrase(phrase, i)), len(phrase))
    head, rest = phrase[:cut], phrase[cut:]
    name = name_at_end(head)
    if name:
        return Subject(spelled(name), name[-1].end)
    return _named_by_its_property(head, rest) or _of_a_sort(head) or NOTHING


def _without_adverbs(tokens: Sequence[Token]) -> Sequence[Token]:
    begin, end = 0, len(tokens)
    while end and (_is_adverb(tokens[end - 1]) or tokens[end - 1].text == ","):
        end -= 1
    while begin < end and (
        tokens[begin].lower in lexicon.CONJUNCTIONS or not tokens[begin].word or _is_adverb(tokens[begin])
    ):
        begin += 1
    return tokens[begin:end]


def _is_adverb(token: Token) -> bool:
    return token.lower in lexicon.ADVERBS or (token.lower.endswith("ly") and not token.capital)


def _without_apposition(phrase: Sequence[Token]) -> Sequence[Token]:
    """ "Lindow, a town in the north," is Lindow; so are "a town in the north, it" and "her first town, Lindow,"."""
    comma = next((index for index in range(len(phrase)) if _ends_name(phrase, index)), None)
    if comma is None:
        return phrase
    if phrase[-1].lower in lexicon.PRONOUNS:
        return phrase[-1:]
    named = phrase[comma + 1 :]
    if (
        comma
        and phrase[comma - 1].lower in lexicon.SORTS
        and name_at_end(named)
        and len(name_at_end(named)) >= len(named) - 1
    ):
        return named
    return phrase[:comma]


def _ends_name(phrase: Sequence[Token], at: int) -> bool:
    """A comma or dash does; a colon does not where a title goes on behind it ("Harbour Tales: The Return")."""
    if phrase[at].text == ":":
        return not (at and at + 1 < len(phrase) and phrase[at - 1].capital and phrase[at + 1].capital)
    return phrase[at].text in ",–—;"


def _ends_phrase(phrase: Sequence[Token], at: int) -> bool:
    """A preposition ends the head of a phrase, unless it stands inside a name ("Song of the Lark")."""
    token = phrase[at]
    if phrase[at - 1].capital and not token.capital and token.lower.endswith("ed"):
        return True  # Jesse Lang nicknamed Pop
    if token.lower not in lexicon.PREPOSITIONS or token.capital:
        return False
    if token.lower not in lexicon.JOINING or not phrase[at - 1].capital:
        return True
    following = next((other for other in phrase[at + 1 :] if other.lower not in lexicon.JOINING), None)
    return following is None or not following.capital or _is_possessive(phrase[at - 1])


def name_at_end(head: Sequence[Token]) -> Sequence[Token]:
    """The name that a phrase ends in: "Brad Pitt" of "American actor Brad Pitt"."""
    if not head or not _is_of_name(head[-1]):
        return ()
    begin = len(head) - 1
    for index in range(len(head) - 2, -1, -1):
        token = head[index]
        inside = _is_possessive(token) or (token.text.isdigit() and not index)  # St Orrin's Church, 2008 Olympics
        if _begins_name(token) or (inside and head[index + 1].capital):
            begin = index
        elif token.lower not in lexicon.JOINING and not token.text.isdigit() and token.text != ":":
            break
    while begin < len(head) - 1 and head[begin].lower in lexicon.TITLES:
        begin += 1
    found = head[begin:]
    if not found[0].start and _is_common(found[0]) and (len(found) == 1 or found[1].lower == "of"):
        return ()
    return found if any(token.capital and token.lower not in STOP_WORDS for token in found) else ()


def _is_common(token: Token) -> bool:
    """A noun or participle that is written with a capital because a sentence begins with it: "Doctors", "Founded"."""
    word = token.lower
    return word in lexicon.NOBODY or word.endswith((*lexicon.ABSTRACT, "ed", "ing")) or is_plural(token.text)


def _begins_name(token: Token) -> bool:
    """ "Lindow", or "201st" of "the 201st Rifle Base"."""
    if _ORDINAL_NAME.match(token.text):
        return True
    return token.capital and not _is_possessive(token) and token.lower not in lexicon.DETERMINERS


def _is_possessive(token: Token) -> bool:
    return token.lower.endswith(("'s", "’s", "s'", "s’"))


def _is_of_name(token: Token) -> bool:
    if _is_possessive(token) or token.lower in _NEVER_NAMES:
        return False
    return token.capital or token.text.isdigit()


def spelled(name: Sequence[Token]) -> str:
    words = (token.text.rstrip(".") if len(token.text) > 2 else token.text for token in name if token.word)
    return " ".join(words)


def _named_by_its_property(head: Sequence[Token], rest: Sequence[Token]) -> Subject | None:
    """ "The population of Lindow", "Lindow's population", "its population": what is said is said of Lindow."""
    owner_phrase = rest[: next((i for i in range(1, len(rest)) if _ends_phrase(rest, i)), len(rest))]
    if rest and rest[0].lower == "of" and (name := name_at_end(owner_phrase)) and len(name) >= len(owner_phrase) - 2:
        if head[-1].lower in lexicon.SORTS:  # "the kingdom of Lindow" is Lindow
            return Subject(spelled(name), rest[-1].end)
        return Subject(spelled(name), head[0].start, owned=_words(head))
    owner = next((i for i, token in enumerate(head) if token.capital and _is_possessive(token)), None)
    if owner is not None:
        before = [*head[:owner], _without_ending(head[owner])]
        name = name_at_end(before)
        return Subject(spelled(name), head[owner].end, owned=_words(head[owner + 1 :])) if name else None
    if head[0].lower in lexicon.POSSESSIVES:
        return Subject("", head[0].end, head[0].lower, _words(head[1:]))
    return None


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens if token.lower not in lexicon.DETERMINERS)


def _without_ending(token: Token) -> Token:
    cut = 2 if token.lower.endswith(("'s", "’s")) else 1
    text, lower = token.text[:-cut], token.lower[:-cut]
    return Token(text, lower, token.start, token.end - cut, text != lower)


def _of_a_sort(head: Sequence[Token]) -> Subject | None:
    """ "The Christmas Carol novel" is Christmas Carol; "the novel" is the one that was spoken of; "the Brunner dairy"
    is called so as a whole."""
    if head[-1].capital or not head[-1].word:
        return None
    if head[-1].lower.rstrip("s") not in lexicon.SORTS:
        name = name_at_end(head[:-1])
        opens = len(name) == 1 and not name[0].start  # "Riverine boats" are no name
        return Subject(spelled([*name, head[-1]]), head[-1].end) if name and not opens else None
    if len(head) == 2 and head[0].lower in ("the", "this"):
        return Subject("", head[-1].end, head[-1].lower)
    name = name_at_end(head[:-1])
    return Subject(spelled(name), head[-1].end) if name else None


# Where something is or goes, and when: names behind these are hardly resumed by "he" or "it".
_PLACING = frozenset("in at from near to on of since until during for into".split())


def names_besides(text: str, name: str) -> bool:
    """Does a sentence about `name` name somebody or something else that a pronoun could resume?"""
    own = set(name.split())
    previous: Token | None = None
    for token in tokens(text):
        named = token.capital and token.text not in own and token.text.rstrip(".") not in own and previous is not None
        if named and token.lower not in STOP_WORDS and previous is not None and not _is_placed(previous):
            return True
        previous = token
    return False


def _is_placed(before: Token) -> bool:
    """Is the name behind this word a place or time, or has it been asked for already?"""
    return before.lower in _PLACING or before.capital


def name_of(title: str) -> str:
    """The name that a title, or a file's name, consists of: "Lindow" of "wiki/Lindow.txt"; "" for any other."""
    match = _LAST_OF_PATH.search(title)
    words = tokens(_EXTENSION.sub("", match[0]).replace("_", " ")) if match else []
    name = name_at_end(words)
    return spelled(name) if words and len(name) >= len(words) - 1 else ""
