"""Where the decisions of a project are written: `.checker/waivers.yml` beside its configuration; reading and adding."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.decisions import baseline, ledger, waivers
from checker.decisions.baseline import Baseline
from checker.decisions.given import Decisions
from checker.decisions.records import BaselineRecord, ReviewRecord, WaiverRecord
from checker.decisions.renewal import Renewal, renewed
from checker.model import CheckerError, Decision, Finding, Problem, Skipped
from checker.rulebook.ondisk import exists, read_source
from checker.saving import alone, save

FOLDER = ".checker"
# Git's built-in merge of two lists of lines; every waiver and every finding of the baseline is one line.
_ATTRIBUTES = "waivers.yml merge=union\nbaseline.json merge=union\ndecisions/*.jsonl merge=union\n"
_MAKE = {"waivers": "checker waive writes one", "baseline": "checker baseline accept PATH writes one"}


@dataclass(frozen=True)
class Store:
    """The files. Paths of sources in them begin at `root`; what was `asked` for by name must be there to be read."""

    root: Path
    waivers: Path
    baseline: Path
    asked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, root: Path, waivers: Path | None = None, baseline: Path | None = None) -> Store:
        """The files of the project in `root`, or others where they are named."""
        asked = {name for name, path in (("waivers", waivers), ("baseline", baseline)) if path}
        folder = root / FOLDER
        return cls(root, waivers or folder / "waivers.yml", baseline or folder / "baseline.json", frozenset(asked))

    def load(self, today: date | None) -> Decisions:
        """All decisions that are written there. Raises CheckerError with the mistakes of every file."""
        problems: list[Problem] = []
        given: list[Decision] = []
        for name, path, read in (("waivers", self.waivers, waivers.read), ("baseline", self.baseline, _entries)):
            try:
                given += self._read(name, path, read)
            except CheckerError as error:
                problems += error.problems
        if problems:
            raise CheckerError(*problems)
        reviews = self.root / FOLDER / "decisions"
        reviewed = list(ledger.read(reviews, _shown(reviews)))
        given += (one for one in reviewed if isinstance(one, Decision))
        here = tuple(_from_here(self.root, one) for one in given)
        gone = {source for one in here for source in one.sources if not os.path.lexists(source)}
        unread = tuple(one for one in reviewed if isinstance(one, Skipped))
        return Decisions(here, today, gone=frozenset(gone), skipped=unread)

    def waive(self, records: Sequence[WaiverRecord], renewals: Sequence[Renewal] = ()) -> str:
        """Adds waivers, and grants others anew; the file as one would name it here. Raises CheckerError."""
        with alone(self._made(self.waivers)):
            shown = _shown(self.waivers)
            text = read_source(self.waivers, shown).source if exists(self.waivers) else None
            if text is not None or renewals:  # a file with mistakes is not added to
                text = renewed(shown, waivers.EMPTY if text is None else text, renewals)
            save(self.waivers, waivers.add(shown, records, text))
        return shown

    def append(self, record: ReviewRecord) -> None:
        """Adds a decision to the file of its reviewer. Raises CheckerError."""
        reviews = self.root / FOLDER / "decisions"
        self._made(reviews)
        ledger.append(reviews, record)

    def rewrite_baseline(self, change: Callable[[Baseline], Baseline]) -> tuple[Baseline, Baseline]:
        """The baseline before and after a change. Raises CheckerError."""
        with alone(self._made(self.baseline)):
            before = baseline.read(self.baseline, _shown(self.baseline)) if exists(self.baseline) else {}
            after = change(before)
            if after != before or not exists(self.baseline):
                save(self.baseline, baseline.text_of(after))
        return before, after

    def entry(self, found: Finding) -> BaselineRecord:
        """A finding as the baseline has it."""
        [identity, *_] = found.identities
        subject = named(found)
        return BaselineRecord(rule=found.rule, subject=subject, values=identity.values, sources=self.sources(found))

    @property
    def shown_baseline(self) -> str:
        """The path of the baseline as one would name it here."""
        return _shown(self.baseline)

    def sources(self, found: Finding) -> tuple[str, ...]:
        """The files that a finding quotes, from `root`."""
        paths = {claim.where.path for claim in found.claims}
        return tuple(
            sorted(Path(os.path.relpath(path, self.root)).as_posix() for path in paths if os.path.lexists(path))
        )

    def _read(self, name: str, path: Path, read: Callable[[Path, str], Iterable[Decision]]) -> Iterable[Decision]:
        if not exists(path):
            if name in self.asked:
                raise CheckerError(Problem(f"no {name} file {_shown(path)}", help=_MAKE[name]))
            if path.is_symlink():
                raise CheckerError(Problem("a link that leads to no file", _shown(path)))
            return ()
        return read(path, _shown(path))

    def _made(self, path: Path) -> Path:
        """The folder of the file. Beside the first file in .checker, git is told how to merge it."""
        attributes = path.parent / ".gitattributes"
        if path.parent.name == FOLDER and not path.exists() and not attributes.exists():
            with alone(path.parent):
                save(attributes, _ATTRIBUTES)
        return path.parent


def _entries(path: Path, shown: str) -> Iterable[Decision]:
    return baseline.decisions_of(baseline.read(path, shown), shown)


def named(found: Finding) -> str:
    """What a finding is about, in a word that finds it again."""
    return found.subject or found.identities[0].subject or found.rule


def _shown(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()


def _from_here(root: Path, decision: Decision) -> Decision:
    """The decision with its sources as one would name them here."""
    sources = (Path(os.path.relpath(root / source)).as_posix() for source in decision.sources)
    return replace(decision, sources=tuple(sources)) if decision.sources else decision
