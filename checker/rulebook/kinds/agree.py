"""Agreement: `kind: agree, on: end_date`: all claims of a subject give one value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from checker.rulebook.comparing import Comparing
from checker.rulebook.faults import Fault, Surroundings


class Agree(Comparing):
    """All claims of one subject and kind, in one scope, give one value: within a document as across documents.

    `on` is a claim kind, or several that say the same thing. `compare` names the comparator that decides when two
    values are one: `overlap`, or with its settings `{within: 1%}`. `noun` limits it to what is counted. `where` is
    asked of each claim, under the name `claim`; in the message, `claim` is the outlier.
    """

    kind: Literal["agree"] = "agree"
    when: Literal["same-period"] = Field("same-period", description="only claims about one period may conflict")

    def misplaced(self, around: Surroundings) -> Iterable[Fault]:
        for number, kind in enumerate(self.on):
            if kind in around.kinds and around.kinds[kind].by_sentence:
                help = "only its sentence tells what it is about: write kind: restated"
                yield Fault(("on", number), f'a claim of kind "{kind}" names no subject', help)
