"""The chip's side of secure messaging (ICAO 9303-11, 9.8)."""

from __future__ import annotations

from dataclasses import replace

from demo.card import tlv
from demo.card.apdu import Answer, Command, Sw
from demo.card.suites import Suite, pad, unpad

DO_CRYPTOGRAM = 0x87
DO_CRYPTOGRAM_ODD = 0x85
"""Without the padding indicator, for odd instructions (9303-11, 9.8.4)."""
DO_LE = 0x97
DO_STATUS = 0x99
DO_CHECKSUM = 0x8E


class SecureChannel:
    """Session keys and the send sequence counter of one session."""

    def __init__(self, suite: Suite, encryption: bytes, checksums: bytes, counter: int = 0) -> None:
        self._suite = suite
        self._encryption = encryption
        self._checksums = checksums
        self._counter = counter

    def unwrap(self, command: Command) -> Command | Sw:
        """The plain command, or why it is none; then the session is over (9303-11, 9.8.3)."""
        try:
            found = dict(tlv.objects(command.data))
        except tlv.MalformedObject:
            return Sw.SM_OBJECTS_INCORRECT
        if DO_CHECKSUM not in found:
            return Sw.SM_OBJECTS_MISSING
        claimed = found.pop(DO_CHECKSUM)
        if not found.keys() <= {DO_CRYPTOGRAM, DO_CRYPTOGRAM_ODD, DO_LE}:
            return Sw.SM_OBJECTS_INCORRECT
        self._counter += 1
        covered = b"".join(tlv.encode(tag, value) for tag, value in found.items())
        if claimed != self._checksum(pad(command.header, self._suite.block), covered):
            return Sw.SM_OBJECTS_INCORRECT
        try:
            data = self._data(found)
        except ValueError:
            return Sw.SM_OBJECTS_INCORRECT
        le = found.get(DO_LE, b"")
        most = 65536 if len(le) == 2 else 256
        ne = int.from_bytes(le) or most if le else 0
        return replace(command, cla=command.cla & ~0x0C, data=data, ne=ne)

    def _data(self, found: dict[int, bytes]) -> bytes:
        if DO_CRYPTOGRAM in found:
            indicator, cryptogram = found[DO_CRYPTOGRAM][:1], found[DO_CRYPTOGRAM][1:]
            if indicator != b"\x01":
                raise ValueError("not padded by method 2")
        elif DO_CRYPTOGRAM_ODD in found:
            cryptogram = found[DO_CRYPTOGRAM_ODD]
        else:
            return b""
        return unpad(self._suite.decrypt(self._encryption, self._iv(), cryptogram))

    def wrap(self, answer: Answer, odd: bool, room: int) -> Answer:
        """The protected answer to a command whose instruction is `odd` or even.

        Where it would have more than `room` bytes the chip has no place for it and says so.
        """
        self._counter += 1
        protected = self._protect(answer, odd)
        return protected if len(protected.data) <= room else self._protect(Answer(Sw.WRONG_LENGTH), odd)

    def _protect(self, answer: Answer, odd: bool) -> Answer:
        objects = b""
        if answer.data:
            padded = pad(answer.data, self._suite.block)
            cryptogram = self._suite.encrypt(self._encryption, self._iv(), padded)
            objects = (
                tlv.encode(DO_CRYPTOGRAM_ODD, cryptogram)
                if odd
                else tlv.encode(DO_CRYPTOGRAM, b"\x01", cryptogram)
            )
        objects += tlv.encode(DO_STATUS, answer.sw.to_bytes(2))
        return replace(answer, data=objects + tlv.encode(DO_CHECKSUM, self._checksum(b"", objects)))

    def _checksum(self, padded_header: bytes, objects: bytes) -> bytes:
        block = self._suite.block
        covered = padded_header + (pad(objects, block) if objects else b"")
        return self._suite.checksum(self._checksums, self._counter.to_bytes(block) + covered)

    def _iv(self) -> bytes:
        return self._suite.iv(self._encryption, self._counter.to_bytes(self._suite.block))
