"""The demo's organ certificate (segell electrònic d'òrgan), made at start, and its seal on a PDF (PAdES)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from asn1crypto import keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore


@dataclass(frozen=True, slots=True, repr=False)
class Seal:
    """A key that lives in memory only, with its certificate and the root that a kiosk pins."""

    signer: signers.SimpleSigner
    root_pem: str

    def put_on(self, pdf: bytes) -> bytes:
        """`pdf` with an invisible signature over all of it (ETSI EN 319 142-1, baseline B)."""
        out = BytesIO()
        meta = signers.PdfSignatureMetadata(
            field_name="Segell", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer=self.signer, output=out)
        return out.getvalue()


def new_seal() -> Seal:
    """A root and an organ certificate under it, both fictional and good for a year."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = _name("Zona Blava, arrel de demostració")
    root = _certificate(root_name, root_name, root_key.public_key(), root_key, authority=True)
    organ = _certificate(
        _name("Ajuntament de L’Hospitalet, mostra"), root_name, key.public_key(), root_key, authority=False
    )
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call] # its library annotates only some functions
    store.register(_asn1(root))
    der = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    signer = signers.SimpleSigner(
        signing_cert=_asn1(organ),
        signing_key=keys.PrivateKeyInfo.load(der),
        cert_registry=store,
        embed_roots=False,
    )
    return Seal(signer, root.public_bytes(serialization.Encoding.PEM).decode())


def _name(common: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COUNTRY_NAME, "ES"), x509.NameAttribute(NameOID.COMMON_NAME, common)]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    by: ec.EllipticCurvePrivateKey,
    *,
    authority: bool,
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,  # pyhanko asks for non-repudiation in a seal
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
