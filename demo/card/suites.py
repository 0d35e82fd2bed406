"""Key derivation, encryption and checksums of BAC, PACE and secure messaging (ICAO 9303-11, 9.7 and 9.8)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

FOR_ENCRYPTION = 1
FOR_CHECKSUMS = 2
FOR_PASSWORD = 3
"""The counters of 9303-11, 9.7.1."""


def pad(message: bytes, block: int) -> bytes:
    """Padding method 2 of ISO/IEC 9797-1: always at least one byte."""
    return message + b"\x80" + bytes(-(len(message) + 1) % block)


def unpad(message: bytes) -> bytes:
    """What was padded. Raises `ValueError` where there is no such padding."""
    bare = message.rstrip(b"\x00")
    if not bare.endswith(b"\x80"):
        raise ValueError("no padding of method 2")
    return bare[:-1]


class Suite(Protocol):
    """One of the four ciphers that a chip may announce in EF.CardAccess."""

    @property
    def block(self) -> int:
        """Bytes in a block."""

    @property
    def key_octets(self) -> int:
        """Bytes in a key."""

    @property
    def arc(self) -> int:
        """The last arc in the identifiers of PACE and chip authentication (9303-11, 9.2.3 and 9.2.7)."""

    def derive(self, secret: bytes, counter: int) -> bytes:
        """The key derivation function of 9303-11, 9.7.1."""

    def encrypt(self, key: bytes, iv: bytes, padded: bytes) -> bytes:
        """CBC of whole blocks."""

    def decrypt(self, key: bytes, iv: bytes, cryptogram: bytes) -> bytes:
        """CBC of whole blocks, back."""

    def iv(self, key: bytes, counter: bytes) -> bytes:
        """The initialisation vector of secure messaging (9303-11, 9.8.6.1 and 9.8.7.1)."""

    def checksum(self, key: bytes, padded: bytes) -> bytes:
        """The eight bytes of DO8E over whole blocks."""

    def mac(self, key: bytes, message: bytes) -> bytes:
        """Eight bytes over any message: authentication tokens, and the cryptograms of BAC."""


@dataclass(frozen=True, slots=True)
class TripleDes:
    """3DES with two keys, and the retail MAC (ISO/IEC 9797-1, algorithm 3)."""

    block: int = 8
    key_octets: int = 16
    arc: int = 1

    def derive(self, secret: bytes, counter: int) -> bytes:
        key = hashlib.sha1(secret + counter.to_bytes(4), usedforsecurity=False).digest()[:16]
        return bytes(octet ^ (octet.bit_count() + 1) % 2 for octet in key)  # odd parity

    def encrypt(self, key: bytes, iv: bytes, padded: bytes) -> bytes:
        cipher = Cipher(TripleDES(key + key[:8]), modes.CBC(iv)).encryptor()
        return cipher.update(padded) + cipher.finalize()

    def decrypt(self, key: bytes, iv: bytes, cryptogram: bytes) -> bytes:
        cipher = Cipher(TripleDES(key + key[:8]), modes.CBC(iv)).decryptor()
        return cipher.update(cryptogram) + cipher.finalize()

    def iv(self, key: bytes, counter: bytes) -> bytes:
        return bytes(8)

    def checksum(self, key: bytes, padded: bytes) -> bytes:
        first, second = key[:8] * 2, key[8:] * 2
        last = self.encrypt(first, bytes(8), padded)[-8:]
        return self.encrypt(first, bytes(8), self.decrypt(second, bytes(8), last))

    def mac(self, key: bytes, message: bytes) -> bytes:
        return self.checksum(key, pad(message, 8))


@dataclass(frozen=True, slots=True)
class Aes:
    """AES with CMAC cut to eight bytes."""

    key_octets: int
    arc: int
    block: int = 16

    def derive(self, secret: bytes, counter: int) -> bytes:
        material = secret + counter.to_bytes(4)
        if self.key_octets == 16:
            return hashlib.sha1(material, usedforsecurity=False).digest()[:16]
        return hashlib.sha256(material).digest()[: self.key_octets]

    def encrypt(self, key: bytes, iv: bytes, padded: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
        return cipher.update(padded) + cipher.finalize()

    def decrypt(self, key: bytes, iv: bytes, cryptogram: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        return cipher.update(cryptogram) + cipher.finalize()

    def iv(self, key: bytes, counter: bytes) -> bytes:
        return self.encrypt(key, bytes(16), counter)

    def checksum(self, key: bytes, padded: bytes) -> bytes:
        return self.mac(key, padded)

    def mac(self, key: bytes, message: bytes) -> bytes:
        code = CMAC(algorithms.AES(key))
        code.update(message)
        return code.finalize()[:8]


DES3: Suite = TripleDes()
AES_128: Suite = Aes(16, arc=2)
AES_192: Suite = Aes(24, arc=3)
AES_256: Suite = Aes(32, arc=4)
