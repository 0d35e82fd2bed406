"""Cards that are no documents: transport, bank and health, as far as a reader can tell them apart."""

from __future__ import annotations

from collections.abc import Mapping

from demo.card import tlv
from demo.card.apdu import Answer, Sw, WrongLength, parse


class TransitCard:
    """A MIFARE DESFire: no application to select by name, but its own commands in ISO wrapping."""

    atr = bytes.fromhex("3B8180018080")

    def reset(self) -> None:
        """It remembers nothing."""

    def answer(self, apdu: bytes) -> bytes:
        match apdu[:2]:
            case b"\x90\x60":  # GetVersion: the first of three frames, about the chip
                return bytes.fromhex("04010101001805") + b"\x91\xaf"
            case bytes([0x90, _]):
                return b"\x91\x1c"
        is_select = apdu[1:2] == b"\xa4"
        return Answer(Sw.NOT_FOUND if is_select else Sw.INSTRUCTION_UNKNOWN).encode()


class ApplicationCard:
    """A card whose applications can be selected by name, and which shows nothing more to a stranger."""

    def __init__(self, atr: bytes, applications: Mapping[bytes, bytes]) -> None:
        self.atr = atr
        self._applications = applications
        """What a selection answers, by name."""

    def reset(self) -> None:
        """It remembers nothing."""

    def answer(self, apdu: bytes) -> bytes:
        try:
            command = parse(apdu)
        except WrongLength:
            return Answer(Sw.WRONG_LENGTH).encode()
        if (command.cla, command.ins, command.p1) != (0x00, 0xA4, 0x04):
            return Answer(Sw.INSTRUCTION_UNKNOWN).encode()
        if command.data not in self._applications:
            return Answer(Sw.NOT_FOUND).encode()
        return Answer(Sw.OK, self._applications[command.data]).encode()


def bank_card() -> ApplicationCard:
    """A debit card at a contactless reader, with its payment directory (EMV book B, 3.3.1)."""
    directory = b"2PAY.SYS.DDF01"
    entry = tlv.encode(0x4F, bytes.fromhex("A0000000031010")) + tlv.encode(0x50, b"VISA DEBIT")
    listed = tlv.encode(0xBF0C, tlv.encode(0x61, entry, tlv.encode(0x87, b"\x01")))
    control = tlv.encode(0x6F, tlv.encode(0x84, directory), tlv.encode(0xA5, listed))
    return ApplicationCard(bytes.fromhex("3B80800101"), {directory: control})


def health_card() -> ApplicationCard:
    """A German health card, the European one on its back: the application that every such card has."""
    return ApplicationCard(bytes.fromhex("3B858001300101303034"), {bytes.fromhex("D27600000102"): b""})
