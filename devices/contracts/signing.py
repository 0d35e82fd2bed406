"""A card that signs with a key of its own: a DNIe behind its PIN, a staff card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from devices.contracts.reader import ReaderState


class PinTries(StrEnum):
    """How often the PIN may still be wrong, as far as the card tells."""

    SEVERAL = "several"
    LAST = "last"
    """One more wrong PIN blocks the card."""
    UNKNOWN = "unknown"
    """The card or its module does not tell; it may be the last."""
    BLOCKED = "blocked"


class SigningFailure(StrEnum):
    """Why nothing was signed."""

    WRONG_PIN = "wrong_pin"
    BLOCKED = "blocked"
    """Three wrong ones in a row, now or before; only the police can put it right."""
    NOT_A_SIGNER = "not_a_signer"
    """No card of this kind, or one without an authentication key."""
    CARD_PULLED = "card_pulled"
    READER_GONE = "reader_gone"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True, slots=True, repr=False)
class Signed:
    """A signature over the challenge, and the certificate by which it can be checked."""

    certificate: bytes
    """X.509, DER."""
    signature: bytes
    """RSASSA-PKCS1-v1_5 or ECDSA (DER), with SHA-256, over the challenge as it was given."""

    def __repr__(self) -> str:
        return "Signed(…)"


class SigningCard(Protocol):
    """One contact reader, with one worker thread of its own."""

    @property
    def state(self) -> ReaderState:
        """What is in the reader now."""

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every change; the answer ends it."""

    async def tries(self) -> PinTries | SigningFailure:
        """How often the PIN may still be wrong; sends none."""

    async def sign(self, pin: bytearray, challenge: bytes) -> Signed | SigningFailure:
        """Sign with the authentication key. `pin` (UTF-8) is zeroed before this returns, in any case."""

    async def close(self) -> None:
        """End the watcher and the worker."""
