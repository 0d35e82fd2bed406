"""Who this kiosk is to the seu: a token or a client certificate, and whom it believes to be the seu."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass, field
from pathlib import Path

# RFC 6750, 2.1: b64token.
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")


@dataclass(frozen=True, slots=True)
class Token:
    """The token that the town hall gave to this kiosk. Raises ValueError where a header cannot carry it."""

    value: str = field(repr=False)

    def __post_init__(self) -> None:
        if _TOKEN.fullmatch(self.value) is None:
            raise ValueError("a token is one word of letters, digits and -._~+/ (RFC 6750, 2.1)")


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """PEM files with this kiosk's certificate and, in the same file or its own, the key."""

    certificate: Path
    key: Path | None = None


Identity = Token | ClientCertificate | None
"""None is for a seu on this very machine."""


def authorization(identity: Identity) -> dict[str, str]:
    """The header by which the kiosk says who it is."""
    return {"Authorization": f"Bearer {identity.value}"} if isinstance(identity, Token) else {}


def tls(identity: Identity, ca_file: Path | None) -> ssl.SSLContext:
    """Whom the kiosk believes, and its own certificate. Raises OSError where a file cannot be used."""
    # Not ssl.create_default_context: it would write the keys of every connection to the file SSLKEYLOGFILE.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is None:
        context.load_default_certs()
    else:
        context.load_verify_locations(cafile=ca_file)
    if isinstance(identity, ClientCertificate):
        # Without a password of its own, OpenSSL would ask for one at the terminal and wait.
        context.load_cert_chain(identity.certificate, identity.key, password="")
    return context
