"""The articles of one run: what one of them introduces ("the ATLAS-2 trial") the others may name without saying so."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from checker.claims.article import Article

Found = TypeVar("Found")


class Together:
    """What is found out once for all articles of a run."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._found: dict[Hashable, object] = {}

    def shared(self, key: Hashable, find: Callable[[Sequence[Article]], Found]) -> Found:
        """What `find` finds in all articles, which is asked only once for a key."""
        if key not in self._found:
            self._found[key] = find(self._articles)
        found: Found = self._found[key]  # type: ignore[assignment]
        return found
