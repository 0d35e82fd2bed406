"""A person of the office at the kiosk, who shows it with a card of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from devices.contracts.signing import SigningFailure


@dataclass(frozen=True, slots=True)
class StaffConfirmed:
    """Whoever holds this card and knows its PIN is there."""

    card: str
    """Opaque, the same for the same key: what settings and logs may call the card by."""


class NotStaff(StrEnum):
    """Why a card that signed is no staff card."""

    NO_AUTHORITIES = "no_authorities"
    """None was set up, so that no card can be one."""
    ISSUER_UNKNOWN = "issuer_unknown"
    NOT_VALID_NOW = "not_valid_now"
    WRONG_USE = "wrong_use"
    BAD_SIGNATURE = "bad_signature"
    """Not by the certificate's key, or not over this challenge: a copy, or a replay."""


Confirmation = StaffConfirmed | NotStaff | SigningFailure


class StaffCard(Protocol):
    """The card of staff, in a reader with contacts."""

    async def confirm(self, pin: bytearray) -> Confirmation:
        """Whether somebody of staff is there. `pin` (UTF-8) is zeroed before this returns, in any case."""

    async def close(self) -> None:
        """End its reader."""
