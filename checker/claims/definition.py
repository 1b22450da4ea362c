"""What somebody defines who needs a claim kind of their own: "enrolment" is a count of patients that a trial enrols."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from checker.language.cues import Cue
from checker.language.inflections import cue_for, forms, plural
from checker.model import Timing


class ValueType(StrEnum):
    """What the values of a kind are."""

    counted = "count"  # 480 patients
    amount = "amount"  # $45 million
    measure = "measure"  # 1,200 MW
    share = "share"  # 34 per cent of the seats
    duration = "duration"  # three years
    date = "date"  # 3 May 1998


@dataclass(frozen=True)
class Definition:
    """A claim kind in plain data. `nouns` are what is counted (or what a share is a share of), `cues` the words of
    which one stands beside the value, `excluding` those that make it something else. `units` are the currencies of an
    amount, or what a measure measures ("power"); `about` the nouns for what it is about; `roles` words that stand in
    the clause and tell claims apart, by the name of the role."""

    id: str
    title: str
    value: ValueType
    nouns: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    time: Timing = Timing.state
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def noun(self) -> str:
        """What is counted; "" for a kind that counts nothing."""
        return next(iter(self.nouns), "")

    @property
    def measures(self) -> str:
        """What its quantities measure: "count", "money", "power"; "" for dates, and where that is left open."""
        match self.value:
            case ValueType.counted:
                return "count"
            case ValueType.amount:
                return "money"
            case ValueType.duration:
                return "time"
            case ValueType.share:
                return "percent"
            case _:
                return self.units[0] if len(self.units) == 1 else ""

    @property
    def timing(self) -> Timing:
        """How its values stand to time: a date is no value of a time."""
        return Timing.once if self.value is ValueType.date else self.time

    # What finds its words in a text.

    @cached_property
    def noun_forms(self) -> frozenset[str]:
        return frozenset(form for noun in self.nouns for form in plural(noun))

    @cached_property
    def noun_cue(self) -> Cue | None:
        return cue_for(self.noun_forms)

    @cached_property
    def cue(self) -> Cue | None:
        return cue_for(form for word in self.cues for form in forms(word))

    @cached_property
    def present_forms(self) -> frozenset[str]:
        """Of the cues: carries, draws; not visitors, which is what the kind counts, or a noun."""
        verbs = (plural(word) for word in self.cues if not self.noun_forms & plural(word))
        return frozenset(form for found in verbs for form in found) - {*self.cues}

    @cached_property
    def excluding_cue(self) -> Cue | None:
        return cue_for(form for word in self.excluding for form in forms(word))

    @cached_property
    def role_cues(self) -> tuple[tuple[str, str, Cue], ...]:
        """Role, word, and what finds it."""
        words = ((role, word) for role, found in self.roles for word in found)
        return tuple((role, word, cue) for role, word in words if (cue := cue_for(forms(word))) is not None)
