"""PACE with generic mapping over elliptic curves: the CAN or the MRZ opens the chip (ICAO 9303-11, 4.4)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from devices.card.emrtd import mrz, tlv
from devices.card.emrtd.apdu import SHORT_MOST, Command
from devices.card.emrtd.channel import Channel, Stopped
from devices.card.emrtd.curves import STANDARDISED, Curve
from devices.card.emrtd.secure_messaging import Session
from devices.card.emrtd.suites import AES_128, AES_192, AES_256, AUTHENTICATION, PASSWORD, TDES, Suite, pad
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, Mrz, ReadFailure

ECDH_GM = bytes.fromhex("04007F000702020402")  # id-PACE-ECDH-GM, ICAO 9303-11, 9.2.1
SUITES = {1: TDES, 2: AES_128, 3: AES_192, 4: AES_256}  # its last arc

OID, INTEGER, SET = 0x06, 0x02, 0x31
MECHANISM, PASSWORD_REFERENCE, DOMAIN_PARAMETERS = 0x80, 0x83, 0x84  # ICAO 9303-11, 4.4.4.1
MRZ_REFERENCE, CAN_REFERENCE = b"\x01", b"\x02"
DYNAMIC, PUBLIC_KEY = 0x7C, 0x7F49
NO_SUCH_PASSWORD = 0x6A88

Scalars = Callable[[Curve], int]
"""Draws an ephemeral private key."""


@dataclass(frozen=True, slots=True)
class PaceInfo:
    """One way to run PACE that the chip offers and that is known here."""

    oid: bytes
    suite: Suite
    parameters: int
    """The number of the standardised domain parameters."""
    curve: Curve


def offers(card_access: bytes) -> tuple[PaceInfo, ...]:
    """What EF.CardAccess offers, the strongest cipher first (ICAO 9303-11, 9.2)."""
    found = []
    for info in tlv.objects(tlv.only(card_access, SET)):
        parts = tlv.objects(info.value)
        if [one.tag for one in parts] != [OID, INTEGER, INTEGER] or parts[0].value[:-1] != ECDH_GM:
            continue
        oid, parameters = parts[0].value, int.from_bytes(parts[2].value)
        suite, curve = SUITES.get(oid[-1]), STANDARDISED.get(parameters)
        if suite and curve:
            found.append(PaceInfo(oid, suite, parameters, curve))
    return tuple(sorted(found, key=lambda one: one.oid, reverse=True))


def open_session(
    channel: Channel, info: PaceInfo, secret: Can | Mrz, scalar: Scalars = Curve.random_scalar
) -> Session:
    """Run PACE. `scalar` gives the ephemeral keys: one for the mapping, one for the agreement."""
    password = _password(secret)
    reference = CAN_REFERENCE if isinstance(secret, Can) else MRZ_REFERENCE
    _choose(channel, info, reference)

    sealed = _step(channel, b"", 0x80)
    nonce = info.suite.decrypt(info.suite.derive(password, PASSWORD), bytes(info.suite.block), sealed)

    curve, mapping = info.curve, scalar(info.curve)
    public = curve.encode(curve.times_generator(mapping))
    theirs = curve.decode(_step(channel, tlv.encode(0x81, public), 0x82))
    generator = curve.add(curve.times_generator(int.from_bytes(nonce)), curve.times(mapping, theirs))

    private = scalar(curve)
    public = curve.encode(curve.times(private, generator))
    answer = _step(channel, tlv.encode(0x83, public), 0x84)
    if answer == public:
        raise Malformed("a chip that sends our own key back")
    shared = curve.shared(private, curve.decode(answer))

    key = info.suite.derive(shared, AUTHENTICATION)
    proof = _step(channel, tlv.encode(0x85, _token(info, key, answer)), 0x86, last=True)
    if not hmac.compare_digest(proof, _token(info, key, public)):
        raise Malformed("a chip that does not prove itself")
    return Session(info.suite, shared, bytes(info.suite.block))


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
    if answer.sw == NO_SUCH_PASSWORD and reference == CAN_REFERENCE:
        raise Stopped(ReadFailure.MRZ_NEEDED)
    if answer.sw >> 8 not in (0x90, 0x63):  # 63Cx tells how many tries are left
        raise Malformed("a chip that refuses what it offered")


def _step(channel: Channel, data: bytes, tag: int, last: bool = False) -> bytes:
    """GENERAL AUTHENTICATE, chained but for the last (ICAO 9303-11, 4.4.4.2)."""
    chaining = 0x00 if last else 0x10
    answer = channel.send(Command(chaining, 0x86, 0x00, 0x00, tlv.encode(DYNAMIC, data), le=SHORT_MOST))
    if not answer.ok:
        if last:
            raise Stopped(ReadFailure.WRONG_SECRET)
        raise Malformed("a chip that breaks PACE off")
    return tlv.need(tlv.only(answer.data, DYNAMIC), tag)


def _token(info: PaceInfo, key: bytes, public: bytes) -> bytes:
    """The proof over the other side's public key (ICAO 9303-11, 4.4.3.4)."""
    message = tlv.encode(PUBLIC_KEY, tlv.encode(OID, info.oid) + tlv.encode(0x86, public))
    return info.suite.mac(key, message if info.suite.block == 16 else pad(message, 8))
