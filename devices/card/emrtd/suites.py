"""The ciphers that chips speak, 3DES and AES, with their key derivation (ICAO 9303-11, 9.7 and 9.8)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB
from cryptography.hazmat.primitives.cmac import CMAC

from devices.card.emrtd.tlv import Malformed

ENCRYPTION, AUTHENTICATION, PASSWORD = 1, 2, 3
"""Counters of the key derivation (ICAO 9303-11, 9.7.1)."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A block cipher with its key length, its MAC, and the hash from which its keys come."""

    key_size: int
    """Bytes in a key."""
    block: int
    """Bytes in a block: 8 is 3DES, 16 is AES."""
    digest: str
    arc: int
    """Its last arc in the identifiers of PACE and chip authentication (ICAO 9303-11, 9.2.3 and 9.2.7)."""

    def derive(self, shared: bytes, counter: int) -> bytes:
        """A key from a shared secret or a password."""
        key = hashlib.new(self.digest, shared + counter.to_bytes(4)).digest()[: self.key_size]
        return _odd_parity(key) if self.block == 8 else key

    def encrypt(self, key: bytes, iv: bytes, blocks: bytes) -> bytes:
        """CBC over whole blocks."""
        encryptor = self._cbc(key, iv).encryptor()
        return encryptor.update(blocks) + encryptor.finalize()

    def decrypt(self, key: bytes, iv: bytes, blocks: bytes) -> bytes:
        """CBC over whole blocks."""
        if len(blocks) % self.block:
            raise Malformed("a cryptogram that is not whole blocks")
        decryptor = self._cbc(key, iv).decryptor()
        return decryptor.update(blocks) + decryptor.finalize()

    def mac(self, key: bytes, message: bytes) -> bytes:
        """Eight bytes: CMAC for AES, retail MAC (ISO/IEC 9797-1, algorithm 3) for 3DES over whole blocks."""
        if self.block == 16:
            cmac = CMAC(AES(key))
            cmac.update(message)
            return cmac.finalize()[:8]
        first, second = key[:8] * 3, key[8:] * 3  # single DES is 3DES with one key
        last = self._cbc(first, bytes(8)).encryptor().update(message)[-8:]
        middle = Cipher(TripleDES(second), ECB()).decryptor().update(last)
        return Cipher(TripleDES(first), ECB()).encryptor().update(middle)

    def _cbc(self, key: bytes, iv: bytes) -> Cipher[CBC]:
        if self.block == 16:
            return Cipher(AES(key), CBC(iv))
        return Cipher(TripleDES(key if len(key) == 24 else key + key[:8]), CBC(iv))


TDES = Suite(16, 8, "sha1", 1)
AES_128 = Suite(16, 16, "sha1", 2)
AES_192 = Suite(24, 16, "sha256", 3)
AES_256 = Suite(32, 16, "sha256", 4)
SUITES = {suite.arc: suite for suite in (TDES, AES_128, AES_192, AES_256)}


def pad(message: bytes, block: int) -> bytes:
    """ISO/IEC 9797-1, padding method 2."""
    return message + b"\x80" + bytes(-(len(message) + 1) % block)


def unpad(blocks: bytes) -> bytes:
    """What `pad` was given."""
    message = blocks.rstrip(b"\0")
    if message[-1:] != b"\x80":
        raise Malformed("padding that is none")
    return message[:-1]


def _odd_parity(key: bytes) -> bytes:
    return bytes(octet ^ 1 if octet.bit_count() % 2 == 0 else octet for octet in key)
