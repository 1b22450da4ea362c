"""Agreement: `kind: agree, on: end_date`: all claims of a subject give one value."""

from __future__ import annotations

from typing import Literal

from checker.rulebook.comparing import BySubject


class Agree(BySubject):
    """All claims of one subject and kind, in one scope, give one value: within a document as across documents.

    `on` is a claim kind, or several that say the same thing. `compare` names the comparator that decides when two
    values are one: `overlap`, or with its settings `{within: 1%}`. `noun` limits it to what is counted. `where` is
    asked of each claim, under the name `claim`; in the message, `claim` is the outlier.

    `when` is same-period: 10,000 in 2017 and 4,500 in 2015 are two facts. What does not change in time (the height of a
    dam, who founded a firm) is compared with `when: any-period`. `reading: strict` says nothing where only a reader
    would see a difference ("more than 60" beside 330), `reading: plain` takes it as seriously as any.
    """

    kind: Literal["agree"] = "agree"
