"""Public keys of certificates, those with explicit curve parameters too.

A curve written out is taken for a named one only where *all* its parameters are that one's: with a generator
of one's own choice anybody can make a private key for somebody else's public key (CVE-2020-0601).
"""

from __future__ import annotations

from functools import cache

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from devices.card.emrtd.curves import STANDARDISED, Curve
from devices.card.trust import der
from devices.card.trust.algorithms import (
    EC_PUBLIC_KEY,
    RSA_ENCRYPTION,
    RSASSA_PSS,
    Algorithm,
    PublicKey,
    algorithm,
)
from devices.card.trust.der import BIT_STRING, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, Fields, oid
from devices.card.trust.doubt import Contradiction, NotKnown

RSA_LONGEST = 8192
"""Bits; a longer modulus would only cost time."""
PRIME_FIELD = oid("1.2.840.10045.1.1")

_NAMED: dict[bytes, ec.EllipticCurve] = {  # RFC 5480, 2.1.1.1; RFC 5639, 4
    oid("1.2.840.10045.3.1.1"): ec.SECP192R1(),
    oid("1.3.132.0.33"): ec.SECP224R1(),
    oid("1.2.840.10045.3.1.7"): ec.SECP256R1(),
    oid("1.3.132.0.34"): ec.SECP384R1(),
    oid("1.3.132.0.35"): ec.SECP521R1(),
    oid("1.3.36.3.3.2.8.1.1.7"): ec.BrainpoolP256R1(),
    oid("1.3.36.3.3.2.8.1.1.11"): ec.BrainpoolP384R1(),
    oid("1.3.36.3.3.2.8.1.1.13"): ec.BrainpoolP512R1(),
}


def public_key(info: bytes) -> PublicKey:
    """The key in a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7); raises Contradiction or NotKnown."""
    fields = Fields(der.only(info, SEQUENCE).value)
    named, key = algorithm(fields.take(SEQUENCE)), der.bits(fields.take(BIT_STRING))
    fields.end()
    try:
        if named.name in (RSA_ENCRYPTION, RSASSA_PSS):
            return _rsa(key)
        if named.name == EC_PUBLIC_KEY:
            return ec.EllipticCurvePublicKey.from_encoded_point(_curve(named), key)
    except (ValueError, OverflowError):  # the latter for what is negative
        raise Contradiction("a public key that is none") from None
    except UnsupportedAlgorithm:
        raise NotKnown("a curve that this machine's OpenSSL does not have") from None
    raise NotKnown("a kind of key")


def _rsa(key: bytes) -> rsa.RSAPublicKey:
    """RSAPublicKey (RFC 8017, A.1.1)."""
    fields = Fields(der.only(key, SEQUENCE).value)
    modulus, exponent = der.integer(fields.take(INTEGER)), der.integer(fields.take(INTEGER))
    fields.end()
    if modulus.bit_length() > RSA_LONGEST:
        raise NotKnown("an RSA key of this length")
    return rsa.RSAPublicNumbers(exponent, modulus).public_key()


def _curve(named: Algorithm) -> ec.EllipticCurve:
    parameters = named.parameters
    if parameters is None:
        raise NotKnown("a key without its curve")
    if parameters.tag == OBJECT_IDENTIFIER:
        if parameters.value not in _NAMED:
            raise NotKnown("a curve of this name")
        return _NAMED[parameters.value]
    if parameters.tag != SEQUENCE:
        raise NotKnown("a curve that is left to be guessed")
    return _explicit(parameters.value)


def _explicit(parameters: bytes) -> ec.EllipticCurve:
    """ECParameters (ANSI X9.62, in RFC 3279, 2.3.5): the named curve that they write out."""
    fields = Fields(parameters)
    fields.take(INTEGER)
    field = Fields(fields.take(SEQUENCE).value)
    if field.take(OBJECT_IDENTIFIER).value != PRIME_FIELD:
        raise NotKnown("a curve that is not over a prime field")
    p = der.integer(field.take(INTEGER))
    coefficients = Fields(fields.take(SEQUENCE).value)
    a, b = (int.from_bytes(coefficients.take(OCTET_STRING).value) for _ in "ab")
    base = fields.take(OCTET_STRING).value
    order = der.integer(fields.take(INTEGER))
    cofactor = fields.maybe(INTEGER)
    fields.end()
    for curve in STANDARDISED.values():
        same_curve = (curve.p, curve.a, curve.b) == (p, a, b)
        same_base = base in _bases(curve)
        if same_curve or same_base:
            same_order = order == curve.named.group_order
            if same_curve and same_base and same_order and (not cofactor or der.integer(cofactor) == 1):
                return curve.named
            raise Contradiction("a known curve with a parameter of one's own")
    raise NotKnown("a curve that is none of the named ones")


@cache
def _bases(curve: Curve) -> tuple[bytes, bytes]:
    """The generator, uncompressed and compressed (SEC 1, 2.3.3)."""
    try:
        numbers = ec.derive_private_key(1, curve.named).public_key().public_numbers()
    except UnsupportedAlgorithm:
        return b"\x04", b"\x02"  # no generator has this form, so that nothing equals it
    x, y = numbers.x.to_bytes(curve.size), numbers.y.to_bytes(curve.size)
    return b"\x04" + x + y, bytes([2 + (numbers.y & 1)]) + x
