"""Basic Access Control: the MRZ opens chips that know no PACE (ICAO 9303-11, 4.3)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable

from devices.card.emrtd import mrz
from devices.card.emrtd.apdu import Command
from devices.card.emrtd.channel import Channel, Stopped
from devices.card.emrtd.secure_messaging import Session
from devices.card.emrtd.suites import AUTHENTICATION, ENCRYPTION, TDES, pad
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Mrz, ReadFailure

IV = bytes(8)


def open_session(
    channel: Channel, secret: Mrz, randomly: Callable[[int], bytes] = secrets.token_bytes
) -> Session:
    """Prove that we know the MRZ and agree on keys. `randomly` is asked for RND.IFD, then for K.IFD."""
    seed = hashlib.sha1(mrz.key_information(secret), usedforsecurity=False).digest()[:16]
    encryption, authentication = TDES.derive(seed, ENCRYPTION), TDES.derive(seed, AUTHENTICATION)

    challenge = channel.send(Command(0x00, 0x84, 0x00, 0x00, le=8))
    if not challenge.ok or len(challenge.data) != 8:
        raise Malformed("a chip that gives no challenge")
    ours, our_key = randomly(8), randomly(16)
    cryptogram = TDES.encrypt(encryption, IV, ours + challenge.data + our_key)
    proof = cryptogram + TDES.mac(authentication, pad(cryptogram, 8))
    answer = channel.send(Command(0x00, 0x82, 0x00, 0x00, proof, le=40))
    if not answer.ok:
        raise Stopped(ReadFailure.WRONG_SECRET)

    cryptogram, mac = answer.data[:32], answer.data[32:]
    if not hmac.compare_digest(mac, TDES.mac(authentication, pad(cryptogram, 8))):
        raise Malformed("a chip that does not prove itself")
    plain = TDES.decrypt(encryption, IV, cryptogram)
    if plain[:16] != challenge.data + ours:
        raise Malformed("a chip that answers another challenge")
    shared = bytes(mine ^ its for mine, its in zip(our_key, plain[16:], strict=True))
    return Session(TDES, shared, challenge.data[4:] + ours[4:])
