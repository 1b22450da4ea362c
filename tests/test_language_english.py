"""What is skipped as not English, as fixtures/language/english spells it out; and what must never be."""

from __future__ import annotations

import pytest
from pydantic import Field

from checker.language.english import why_not_english
from checker.language.sentences import sentence_spans
from checker.model import Document
from checker.pipeline import check, load_rules
from tests.specimens import FIXTURES, Strict, case, load


class Languages(Strict):
    about: str
    foreign: dict[str, str] = Field(default={})
    unnamed: list[str] = Field(default=[])
    english: list[str] = Field(default=[])


FOREIGN = load(FIXTURES / "language/english/foreign.yml", Languages)
ENGLISH = load(FIXTURES / "language/english/near_misses.yml", Languages)


def why(text: str) -> str:
    return why_not_english([text[start:end] for start, end in sentence_spans(text)])


@pytest.mark.parametrize("language", FOREIGN.foreign)
def test_a_text_in_another_language_is_told(language: str) -> None:
    assert language in why(FOREIGN.foreign[language])


@pytest.mark.parametrize("text", [case(text, name=text) for text in FOREIGN.unnamed])
def test_prose_in_a_language_without_a_table_is_told(text: str) -> None:
    assert why(text) == "not English"


@pytest.mark.parametrize("text", [case(text, name=text) for text in ENGLISH.english])
def test_when_unsure_a_text_is_english(text: str) -> None:
    assert why(text) == ""
    assert why(f"{text}\n\n{text}\n\n{text}") == ""


def test_every_text_of_the_fixtures_says_why_it_is_skipped() -> None:
    documents = [Document.from_text(f"{language}.txt", text) for language, text in FOREIGN.foreign.items()]
    report = check(documents, load_rules())
    assert [skip.path for skip in report.skipped] == sorted(document.path for document in documents)
    assert all(skip.reason.startswith("not English (it ") for skip in report.skipped)
    assert not report.claims


def test_an_article_with_a_paragraph_in_another_language_is_read() -> None:
    english = "The exercise Sand Tern 22 opened on Monday, and the ministry said that it will end on 20 August 2022. "
    mixed = f"{FOREIGN.foreign['German']}\n\n{english * 3}\n\n{FOREIGN.foreign['French']}"
    assert not check([Document.from_text("a.txt", mixed)], load_rules()).skipped


def test_the_rows_of_a_dataset_are_read_in_any_language() -> None:
    row = '{"kind": "end_date", "subject": "Учения Степной орёл 22", "value": "2022-08-20"}\n'
    report = check([Document.from_text("a.jsonl", row)], load_rules())
    assert (len(report.claims), report.skipped) == (1, ())
