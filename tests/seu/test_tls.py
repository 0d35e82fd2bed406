"""Over https the kiosk believes only whom its authorities vouch for, and shows its own certificate."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.seu.client import Seu
from kiosk.seu.identity import ClientCertificate, Identity, Token, tls
from kiosk.seu.models import Catalogue, Failed, FailureKind
from tests.seu.bad_server import answer, bad_server
from tests.seu.play import ENOUGH, TOKEN, StillClock


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("tls") / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return file


@pytest.fixture(scope="module")
def kiosk_certificate(authority: trustme.CA, ca_file: Path) -> Path:
    """Certificate and key in one file."""
    file = ca_file.with_name("kiosk.pem")
    authority.issue_cert("zb-01.quiosc.exemple.cat").private_key_and_cert_chain_pem.write_to_path(str(file))
    return file


def town_hall(authority: trustme.CA, name: str = "127.0.0.1", *, asks: bool = False) -> ssl.SSLContext:
    """The seu's side; it `asks` for a certificate of this authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    if asks:
        authority.configure_trust(context)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def call(
    server_tls: ssl.SSLContext, identity: Identity, ca_file: Path | None
) -> tuple[object, list[object], list[str], list[dict[str, str]]]:
    """Outcome, certificates shown, details told, headers of the requests."""

    async def run() -> tuple[object, list[object], list[str], list[dict[str, str]]]:
        details: list[str] = []
        async with bad_server(answer(), tls=server_tls) as server:
            seu = Seu(
                server.url,
                identity,
                kiosk="ZB-01",
                ca_file=ca_file,
                patience=ENOUGH,
                clock=StillClock(),
                on_failure=lambda operation, kind, detail: details.append(detail),
            )
            outcome = await seu.catalogue()
            await seu.aclose()
            return outcome, server.certificates, details, [request.headers for request in server.received]

    return asyncio.run(run())


def test_a_seu_that_the_authority_vouches_for_is_believed_and_gets_the_token(
    authority: trustme.CA, ca_file: Path
) -> None:
    outcome, _, _, (headers,) = call(town_hall(authority), Token(TOKEN), ca_file)
    assert isinstance(outcome, Catalogue)
    assert headers["authorization"] == f"Bearer {TOKEN}"


def test_a_kiosk_shows_its_certificate(authority: trustme.CA, ca_file: Path, kiosk_certificate: Path) -> None:
    identity = ClientCertificate(kiosk_certificate)
    outcome, (shown,), _, (headers,) = call(town_hall(authority, asks=True), identity, ca_file)
    assert isinstance(outcome, Catalogue)
    assert "zb-01.quiosc.exemple.cat" in str(shown)
    assert "authorization" not in headers


def test_certificate_and_key_may_be_two_files(authority: trustme.CA, ca_file: Path, tmp_path: Path) -> None:
    own = authority.issue_cert("zb-02.quiosc.exemple.cat")
    own.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    own.cert_chain_pems[0].write_to_path(str(tmp_path / "certificate.pem"))
    identity = ClientCertificate(tmp_path / "certificate.pem", tmp_path / "key.pem")
    outcome, *_ = call(town_hall(authority, asks=True), identity, ca_file)
    assert isinstance(outcome, Catalogue)


def test_without_its_certificate_a_kiosk_stays_outside(authority: trustme.CA, ca_file: Path) -> None:
    outcome, _, _, requests = call(town_hall(authority, asks=True), None, ca_file)
    assert outcome == Failed(FailureKind.UNREACHABLE)
    assert requests == []


def test_a_seu_of_another_authority_is_not_told_anything(ca_file: Path) -> None:
    outcome, _, details, requests = call(town_hall(trustme.CA()), Token(TOKEN), ca_file)
    assert outcome == Failed(FailureKind.UNREACHABLE)
    assert details == ["ConnectError, TLS"]
    assert requests == []


def test_a_seu_of_another_name_is_not_told_anything(authority: trustme.CA, ca_file: Path) -> None:
    outcome, _, details, requests = call(town_hall(authority, "seu.exemple.cat"), Token(TOKEN), ca_file)
    assert outcome == Failed(FailureKind.UNREACHABLE)
    assert details == ["ConnectError, TLS"]
    assert requests == []


def test_the_systems_authorities_do_not_vouch_for_ours(authority: trustme.CA) -> None:
    outcome, _, _, requests = call(town_hall(authority), Token(TOKEN), None)
    assert outcome == Failed(FailureKind.UNREACHABLE)
    assert requests == []


def test_old_tls_is_not_spoken(ca_file: Path) -> None:
    assert tls(None, ca_file).minimum_version is ssl.TLSVersion.TLSv1_2


def test_the_keys_of_connections_are_written_nowhere(
    authority: trustme.CA, ca_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    outcome, *_ = call(town_hall(authority), Token(TOKEN), ca_file)
    assert isinstance(outcome, Catalogue)
    assert not (tmp_path / "keys").exists()


def test_a_key_with_a_password_is_refused_and_nobody_is_asked(
    kiosk_certificate: Path, tmp_path: Path
) -> None:
    pem = kiosk_certificate.read_bytes()
    locked = load_pem_private_key(pem, None).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")
    )
    file = tmp_path / "locked.pem"
    file.write_bytes(locked + pem[pem.index(b"-----BEGIN CERTIFICATE") :])
    with pytest.raises(ssl.SSLError):
        tls(ClientCertificate(file), None)
