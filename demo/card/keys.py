"""The private keys that never leave a chip, and what its files say of them (ICAO 9303-11, 6 and 9.2)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from demo.card.asn1 import NULL, bit_string, integer, octet_string, oid, sequence
from demo.card.curve import BRAINPOOL_P256R1, Curve
from demo.card.signing import CURVES
from demo.card.suites import AES_128, Suite

ID_CA_ECDH = bytes.fromhex("04007F000702020302")
"""The value of the object identifier but for its last arc, as it stands in a command."""
_NAMES = {
    12: "P-256",
    13: "brainpoolP256r1",
    15: "P-384",
    16: "brainpoolP384r1",
    17: "brainpoolP512r1",
    18: "P-521",
}
"""By their number in 9303-11, table 6."""

_HASHES: dict[str, tuple[int, hashes.HashAlgorithm, bytes]] = {
    "sha1": (1, hashes.SHA1(), b"\xbc"),
    "sha224": (2, hashes.SHA224(), b"\x38\xcc"),
    "sha256": (3, hashes.SHA256(), b"\x34\xcc"),
    "sha384": (4, hashes.SHA384(), b"\x36\xcc"),
    "sha512": (5, hashes.SHA512(), b"\x35\xcc"),
}
"""The last arc of ecdsa-plain, the hash, and the trailer of ISO/IEC 9796-2 (9303-11, 6.1.2.2)."""

Random = Callable[[int], bytes]


def _key_info(algorithm: str, parameters: bytes, key: bytes) -> bytes:
    """SubjectPublicKeyInfo (RFC 5280, 4.1)."""
    return sequence(sequence(oid(algorithm), parameters), bit_string(key))


def _curve_info(curve: Curve, private: int, spelled_out: bool) -> bytes:
    parameters = _spelled_out(curve) if spelled_out else oid(CURVES[_NAMES[curve.parameter_id]][1])
    point = curve.encode(curve.multiply(private, curve.generator))
    return _key_info("1.2.840.10045.2.1", parameters, point)


def _spelled_out(curve: Curve) -> bytes:
    """ECParameters (BSI TR-03111, 5.1): what most documents have in the place of a name."""
    coefficients = (octet_string(number.to_bytes(curve.octets)) for number in (curve.a, curve.b))
    return sequence(
        integer(1),
        sequence(oid("1.2.840.10045.1.1"), integer(curve.p)),
        sequence(*coefficients),
        octet_string(curve.encode(curve.generator)),
        integer(curve.n),
        integer(1),
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
        number = b"" if self.key_id is None else integer(self.key_id)
        protocol = oid(f"0.4.0.127.0.7.2.2.3.2.{self.suite.arc}")
        key = _curve_info(self.curve, self.private, self.spelled_out)
        return (
            sequence(protocol, integer(1), number),
            sequence(oid("0.4.0.127.0.7.2.2.1.2"), key, number),
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
        algorithm = oid(f"0.4.0.127.0.7.1.1.4.1.{_HASHES[self.digest][0]}")
        return (sequence(oid("2.23.136.1.1.5"), integer(1), algorithm),)

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
        key = sequence(integer(public.n), integer(public.e))
        return _key_info("1.2.840.113549.1.1.1", NULL, key)

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
