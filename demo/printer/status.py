"""What the printer says of itself, bit by bit, as the makers' tables have it.

Epson TM-T88III specification, pages 82 to 84, 143 to 145 and 173; Custom KPM210/216 for the presenter.
The fixed bits matter: they tell the host to which question an answer belongs.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """Everything that a status can say."""

    cover_open: bool = False
    paper_out: bool = False
    near_end: bool = False
    cutter_error: bool = False
    jam: bool = False
    unrecoverable: bool = False
    overheated: bool = False
    opened_while_printing: bool = False
    feeding: bool = False
    """Somebody holds the FEED button."""
    motor_on: bool = False
    in_output: bool = False
    """A sheet waits in the presenter."""

    @property
    def auto_recoverable(self) -> bool:
        """The error ends by itself, when the head is cool or the cover closed."""
        return self.overheated or self.opened_while_printing

    @property
    def error(self) -> bool:
        """Any error is present."""
        return self.cutter_error or self.jam or self.unrecoverable or self.auto_recoverable

    @property
    def offline(self) -> bool:
        """Commands of the buffer wait."""
        return self.cover_open or self.paper_out or self.feeding or self.error

    @property
    def causes(self) -> tuple[str, ...]:
        """What is wrong, worst first."""
        wrong = {
            "cover_open": self.cover_open,
            "paper_out": self.paper_out,
            "jam": self.jam,
            "cutter_error": self.cutter_error,
            "unrecoverable": self.unrecoverable,
            "overheated": self.overheated,
            "feeding": self.feeding,
            "near_end": self.near_end,
        }
        return tuple(name for name, present in wrong.items() if present)


def real_time_status(n: int, now: Condition) -> bytes:
    """The answer to DLE EOT `n`: 0xx1xx10."""
    match n:
        case 1:  # printer
            bits = 0x08 * now.offline | 0x40 * now.feeding
        case 2:  # cause of offline
            bits = 0x04 * now.cover_open | 0x08 * now.feeding | 0x20 * now.paper_out | 0x40 * now.error
        case 3:  # cause of error
            bits = 0x04 * now.jam | 0x08 * now.cutter_error
            bits |= 0x20 * now.unrecoverable | 0x40 * now.auto_recoverable
        case 4:  # roll sensor; the near-end sensor sees no paper either where there is none
            bits = 0x0C * (now.near_end or now.paper_out) | 0x60 * now.paper_out
        case 17:  # Custom: print status
            bits = 0x04 * now.motor_on | 0x20 * now.paper_out
        case _:
            return b""
    return bytes((0x12 | bits,))


def automatic_status(now: Condition) -> bytes:
    """The four bytes of ASB: 0xx1xx00, then three of 0xx0xxxx."""
    return bytes(
        (
            0x10 | 0x08 * now.offline | 0x20 * now.cover_open | 0x40 * now.feeding,
            0x04 * now.jam | 0x08 * now.cutter_error | 0x20 * now.unrecoverable | 0x40 * now.auto_recoverable,
            0x03 * (now.near_end or now.paper_out) | 0x0C * now.paper_out,
            0x0F,
        )
    )


def watched(items: int, status: bytes) -> bytes:
    """What of ASB's `status` counts as a change when `items` (of GS a) are enabled."""
    drawer, online, error, paper = (bool(items & bit) for bit in (0x01, 0x02, 0x04, 0x08))
    mask = (0x04 * drawer | 0x68 * online, 0x6C * error, 0x0F * paper, 0)
    return bytes(byte & kept for byte, kept in zip(status, mask, strict=True))


def buffered_status(n: int, now: Condition) -> bytes:
    """The answer to GS r `n`: 0xx0xxxx."""
    if n in (1, 49):
        return bytes((0x03 * (now.near_end or now.paper_out) | 0x0C * now.paper_out,))
    return b"\x00" if n in (2, 50) else b""


def full_status(now: Condition) -> bytes:
    """Custom: the answer to DLE EOT 20. Its second byte looks like the first of an ASB."""
    paper = 0x01 * now.paper_out | 0x04 * (now.near_end or now.paper_out) | 0x20 * now.in_output
    user = 0x02 * now.cover_open | 0x08 * now.motor_on | 0x20 * now.feeding
    return bytes(
        (0x10, 0x0F, paper, user, 0x01 * now.overheated, 0x01 * now.cutter_error | 0x08 * now.unrecoverable)
    )


def parts(items: int, now: Condition) -> bytes:
    """Custom: the automatic full status, with the parts that `items` (of GS E0) name: bits 0 to 3."""
    full = full_status(now)[2:]
    return bytes((0x10, items, *(part for bit, part in enumerate(full) if items >> bit & 1)))


def presenter_status(now: Condition) -> bytes:
    """Custom: the answer to GS e 6."""
    return bytes(
        (
            0x01 * (now.near_end or now.paper_out)
            | 0x04 * (not now.paper_out)
            | 0x08 * now.in_output
            | 0x20 * now.motor_on
            | 0x40 * now.error
            | 0x80 * now.jam,
        )
    )
