"""PACE over elliptic curves: the CAN or the MRZ opens the chip (ICAO 9303-11, 4.4).

With its three mappings: generic, integrated, and chip authentication. PACE over finite fields (DH) is not
here: no document that comes to a town hall is known to need it, and a chip with nothing else is tried by BAC.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from devices.card.emrtd import integrated_mapping, mrz, security_infos, tlv
from devices.card.emrtd.apdu import SHORT_MOST, Command
from devices.card.emrtd.channel import Channel, Stopped
from devices.card.emrtd.curves import STANDARDISED, Curve, Point
from devices.card.emrtd.secure_messaging import Session
from devices.card.emrtd.security_infos import INTEGER, OID, SecurityInfo
from devices.card.emrtd.suites import (
    AUTHENTICATION,
    ENCRYPTION,
    PASSWORD,
    SUITES,
    TDES,
    Suite,
    pad,
    unpad,
)
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, Mrz, ReadFailure

ID_PACE = bytes.fromhex("04007F0007020204")  # ICAO 9303-11, 9.2.1

MECHANISM, PASSWORD_REFERENCE, DOMAIN_PARAMETERS = 0x80, 0x83, 0x84  # ICAO 9303-11, 4.4.4.1
MRZ_REFERENCE, CAN_REFERENCE = b"\x01", b"\x02"
DYNAMIC, PUBLIC_KEY = 0x7C, 0x7F49
CHIP_AUTHENTICATION_DATA = 0x8A  # ICAO 9303-11, 4.4.5

Scalars = Callable[[Curve], int]
"""Draws an ephemeral private key."""


class Mapping(IntEnum):
    """How the nonce gives a generator: the arc behind id-PACE (ICAO 9303-11, 9.2.3)."""

    GENERIC = 2
    INTEGRATED = 4
    CHIP_AUTHENTICATION = 6


@dataclass(frozen=True, slots=True)
class PaceInfo:
    """One way to run PACE that the chip offers and that is known here."""

    mapping: Mapping
    suite: Suite
    parameters: int
    """The number of the standardised domain parameters."""

    @property
    def oid(self) -> bytes:
        """DER contents of its object identifier."""
        return ID_PACE + bytes([self.mapping, self.suite.arc])

    @property
    def curve(self) -> Curve:
        """The curve of these domain parameters."""
        return STANDARDISED[self.parameters]


@dataclass(frozen=True, slots=True)
class ChipMapping:
    """What chip authentication mapping showed, until it is held against the chip's key (9303-11, 4.4.3.5)."""

    curve: Curve
    mapping_key: Point = field(repr=False)
    factor: int = field(repr=False)

    def shown_by(self, curve: Curve, key: Point) -> bool:
        """True where only a chip with the private part of `key` could have said this."""
        if curve != self.curve or not 0 < self.factor < curve.named.group_order - 1:
            return False
        return curve.times(self.factor, key) == self.mapping_key


@dataclass(frozen=True, slots=True)
class Agreed:
    """The session, and what a chip showed along with it."""

    session: Session
    chip: ChipMapping | None


class _Refused(Exception):
    """The chip does not go on with this way of running PACE; it may with another."""


def offers(card_access: bytes) -> tuple[PaceInfo, ...]:
    """What EF.CardAccess offers, each once, the best first (ICAO 9303-11, 9.2)."""
    return known(security_infos.parse(card_access))


def known(infos: tuple[SecurityInfo, ...]) -> tuple[PaceInfo, ...]:
    """Those of `infos` that are PACE as it is known here.

    A mapping that proves the chip comes before others, a longer key before a shorter one, a larger curve
    before a smaller one.
    """
    found = {one for info in infos if (one := _pace_info(info))}
    return tuple(sorted(found, key=_worth, reverse=True))


def _pace_info(info: SecurityInfo) -> PaceInfo | None:
    if info.oid[:-2] != ID_PACE or [one.tag for one in info.data] != [INTEGER, INTEGER]:
        return None
    suite, parameters = SUITES.get(info.oid[-1]), info.number_at(1)
    curve = STANDARDISED.get(parameters) if parameters else None
    if not suite or not parameters or not curve or info.oid[-2] not in list(Mapping):
        return None
    mapping = Mapping(info.oid[-2])
    defined = suite is not TDES if mapping is Mapping.CHIP_AUTHENTICATION else True
    if mapping is Mapping.INTEGRATED:
        defined = curve.p % 4 == 3  # 9303-11, appendix B.2
    return PaceInfo(mapping, suite, parameters) if defined else None


def _worth(info: PaceInfo) -> tuple[bool, int, int, bool]:
    return (
        info.mapping is Mapping.CHIP_AUTHENTICATION,
        info.suite.arc,
        info.curve.p.bit_length(),
        info.mapping is Mapping.GENERIC,
    )


def open_session(
    channel: Channel,
    info: PaceInfo,
    secret: Can | Mrz,
    scalar: Scalars = Curve.random_scalar,
    randomly: Callable[[int], bytes] = secrets.token_bytes,
) -> Agreed | None:
    """Run PACE; None where the chip refuses this way of it before the secret was put to the test.

    `scalar` gives the ephemeral keys: one for the mapping, if it takes one, then one for the agreement.
    `randomly` gives the nonce of integrated mapping.
    """
    try:
        return _run(channel, info, secret, scalar, randomly)
    except _Refused:
        return None


def _run(
    channel: Channel, info: PaceInfo, secret: Can | Mrz, scalar: Scalars, randomly: Callable[[int], bytes]
) -> Agreed:
    suite, curve = info.suite, info.curve
    _choose(channel, info, CAN_REFERENCE if isinstance(secret, Can) else MRZ_REFERENCE)
    sealed = tlv.need(_step(channel, b""), 0x80)
    nonce = suite.decrypt(suite.derive(_password(secret), PASSWORD), bytes(suite.block), sealed)

    if info.mapping is Mapping.INTEGRATED:
        generator, mapping_key = _integrated(channel, info, nonce, randomly(suite.key_size)), None
    else:
        generator, mapping_key = _generic(channel, curve, nonce, scalar(curve))

    private = scalar(curve)
    public = curve.encode(curve.times(private, generator))
    answer = tlv.need(_step(channel, tlv.encode(0x83, public)), 0x84)
    if answer == public:
        raise Malformed("a chip that sends our own key back")
    shared = curve.shared(private, curve.decode(answer))

    key = suite.derive(shared, AUTHENTICATION)
    proof = _step(channel, tlv.encode(0x85, _token(info, key, answer)), last=True)
    if not hmac.compare_digest(tlv.need(proof, 0x86), _token(info, key, public)):
        raise Malformed("a chip that does not prove itself")
    chip = None
    if info.mapping is Mapping.CHIP_AUTHENTICATION and mapping_key:
        chip = ChipMapping(curve, mapping_key, _factor(suite, shared, proof))
    return Agreed(Session(suite, shared, bytes(suite.block)), chip)


def _generic(channel: Channel, curve: Curve, nonce: bytes, private: int) -> tuple[Point, Point]:
    """The new generator, and the chip's key by which it was made (ICAO 9303-11, 4.4.3.3.1)."""
    public = curve.encode(curve.times_generator(private))
    theirs = curve.decode(tlv.need(_step(channel, tlv.encode(0x81, public)), 0x82))
    return curve.add(curve.times_generator(int.from_bytes(nonce)), curve.times(private, theirs)), theirs


def _integrated(channel: Channel, info: PaceInfo, s: bytes, t: bytes) -> Point:
    """The new generator; the chip answers with an empty data object (ICAO 9303-11, 4.4.5.2.2)."""
    _step(channel, tlv.encode(0x81, t))
    return integrated_mapping.generator(info.suite, info.curve, s, t)


def _factor(suite: Suite, shared: bytes, proof: bytes) -> int:
    """CA_IC out of the encrypted chip authentication data; 0 where there is none (ICAO 9303-11, 4.4.3.5)."""
    sealed = tlv.find(proof, CHIP_AUTHENTICATION_DATA)
    if not sealed:
        return 0
    key = suite.derive(shared, ENCRYPTION)
    iv = suite.encrypt(key, bytes(suite.block), b"\xff" * suite.block)
    try:
        return int.from_bytes(unpad(suite.decrypt(key, iv, sealed)))
    except Malformed:
        return 0


def _password(secret: Can | Mrz) -> bytes:
    """ICAO 9303-11, 9.7.3."""
    if isinstance(secret, Can):
        return secret.digits.encode("latin-1", errors="replace")
    return hashlib.sha1(mrz.key_information(secret), usedforsecurity=False).digest()


def _choose(channel: Channel, info: PaceInfo, reference: bytes) -> None:
    """MSE:Set AT. The domain parameters are always named: some chips insist, even on the one they have."""
    data = tlv.encode(MECHANISM, info.oid) + tlv.encode(PASSWORD_REFERENCE, reference)
    data += tlv.encode(DOMAIN_PARAMETERS, bytes([info.parameters]))
    answer = channel.send(Command(0x00, 0x22, 0xC1, 0xA4, data))
    if answer.sw >> 8 not in (0x90, 0x63):  # 63Cx tells how many tries are left
        raise _Refused


def _step(channel: Channel, data: bytes, last: bool = False) -> bytes:
    """The dynamic data that GENERAL AUTHENTICATE brings, chained but for the last (ICAO 9303-11, 4.4.4.2)."""
    chaining = 0x00 if last else 0x10
    answer = channel.send(Command(chaining, 0x86, 0x00, 0x00, tlv.encode(DYNAMIC, data), le=SHORT_MOST))
    if answer.ok:
        return tlv.only(answer.data, DYNAMIC)
    if last:
        raise Stopped(ReadFailure.WRONG_SECRET)
    raise _Refused


def _token(info: PaceInfo, key: bytes, public: bytes) -> bytes:
    """The proof over the other side's public key (ICAO 9303-11, 4.4.3.4)."""
    message = tlv.encode(PUBLIC_KEY, tlv.encode(OID, info.oid) + tlv.encode(0x86, public))
    return info.suite.mac(key, message if info.suite.block == 16 else pad(message, 8))
