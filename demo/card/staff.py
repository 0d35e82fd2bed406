"""The card of somebody of the town hall: a key and a certificate by the town's own authority, of nobody."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from demo.card.contact import STAFF_PIN
from demo.card.dnie import begun, usage
from demo.card.softhsm import Entry, make_token

_UNTIL = datetime(2045, 1, 1, tzinfo=UTC)


class StaffAuthority:
    """Issues the cards of staff. Its key is made anew for each process."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named("AC PERSONAL DEMO")
        self._certificate = (
            begun(self._name, self._name, self._key.public_key(), _UNTIL)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage(key_cert_sign=True, crl_sign=True), critical=True)
            .sign(self._key, hashes.SHA256())
        )

    def pem(self) -> str:
        return self._certificate.public_bytes(Encoding.PEM).decode("ascii")

    def make_card(self, folder: Path) -> None:
        """Fill `folder` with its token. Raises `NoSoftHsm`."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = (
            begun(_named("PERSONAL DE LA ZONA BLAVA"), self._name, key.public_key(), _UNTIL)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(usage(digital_signature=True), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        der = certificate.public_bytes(Encoding.DER)
        make_token(folder, STAFF_PIN, [Entry("01", "Personal", pem, "Personal", der)])


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
