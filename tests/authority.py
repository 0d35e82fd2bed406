"""An authority of a test's own: certificates as right or as wrong as the test wants them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

NOW = datetime(2026, 6, 1, tzinfo=UTC)
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)


def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def pkcs8(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def sign(key: Key, challenge: bytes) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(challenge, padding.PKCS1v15(), SHA256())
    return key.sign(challenge, ec.ECDSA(SHA256()))


@dataclass(frozen=True)
class Wish:
    """What a certificate is to say."""

    name: str = "RIERA PRAT, CLARA (AUTENTICACIÓN)"
    serial: str = "IDCES-00000023T"
    authenticates: bool = True
    signs_documents: bool = False
    is_authority: bool = False
    first: datetime = FIRST
    last: datetime = LAST


@dataclass(frozen=True)
class Authority:
    """With a root of its own."""

    name: str = "Test AC"
    wish: Wish = field(default_factory=lambda: Wish(is_authority=True, authenticates=False))
    key: Key = field(default_factory=ec_key)

    @cached_property
    def root(self) -> x509.Certificate:
        return self._certificate(x509.Name([_part(NameOID.COMMON_NAME, self.name)]), self.key, self.wish)

    def issue(self, key: Key, wish: Wish | None = None) -> x509.Certificate:
        wish = wish or Wish()
        parts = [_part(NameOID.COUNTRY_NAME, "ES"), _part(NameOID.COMMON_NAME, wish.name)]
        if wish.serial:
            parts.insert(1, _part(NameOID.SERIAL_NUMBER, wish.serial))
        return self._certificate(x509.Name(parts), key, wish)

    def _certificate(self, subject: x509.Name, key: Key, wish: Wish) -> x509.Certificate:
        usage = x509.KeyUsage(
            digital_signature=wish.authenticates,
            content_commitment=wish.signs_documents,
            key_cert_sign=wish.is_authority,
            crl_sign=False,
            key_encipherment=not (wish.authenticates or wish.signs_documents or wish.is_authority),
            data_encipherment=False,
            key_agreement=False,
            encipher_only=False,
            decipher_only=False,
        )
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(x509.Name([_part(NameOID.COMMON_NAME, self.name)]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(wish.first)
            .not_valid_after(wish.last)
            .add_extension(x509.BasicConstraints(ca=wish.is_authority, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .sign(self.key, SHA256())
        )


def _part(oid: x509.ObjectIdentifier, text: str) -> x509.NameAttribute:
    return x509.NameAttribute(oid, text)
