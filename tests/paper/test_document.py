"""The seu's document: nothing of it becomes dots unless it is what the seu announced, sealed and whole."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from io import BytesIO

import pytest
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

from devices.contracts import Dots
from kiosk.paper.document import DigestTrouble, DocumentRefused, document_sheets
from kiosk.paper.pdf import PdfTrouble
from kiosk.paper.seal import Seal, check_seal


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


def test_a_document_sealed_by_the_town_hall_is_good() -> None:
    assert check_seal(sealed(), [organ().root, TOWN_HALL.root]) is Seal.GOOD


def test_a_document_without_a_seal_is_unsealed() -> None:
    assert check_seal(plain(), [TOWN_HALL.root]) is Seal.UNSEALED


def test_a_document_sealed_by_another_is_not_trusted() -> None:
    assert check_seal(seal(plain(), organ()), [TOWN_HALL.root]) is Seal.UNTRUSTED


def test_a_seal_that_has_ended_is_not_trusted() -> None:
    late = organ(ended=True)

    assert check_seal(seal(plain(), late), [late.root]) is Seal.UNTRUSTED


def test_what_is_added_after_the_seal_is_noticed() -> None:
    twice = seal(sealed(), organ(), field="Altre")

    assert check_seal(sealed() + b"\n% more\n", [TOWN_HALL.root]) is Seal.ALTERED
    assert check_seal(twice, [TOWN_HALL.root]) is Seal.UNTRUSTED


def test_no_byte_that_is_sealed_can_be_altered() -> None:
    pdf = sealed()
    # The seal itself stands in a gap between what it covers.
    start = pdf.index(b"/Contents <")
    gap = range(start + 10, pdf.index(b">", start) + 1)

    for at in range(0, len(pdf), 97):
        if at not in gap:
            altered = bytearray(pdf)
            altered[at] ^= 0x04
            assert check_seal(bytes(altered), [TOWN_HALL.root]) is not Seal.GOOD


def test_another_word_on_the_page_is_an_alteration() -> None:
    forged = sealed().replace(b"Volant", b"Valont")

    assert forged != sealed()
    assert check_seal(forged, [TOWN_HALL.root]) is Seal.ALTERED


@pytest.mark.parametrize("length", [0, 1, 500, 5000])
def test_half_a_document_is_never_good(length: int) -> None:
    assert check_seal(sealed()[:length], [TOWN_HALL.root]) is not Seal.GOOD


def sheets_of(
    pdf: bytes, *, announced: bytes, roots: tuple[bytes, ...]
) -> tuple[Dots, ...] | DocumentRefused:
    digest = sha256(announced).hexdigest()
    return asyncio.run(document_sheets(pdf, sha256=digest, width=1728, seal_roots=roots))


def test_a_good_document_becomes_sheets() -> None:
    sheets = sheets_of(sealed(), announced=sealed(), roots=(TOWN_HALL.root,))

    assert not isinstance(sheets, DocumentRefused)
    assert [sheet.height for sheet in sheets] == [2376]


def test_without_pinned_roots_no_seal_is_asked_for() -> None:
    assert not isinstance(sheets_of(plain(), announced=plain(), roots=()), DocumentRefused)


def test_other_bytes_than_announced_are_refused() -> None:
    refused = sheets_of(sealed(), announced=plain(), roots=())

    assert refused == DocumentRefused(DigestTrouble.DIFFERENT)


def test_a_document_without_a_seal_is_refused_where_roots_are_pinned() -> None:
    refused = sheets_of(plain(), announced=plain(), roots=(TOWN_HALL.root,))

    assert refused == DocumentRefused(Seal.UNSEALED)


def test_what_is_no_document_is_refused() -> None:
    assert sheets_of(b"no", announced=b"no", roots=()) == DocumentRefused(PdfTrouble.UNREADABLE)
