"""The keys with which a country signs, in every algorithm that ICAO 9303-12, 4.1 allows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from demo.card.asn1 import NULL, bit_string, context, integer, oid, sequence

_HASHES: dict[str, tuple[hashes.HashAlgorithm, str]] = {
    "sha1": (hashes.SHA1(), "1.3.14.3.2.26"),
    "sha224": (hashes.SHA224(), "2.16.840.1.101.3.4.2.4"),
    "sha256": (hashes.SHA256(), "2.16.840.1.101.3.4.2.1"),
    "sha384": (hashes.SHA384(), "2.16.840.1.101.3.4.2.2"),
    "sha512": (hashes.SHA512(), "2.16.840.1.101.3.4.2.3"),
}
DIGESTS = tuple(_HASHES)
_ECDSA_WITH = {
    "sha1": "1.2.840.10045.4.1",
    "sha224": "1.2.840.10045.4.3.1",
    "sha256": "1.2.840.10045.4.3.2",
    "sha384": "1.2.840.10045.4.3.3",
    "sha512": "1.2.840.10045.4.3.4",
}
_RSA_WITH = {
    "sha1": "1.2.840.113549.1.1.5",
    "sha224": "1.2.840.113549.1.1.14",
    "sha256": "1.2.840.113549.1.1.11",
    "sha384": "1.2.840.113549.1.1.12",
    "sha512": "1.2.840.113549.1.1.13",
}
CURVES: dict[str, tuple[ec.EllipticCurve, str]] = {
    "P-256": (ec.SECP256R1(), "1.2.840.10045.3.1.7"),
    "P-384": (ec.SECP384R1(), "1.3.132.0.34"),
    "P-521": (ec.SECP521R1(), "1.3.132.0.35"),
    "brainpoolP256r1": (ec.BrainpoolP256R1(), "1.3.36.3.3.2.8.1.1.7"),
    "brainpoolP384r1": (ec.BrainpoolP384R1(), "1.3.36.3.3.2.8.1.1.11"),
    "brainpoolP512r1": (ec.BrainpoolP512R1(), "1.3.36.3.3.2.8.1.1.13"),
    "secp256k1": (ec.SECP256K1(), "1.3.132.0.10"),
}
"""The last one is no document's."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key, and how its public half and its signatures are announced."""

    info: bytes
    """SubjectPublicKeyInfo."""
    algorithm: bytes
    """AlgorithmIdentifier of its signatures."""
    digest: str
    sign: Callable[[bytes], bytes]


def digest_algorithm(name: str, with_null: bool = False) -> bytes:
    """The AlgorithmIdentifier of a hash."""
    return sequence(oid(_HASHES[name][1]), *([NULL] if with_null else []))


def hashed(name: str, octets: bytes) -> bytes:
    return hashlib.new(name, octets).digest()


def explicit_parameters(curve: str) -> bytes:
    """ECParameters of a curve, with every parameter written out, as OpenSSL writes them."""
    lines = Path(__file__).with_name("explicit_curves.txt").read_text(encoding="ascii").splitlines()
    return bytes.fromhex(next(line.split()[1] for line in lines if line.startswith(curve + " ")))


def ecdsa(curve: str = "P-256", digest: str = "sha256", parameters: bytes | None = None) -> SigningKey:
    """`parameters` stand in the public key instead of the curve's name."""
    named, dotted = CURVES[curve]
    private = ec.generate_private_key(named)
    point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    algorithm = sequence(oid("1.2.840.10045.2.1"), parameters or oid(dotted))
    used = _HASHES[digest][0]
    return SigningKey(
        sequence(algorithm, bit_string(point)),
        sequence(oid(_ECDSA_WITH[digest])),
        digest,
        lambda octets: private.sign(octets, ec.ECDSA(used)),
    )


def rsa_pkcs1(bits: int = 2048, digest: str = "sha256") -> SigningKey:
    private = rsa.generate_private_key(65537, bits)
    used = _HASHES[digest][0]
    return SigningKey(
        private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        sequence(oid(_RSA_WITH[digest]), NULL),
        digest,
        lambda octets: private.sign(octets, padding.PKCS1v15(), used),
    )


def rsa_pss(
    bits: int = 2048,
    digest: str = "sha256",
    salt: int = 32,
    mask: str = "",
    parameters: bytes | None = None,
) -> SigningKey:
    """`parameters` are announced instead of those that are used."""
    private = rsa.generate_private_key(65537, bits)
    used, mask_digest = _HASHES[digest][0], _HASHES[mask or digest][0]
    announced = parameters or pss_parameters(digest, mask or digest, salt)
    return SigningKey(
        private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        sequence(oid("1.2.840.113549.1.1.10"), announced),
        digest,
        lambda octets: private.sign(octets, padding.PSS(padding.MGF1(mask_digest), salt), used),
    )


def pss_parameters(digest: str, mask: str, salt: int, trailer: int = 1) -> bytes:
    """RSASSA-PSS-params; what equals its default is left out (RFC 8017, A.2.3; X.690, 11.5)."""
    mask_algorithm = sequence(oid("1.2.840.113549.1.1.8"), digest_algorithm(mask, with_null=True))
    return sequence(
        *([context(0, digest_algorithm(digest, with_null=True))] if digest != "sha1" else []),
        *([context(1, mask_algorithm)] if mask != "sha1" else []),
        *([context(2, integer(salt))] if salt != 20 else []),
        *([context(3, integer(trailer))] if trailer != 1 else []),
    )
