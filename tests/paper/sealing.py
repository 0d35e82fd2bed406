"""Organs that seal, with their certificates, and PDFs sealed by them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import CertificateRegistry
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Organ:
    """A root, and the certificate that it gave to the organ that seals."""

    root: bytes
    certificate: bytes
    key: bytes


def organ(*, ended: bool = False) -> Organ:
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = certificate("Root", root_key, "Root", root_key, is_root=True)
    sealing = certificate("Organ", key, "Root", root_key, is_root=False, ended=ended)
    return Organ(
        root.public_bytes(Encoding.PEM),
        sealing.public_bytes(Encoding.DER),
        key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
    )


def certificate(
    subject: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_root: bool,
    ended: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=not is_root,
        key_cert_sign=is_root,
        crl_sign=is_root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=9))
        .not_valid_after(now + timedelta(days=-1 if ended else 9))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )


TOWN_HALL = organ()
"""Whose roots a kiosk pins."""


@cache
def plain() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pageCompression=0)
    canvas.drawString(100, 700, "Volant")
    canvas.save()
    return file.getvalue()


def seal(pdf: bytes, by: Organ, field: str = "Segell") -> bytes:
    signer = signers.SimpleSigner(
        signing_cert=Certificate.load(by.certificate),
        signing_key=PrivateKeyInfo.load(by.key),
        cert_registry=CertificateRegistry.build([]),
    )
    meta = signers.PdfSignatureMetadata(field_name=field)
    sealed: BytesIO = signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer=signer)
    return sealed.getvalue()


@cache
def sealed() -> bytes:
    return seal(plain(), TOWN_HALL)
