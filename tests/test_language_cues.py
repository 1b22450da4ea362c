"""Words that a pattern cannot do without: asking for them first loses nothing that the pattern alone would find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.claims import aid_amount
from checker.language import occasion_dates, occasions, parts, recurrences, speakers, tolls
from checker.language.cues import Cue, cue, words_of
from checker.language.dates import months, relative, spelled, years
from checker.language.sentences import sentence_spans

FIXTURES = Path(__file__).parents[1] / "fixtures"
MODULES = (
    aid_amount, months, occasion_dates, occasions, parts, recurrences, relative, speakers, spelled, years,
)  # fmt: skip
CUES = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{name}": found
    for module in MODULES
    for name, found in vars(module).items()
    if isinstance(found, Cue)
} | {f"relative.{number}": shape for number, (shape, _) in enumerate(relative._READERS)}


def _sentences() -> list[str]:
    texts = [path.read_text("utf-8", "replace") for path in sorted(FIXTURES.rglob("*.yml"))]
    return [text[start:end] for text in texts for start, end in sentence_spans(text)]


SENTENCES = _sentences()
# What stands before a figure: many patterns are looked for right there.
LEADS = [text[: figure.start()] for text in SENTENCES for figure in re.finditer(r"(?<!\d)\d", text)]


@pytest.mark.parametrize("name", sorted(CUES))
def test_a_cue_finds_what_its_pattern_finds(name: str) -> None:
    asked = CUES[name]
    missed = [text for text in (*SENTENCES, *LEADS) if asked.pattern.search(text) and not asked.search(text)]
    assert not missed, f"{name} needs more words: {missed[:3]}"


def test_the_fixtures_have_most_cues() -> None:
    used = [name for name, asked in CUES.items() if any(map(asked.search, (*SENTENCES, *LEADS)))]
    assert len(used) > 0.8 * len(CUES)


def test_every_outcome_has_a_word_of_a_toll() -> None:
    before = list(tolls._BEFORE.values())
    after = [re.compile(f"\\b(?:{words})\\b", re.IGNORECASE) for words in tolls._OUTCOMES.values()]
    told = [text for text in SENTENCES if any(pattern.search(text) for pattern in after)]
    told += [text for text in LEADS if any(pattern.search(text) for pattern in before)]
    assert told
    assert not [text for text in told if words_of(text).isdisjoint(tolls._WORDS)]


def test_words_are_runs_of_letters() -> None:
    assert words_of("The 14th War-Game, WON") == {"the", "th", "war", "game", "won"}


def test_the_words_of_a_piece_are_those_of_its_sentence() -> None:
    moved = cue(r"\bmoved\b", "moved")
    assert moved.search("was moved", within="It was moved to May.")
    assert moved.search("It was", within="It was moved to May.") is None
    assert [match.start() for match in cue(re.compile("a[bc]"), "ab ac").finditer("ab ac ab", 1, 6)] == [3]
