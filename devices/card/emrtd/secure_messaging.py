"""Secure messaging: each command encrypted and authenticated, each answer checked (ICAO 9303-11, 9.8)."""

from __future__ import annotations

import hmac
from dataclasses import replace

from devices.card.emrtd import tlv
from devices.card.emrtd.apdu import EXTENDED_MOST, SHORT_MOST, Command, Response
from devices.card.emrtd.suites import AUTHENTICATION, ENCRYPTION, Suite, pad, unpad
from devices.card.emrtd.tlv import Malformed

CRYPTOGRAM, LE, STATUS, MAC = 0x87, 0x97, 0x99, 0x8E
"""Data objects of a protected message (ICAO 9303-11, 9.8.4)."""


class Session:
    """The keys and the send sequence counter that PACE or BAC agreed on. They live as long as one read."""

    def __init__(self, suite: Suite, shared: bytes, counter: bytes) -> None:
        self._suite = suite
        self._encryption = suite.derive(shared, ENCRYPTION)
        self._authentication = suite.derive(shared, AUTHENTICATION)
        self._counter = int.from_bytes(counter)

    def largest(self, response: int) -> int:
        """Plain bytes that fit a protected response of `response` bytes without its status word."""
        # 87 and its length, the padding indicator; 99 02 SW1 SW2; 8E 08 and the MAC
        length_field = 1 if response <= 0x80 else 2 if response <= 0x100 else 3
        room = response - (1 + length_field + 1) - 4 - 10
        return room // self._suite.block * self._suite.block - 1  # one byte at least is padding

    def protect(self, command: Command) -> Command:
        """The command as it goes over the air."""
        self._counter += 1
        header = bytes([command.cla | 0x0C, command.ins, command.p1, command.p2])
        body = b""
        if command.data:
            padded = pad(command.data, self._suite.block)
            cryptogram = self._suite.encrypt(self._encryption, self._iv(), padded)
            body += tlv.encode(CRYPTOGRAM, b"\x01" + cryptogram)
        if command.le:
            size = 2 if command.extended else 1
            body += tlv.encode(LE, command.le.to_bytes(3)[-size:])
        authenticated = pad(header, self._suite.block) + body
        body += tlv.encode(MAC, self._mac(authenticated if body else header))
        extended = command.extended or len(body) > 255
        return replace(command, cla=header[0], data=body, le=EXTENDED_MOST if extended else SHORT_MOST)

    def unprotect(self, answer: Response) -> Response:
        """What the chip answered, if it was this chip: a wrong MAC or a missing one is malformed."""
        self._counter += 1
        signed, mac = _split(answer.data)
        if not hmac.compare_digest(mac, self._mac(signed)):
            raise Malformed("a response whose MAC is wrong")
        status = tlv.need(signed, STATUS)
        if len(status) != 2:
            raise Malformed("a status word that is not two bytes")
        plain = b""
        cryptogram = tlv.find(signed, CRYPTOGRAM)
        if cryptogram is not None:
            if cryptogram[:1] != b"\x01":
                raise Malformed("another padding than the agreed one")
            plain = unpad(self._suite.decrypt(self._encryption, self._iv(), cryptogram[1:]))
        return Response(plain, int.from_bytes(status))

    def _ssc(self) -> bytes:
        return self._counter.to_bytes(self._suite.block + 1)[1:]  # it wraps around

    def _iv(self) -> bytes:
        zero = bytes(self._suite.block)
        if self._suite.block == 8:
            return zero
        return self._suite.encrypt(self._encryption, zero, self._ssc())  # ICAO 9303-11, 9.8.6.1

    def _mac(self, message: bytes) -> bytes:
        return self._suite.mac(self._authentication, pad(self._ssc() + message, self._suite.block))


def _split(message: bytes) -> tuple[bytes, bytes]:
    """The data objects that are authenticated, as they came, and the MAC, which is the last one."""
    rest = message
    while rest:
        one, after = tlv.read(rest)
        if one.tag == MAC:
            if after:
                break
            return message[: -len(rest)], one.value
        rest = after
    raise Malformed("a response without a MAC at its end")
