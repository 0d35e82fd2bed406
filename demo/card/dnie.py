"""The contact chip of a DNIe: its two keys, and their certificates by a demo authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from demo.card.holders import Holder
from demo.card.softhsm import Entry, make_token

_FROM = datetime(2010, 1, 1, tzinfo=UTC)
_AUTHORITY_UNTIL = datetime(2045, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Use:
    """One of the two keys of a DNIe."""

    id: str
    key_label: str
    certificate_label: str
    ends: str
    """Of the certificate's common name."""
    signs_documents: bool


USES = (
    Use("01", "KprivFirmaDigital", "CertFirmaDigital", "(FIRMA)", True),
    Use("02", "KprivAutenticacion", "CertAutenticacion", "(AUTENTICACIÓN)", False),
)
"""The one for documents comes first, so that who takes the first one takes the wrong one."""


class Authority:
    """The demo's own AC DNIE. Its key is made anew for each process."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP384R1())
        self._name = x509.Name(
            [
                x509.NameAttribute(NameOID.COUNTRY_NAME, "ES"),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "ZONA BLAVA DEMO"),
                x509.NameAttribute(NameOID.COMMON_NAME, "AC DNIE DEMO"),
            ]
        )
        self.certificate = (
            begun(self._name, self._name, self._key.public_key(), _AUTHORITY_UNTIL)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage(key_cert_sign=True, crl_sign=True), critical=True)
            .sign(self._key, hashes.SHA384())
        )

    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode("ascii")

    def issue(self, holder: Holder, use: Use, key: rsa.RSAPublicKey) -> x509.Certificate:
        """A certificate as the AC DNIE writes them: capital letters, the DNI as serial number."""
        name = f"{holder.surnames}, {holder.given_names} {use.ends}".upper()
        subject = x509.Name(
            [
                x509.NameAttribute(NameOID.COUNTRY_NAME, "ES"),
                x509.NameAttribute(NameOID.SERIAL_NUMBER, f"IDCES-{holder.number}"),
                x509.NameAttribute(NameOID.SURNAME, holder.surname1.upper()),
                x509.NameAttribute(NameOID.GIVEN_NAME, holder.given_names.upper()),
                x509.NameAttribute(NameOID.COMMON_NAME, name),
            ]
        )
        for_what = usage(digital_signature=not use.signs_documents, content_commitment=use.signs_documents)
        until = datetime.combine(holder.expiry, time(23, 59, 59), UTC)
        return (
            begun(subject, self._name, key, until)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(for_what, critical=True)
            .sign(self._key, hashes.SHA384())
        )


def make_dnie(holder: Holder, authority: Authority, folder: Path) -> None:
    """Fill `folder` with the holder's token. Raises `NoSoftHsm`."""
    make_token(folder, holder.pin, [_entry(holder, authority, use) for use in USES])


def _entry(holder: Holder, authority: Authority, use: Use) -> Entry:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return Entry(
        use.id,
        use.key_label,
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        use.certificate_label,
        authority.issue(holder, use, key.public_key()).public_bytes(Encoding.DER),
    )


def begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey,
    until: datetime,
) -> x509.CertificateBuilder:
    """What every certificate of the demo begins with."""
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(until)
    )


def usage(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    """Every bit that is not named is not set (RFC 5280, 4.2.1.3)."""
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
