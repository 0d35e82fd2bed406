"""A reader's side of PACE and secure messaging: plain, slow, and with no code of chip or driver."""

from __future__ import annotations

import hashlib
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

from demo.card.vpcd import Card

OPENED = "9000"

Point = tuple[int, int] | None


def plus(p: int, a: int, one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    if one[0] == other[0] and (one[1] + other[1]) % p == 0:
        return None
    slope = (
        (3 * one[0] * one[0] + a) * pow(2 * one[1], -1, p)
        if one == other
        else (other[1] - one[1]) * pow(other[0] - one[0], -1, p)
    )
    x = (slope * slope - one[0] - other[0]) % p
    return x, (slope * (one[0] - x) - one[1]) % p


def times(p: int, a: int, scalar: int, point: Point) -> Point:
    total: Point = None
    while scalar:
        if scalar & 1:
            total = plus(p, a, total, point)
        point = plus(p, a, point, point)
        scalar >>= 1
    return total


CURVES = {
    12: (
        0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
        -3,
        (
            0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
            0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
        ),
    ),
    13: (
        0xA9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377,
        0x7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9,
        (
            0x8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262,
            0x547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997,
        ),
    ),
}


class Terminal:
    """A reader's side of PACE and of secure messaging with AES."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._counter = -1
        self._encryption = self._checksums = b""

    def plain(self, command: str) -> tuple[bytes, str]:
        answer = self._card.answer(bytes.fromhex(command))
        return answer[:-2], answer[-2:].hex().upper()

    def open(self, reference: int, seed: bytes) -> list[str]:
        """The status words of PACE's five commands, as many as there were."""
        access, _ = self.plain("00B09C0000")
        arc, curve = access[15], access[-1]
        p, a, generator = CURVES[curve]
        oid = bytes.fromhex("04007F000702020402") + bytes([arc])
        length = {2: 16, 4: 32}[arc]

        def derive(secret: bytes, number: int) -> bytes:
            digest = hashlib.sha1 if length == 16 else hashlib.sha256
            return digest(secret + bytes([0, 0, 0, number])).digest()[:length]

        def step(command: int, content: bytes) -> tuple[bytes, str]:
            body = b"\x7c" + bytes([len(content)]) + content
            answer, status = self.plain(f"{command:02X}860000{len(body):02X}{body.hex()}00")
            return answer[4:], status

        def encode(point: Point) -> bytes:
            assert point
            return b"\x04" + point[0].to_bytes(32) + point[1].to_bytes(32)

        def decode(octets: bytes) -> Point:
            return int.from_bytes(octets[1:33]), int.from_bytes(octets[33:65])

        def token(key: bytes, point: bytes) -> bytes:
            code = CMAC(algorithms.AES(key))
            code.update(bytes.fromhex("7F494F060A") + oid + bytes.fromhex("8641") + point)
            return code.finalize()[:8]

        _, first = self.plain(f"0022C1A40F800A{oid.hex()}8301{reference:02X}")
        cryptogram, second = step(0x10, b"")
        cipher = Cipher(algorithms.AES(derive(seed, 3)), modes.CBC(bytes(16))).decryptor()
        nonce = int.from_bytes(cipher.update(cryptogram) + cipher.finalize())
        mine = secrets.randbits(250)
        theirs, third = step(0x10, b"\x81\x41" + encode(times(p, a, mine, generator)))
        mapped = plus(p, a, times(p, a, nonce, generator), times(p, a, mine, decode(theirs)))
        mine = secrets.randbits(250)
        public = encode(times(p, a, mine, mapped))
        theirs, fourth = step(0x10, b"\x83\x41" + public)
        shared = times(p, a, mine, decode(theirs))
        assert shared
        self._encryption = derive(shared[0].to_bytes(32), 1)
        self._checksums = derive(shared[0].to_bytes(32), 2)
        answer, fifth = step(0x00, b"\x85\x08" + token(self._checksums, theirs))
        if fifth == OPENED:
            assert answer == token(self._checksums, public)
            self._counter = 0
        return [first, second, third, fourth, fifth]

    def agree_anew(self, curve: int, static: bytes) -> tuple[bytes, str]:
        """GENERAL AUTHENTICATE of chip authentication with AES-128, and the new keys from here on."""
        p, a, generator = CURVES[curve]
        mine = secrets.randbits(250)
        public, shared = (
            times(p, a, mine, point)
            for point in (generator, (int.from_bytes(static[1:33]), int.from_bytes(static[33:])))
        )
        assert public
        assert shared
        key = b"\x04" + public[0].to_bytes(32) + public[1].to_bytes(32)
        answer = self.protected("0C860000", bytes.fromhex("7C438041") + key, le=b"\x00")
        secret = shared[0].to_bytes(32)
        self._encryption, self._checksums = (
            hashlib.sha1(secret + bytes([0, 0, 0, number])).digest()[:16] for number in (1, 2)
        )
        self._counter = 0
        return answer

    def protected(
        self, command: str, data: bytes = b"", le: bytes = b"", extended: bool = False
    ) -> tuple[bytes, str]:
        header = bytes.fromhex(command)
        body = b""
        self._counter += 1
        if data:
            cryptogram = self._cbc(pad(data), "encrypt")
            body += b"\x87" + bytes([len(cryptogram) + 1]) + b"\x01" + cryptogram
        if le:
            body += b"\x97" + bytes([len(le)]) + le
        body += b"\x8e\x08" + self._mac(pad(header) + (pad(body) if body else b""))
        length = b"\x00" + len(body).to_bytes(2) if extended else bytes([len(body)])
        answer = self._card.answer(header + length + body + (b"\x00\x00" if extended else b"\x00"))
        answer, status = answer[:-2], answer[-2:].hex().upper()
        if not answer:
            return b"", status
        assert len(answer) <= (2048 if extended else 256)
        self._counter += 1
        assert answer[-8:] == self._mac(pad(answer[:-10]))
        assert answer[-14:-12] == b"\x99\x02"
        assert answer[-12:-10].hex().upper() == status
        if answer[0] != 0x87:
            return b"", status
        octets = answer[1] & 0x7F if answer[1] & 0x80 else 0
        return self._cbc(answer[3 + octets : -14], "decrypt").rstrip(b"\x00")[:-1], status

    def _cbc(self, blocks: bytes, way: str) -> bytes:
        ecb = Cipher(algorithms.AES(self._encryption), modes.ECB()).encryptor()
        iv = ecb.update(self._counter.to_bytes(16)) + ecb.finalize()
        cipher = Cipher(algorithms.AES(self._encryption), modes.CBC(iv))
        context = cipher.encryptor() if way == "encrypt" else cipher.decryptor()
        return context.update(blocks) + context.finalize()

    def _mac(self, padded: bytes) -> bytes:
        code = CMAC(algorithms.AES(self._checksums))
        code.update(self._counter.to_bytes(16) + padded)
        return code.finalize()[:8]


def pad(message: bytes) -> bytes:
    return message + b"\x80" + bytes(-(len(message) + 1) % 16)
