"""Words from outside in Markdown: `@everyone` and `<img src=x>` stand in code spans, in which nothing is a command.

GitHub and GitLab look for mentions, issues, commits, emoji and formulas in the rendered text, where a backslash no
longer protects. So only plain words with everyday signs stand outside of code spans.
"""

from __future__ import annotations

import re

from checker.reports.safe import safe

# Letters, digits and signs without a meaning, or whose meaning a backslash takes away.
_PLAIN = re.compile(r"""[\w ,.;:?!"'’‘“”„–—…()/%+€£°-]*""")
_MEANT = re.compile(
    r"""
    ://  | www\.                                  # becomes a link
    | :[\w+-]+:                                   # an emoji
    | \b[0-9a-f]{7,40}\b                          # a commit
    | \b[A-Za-z]{2,10}-\d                         # GH-12, another tracker's issue
    | (?<!\w)[%!~&]\w                             # GitLab's milestones, merge requests, labels, epics
    | (?: ^ | [ ]) [/]\w                          # its commands
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(r"_|^[-+]|(?<=\d)[.)](?= )")  # emphasis, the bullet or the number of a list


def prose(text: str) -> str:
    """The text as a reader best reads it: as words if they are harmless, else as code."""
    shown = safe(text).strip()
    if not _PLAIN.fullmatch(shown) or _MEANT.search(shown):
        return code(shown)
    return _SIGNS.sub(r"\\\g<0>", shown)


def code(text: str) -> str:
    """The text as a code span, fenced by more backticks than it has in a row."""
    shown = safe(text).strip() or " "
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def cell(text: str) -> str:
    """A code span in a table, where a bar would end the cell whatever stands around it."""
    return code(text.replace("|", "¦"))
