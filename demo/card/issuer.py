"""A demo country: its signing authority, its document signer, and the EF.SOD of its documents."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from demo.card import tlv

_FROM = datetime(2010, 1, 1, tzinfo=UTC)
_UNTIL = datetime(2045, 1, 1, tzinfo=UTC)
"""Long enough for every document of the demo town, the expired ones too."""

_COUNTRIES = {"ESP": "ES", "ROU": "RO", "CHN": "CN"}
"""Two letters in certificates, three in the MRZ (9303-12, 7.1; 9303-3, 5)."""

_SIGNED_DATA = "2A864886F70D010702"
_CONTENT_TYPE = "2A864886F70D010903"
_MESSAGE_DIGEST = "2A864886F70D010904"
_LDS_SECURITY_OBJECT = "678108010101"
"""Values of object identifiers (RFC 5652, 4 and 11; 9303-10, 4.6.2.3)."""


def _sequence(*parts: bytes) -> bytes:
    return tlv.encode(0x30, *parts)


def _set(*parts: bytes) -> bytes:
    return tlv.encode(0x31, *parts)


def _oid(value: str) -> bytes:
    return tlv.encode(0x06, bytes.fromhex(value))


def _integer(number: int) -> bytes:
    return tlv.encode(0x02, number.to_bytes(number.bit_length() // 8 + 1))


_SHA_256 = _sequence(_oid("608648016503040201"))
_ECDSA_WITH_SHA_256 = _sequence(_oid("2A8648CE3D040302"))


class Issuer:
    """Keys are made anew for each process: nobody outside the demo has a reason to trust them."""

    def __init__(self, country: str) -> None:
        letters = _COUNTRIES[country]
        authority = ec.generate_private_key(ec.SECP384R1())
        name = _name(letters, "Zona Blava Demo CSCA")
        self.authority = (
            _certificate(name, name, authority.public_key())
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_key_usage(signs_certificates=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(authority.public_key()), critical=False)
            .sign(authority, hashes.SHA384())
        )
        """The certificate of the country signing authority: the root of trust."""
        self._signer_key = ec.generate_private_key(ec.SECP256R1())
        self._signer = (
            _certificate(
                _name(letters, "Zona Blava Demo Document Signer"), name, self._signer_key.public_key()
            )
            .add_extension(_key_usage(signs_certificates=False), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()), critical=False
            )
            .sign(authority, hashes.SHA256())
        )

    def authority_pem(self) -> str:
        return self.authority.public_bytes(Encoding.PEM).decode("ascii")

    def security_object(self, data_groups: Mapping[int, bytes]) -> bytes:
        """EF.SOD: the hashes of the data groups, signed (9303-10, 4.6.2; RFC 5652, 5)."""
        content = _sequence(
            _integer(0),
            _SHA_256,
            _sequence(
                *(
                    _sequence(_integer(number), tlv.encode(0x04, hashlib.sha256(group).digest()))
                    for number, group in sorted(data_groups.items())
                )
            ),
        )
        signed_data = _sequence(
            _integer(3),
            _set(_SHA_256),
            _sequence(_oid(_LDS_SECURITY_OBJECT), tlv.encode(0xA0, tlv.encode(0x04, content))),
            tlv.encode(0xA0, self._signer.public_bytes(Encoding.DER)),
            _set(self._signer_information(content)),
        )
        return tlv.encode(0x77, _sequence(_oid(_SIGNED_DATA), tlv.encode(0xA0, signed_data)))

    def _signer_information(self, content: bytes) -> bytes:
        digest = tlv.encode(0x04, hashlib.sha256(content).digest())
        attributes = (
            _sequence(_oid(_CONTENT_TYPE), _set(_oid(_LDS_SECURITY_OBJECT))),
            _sequence(_oid(_MESSAGE_DIGEST), _set(digest)),
        )
        # Signed as a SET, written with an implicit tag (RFC 5652, 5.4).
        signature = self._signer_key.sign(_set(*attributes), ec.ECDSA(hashes.SHA256()))
        return _sequence(
            _integer(1),
            _sequence(self._signer.issuer.public_bytes(), _integer(self._signer.serial_number)),
            _SHA_256,
            tlv.encode(0xA0, *attributes),
            _ECDSA_WITH_SHA_256,
            tlv.encode(0x04, signature),
        )


def _name(country: str, common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, country),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Zona Blava Demo"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
    )


def _key_usage(signs_certificates: bool) -> x509.KeyUsage:
    """9303-12, table 6."""
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
