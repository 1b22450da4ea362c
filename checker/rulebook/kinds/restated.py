"""Restatement: `kind: restated, on: [count, date]`: a sentence that is told again keeps its values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from checker.rulebook.comparing import Comparing, Setting
from checker.rulebook.faults import Fault, Surroundings


class Restated(Comparing):
    """A fact that is told twice has one value: two sentences say the same, and differ in one figure or date.

    It is the net under the typed kinds. `on` is a claim kind whose claims name no subject (count, amount, share,
    measure, ordinal, date), or several: which sentences say the same is told by their words alone, whatever they are
    about. Another date, name, speaker, owner, part or word of contrast keeps two sentences apart. `compare` names the
    comparator that decides when two values are one; for `retold` two figures with one hedge are two values ("up to 35
    eggs", "up to 8 eggs"). `noun` limits the rule to what is counted. `where` is asked of each claim, under the name
    `claim`; in the message, `claim` is the outlier.
    """

    kind: Literal["restated"] = "restated"
    compare: str | dict[str, Setting | dict[str, Setting]] = Field("retold", description="retold, or {within: 1%}")

    def misplaced(self, around: Surroundings) -> Iterable[Fault]:
        for number, kind in enumerate(self.on):
            if kind in around.kinds and not around.kinds[kind].by_sentence:
                help = "its claims are found by their subject: write kind: agree"
                yield Fault(("on", number), f'claims of kind "{kind}" are not matched by their sentences', help)
