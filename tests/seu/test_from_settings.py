"""From settings comes the client, or the one setting that has to be put right."""

from __future__ import annotations

from pathlib import Path

import pytest
import trustme

from config.problem import Problem
from config.settings import Settings
from kiosk.clock import WallClock
from kiosk.seu.client import Seu
from kiosk.seu.from_settings import from_settings, identity_of
from kiosk.seu.identity import ClientCertificate, Token
from tests.seu.play import TOKEN

HTTPS = "https://seu.exemple.cat"
LOOPBACK = "http://127.0.0.1:8080"


def made(seu: dict[str, object]) -> Seu | Problem:
    settings = Settings.model_validate({"seu": seu})
    return from_settings(settings, WallClock(), lambda operation, kind, detail: None)


def secret(folder: Path, content: bytes, name: str = "secret") -> Path:
    file = folder / name
    file.write_bytes(content)
    file.chmod(0o600)
    return file


def test_loopback_needs_no_identity() -> None:
    assert isinstance(made({"base_url": LOOPBACK}), Seu)


def test_a_token_file_is_read_without_its_end_of_line(tmp_path: Path) -> None:
    file = secret(tmp_path, f"{TOKEN}\n".encode())
    assert isinstance(made({"base_url": HTTPS, "token_file": file}), Seu)
    settings = Settings.model_validate({"seu": {"base_url": HTTPS, "token_file": file}})
    assert identity_of(settings) == Token(TOKEN)


def test_a_certificate_goes_before_a_token(tmp_path: Path) -> None:
    pem = trustme.CA().issue_cert("zb-01.exemple.cat").private_key_and_cert_chain_pem.bytes()
    certificate, token = secret(tmp_path, pem, "kiosk.pem"), secret(tmp_path, TOKEN.encode())
    chosen = {"base_url": HTTPS, "client_certificate": certificate, "token_file": token}
    assert isinstance(made(chosen), Seu)
    assert identity_of(Settings.model_validate({"seu": chosen})) == ClientCertificate(certificate)


def _certificate_readable_by_all(folder: Path) -> Path:
    file = secret(folder, trustme.CA().issue_cert("zb-01.exemple.cat").private_key_and_cert_chain_pem.bytes())
    file.chmod(0o640)
    return file


def _readable_by_all(folder: Path) -> Path:
    file = secret(folder, TOKEN.encode())
    file.chmod(0o644)
    return file


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("token_file", lambda folder: folder / "nowhere"),
        ("token_file", lambda folder: folder),
        ("token_file", _readable_by_all),
        ("token_file", lambda folder: secret(folder, b"two words")),
        ("token_file", lambda folder: secret(folder, b"")),
        ("token_file", lambda folder: secret(folder, b"\xff\xfe\x00")),
        ("client_certificate", lambda folder: secret(folder, b"no PEM")),
        ("client_certificate", lambda folder: secret(folder, trustme.CA().cert_pem.bytes())),
        ("client_certificate", lambda folder: folder / "nowhere"),
        ("client_certificate", _certificate_readable_by_all),
    ],
    ids=[
        "no token file",
        "a folder",
        "readable by all",
        "two words",
        "empty",
        "no text",
        "no PEM",
        "no key",
        "no certificate",
        "certificate readable by all",
    ],
)
def test_an_identity_that_cannot_be_used_names_its_setting(tmp_path: Path, field: str, make: object) -> None:
    assert callable(make)
    problem = made({"base_url": HTTPS, field: make(tmp_path)})
    assert isinstance(problem, Problem)
    assert problem.field == f"seu.{field}"
    assert TOKEN not in str(problem)


@pytest.mark.parametrize("content", [b"no PEM", b""], ids=["no PEM", "empty"])
def test_authorities_that_cannot_be_read_name_their_setting(tmp_path: Path, content: bytes) -> None:
    chosen = {
        "base_url": HTTPS,
        "token_file": secret(tmp_path, TOKEN.encode()),
        "ca_file": secret(tmp_path, content, "ca.pem"),
    }
    problem = made(chosen)
    assert isinstance(problem, Problem)
    assert problem.field == "seu.ca_file"


def test_without_an_address_there_is_no_client() -> None:
    problem = made({})
    assert isinstance(problem, Problem)
    assert problem.field == "seu.base_url"
