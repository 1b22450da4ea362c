"""What a clause tells besides a value, with a verb, a value or an object of its own: of "has 48 turbines and a capacity
of 384 MW" the 48 turbines say nothing that limits the 384 MW, nor does "and cost €1.4 billion" behind it.

What has nothing of its own is left: "the museum and its café drew", "in the north and the south".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.language.content import Word, content
from checker.language.lexicons.clauses import ADVERBS, DETERMINERS, POSSESSIVES, PREPOSITIONS, VERBS
from checker.language.lexicons.irregular import VERBS as IRREGULAR
from checker.model import Mention

Span = tuple[int, int]

_AND = re.compile(r"\s(?:and|but)\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAVING = frozenset("has have had is are was were with".split())
_PARTICIPLES = frozenset(form for base, forms in IRREGULAR.items() for form in forms if form != base) - _HAVING
_FINITE = _HAVING | (VERBS - _PARTICIPLES)
_OPENING = DETERMINERS | POSSESSIVES
_RELATIVES = frozenset("which who that whose it they".split())
_OWN_VALUE_WITHIN = 30  # characters between "and" and the value of what follows: "and, in all, some 48 turbines"
# "at a cost of €1.4 billion", "with a capacity of 384 MW": no more than another value.
_OTHER_VALUE = re.compile(
    r"\b(?:at|with|for|on)\s+(?:an?\s+|the\s+|its\s+)?(?:[a-z-]+\s+){1,4}?(?:of\s+)?\Z", re.IGNORECASE
)
_AT_VALUE = re.compile(r"\b(?:at|with|for|on)\s+(?:an?\s+|the\s+|its\s+)?(?:[a-z-]+\s+){0,2}\Z", re.IGNORECASE)
# "320 beds and 40 of them"
_OF_THEM = re.compile(r"\s+of\b")
# What makes a thing says what its cost is the cost of: "was built by Norvane at a cost of".
_MAKING = frozenset("opened* built* founded* released*".split())
_BY = re.compile(
    r"\s+by\s+(?:the\s+)?(?:(?!in\b|at\b|on\b)[^\W\d_][\w’'-]*\s+){1,4}?(?=(?:in|at|on|for|with|between)\b)"
)


class Besides(NamedTuple):
    """Spans that tell something else. Dates inside those of `events` are not the value's. The value is `split` from one
    of the same sort: "carried 130,000 passengers to the island and 82,000 back"."""

    spans: tuple[Span, ...] = ()
    events: tuple[Span, ...] = ()
    split: bool = False


def besides(text: str, clause: Span, value: Span, cue: Span, known: Sequence[Mention]) -> Besides:
    """What the clause tells besides the `value` and the `cue` that says what it is; `known` are its quantities."""
    others = [one for one in known if not (value[0] <= one.start < value[1])]
    first, last = min(value[0], cue[0]), max(value[1], cue[1])
    before, was_event = _before(text, (clause[0], first), others, value[0])
    behind, is_event = _behind(text, (last, clause[1]), others)
    events = [*(before if was_event else ()), *(behind if is_event else ())]
    spans = [
        *before,
        *behind,
        *_with_values(text, (last, clause[1]), others),
        *_made(text, clause[0], first, clause[1]),
    ]
    return Besides(tuple(spans), tuple(events), _is_split(text, (last, clause[1]), others))


def _before(text: str, within: Span, others: Sequence[Mention], value: int) -> tuple[list[Span], bool]:
    """What stands before the last "and", from its verb on: "has 48 turbines and a capacity of"; and whether that is an
    event of its own: "was opened in May and has"."""
    joints = [match for match in _AND.finditer(text, within[0], within[1] + 1) if match.end() <= within[1]]
    if not joints:
        return [], False
    joint = joints[-1]
    said = list(_WORD.finditer(text, within[0], joint.start()))
    following = _WORD.match(text, joint.end())
    verb = _main_verb(said)
    if _is_verb(text, joint.end()):
        verb = _some_verb(said) if verb is None else verb
        return ([(said[verb].start(), joint.start())], True) if verb is not None else ([], False)
    objects = joint.end() >= within[1] or (following is not None and following[0].lower() in _OPENING)
    objects = objects or joint.end() == value or _own_value(text, joint.end(), others) is not None
    if not objects:
        return [], False
    if verb is None:  # "has a substation, 48 turbines and a capacity of 384 MW"
        starts = [one for one in others if not text[within[0] : one.start].strip()]
        return ([(within[0], joint.start())] if within[0] and starts else []), False
    while verb + 1 < len(said) and _is_participle(said[verb + 1][0].lower()):
        verb += 1
    return [(said[verb].end(), joint.start())], False


def _main_verb(said: Sequence[re.Match[str]]) -> int | None:
    """Which of the words is the verb of the last clause: the last finite one, or else the first participle."""
    begin = max((number + 1 for number, word in enumerate(said) if word[0].lower() in _RELATIVES), default=0)
    words = [word[0].lower() for word in said]
    nouns = {n + 1 for n, word in enumerate(words) if word in _OPENING}  # "at a cost of"
    finite = [n for n in range(begin, len(words)) if words[n] in _FINITE and n not in nouns]
    weak = [n for n in range(max(begin, 1), len(words)) if _is_participle(words[n])]
    return finite[-1] if finite else next(iter(weak), None)


def _some_verb(said: Sequence[re.Match[str]]) -> int | None:
    """Where a verb follows, there is one before: the first word that may be one ("links", "offers")."""
    words = [word[0] for word in said]
    maybe = (n for n in range(1, len(words)) if words[n].islower() and words[n].endswith("s") and words[n][-2:] != "ss")
    return next(maybe, None)


def _behind(text: str, within: Span, others: Sequence[Mention]) -> tuple[list[Span], bool]:
    """What "and" adds: "and cost €1.4 billion", "and 48 turbines", but not "and in France"."""
    for joint in _AND.finditer(text, *within):
        if _is_verb(text, joint.end()):
            return [(joint.start(), within[1])], True
        other = _own_value(text, joint.end(), others)
        if other is None:
            continue
        apart = any(word[0].lower() in PREPOSITIONS for word in _WORD.finditer(text, within[0], joint.start()))
        own_end = max(other.end, other.noun_end)
        alone = not (other.kind == "count" and other.noun_end > other.end)
        return [(joint.start(), within[1] if apart or (alone and other.kind == "count") else own_end)], False
    return [], False


def _is_split(text: str, within: Span, others: Sequence[Mention]) -> bool:
    """Does a bare number follow, which counts the same?"""
    counts = (one for one in others if one.kind == "count" and one.noun_end <= one.end)
    bare = {one.start for one in counts if _OF_THEM.match(text, one.end) is None}
    return any(joint.end() in bare for joint in _AND.finditer(text, *within))


def _own_value(text: str, at: int, others: Sequence[Mention]) -> Mention | None:
    """The value of what begins there: the 384 MW of "a capacity of 384 MW"; none of "in 31 towns"."""
    other = next((one for one in others if at <= one.start <= at + _OWN_VALUE_WITHIN), None)
    if other is None:
        return None
    between = [word[0].lower() for word in _WORD.finditer(text, at, other.start)]
    if any(word in PREPOSITIONS and word != "of" for word in between) or (between and between[0] in PREPOSITIONS):
        return None
    return other


def _with_values(text: str, within: Span, others: Sequence[Mention]) -> Iterator[Span]:
    """Phrases with a value of another sort: "at a cost of €1.4 billion"."""
    for other in others:
        if within[0] <= other.start < within[1] and other.kind != "count":
            phrase = _OTHER_VALUE.search(text, within[0], other.start)
            if phrase is not None and _AND.search(phrase[0]) is None:
                yield (phrase.start(), other.end)


def _made(text: str, start: int, first: int, end: int) -> Iterator[Span]:
    """Verbs before a value that is only added to them: "was built in 2021 at a cost of"; and who did it, which limits
    no value: "was built by Norvane at", "was opened by the king in"."""
    added = _AT_VALUE.search(text, start, first)
    for word in content(text):
        if not start <= word.start < end or word.stem not in _MAKING or not _is_verbal(text, word):
            continue
        over = _end_of(text, word)
        if by := _BY.match(text, over):
            yield (over, by.end())
        if added is not None and word.start < added.start():
            yield (word.start, over)


def _is_verbal(text: str, word: Word) -> bool:
    written = text[word.start : _end_of(text, word)].lower()
    return written.endswith("ed") or written in VERBS or written in _PARTICIPLES


def _end_of(text: str, word: Word) -> int:
    written = _WORD.match(text, word.start)
    return written.end() if written else word.start


def _is_verb(text: str, at: int) -> bool:
    """Does a verb stand there, after adverbs: "and also cost"?"""
    while (word := _WORD.match(text, at)) is not None:
        lower = word[0].lower()
        following = _WORD.match(text, word.end() + 1)
        if lower in VERBS or _is_participle(lower):
            return following is None or following[0].lower() not in ("and", "or")
        if lower.endswith("s") and not lower.endswith("ss") and following and following[0].lower() in _OPENING:
            return True
        if lower.endswith("s") and lower not in _OPENING and text[word.end() + 1 : word.end() + 2].isdigit():
            return True
        if lower not in ADVERBS and not lower.endswith("ly"):
            return False
        at = word.end() + 1
    return False


def _is_participle(word: str) -> bool:
    return word in _PARTICIPLES or (word.endswith("ed") and len(word) > 4)
