"""A demo country: its signing authority, its document signer, and the EF.SOD of its documents."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from demo.card import signed
from demo.card.certificates import Authority
from demo.card.signed import Signer
from demo.card.signing import SigningKey, ecdsa

_COUNTRIES = {"ESP": "ES", "ROU": "RO", "CHN": "CN", "UTO": "UT"}
"""Two letters in certificates, three in the MRZ (9303-12, 7.1; 9303-3, 5)."""


class Issuer:
    """Keys are made anew for each process: nobody outside the demo has a reason to trust them."""

    def __init__(self, country: str) -> None:
        self._authority = Authority(_COUNTRIES[country], ecdsa("P-384", "sha384"))
        self.authority = x509.load_der_x509_certificate(self._authority.certificate)
        """The certificate of the country signing authority: the root of trust."""
        self._sign_with(ecdsa("P-256", "sha256"))

    def _sign_with(self, key: SigningKey) -> None:
        self._signer = Signer(key, self._authority.certify(key))

    def with_odd_signer(self) -> Issuer:
        """The same country, with a document signer on a curve that no document has."""
        same = copy(self)
        same._sign_with(ecdsa("secp256k1"))
        return same

    def authority_pem(self) -> str:
        return self.authority.public_bytes(Encoding.PEM).decode("ascii")

    def security_object(self, data_groups: Mapping[int, bytes]) -> bytes:
        """EF.SOD: the hashes of the data groups, signed (9303-10, 4.6.2; RFC 5652, 5)."""
        return signed.file(signed.signed(signed.security_object(data_groups), self._signer))

    def card_security(self, infos: bytes) -> bytes:
        """EF.CardSecurity: SecurityInfos, signed by the same signer (9303-11, 9.2.11)."""
        return signed.signed(infos, self._signer, content_type=signed.SECURITY_INFOS)
