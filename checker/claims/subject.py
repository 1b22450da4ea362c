"""What a claim about an occasion is said of: "the field phase of Sand Tern 22"."""

from __future__ import annotations

from dataclasses import dataclass

from checker.language.focus import Reference


@dataclass(frozen=True, slots=True)
class Subject:
    """A reference to an occasion, and the phase of it that is meant ("field phase") or ""."""

    reference: Reference
    phase: str = ""

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        """What sets the claim apart from others about the occasion: a phase, another instalment."""
        phase = (("phase", self.phase),) if self.phase else ()
        return (*phase, ("instalment", "another")) if self.reference.other else phase
