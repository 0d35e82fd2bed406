"""How long commands and answers need in the air between antenna and chip (ISO/IEC 14443, type A, T=CL)."""

from __future__ import annotations

from collections.abc import Iterable

CARRIER = 13.56e6
BITS_A_BYTE = 9
"""Eight and parity (14443-3, 6.2.3.1)."""
FRAME_SIZE = 256
"""FSD and FSC, the most that readers and chips agree on without enhanced framing (14443-4, table 1)."""
AROUND = 3
"""Bytes of a block that are no APDU: PCB and CRC (14443-4, 7.1.1)."""
START_AND_END = 2
"""Bits."""
TURN = 1172 / CARRIER
"""Seconds between the end of a frame and the other side's next (14443-3, 6.2.1.1, n = 9)."""
RATES = (106, 424, 848)
"""Of the air interface that are looked at, in kbit/s (ISO/IEC 14443-3 and -4)."""
DIVISORS = {106: 128, 212: 64, 424: 32, 848: 16}

Exchange = tuple[int, int]
"""Bytes of a command and of its answer with the status word, secure messaging included."""


def seconds(exchanges: Iterable[Exchange], kbit: int) -> float:
    """The time of all `exchanges` at a rate of `kbit` both ways. The chip computes in no time at all."""
    return sum(_message(command, kbit) + _message(answer, kbit) for command, answer in exchanges)


def floor(count: int, kbit: int) -> float:
    """The time that `count` bytes need at least: sent in one piece, in the clear, by nobody's asking."""
    return count * BITS_A_BYTE / _rate(kbit)


def _message(count: int, kbit: int) -> float:
    """Blocks, each but the last of which is acknowledged by a block without information (14443-4, 7.5.2)."""
    blocks = -(-count // (FRAME_SIZE - AROUND))
    frames = 2 * blocks - 1
    on_air = count + frames * AROUND
    return (on_air * BITS_A_BYTE + frames * START_AND_END) / _rate(kbit) + frames * TURN


def _rate(kbit: int) -> float:
    """Bits a second."""
    return CARRIER / DIVISORS[kbit]
