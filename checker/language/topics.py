"""What a clause is about: "Lindow, which was founded in 2012" is about Lindow, "It closed in 2019" about what the
sentence before was about.

A clause about nothing that can be named ("Lindow's rival", "police in Lindow") is left alone, which is always safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.clauses import Clause, clauses
from checker.language.lexicons.clauses import DETERMINERS, PREPOSITIONS, PRONOUNS, TITLES
from checker.language.lexicons.common import STOP_WORDS
from checker.language.phrases import names_besides
from checker.language.reading import Statement
from checker.model import Role

_NO_FORENAMES = TITLES | STOP_WORDS | PREPOSITIONS | DETERMINERS
_WORD = re.compile(r"\w")
# A word with a capital that begins neither a sentence nor the text, and ends where it is looked for.
_FORENAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-ÖØ-Þ][\w’'-]+\Z")
_LONGEST_FORENAME = 60  # characters
_SENTENCES_BACK = 3  # a pronoun resumes what one of so many sentences before was about


class Topics:
    """The clauses of a document's statements, found when they are asked for."""

    def __init__(self, statements: Sequence[Statement], title: str, text: str = "") -> None:
        self._text = text
        self._statements = {statement.number: statement for statement in statements}
        self._title = title
        self._titled = frozenset(title.split())
        self._clauses: dict[int, tuple[Clause, ...]] = {}
        self._fuller: dict[str, str] = {}

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
        found = clauses(self._statements[number].text)
        main = ""
        for clause in found:
            name = clause.name
            if clause.resumes and not name:
                name = main or self._before(number, clause.resumes)
                # "When she left Lindow, Orla Finch had …"
                if not name and clause.resumes in PRONOUNS:
                    name = next((later.name for later in found if later.name and not later.owned), "")
            name = self._as_titled(self._in_full(name))
            main = main or name
            yield clause._replace(name=name)

    def _in_full(self, name: str) -> str:
        """The full name that the document first gives to who is then called "Horn": "Lise Horn"."""
        if not name.isalpha():
            return name
        if name not in self._fuller:
            fuller = self._with_forename(name)
            self._fuller[name] = fuller if fuller.split()[0].lower() not in _NO_FORENAMES else name
        return self._fuller[name]

    def _with_forename(self, name: str) -> str:
        """The name as it first stands behind a word with a capital."""
        text, behind = self._text, f" {name}"
        at = text.find(behind)
        while at >= 0:
            end = at + len(behind)
            forename = _FORENAME.search(text, max(0, at - _LONGEST_FORENAME), at)
            if forename and not _WORD.match(text, end):
                return text[forename.start() : end]
            at = text.find(behind, end)
        return name

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
                # "her father was born …; he" is the father, "Pell met Nils Ahl; he …" either of them
                ambiguous = found[0].owned or names_besides(before.text, found[0].name)
                return "" if ambiguous else found[0].name
            if not found or not found[0].resumes:
                break
        return self._title
