"""Which certificate is the one for authentication, what its key is to sign, and whether it did."""

from __future__ import annotations

import hashlib
import unicodedata

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from devices.card.pkcs11.cryptoki import CKM_ECDSA, CKM_RSA_PKCS

_SHA_256_INFO = bytes.fromhex("3031300D060960864801650304020105000420")
"""What stands before the hash in the DigestInfo of SHA-256 (RFC 8017, 9.2, note 1)."""

_UNREADABLE = (
    ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension, x509.UnsupportedGeneralNameType,
)  # fmt: skip
"""What cryptography raises for bytes that are no certificate, or one with parts that it does not know."""


def read_certificate(der: bytes) -> x509.Certificate | None:
    """None where it is no certificate whose parts can be read, or where its key is neither RSA nor EC."""
    try:
        certificate = x509.load_der_x509_certificate(der)
        key = certificate.public_key()
        _ = certificate.subject, certificate.extensions
    except _UNREADABLE:
        return None
    return certificate if isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey) else None


def authenticates(certificate: x509.Certificate) -> bool:
    """True where its key is there for signing challenges, and not for signing documents."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.digital_signature and not usage.content_commitment and not usage.key_cert_sign


def is_dnie_authentication(certificate: x509.Certificate) -> bool:
    """True for the certificate of a DNIe whose common name ends in (AUTENTICACIÓN), not in (FIRMA)."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    plain = [unicodedata.normalize("NFD", str(name.value)).upper() for name in names]
    ends = [name.replace("\u0301", "").rstrip().endswith("(AUTENTICACION)") for name in plain]
    return any(ends) and authenticates(certificate)


def to_sign(certificate: x509.Certificate, challenge: bytes) -> tuple[int, bytes]:
    """The mechanism, and what the key signs with it: a DigestInfo, or the hash alone."""
    digest = hashlib.sha256(challenge).digest()
    if isinstance(certificate.public_key(), rsa.RSAPublicKey):
        return CKM_RSA_PKCS, _SHA_256_INFO + digest
    return CKM_ECDSA, digest


def verifies(certificate: x509.Certificate, challenge: bytes, signature: bytes) -> bool:
    """Whether its key made it over `challenge`: RSA (PKCS #1 v1.5) or ECDSA in DER, with SHA-256."""
    key = certificate.public_key()
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, challenge, padding.PKCS1v15(), SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, challenge, ec.ECDSA(SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def signed(certificate: x509.Certificate, challenge: bytes, made: bytes) -> bytes | None:
    """The signature as others expect it (ECDSA in DER); None where it is not one of this key."""
    if isinstance(certificate.public_key(), ec.EllipticCurvePublicKey):
        if len(made) % 2:
            return None
        half = len(made) // 2
        made = encode_dss_signature(int.from_bytes(made[:half]), int.from_bytes(made[half:]))
    return made if verifies(certificate, challenge, made) else None
