"""Chip authentication: new session keys that only the chip with DG14's private key can know (6.2)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from devices.card.emrtd import tlv
from devices.card.emrtd.apdu import SHORT_MOST, Command, select_file
from devices.card.emrtd.channel import Channel
from devices.card.emrtd.curves import Curve
from devices.card.emrtd.files import DG1
from devices.card.emrtd.public_key import EcKey, public_key
from devices.card.emrtd.secure_messaging import Session
from devices.card.emrtd.security_infos import SecurityInfo
from devices.card.emrtd.suites import SUITES, TDES, Suite
from devices.card.emrtd.tlv import Malformed

ID_CA_ECDH = bytes.fromhex("04007F000702020302")  # ICAO 9303-11, 9.2.7; the last arc names the suite
ID_PK_ECDH = bytes.fromhex("04007F000702020102")  # ICAO 9303-11, 9.2.6

MECHANISM, KEY_REFERENCE, EPHEMERAL_KEY = 0x80, 0x84, 0x91  # ICAO 9303-11, 6.2.4
DYNAMIC = 0x7C


@dataclass(frozen=True, slots=True)
class ChipKey:
    """A key by which the chip can be told from a copy, and the ciphers that it goes with."""

    key: EcKey
    key_id: int | None
    """Its number, where the chip has several."""
    suite: Suite


def keys(infos: tuple[SecurityInfo, ...]) -> tuple[EcKey, ...]:
    """The public keys of ChipAuthenticationPublicKeyInfo whose curve is known here."""
    return tuple(key for key, _ in _public_keys(infos))


def offered(infos: tuple[SecurityInfo, ...]) -> ChipKey | None:
    """The best way of DG14 that is known here; 3DES where it names no cipher (ICAO 9303-11, 9.2.7)."""
    public = _public_keys(infos)
    ways = [
        (suite, info.number_at(1))
        for info in infos
        if info.oid[:-1] == ID_CA_ECDH and (suite := SUITES.get(info.oid[-1]))
    ]
    if not any(info.oid[:-1] == ID_CA_ECDH for info in infos):
        ways = [(TDES, key_id) for _, key_id in public]
    matching = [
        ChipKey(key, wanted if key_id is None else key_id, suite)
        for suite, wanted in ways
        for key, key_id in public
        if wanted in (None, key_id) or key_id is None
    ]
    return max(matching, key=lambda one: one.suite.arc, default=None)


def shows_its_key(
    channel: Channel, chip: ChipKey, scalar: Callable[[Curve], int] = Curve.random_scalar
) -> bool:
    """Agree on new keys, and see whether the chip's next answer is under them.

    The session of `channel` is over afterwards, unless the answer is True.
    """
    private, curve = scalar(chip.key.curve), chip.key.curve
    if not _agreed(channel, chip, curve.encode(curve.times_generator(private))):
        return False
    shared = curve.shared(private, chip.key.point)
    channel.session = Session(chip.suite, shared, bytes(chip.suite.block))
    try:
        return channel.send(select_file(DG1.fid)).ok
    except Malformed:
        return False


def _agreed(channel: Channel, chip: ChipKey, public: bytes) -> bool:
    """Whether the chip took our ephemeral key, by the commands of its cipher (ICAO 9303-11, 6.2.4)."""
    reference = b""
    if chip.key_id is not None:
        octets = chip.key_id.to_bytes((chip.key_id.bit_length() + 7) // 8 or 1)
        reference = tlv.encode(KEY_REFERENCE, octets)
    if chip.suite is TDES:
        data = tlv.encode(EPHEMERAL_KEY, public) + reference
        return channel.send(Command(0x00, 0x22, 0x41, 0xA6, data)).ok
    mechanism = tlv.encode(MECHANISM, ID_CA_ECDH + bytes([chip.suite.arc]))
    if not channel.send(Command(0x00, 0x22, 0x41, 0xA4, mechanism + reference)).ok:
        return False
    dynamic = tlv.encode(DYNAMIC, tlv.encode(MECHANISM, public))
    return channel.send(Command(0x00, 0x86, 0x00, 0x00, dynamic, le=SHORT_MOST)).ok


def _public_keys(infos: tuple[SecurityInfo, ...]) -> tuple[tuple[EcKey, int | None], ...]:
    found = []
    for info in infos:
        if info.oid == ID_PK_ECDH and info.data:
            with suppress(Malformed):  # one that cannot be read does not take the others away
                key = public_key(info.data[0])
                if isinstance(key, EcKey):
                    found.append((key, info.number_at(1)))
    return tuple(found)
