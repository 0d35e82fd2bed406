"""The chip's side of PACE over elliptic curves, with its three mappings (ICAO 9303-11, 4.4 and 9.2)."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Mapping as Map, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from demo.card import integrated, tlv
from demo.card.apdu import Answer, Command, Sw
from demo.card.curve import BRAINPOOL_P256R1, Curve, NotOnCurve, Point
from demo.card.keys import AgreementKey
from demo.card.secure_messaging import SecureChannel
from demo.card.suites import AES_128, FOR_CHECKSUMS, FOR_ENCRYPTION, FOR_PASSWORD, Suite, pad

MRZ = 1
CAN = 2
"""Password references of MSE:Set AT (9303-11, 4.4.4.1)."""

_ID_PACE = bytes.fromhex("04007F0007020204")
_DYNAMIC_AUTHENTICATION_DATA = 0x7C
_TOKEN, _CHIP_AUTHENTICATION_DATA = 0x86, 0x8A


class Mapping(IntEnum):
    """The arc behind id-PACE (9303-11, 9.2.3), over elliptic curves."""

    GENERIC = 2
    INTEGRATED = 4
    CHIP_AUTHENTICATION = 6


@dataclass(frozen=True, slots=True)
class PaceProtocol:
    """What EF.CardAccess announces."""

    suite: Suite = AES_128
    curve: Curve = BRAINPOOL_P256R1
    mapping: Mapping = Mapping.GENERIC

    @property
    def oid(self) -> bytes:
        """The value of the object identifier, without tag."""
        return _ID_PACE + bytes([self.mapping, self.suite.arc])

    def info(self) -> bytes:
        """The PACEInfo (9303-11, 9.2.1), version 2."""
        version, parameters = b"\x02", bytes([self.curve.parameter_id])
        return tlv.encode(
            0x30, tlv.encode(0x06, self.oid), tlv.encode(0x02, version), tlv.encode(0x02, parameters)
        )


def password_seed(reference: int, characters: str) -> bytes:
    """K of the password key (9303-11, 9.7.3): the CAN as it is, the MRZ information hashed."""
    raw = characters.encode("ascii")
    return hashlib.sha1(raw, usedforsecurity=False).digest() if reference == MRZ else raw


class _Step(Enum):
    IDLE = auto()
    CHOSEN = auto()
    NONCE_SENT = auto()
    MAPPED = auto()
    AGREED = auto()


class Pace:
    """One run at a time; a new MSE:Set AT starts over. `seeds` are the passwords by their reference."""

    def __init__(
        self,
        protocols: Sequence[PaceProtocol],
        seeds: Map[int, bytes],
        random: Callable[[int], bytes] = os.urandom,
        static: AgreementKey | None = None,
    ) -> None:
        """`static` is the key of EF.CardSecurity, which chip authentication mapping shows."""
        self._protocols = protocols
        self._seeds = seeds
        self._random = random
        self._static = static
        self._forget(protocols[0])

    def _forget(self, protocol: PaceProtocol) -> None:
        self._step = _Step.IDLE
        self._protocol = protocol
        self._seed = b""
        self._nonce = b""
        self._generator: Point = protocol.curve.generator
        self._mapping_key = 0
        self._terminal_key = b""
        self._chip_key = b""
        self._shared = b""

    def set_at(self, data: bytes) -> Sw:
        """MSE:Set AT (9303-11, 4.4.4.1)."""
        self._step = _Step.IDLE
        try:
            found = dict(tlv.objects(data))
        except tlv.MalformedObject:
            return Sw.WRONG_DATA
        known = [protocol for protocol in self._protocols if protocol.oid == found.get(0x80)]
        if not known:
            return Sw.WRONG_DATA
        parameters = found.get(0x84, bytes([known[0].curve.parameter_id]))
        meant = [protocol for protocol in known if bytes([protocol.curve.parameter_id]) == parameters]
        seed = self._seeds.get(int.from_bytes(found.get(0x83, b"")))
        if seed is None or not meant:
            return Sw.REFERENCE_NOT_FOUND
        self._forget(meant[0])
        self._seed = seed
        self._step = _Step.CHOSEN
        return Sw.OK

    def general_authenticate(self, command: Command) -> tuple[Answer, SecureChannel | None]:
        """One of the four steps (9303-11, 4.4.4.2). The channel comes with the last, where both agree."""
        step = self._step
        self._step = _Step.IDLE
        if step is _Step.IDLE:
            return Answer(Sw.CONDITIONS_OF_USE), None
        if command.chained is (step is _Step.AGREED):
            return Answer(Sw.LAST_OF_CHAIN_EXPECTED), None
        try:
            [(tag, inner)] = tlv.objects(command.data)
            given = dict(tlv.objects(inner))
        except ValueError:
            return Answer(Sw.WRONG_DATA), None
        if tag != _DYNAMIC_AUTHENTICATION_DATA:
            return Answer(Sw.WRONG_DATA), None
        try:
            match step:
                case _Step.CHOSEN:
                    return self._encrypted_nonce(), None
                case _Step.NONCE_SENT if 0x81 in given:
                    return self._map_nonce(given[0x81]), None
                case _Step.MAPPED if 0x83 in given:
                    return self._agree_key(given[0x83]), None
                case _Step.AGREED if 0x85 in given:
                    return self._authenticate(given[0x85])
        except NotOnCurve:
            return Answer(Sw.NOT_AUTHENTICATED), None
        return Answer(Sw.WRONG_DATA), None

    def _encrypted_nonce(self) -> Answer:
        suite = self._protocol.suite
        integrates = self._protocol.mapping is Mapping.INTEGRATED
        self._nonce = self._random(integrated.nonce_octets(suite) if integrates else 16)
        password = suite.derive(self._seed, FOR_PASSWORD)
        cryptogram = suite.encrypt(password, bytes(suite.block), self._nonce)
        self._step = _Step.NONCE_SENT
        return _dynamic((0x80, cryptogram))

    def _map_nonce(self, mapping_data: bytes) -> Answer:
        suite, curve = self._protocol.suite, self._protocol.curve
        if self._protocol.mapping is Mapping.INTEGRATED:
            if len(mapping_data) != suite.key_octets:
                return Answer(Sw.WRONG_DATA)
            self._generator = integrated.map_to_curve(suite, curve, self._nonce, mapping_data)
            self._step = _Step.MAPPED
            return _dynamic((0x82, b""))
        self._mapping_key = self._private_key()
        shared = curve.multiply(self._mapping_key, curve.decode(mapping_data))
        self._generator = curve.multiply_and_add(int.from_bytes(self._nonce), curve.generator, shared)
        self._step = _Step.MAPPED
        return _dynamic((0x82, curve.encode(curve.multiply(self._mapping_key, curve.generator))))

    def _agree_key(self, terminal_key: bytes) -> Answer:
        curve = self._protocol.curve
        private = self._private_key()
        shared, _ = curve.multiply(private, curve.decode(terminal_key))
        self._shared = shared.to_bytes(curve.octets)
        self._terminal_key = terminal_key
        self._chip_key = curve.encode(curve.multiply(private, self._generator))
        if self._chip_key == terminal_key:  # 9303-11, 4.4.1: both shall differ
            return Answer(Sw.NOT_AUTHENTICATED)
        self._step = _Step.AGREED
        return _dynamic((0x84, self._chip_key))

    def _private_key(self) -> int:
        """Evenly from 1 to n - 1 (FIPS 186-5, A.2.1: 64 bits more than needed)."""
        curve = self._protocol.curve
        return int.from_bytes(self._random(curve.octets + 8)) % (curve.n - 1) + 1

    def _authenticate(self, token: bytes) -> tuple[Answer, SecureChannel | None]:
        suite = self._protocol.suite
        encryption = suite.derive(self._shared, FOR_ENCRYPTION)
        checksums = suite.derive(self._shared, FOR_CHECKSUMS)
        if not hmac.compare_digest(token, self._token(checksums, self._chip_key)):
            return Answer(Sw.NOT_AUTHENTICATED), None
        objects = [(_TOKEN, self._token(checksums, self._terminal_key))]
        if self._protocol.mapping is Mapping.CHIP_AUTHENTICATION and self._static:
            objects.append((_CHIP_AUTHENTICATION_DATA, self._chip_authentication_data(encryption)))
        answer = _dynamic(*objects)
        self._forget(self._protocol)
        return answer, SecureChannel(suite, encryption, checksums)

    def _chip_authentication_data(self, encryption: bytes) -> bytes:
        """9303-11, 4.4.3.5: what the mapping key is to the static one."""
        assert self._static
        curve, suite = self._protocol.curve, self._protocol.suite
        factor = pow(self._static.private, -1, curve.n) * self._mapping_key % curve.n
        octets = (curve.n.bit_length() + 7) // 8
        iv = suite.encrypt(encryption, bytes(suite.block), b"\xff" * suite.block)
        return suite.encrypt(encryption, iv, pad(factor.to_bytes(octets), suite.block))

    def _token(self, checksums: bytes, public_key: bytes) -> bytes:
        """9303-11, 4.4.3.4: over the other side's ephemeral key."""
        body = tlv.encode(0x7F49, tlv.encode(0x06, self._protocol.oid), tlv.encode(0x86, public_key))
        return self._protocol.suite.mac(checksums, body)


def _dynamic(*objects: tuple[int, bytes]) -> Answer:
    inner = (tlv.encode(tag, value) for tag, value in objects)
    return Answer(Sw.OK, tlv.encode(_DYNAMIC_AUTHENTICATION_DATA, *inner))
