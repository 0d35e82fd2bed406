"""The chip's side of Basic Access Control (ICAO 9303-11, 4.3)."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable

from demo.card.apdu import Answer, Sw
from demo.card.secure_messaging import SecureChannel
from demo.card.suites import DES3, FOR_CHECKSUMS, FOR_ENCRYPTION


class Bac:
    """One challenge at a time, good for one answer."""

    def __init__(self, mrz_information: str, random: Callable[[int], bytes] = os.urandom) -> None:
        seed = hashlib.sha1(mrz_information.encode("ascii"), usedforsecurity=False).digest()[:16]
        self._encryption = DES3.derive(seed, FOR_ENCRYPTION)
        self._checksums = DES3.derive(seed, FOR_CHECKSUMS)
        self._random = random
        self._challenge = b""

    def get_challenge(self, ne: int) -> Answer:
        """GET CHALLENGE (9303-11, 4.3.4.1): eight bytes."""
        if ne not in (8, 256):
            return Answer(Sw.WRONG_LENGTH)
        self._challenge = self._random(8)
        return Answer(Sw.OK, self._challenge)

    def external_authenticate(self, data: bytes) -> tuple[Answer, SecureChannel | None]:
        """EXTERNAL AUTHENTICATE (9303-11, 4.3.4.2), with the session's channel where both agree."""
        challenge, self._challenge = self._challenge, b""
        if not challenge:
            return Answer(Sw.CONDITIONS_OF_USE), None
        if len(data) != 40:
            return Answer(Sw.WRONG_LENGTH), None
        cryptogram, checksum = data[:32], data[32:]
        if not hmac.compare_digest(checksum, DES3.mac(self._checksums, cryptogram)):
            return Answer(Sw.NOT_AUTHENTICATED), None
        plain = DES3.decrypt(self._encryption, bytes(8), cryptogram)
        terminal_random, echoed, terminal_key = plain[:8], plain[8:16], plain[16:]
        if echoed != challenge:
            return Answer(Sw.NOT_AUTHENTICATED), None
        chip_key = self._random(16)
        reply = DES3.encrypt(self._encryption, bytes(8), challenge + terminal_random + chip_key)
        seed = bytes(one ^ other for one, other in zip(terminal_key, chip_key, strict=True))
        channel = SecureChannel(
            DES3,
            DES3.derive(seed, FOR_ENCRYPTION),
            DES3.derive(seed, FOR_CHECKSUMS),
            counter=int.from_bytes(challenge[4:] + terminal_random[4:]),  # 9303-11, 9.8.6.3
        )
        return Answer(Sw.OK, reply + DES3.mac(self._checksums, reply)), channel
