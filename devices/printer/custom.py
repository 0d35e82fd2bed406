"""What a Custom says. Its block of status begins like an Epson's automatic one, so it is heard by itself.

    DLE EOT 20 and automatic full status   10 0F paper user recoverable unrecoverable
    GS r                                   0000xxxx
    counters                               letters and digits: 2376 cuts, 512ret, 512on

Bit tables: KPM150H, KPM210 and KPM216H command manuals. Bit 4 is reserved in all of them, so that a 10 within
a block is the head of the next one. Where models differ (bit 7 of paper: notch) the bit is not read.
"""

from __future__ import annotations

import re

from devices.printer.status import (
    XOFF,
    XON,
    Answered,
    Condition,
    Counted,
    Passed,
    Pushed,
    Reply,
)

HEAD = b"\x10\x0f"
LENGTH = 6
COUNTER = re.compile(rb"(\d{1,10}) ?(cuts|ret|on)\Z")
LETTERS = frozenset(b" 0123456789" + b"abcdefghijklmnopqrstuvwxyz")


def from_block(block: bytes) -> Condition:
    """What the six bytes of a full status say."""
    paper, user, recoverable, unrecoverable = block[2:]
    return Condition(
        offline=bool(user & 0x60 or recoverable & 0x08),  # LF or FF held; no right voltage
        cover_open=bool(user & 0x03 or unrecoverable & 0x02),  # head up, cover, cover of the cutter
        near_end=bool(paper & 0x44),  # bit 6: the length that was set is used up, there may be paper
        paper_end=bool(paper & 0x01),
        in_output=bool(paper & 0x20),
        heat=bool(recoverable & 0x01),
        cutter=bool(unrecoverable & 0x01),
        unrecoverable=bool(unrecoverable & 0x0C),
    )


class CustomHearing:
    """A `Hearing` of Custom's replies."""

    def __init__(self) -> None:
        self.condition = Condition()
        self._asked = 0
        self._block = bytearray()
        self._word = bytearray()

    def asked(self, n: int) -> None:
        """DLE EOT 20 went out."""
        del n
        self._asked += 1

    def hear(self, received: bytes) -> list[Reply]:
        """The replies that are complete with `received`."""
        return [reply for byte in received if (reply := self._byte(byte)) is not None]

    def _byte(self, byte: int) -> Reply | None:
        if byte == HEAD[0]:
            self._block[:] = HEAD[:1]
            return None
        if self._block:
            return self._blocked(byte)
        if byte in (XON, XOFF):
            return None
        if byte in LETTERS:
            return self._letter(byte)
        self._word.clear()
        return Passed() if byte & 0xF0 == 0 else None

    def _blocked(self, byte: int) -> Reply | None:
        self._block.append(byte)
        if len(self._block) == len(HEAD) and bytes(self._block) != HEAD:
            self._block.clear()
        if len(self._block) < LENGTH:
            return None
        self.condition = from_block(bytes(self._block))
        self._block.clear()
        if not self._asked:
            return Pushed()
        self._asked -= 1
        return Answered(20)

    def _letter(self, byte: int) -> Reply | None:
        self._word.append(byte)
        del self._word[:-16]
        told = COUNTER.search(bytes(self._word))
        if told is None:
            return None
        self._word.clear()
        return Counted(told[2].decode("ascii"), int(told[1]))
