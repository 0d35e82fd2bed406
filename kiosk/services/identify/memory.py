"""What the kiosk remembers of a person's identification while the session lasts."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.contracts import CardReading, ReadProgress, Signed
from kiosk.services.identify.lines import Lines
from kiosk.services.identify.pin import Pin
from kiosk.services.identify.typed_phone import TypedPhone
from kiosk.seu.models import Accepted, Assurance, Challenge, CodeSent, ProofName


@dataclass(repr=False)
class Identity:
    """From the document on the reader to the proof that the seu accepted."""

    problem: str = ""
    """Key of the sentence that says why the document has to be put again."""
    typed: str = ""
    """Digits typed so far on the keypad of the present screen."""
    can_tries: int = 0
    can_wrong: bool = False
    lines: Lines = field(default_factory=Lines)
    progress: ReadProgress | None = None
    reading_left: int = 0
    """Seconds that the rest of the read takes; 0 where nobody can tell."""
    reading: CardReading | None = None
    challenge: Challenge | None = None
    evidenced: bool = False
    """The challenge has a chip's evidence."""
    evidence_key: str = ""
    """Idempotency key under which evidence was given for it; used again where the answer was lost."""
    wanted: Assurance | None = None
    """What the person has to show for what they want now."""
    too_weak: tuple[ProofName, ...] = ()
    """Proofs that were given and did not reach it."""
    back_to: str = ""
    """The state that goes on once the person is known."""
    asked_from: str = ""
    """The screen of a service that asked for it, and to which Back leads; empty is the menu."""
    pin: Pin = field(default_factory=Pin)
    signed: Signed | None = None
    """A signature that the seu has not answered yet."""
    proofs: tuple[ProofName, ...] = ()
    proof: ProofName | None = None
    phone: TypedPhone = field(default_factory=TypedPhone)
    code: CodeSent | None = None
    code_notice: str = ""
    """Key of the sentence about the code that was typed last."""
    tries_left: int = 0
    key: str = ""
    """Idempotency key of what is being asked; used again where the answer was lost."""
    resend_in: int = 0
    """Seconds until the code may be sent again."""
    proven: Accepted | None = field(default=None)

    def has(self, wanted: Assurance | None) -> bool:
        """Whether the person has shown that much."""
        return wanted is None or (self.proven is not None and self.proven.assurance.reaches(wanted))

    def __repr__(self) -> str:
        return "Identity(…)"
