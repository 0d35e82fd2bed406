"""The private keys that never leave a chip, and what its files say of them (ICAO 9303-11, 6 and 9.2)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from demo.card import tlv
from demo.card.curve import BRAINPOOL_P256R1, Curve
from demo.card.suites import AES_128, Suite

_ID_PK_ECDH = bytes.fromhex("04007F000702020102")
ID_CA_ECDH = bytes.fromhex("04007F000702020302")
_ID_AA = bytes.fromhex("678108010105")
_ECDSA_PLAIN = bytes.fromhex("04007F000701010401")
_EC_PUBLIC_KEY = bytes.fromhex("2A8648CE3D0201")
_PRIME_FIELD = bytes.fromhex("2A8648CE3D0101")
_RSA_ENCRYPTION = bytes.fromhex("2A864886F70D010101")
_NAMES = {
    12: "2A8648CE3D030107",
    13: "2B2403030208010107",
    15: "2B81040022",
    16: "2B240303020801010B",
    17: "2B240303020801010D",
    18: "2B81040023",
}
"""Values of object identifiers; those of the curves by their number in 9303-11, table 6."""

_HASHES: dict[str, tuple[int, hashes.HashAlgorithm, bytes]] = {
    "sha1": (1, hashes.SHA1(), b"\xbc"),
    "sha224": (2, hashes.SHA224(), b"\x38\xcc"),
    "sha256": (3, hashes.SHA256(), b"\x34\xcc"),
    "sha384": (4, hashes.SHA384(), b"\x36\xcc"),
    "sha512": (5, hashes.SHA512(), b"\x35\xcc"),
}
"""The last arc of ecdsa-plain, the hash, and the trailer of ISO/IEC 9796-2 (9303-11, 6.1.2.2)."""

Random = Callable[[int], bytes]


def _integer(number: int) -> bytes:
    return tlv.encode(0x02, number.to_bytes(number.bit_length() // 8 + 1))


def _oid(value: bytes) -> bytes:
    return tlv.encode(0x06, value)


def _key_info(algorithm: bytes, parameters: bytes, key: bytes) -> bytes:
    """SubjectPublicKeyInfo (RFC 5280, 4.1)."""
    return tlv.encode(0x30, tlv.encode(0x30, _oid(algorithm), parameters), tlv.encode(0x03, b"\x00", key))


def _curve_info(curve: Curve, private: int, spelled_out: bool) -> bytes:
    parameters = _spelled_out(curve) if spelled_out else _oid(bytes.fromhex(_NAMES[curve.parameter_id]))
    point = curve.encode(curve.multiply(private, curve.generator))
    return _key_info(_EC_PUBLIC_KEY, parameters, point)


def _spelled_out(curve: Curve) -> bytes:
    """ECParameters (BSI TR-03111, 5.1): what most documents have in the place of a name."""
    coefficients = (tlv.encode(0x04, number.to_bytes(curve.octets)) for number in (curve.a, curve.b))
    return tlv.encode(
        0x30,
        _integer(1),
        tlv.encode(0x30, _oid(_PRIME_FIELD), _integer(curve.p)),
        tlv.encode(0x30, *coefficients),
        tlv.encode(0x04, curve.encode(curve.generator)),
        _integer(curve.n),
        _integer(1),
    )


@dataclass(frozen=True, slots=True, repr=False)
class AgreementKey:
    """For chip authentication, or for PACE with chip authentication mapping."""

    curve: Curve
    private: int
    suite: Suite = AES_128
    key_id: int | None = None
    spelled_out: bool = True
    """Whether its file spells the curve out, or names it."""

    def infos(self) -> tuple[bytes, ...]:
        """ChipAuthenticationInfo and ChipAuthenticationPublicKeyInfo (9303-11, 9.2.6 and 9.2.7)."""
        number = b"" if self.key_id is None else _integer(self.key_id)
        protocol = _oid(ID_CA_ECDH + bytes([self.suite.arc]))
        key = _curve_info(self.curve, self.private, self.spelled_out)
        return (
            tlv.encode(0x30, protocol, _integer(1), number),
            tlv.encode(0x30, _oid(_ID_PK_ECDH), key, number),
        )


@dataclass(frozen=True, slots=True, repr=False)
class EcdsaKey:
    """For active authentication with plain ECDSA (9303-11, 6.1.2.3)."""

    curve: Curve
    private: int
    digest: str = "sha256"
    spelled_out: bool = False

    def infos(self) -> tuple[bytes, ...]:
        """ActiveAuthenticationInfo (9303-11, 9.2.8)."""
        algorithm = _oid(_ECDSA_PLAIN + bytes([_HASHES[self.digest][0]]))
        return (tlv.encode(0x30, _oid(_ID_AA), _integer(1), algorithm),)

    def public(self) -> bytes:
        """What DG15 holds."""
        return _curve_info(self.curve, self.private, self.spelled_out)

    def sign(self, challenge: bytes, random: Random) -> bytes:
        """r and s, each as long as the order."""
        key = ec.derive_private_key(self.private, self.curve.named)
        numbers = decode_dss_signature(key.sign(challenge, ec.ECDSA(_HASHES[self.digest][1])))
        octets = (self.curve.n.bit_length() + 7) // 8
        return b"".join(number.to_bytes(octets) for number in numbers)


@dataclass(frozen=True, slots=True, repr=False)
class RsaKey:
    """For active authentication with ISO/IEC 9796-2, scheme 1 (9303-11, 6.1.2.2)."""

    numbers: rsa.RSAPrivateNumbers
    digest: str = "sha256"
    complement: bool = False
    """Signs as ISO/IEC 9796-2, B.4 has it: the lesser of the signature and its complement."""

    def infos(self) -> tuple[bytes, ...]:
        """DG14 says nothing of it: the trailer names the hash."""
        return ()

    def public(self) -> bytes:
        """What DG15 holds."""
        public = self.numbers.public_numbers
        key = tlv.encode(0x30, _integer(public.n), _integer(public.e))
        return _key_info(_RSA_ENCRYPTION, tlv.encode(0x05), key)

    def sign(self, challenge: bytes, random: Random) -> bytes:
        """Over a nonce of the chip, which is recovered from the signature, and the challenge."""
        modulus = self.numbers.public_numbers.n
        octets = (modulus.bit_length() + 7) // 8
        trailer = _HASHES[self.digest][2]
        room = octets - 1 - hashlib.new(self.digest).digest_size - len(trailer)
        recovered = random(room)
        digest = hashlib.new(self.digest, recovered + challenge).digest()
        message = int.from_bytes(b"\x6a" + recovered + digest + trailer)
        signature = pow(message, self.numbers.d, modulus)
        if self.complement:
            signature = min(signature, modulus - signature)
        return signature.to_bytes(octets)


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """All of a chip. One that was copied from files alone has none."""

    agreement: AgreementKey | None = None
    active: EcdsaKey | RsaKey | None = None
    mapping: AgreementKey | None = None
    """The key of EF.CardSecurity."""

    def infos(self) -> tuple[bytes, ...]:
        """What DG14 says of them."""
        return (
            *(self.agreement.infos() if self.agreement else ()),
            *(self.active.infos() if self.active else ()),
        )


def random_private(curve: Curve) -> int:
    """A private key of this curve."""
    return int.from_bytes(os.urandom(curve.octets + 8)) % (curve.n - 1) + 1


def agreement_key(curve: Curve = BRAINPOOL_P256R1, suite: Suite = AES_128) -> AgreementKey:
    """A new key for chip authentication."""
    return AgreementKey(curve, random_private(curve), suite)


def rsa_key(bits: int, digest: str = "sha256") -> RsaKey:
    """A new key for active authentication with RSA."""
    return RsaKey(rsa.generate_private_key(65537, bits).private_numbers(), digest)
