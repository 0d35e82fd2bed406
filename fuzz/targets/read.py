"""A whole read of a chip that babbles: always a reading or a failure, in a bounded number of commands.

The bytes are its answers, each with its length before it. Where they run out it says yes and nothing more. If
the first byte is 1, it is what stands behind a session that gets them: the proof of the chip.
"""

from __future__ import annotations

from devices.card.emrtd import lds, proof
from devices.card.emrtd.access import Opened
from devices.card.emrtd.channel import MOST_COMMANDS, Channel, ExtendedRefused, Stopped
from devices.card.emrtd.read import Asked, read_document
from devices.card.emrtd.tlv import Malformed
from devices.card.trust.unjudged import UNJUDGED
from devices.contracts import Can, CardReading, ReadFailure

ACCESS = bytes.fromhex("31143012060A04007F0007020204020202010202010D")
SEEDS = (b"\x00" + bytes([len(ACCESS) + 2]) + ACCESS + b"\x90\x00", b"\x01" + bytes(40))


class Babbler:
    """Gives its answers in order, whatever it is asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.asked = 0

    def transmit(self, command: bytes) -> bytes:
        self.asked += 1
        length = int.from_bytes(self._data[:1]) | (int.from_bytes(self._data[1:2]) & 0x7F) << 8
        answer, self._data = self._data[2 : 2 + length], self._data[2 + length :]
        return answer if answer else b"\x90\x00"

    def reset(self) -> None:
        """It goes on where it was."""


def one(data: bytes) -> None:
    kind, rest = data[:1], data[1:]
    chip = Babbler(rest)
    if kind == b"\x01":
        _prove(chip, rest)
        return
    asked = Asked(Can("123456"), bytes(8), lambda progress: None, UNJUDGED)
    outcome = read_document(chip, asked)
    assert isinstance(outcome, CardReading | ReadFailure)
    assert chip.asked <= 2 * MOST_COMMANDS


def _prove(chip: Babbler, data: bytes) -> None:
    """With data groups of these bytes, and a chip that answers with them."""
    half = len(data) // 2
    groups = {14: data[:half], 15: data[half:]}
    try:
        proof.prove(Channel(chip), Opened(card_security=data), groups, {14, 15}, bytes(8))
        lds.names_in_dg11(data)
    except (Malformed, Stopped, ExtendedRefused):
        return
