"""Front matter: `title: Amber Lynx ends` and `date: 2022-08-12` between two lines of `---` (or `+++`)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from checker.inputs.published import day
from checker.inputs.weaving import Weaver
from checker.model import Role

# Lines of the top level are read by themselves, not as YAML: `title: Amber Lynx: day two` is no YAML, but common.
_OPENING = re.compile(r"\ufeff?(?P<rule>---|\+\+\+)[ \t]*\r?\n")
_FIELD = re.compile(
    r"""
    ^ (?P<name> title | date | published | pubdate | updated | publish_?date | publication_date )
    [ \t]*+ [:=] [ \t]*+
    (?: (?P<quote> ["'] ) (?P<quoted> [^\r\n]*? ) (?P=quote) [ \t]*+ (?: \# [^\r\n]*+ )?+ (?= \r?$ )
      | (?P<bare> [^\s"'#>|] [^\r\n]*+ ) )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_COMMENT = re.compile(r"\s\#.*")
# The first of these that has a date tells it.
_DATES = ("published", "date", "pubdate", "publishdate", "publish_date", "publication_date", "updated")


class FrontMatter(NamedTuple):
    """Its lines are `source[start:end]`, between two of `rule`; the body begins at `body`."""

    rule: str
    start: int
    end: int
    body: int


def front_matter(source: str) -> FrontMatter | None:
    """Where a source's front matter stands; None where it has none."""
    opening = _OPENING.match(source)
    closing = re.compile(rf"^{re.escape(opening['rule'])}[ \t]*\r?(?:\n|\Z)", re.MULTILINE) if opening else None
    end = closing.search(source, opening.end()) if opening and closing else None
    return FrontMatter(opening["rule"], opening.end(), end.start(), end.end()) if opening and end else None


def read_front_matter(source: str, weaver: Weaver) -> tuple[int, date | None, str]:
    """Reads the title. Returns where the body begins, the date, and which field tells it."""
    front = front_matter(source)
    if front is None:
        return int(source.startswith("\ufeff")), None, ""
    fields: dict[str, tuple[int, int]] = {}
    for field in _FIELD.finditer(source, front.start, front.end):
        fields.setdefault(field["name"].lower(), _value(field))
    if "title" in fields:
        _read_title(weaver, *fields["title"])
    for name in _DATES:
        if name in fields and (found := day(source[slice(*fields[name])])):
            return front.body, found, f"front matter: {name}"
    return front.body, None, ""


def _value(field: re.Match[str]) -> tuple[int, int]:
    """Where the value stands, without quotes and comment."""
    if field["quoted"] is not None:
        return field.span("quoted")
    value = _COMMENT.sub("", field["bare"]).rstrip()
    return field.start("bare"), field.start("bare") + len(value)


def _read_title(weaver: Weaver, start: int, end: int) -> None:
    at = len(weaver)
    weaver.keep(start, end)
    weaver.mark(Role.title, at)
    weaver.separate("\n\n")
