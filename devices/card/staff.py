"""The staff card: a chip that signs a challenge made for this moment. A number or an ATR alone never counts.

A card's UID, its ATR and its certificate can be copied; the key that answers the challenge cannot.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from devices.card.pkcs11.certificates import authenticates, read_certificate, verifies
from devices.contracts import Confirmation, NotStaff, Signed, SigningCard, SigningFailure, StaffConfirmed

CHALLENGE = 32
"""Bytes, new for each confirmation."""
_SHORTEST_RSA = 2048


class SigningStaffCard:
    """A `StaffCard` by a signature.

    The card lies in the contact reader, which is a `SigningCard` that takes what `told_apart` takes.
    """

    def __init__(
        self,
        reader: SigningCard,
        authorities: tuple[x509.Certificate, ...],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._reader, self._authorities, self._now = reader, authorities, now

    async def close(self) -> None:
        """End its reader."""
        await self._reader.close()

    async def confirm(self, pin: bytearray) -> Confirmation:
        """Let the card sign a fresh challenge. `pin` (UTF-8) is zeroed before this returns, in any case."""
        challenge = secrets.token_bytes(CHALLENGE)
        answer = await self._reader.sign(pin, challenge)
        if isinstance(answer, SigningFailure):
            return answer
        return judge(answer, challenge, self._authorities, self._now())


def told_apart(
    authorities: tuple[x509.Certificate, ...], now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Callable[[x509.Certificate], bool]:
    """Whether a certificate is of staff, before a PIN is sent: a citizen's own card loses no try to it."""
    return lambda found: authenticates(found) and any(_issued(found, one, now()) for one in authorities)


def read_authorities(file: Path) -> tuple[x509.Certificate, ...]:
    """Those that issue staff cards. Raises `OSError`, or `ValueError` where it holds none."""
    return tuple(x509.load_pem_x509_certificates(file.read_bytes()))


def judge(
    signed: Signed, challenge: bytes, authorities: tuple[x509.Certificate, ...], now: datetime
) -> StaffConfirmed | NotStaff:
    """Whether one of `authorities` issued the certificate, and its key signed this very challenge."""
    if not authorities:
        return NotStaff.NO_AUTHORITIES
    certificate = read_certificate(signed.certificate)
    if not certificate or not any(_issued(certificate, authority, now) for authority in authorities):
        return NotStaff.ISSUER_UNKNOWN
    if not _valid(certificate, now):
        return NotStaff.NOT_VALID_NOW
    if not authenticates(certificate):
        return NotStaff.WRONG_USE
    if not _signed(certificate, signed.signature, challenge):
        return NotStaff.BAD_SIGNATURE
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return StaffConfirmed(hashlib.sha256(key).hexdigest()[:16])


def _issued(certificate: x509.Certificate, authority: x509.Certificate, now: datetime) -> bool:
    try:
        constraints = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = authority.extensions.get_extension_for_class(x509.KeyUsage).value
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    return constraints.ca and usage.key_cert_sign and _valid(authority, now)


def _valid(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def _signed(certificate: x509.Certificate, signature: bytes, challenge: bytes) -> bool:
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < _SHORTEST_RSA:
        return False
    return verifies(certificate, challenge, signature)
