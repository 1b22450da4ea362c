"""What a git repository had: `earlier(documents, "main")` are the same sources as they were before this branch.

Only git is asked, and only to read: no filter, hook or external diff of the repository is run, nothing is fetched.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from checker.inputs.finding import from_bytes
from checker.model import CheckerError, Document, Problem

_ASKING = ("git", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false")
_NO_COMMIT = re.compile(r"0{40}|0{64}")  # git's "there is none", as an id of either kind
_MISSING_HISTORY = "fetch it first; in CI, clone with the whole history (fetch-depth: 0, or GIT_DEPTH: 0)"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The sources as they were at a revision, under today's names. `changed` are the paths of those that are others
    now; of these the ones in `documents` were there already, any other is new, or in no repository."""

    documents: tuple[Document, ...]
    changed: frozenset[str]


def earlier(documents: Iterable[Document], revision: str) -> Earlier:
    """`revision` is a commit, branch or tag; where it has gone on by itself, the commit at which the two parted counts.

    Raises CheckerError where there is no repository or no such revision.
    """
    sources = list(documents)
    repository = _Repository(revision)
    before = {source.path: repository.before(source.path) for source in sources}
    changed = frozenset(path for path, old in before.items() if old != path)
    found = [source if before[source.path] == source.path else repository.read(source, before) for source in sources]
    return Earlier(tuple(document for document in found if document is not None), changed)


class _Repository:
    """The repository of the working folder, held against the commit from which `revision` and it go on."""

    def __init__(self, revision: str) -> None:
        self.top = os.path.realpath(_ask("rev-parse", "--show-toplevel").rstrip("\n"))
        commit = _commit(revision)
        self.blobs = self._blobs(commit)
        self.changes = self._changes(commit)

    def _blobs(self, commit: str) -> Mapping[str, str]:
        """Every file of the commit: its path and the id of what was in it."""
        listed = _ask("ls-tree", "-r", "-z", "--full-tree", commit, at=self.top)
        entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
        return {path: facts.split()[2] for facts, _, path in entries}

    def _changes(self, commit: str) -> Mapping[str, str]:
        """The files that are others now, each with the path that it had, "" for none."""
        options = ("--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv")
        fields = iter(_ask("diff", *options, commit, "--", at=self.top).split("\0"))
        changes = {}
        for status in fields:
            if not status:
                break
            old = next(fields)
            new = next(fields) if status[0] in "RC" else old
            changes[new] = "" if status[0] == "A" else old
        return changes

    def before(self, path: str) -> str:
        """The path itself if the file is unchanged, else the blob that was in it; "" for a file that was not there."""
        inside = Path(os.path.realpath(path))
        if not inside.is_relative_to(self.top):
            return ""
        name = inside.relative_to(self.top).as_posix()
        if name in self.changes:
            return self.blobs.get(self.changes[name], "")
        return path if name in self.blobs else ""

    def read(self, source: Document, before: Mapping[str, str]) -> Document | None:
        """The source as it was; None where it was not there, or could not have been read."""
        blob = before[source.path]
        if not blob:
            return None
        old = from_bytes(source.path, _run("cat-file", "blob", blob, at=self.top), lambda path: source.mapping)
        return replace(old, tier=source.tier) if isinstance(old, Document) else None


def _commit(revision: str) -> str:
    """The commit that the working folder has in common with `revision`."""
    if _NO_COMMIT.fullmatch(revision):
        help = "use the default branch: --changed-since=origin/main; or leave the option out, to see every finding"
        message = f"{revision} is no commit: a host gives it as what was before a new branch"
        raise CheckerError(Problem(message, help=help))
    try:
        named = _ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except CheckerError:
        raise CheckerError(Problem(f'git knows no revision "{revision}"', help=_MISSING_HISTORY)) from None
    try:
        return _ask("merge-base", named, "HEAD").strip()
    except CheckerError:
        said = f'"{revision}" and what is checked out have no commit in common'
        raise CheckerError(Problem(said, help=_MISSING_HISTORY)) from None


def _ask(*arguments: str, at: str = ".") -> str:
    return _run(*arguments, at=at).decode("utf-8", "surrogateescape")


def _run(*arguments: str, at: str) -> bytes:
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run([*_ASKING, *arguments], cwd=at, env=quiet, capture_output=True, check=True)
    except FileNotFoundError:
        raise CheckerError(Problem("git is not installed", help="--changed-since asks git what has changed")) from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ") or "git has failed"
        raise CheckerError(Problem(said, help="--changed-since works inside a git repository")) from None
    return done.stdout
