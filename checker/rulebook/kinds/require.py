"""Requirements: `kind: require, on: start_date, needs: [end_date]`: a row with a first day has a last day too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import ClassVar, Literal

from pydantic import Field

from checker.expressions import TEXT, Type, did_you_mean
from checker.model import Claim
from checker.rulebook.faults import Fault, Location, Surroundings
from checker.rulebook.rule import Rule, SomeWords

# What a record may be asked for besides other claims: keys that it may have.
FIELDS = ("as_of", "donor", "noun", "occasion", "phase", "quote", "recipient", "reported", "source", "speaker")


class Require(Rule):
    """What is said of a subject is complete: who gives the one also gives the other.

    A subject of which there is a claim of a kind under `on` needs one of every kind under `needs`, in any dataset;
    names of fields (quote, source, reported, as_of, occasion, noun, speaker, donor, recipient, phase) ask for them in
    the claim itself. `of` is records: articles need not tell everything; with `of: any` they are asked too. `where` is
    asked of the claim, under the name `claim`; in the message, `missing` lists what is not there.
    """

    kind: Literal["require"] = "require"
    on: SomeWords = Field(description="a claim kind, or a list of them")
    needs: SomeWords = Field(description="claim kinds, or fields of the claim: quote, source, as_of, …")
    of: Literal["records", "any"] = Field("records", description="records: only rows of datasets; any: articles too")

    told: ClassVar[Mapping[str, Type]] = {"missing": TEXT}

    def missing_from(self, claim: Claim, beside: Set[str]) -> tuple[str, ...]:
        """What is needed and is neither in the claim nor among the kinds told `beside` it of the same subject."""
        return tuple([need for need in self.needs if need not in beside and not _given(claim, need)])

    def named_kinds(self) -> Iterable[tuple[Location, str]]:
        needed = [(("needs", number), need) for number, need in enumerate(self.needs) if need not in FIELDS]
        return [*((("on", number), kind) for number, kind in enumerate(self.on)), *needed]

    def bound_names(self, around: Surroundings) -> Mapping[str, Type]:
        choices = dict.fromkeys(choice for kind in self.on for choice in around.type_of(kind).choices)
        return {"claim": Type(tuple(choices), claim=bool(choices))}

    def unknown_kind(self, at: Location, kind: str, around: Surroundings) -> Fault:
        if at[0] != "needs":
            return super().unknown_kind(at, kind, around)
        help = did_you_mean(kind, [*around.kinds, *FIELDS], kind="claim kinds and fields")
        return Fault(at, f'unknown claim kind or field "{kind}"', help)

    def examine(self, around: Surroundings) -> Iterable[Fault]:
        for number, need in enumerate(self.needs):
            if self.on == (need,):
                yield Fault(("needs", number), f'"{need}" needs itself', "name what must stand beside it")


def _given(claim: Claim, need: str) -> bool:
    match need:
        case "quote":
            return claim.quote not in ("", claim.text)
        case "source":
            return bool(claim.cites)
        case "donor" | "recipient" | "phase":
            return claim.scope.role(need) is not None
        case _:
            return bool(getattr(claim.scope, need, None))
