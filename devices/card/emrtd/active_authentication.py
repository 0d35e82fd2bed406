"""Active authentication: the chip signs a challenge with the private key of DG15 (ICAO 9303-11, 6.1)."""

from __future__ import annotations

import hashlib
import hmac

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from devices.card.emrtd import tlv
from devices.card.emrtd.apdu import EXTENDED_MOST, SHORT_MOST, Command
from devices.card.emrtd.channel import Channel
from devices.card.emrtd.public_key import EcKey, RsaKey, public_key
from devices.card.emrtd.security_infos import OID, SecurityInfo

ID_AA = bytes.fromhex("678108010105")  # ICAO 9303-11, 9.2.8
ECDSA_PLAIN = bytes.fromhex("04007F000701010401")  # BSI TR-03111, 5.2.1; the last arc names the hash
HASHES: dict[int, hashes.HashAlgorithm] = {
    1: hashes.SHA1(),  # 9303-11, 6.1.2.3 forbids it today; older documents have it
    2: hashes.SHA224(),
    3: hashes.SHA256(),
    4: hashes.SHA384(),
    5: hashes.SHA512(),
}

HEADER = 0x6A  # ISO/IEC 9796-2, 8: part of the message is recovered, and nothing is padded
TRAILERS = {  # ICAO 9303-11, 6.1.2.2: hash by the last byte, or the last two
    0xBC: {0xBC: "sha1"},
    0xCC: {0x33: "sha1", 0x38: "sha224", 0x34: "sha256", 0x36: "sha384", 0x35: "sha512"},
}


def key_in(dg15: bytes) -> EcKey | RsaKey | None:
    """The public key of DG15, or None where it is of a kind that is not known here."""
    return public_key(tlv.read(tlv.only(dg15, 0x6F))[0])


def sign(channel: Channel, key: EcKey | RsaKey, challenge: bytes) -> bytes:
    """What the chip answers to `challenge`; empty where it does not sign.

    A signature that does not fit a short answer is asked for in extended form, whatever EF.ATR/INFO says:
    a chip with such a key has it (ICAO 9303-11, 6.1.4).
    """
    size = key.size if isinstance(key, RsaKey) else 2 * key.curve.order_size
    fits = channel.session is None or size <= channel.session.largest(SHORT_MOST)
    le = SHORT_MOST if fits or not channel.extended else EXTENDED_MOST
    answer = channel.send(Command(0x00, 0x88, 0x00, 0x00, challenge, le))
    return answer.data if answer.ok else b""


def verifies(
    key: EcKey | RsaKey, infos: tuple[SecurityInfo, ...], challenge: bytes, signature: bytes
) -> bool | None:
    """Whether `signature` is by this key, and over `challenge`; None where its hash is not known here.

    `infos` are those of DG14. Where they name no hash, any will do: each takes the private key.
    """
    if isinstance(key, RsaKey):
        return _recovers(key, challenge, signature)
    named = _named_hashes(infos)
    candidates = [HASHES[arc] for arc in named or HASHES if arc in HASHES]
    if not candidates:
        return None
    return any(_ecdsa_verifies(key, hash_, challenge, signature) for hash_ in candidates)


def _named_hashes(infos: tuple[SecurityInfo, ...]) -> list[int]:
    """Those of ActiveAuthenticationInfo, by the last arc of ecdsa-plain (ICAO 9303-11, 9.2.8)."""
    algorithms = [info.data[1] for info in infos if info.oid == ID_AA and len(info.data) > 1]
    return [one.value[-1] for one in algorithms if one.tag == OID and one.value[:-1] == ECDSA_PLAIN]


def _ecdsa_verifies(key: EcKey, hash_: hashes.HashAlgorithm, challenge: bytes, signature: bytes) -> bool:
    size = key.curve.order_size
    if len(signature) != 2 * size:
        return False
    r, s = int.from_bytes(signature[:size]), int.from_bytes(signature[size:])
    public = ec.EllipticCurvePublicNumbers(key.point.x, key.point.y, key.curve.named).public_key()
    try:
        public.verify(encode_dss_signature(r, s), challenge, ec.ECDSA(hash_))
    except InvalidSignature:
        return False
    return True


def _recovers(key: RsaKey, challenge: bytes, signature: bytes) -> bool:
    """ISO/IEC 9796-2, scheme 1: header, the chip's own nonce, the hash over both nonces, trailer.

    The signature may stand for its complement (B.4, which an inspection system should know): the last four
    bits tell.
    """
    value = int.from_bytes(signature)
    if len(signature) != key.size or value >= key.modulus:
        return False
    opened = pow(value, key.exponent, key.modulus)
    if opened & 0xF != 0xC:
        opened = key.modulus - opened
    message = opened.to_bytes(key.size)
    name = TRAILERS.get(message[-1], {}).get(message[-1] if message[-1] == 0xBC else message[-2])
    if message[0] != HEADER or name is None:
        return False
    trailer = 1 if message[-1] == 0xBC else 2
    digest_size = hashlib.new(name).digest_size
    recovered = message[1 : -trailer - digest_size]
    if not recovered:
        return False
    digest = hashlib.new(name, recovered + challenge).digest()
    return hmac.compare_digest(digest, message[-trailer - digest_size : -trailer])
