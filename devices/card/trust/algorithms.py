"""The signature algorithms of documents (ICAO 9303-12, 4.1): which they are, and does a signature hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from devices.card.trust import der
from devices.card.trust.der import INTEGER, NULL, OBJECT_IDENTIFIER, SEQUENCE, Element, Fields, Malformed, oid
from devices.card.trust.doubt import Contradiction, NotKnown

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey

_DIGESTS: dict[bytes, hashes.HashAlgorithm] = {  # RFC 5754, 2; RFC 3279, 2.1
    oid("1.3.14.3.2.26"): hashes.SHA1(),
    oid("2.16.840.1.101.3.4.2.4"): hashes.SHA224(),
    oid("2.16.840.1.101.3.4.2.1"): hashes.SHA256(),
    oid("2.16.840.1.101.3.4.2.2"): hashes.SHA384(),
    oid("2.16.840.1.101.3.4.2.3"): hashes.SHA512(),
}

RSA_ENCRYPTION = oid("1.2.840.113549.1.1.1")
RSASSA_PSS = oid("1.2.840.113549.1.1.10")
MGF1 = oid("1.2.840.113549.1.1.8")
EC_PUBLIC_KEY = oid("1.2.840.10045.2.1")

_RSA_WITH: dict[bytes, hashes.HashAlgorithm] = {  # RFC 8017, A.2.4
    oid("1.2.840.113549.1.1.5"): hashes.SHA1(),
    oid("1.2.840.113549.1.1.14"): hashes.SHA224(),
    oid("1.2.840.113549.1.1.11"): hashes.SHA256(),
    oid("1.2.840.113549.1.1.12"): hashes.SHA384(),
    oid("1.2.840.113549.1.1.13"): hashes.SHA512(),
}
_ECDSA_WITH: dict[bytes, hashes.HashAlgorithm] = {  # RFC 5758, 3.2; RFC 3279, 2.2.3
    oid("1.2.840.10045.4.1"): hashes.SHA1(),
    oid("1.2.840.10045.4.3.1"): hashes.SHA224(),
    oid("1.2.840.10045.4.3.2"): hashes.SHA256(),
    oid("1.2.840.10045.4.3.3"): hashes.SHA384(),
    oid("1.2.840.10045.4.3.4"): hashes.SHA512(),
}


@dataclass(frozen=True, slots=True)
class Algorithm:
    """AlgorithmIdentifier (RFC 5280, 4.1.1.2)."""

    name: bytes
    parameters: Element | None


class Family(Enum):
    """How a signature is made."""

    RSA_PKCS1 = auto()
    RSA_PSS = auto()
    ECDSA = auto()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A signature algorithm with all its parameters."""

    family: Family
    digest: hashes.HashAlgorithm
    mask_digest: hashes.HashAlgorithm | None = None
    """Of MGF1; for RSASSA-PSS alone."""
    salt_length: int = 0


def algorithm(one: Element) -> Algorithm:
    """What an AlgorithmIdentifier says."""
    if one.tag != SEQUENCE:
        raise Malformed("no algorithm")
    fields = Fields(one.value)
    name = fields.take(OBJECT_IDENTIFIER).value
    rest = fields.rest()
    if len(rest) > 1:
        raise Malformed("an algorithm with more than its parameters")
    return Algorithm(name, rest[0] if rest else None)


def same_algorithm(one: Element, other: Element) -> bool:
    """Whether both say the same; NULL says as much as nothing."""

    def said(element: Element) -> tuple[bytes, bytes]:
        found = algorithm(element)
        empty = not found.parameters or (found.parameters.tag == NULL and not found.parameters.value)
        return found.name, b"" if empty or not found.parameters else found.parameters.whole

    return said(one) == said(other)


def digest(named: Algorithm) -> hashes.HashAlgorithm:
    """The hash algorithm of this name; raises NotKnown."""
    found = _DIGESTS.get(named.name)
    if found is None:
        raise NotKnown("a hash algorithm")
    _without_parameters(named)
    return found


def hashed(used: hashes.HashAlgorithm, content: bytes) -> bytes:
    """The hash of `content`."""
    hashing = hashes.Hash(used)
    hashing.update(content)
    return hashing.finalize()


def scheme(named: Algorithm, beside: hashes.HashAlgorithm | None = None) -> Scheme:
    """The signature algorithm of this name; raises NotKnown.

    `beside` is the hash algorithm that signed data name apart: where the signature algorithm names one too,
    they must agree (RFC 4056, 3; RFC 5754, 3), or a weaker hash could be put in place of the signed one.
    """
    if named.name == RSASSA_PSS:
        found = _pss(named)
    elif named.name in _RSA_WITH:
        _without_parameters(named)
        found = Scheme(Family.RSA_PKCS1, _RSA_WITH[named.name])
    elif named.name in _ECDSA_WITH:
        _without_parameters(named)
        found = Scheme(Family.ECDSA, _ECDSA_WITH[named.name])
    elif named.name == RSA_ENCRYPTION and beside:
        _without_parameters(named)
        found = Scheme(Family.RSA_PKCS1, beside)
    else:
        raise NotKnown("a signature algorithm")
    if beside and beside.name != found.digest.name:
        raise Contradiction("two hash algorithms for one signature")
    return found


def verify(key: PublicKey, used: Scheme, signature: bytes, signed: bytes) -> None:
    """Raises Contradiction where `signature` is not this key's over `signed`."""
    try:
        if isinstance(key, ec.EllipticCurvePublicKey) and used.family is Family.ECDSA:
            key.verify(signature, signed, ec.ECDSA(used.digest))
        elif isinstance(key, rsa.RSAPublicKey) and used.family is Family.RSA_PKCS1:
            key.verify(signature, signed, padding.PKCS1v15(), used.digest)
        elif isinstance(key, rsa.RSAPublicKey) and used.mask_digest:
            pss = padding.PSS(padding.MGF1(used.mask_digest), used.salt_length)
            key.verify(signature, signed, pss, used.digest)
        else:
            raise Contradiction("a key of another kind than the signature's")
    except (InvalidSignature, ValueError, OverflowError):
        raise Contradiction("a signature that does not hold") from None
    except UnsupportedAlgorithm:
        raise NotKnown("an algorithm that this machine's OpenSSL does not have") from None


def _without_parameters(named: Algorithm) -> None:
    """NULL or none at all: both are met (RFC 5754, 2)."""
    if named.parameters and (named.parameters.tag != NULL or named.parameters.value):
        raise NotKnown("parameters of an algorithm that has none")


def _pss(named: Algorithm) -> Scheme:
    """RSASSA-PSS-params with their defaults (RFC 8017, A.2.3)."""
    if named.parameters is None or named.parameters.tag != SEQUENCE:
        raise NotKnown("RSASSA-PSS without its parameters")
    fields = Fields(named.parameters.value)
    hash_algorithm, mask, salt, trailer = (fields.maybe(tag) for tag in (0xA0, 0xA1, 0xA2, 0xA3))
    fields.end()
    found = digest(algorithm(der.element(hash_algorithm.value))) if hash_algorithm else hashes.SHA1()
    mask_digest: hashes.HashAlgorithm = hashes.SHA1()
    if mask:
        generation = algorithm(der.element(mask.value))
        if generation.name != MGF1 or generation.parameters is None:
            raise NotKnown("a mask generation function")
        mask_digest = digest(algorithm(generation.parameters))
    salt_length = der.integer(der.only(salt.value, INTEGER)) if salt else 20
    if trailer and der.integer(der.only(trailer.value, INTEGER)) != 1:
        raise NotKnown("a trailer of RSASSA-PSS")
    if not 0 <= salt_length <= 512:
        raise Contradiction("a salt longer than any key")
    return Scheme(Family.RSA_PSS, found, mask_digest, salt_length)
