"""What a DNIe's signature over a challenge is worth: whose it is, or why it is nobody's. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
"""Of a DNI: the one at its number modulo 23 (Real Decreto 1553/2005, 11)."""
_SERIAL = re.compile(r"(?:IDCES-)?(\d{8})([A-Z])")
"""A DNI bare, as older cards have it, or with the prefix of ETSI EN 319 412-1, 5.1.3."""
_SHORTEST_RSA = 2048

_UNREADABLE = (
    ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension, x509.UnsupportedGeneralNameType,
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Holder:
    """Who signed."""

    dni: str

    def __repr__(self) -> str:
        return "Holder(…)"


class Unproven(StrEnum):
    """Why it shows nobody."""

    NO_CERTIFICATE = "no_certificate"
    ISSUER_UNKNOWN = "issuer_unknown"
    """No authority that is trusted issued it."""
    NOT_VALID_NOW = "not_valid_now"
    WRONG_USE = "wrong_use"
    """It is there for something else than to show who one is."""
    NO_DNI = "no_dni"
    BAD_SIGNATURE = "bad_signature"
    """Not by this certificate's key, or not over this challenge."""


def signer(
    certificate: bytes, signature: bytes, challenge: bytes, authorities: bytes, now: datetime
) -> Holder | Unproven:
    """The holder of the DNIe that signed `challenge` (RSASSA-PKCS1-v1_5 or ECDSA in DER, with SHA-256).

    `certificate` is DER, `authorities` are PEM: those whose certificates are believed. `now` has a time zone.
    """
    try:
        leaf = x509.load_der_x509_certificate(certificate)
        key, extensions, subject = leaf.public_key(), leaf.extensions, leaf.subject
    except _UNREADABLE:
        return Unproven.NO_CERTIFICATE
    trusted = x509.load_pem_x509_certificates(authorities)
    if not any(_issued(leaf, authority, now) for authority in trusted):
        return Unproven.ISSUER_UNKNOWN
    if not _valid(leaf, now):
        return Unproven.NOT_VALID_NOW
    if not _is_for_authentication(extensions, subject):
        return Unproven.WRONG_USE
    dni = _dni(subject)
    if not dni:
        return Unproven.NO_DNI
    return Holder(dni) if _signed(key, signature, challenge) else Unproven.BAD_SIGNATURE


def _issued(leaf: x509.Certificate, authority: x509.Certificate, now: datetime) -> bool:
    try:
        constraints = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = authority.extensions.get_extension_for_class(x509.KeyUsage).value
        leaf.verify_directly_issued_by(authority)
    except (*_UNREADABLE, x509.ExtensionNotFound, InvalidSignature):
        return False
    return constraints.ca and usage.key_cert_sign and _valid(authority, now)


def _valid(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def _is_for_authentication(extensions: x509.Extensions, subject: x509.Name) -> bool:
    try:
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    names = (str(name.value) for name in subject.get_attributes_for_oid(NameOID.COMMON_NAME))
    plain = ("".join(c for c in unicodedata.normalize("NFD", name) if c != "\u0301") for name in names)
    named = any(name.upper().endswith("(AUTENTICACION)") for name in plain)
    return named and usage.digital_signature and not usage.content_commitment and not usage.key_cert_sign


def _dni(subject: x509.Name) -> str:
    """With its letter; empty where there is none, or not exactly one."""
    serials = subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    found = _SERIAL.fullmatch(str(serials[0].value)) if len(serials) == 1 else None
    if not found or _LETTERS[int(found[1]) % 23] != found[2]:
        return ""
    return found[1] + found[2]


def _signed(key: object, signature: bytes, challenge: bytes) -> bool:
    try:
        if isinstance(key, rsa.RSAPublicKey) and key.key_size >= _SHORTEST_RSA:
            key.verify(signature, challenge, padding.PKCS1v15(), SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, challenge, ec.ECDSA(SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True
