"""SoftHSM in the place of a card and its driver: a token in a folder, with keys and their certificates.

It notices a wrong PIN and says so in its flags until the next right one, and it never locks.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
"""Where Debian puts it."""
_LABEL = "Zona Blava Demo"
_SO_PIN = "0000000000"
"""Opens nothing: the tokens live in a folder of the demo, seen by their own configuration alone."""
_DEADLINE = 20


class NoSoftHsm(RuntimeError):
    """Its tools are not installed, or did not do it."""


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """A key with its certificate."""

    id: str
    """Two hexadecimal digits, or more of them."""
    key_label: str
    key: bytes
    """PKCS#8, PEM."""
    certificate_label: str
    certificate: bytes
    """X.509, DER."""
    each_time: bool = False
    """The key wants the PIN for each signature (CKA_ALWAYS_AUTHENTICATE)."""


def configure(folder: Path, tokens: Path) -> Path:
    """Write the file that SOFTHSM2_CONF names, by which the tokens of one folder are seen."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "softhsm2.conf"
    file.write_text(
        f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n", encoding="utf-8"
    )
    return file


def make_token(folder: Path, pin: str, entries: Iterable[Entry]) -> None:
    """Fill `folder` with a token. Raises `NoSoftHsm`."""
    scratch = folder.with_name(f"{folder.name}-making")
    for made in (folder, scratch):
        made.mkdir(mode=0o700, parents=True)
    environment = {**os.environ, "SOFTHSM2_CONF": str(configure(scratch, folder))}
    token = ("pkcs11-tool", "--module", str(MODULE), "--token-label", _LABEL, "--login", "--pin", pin)
    _run(environment, "softhsm2-util", "--init-token", "--free", "--label", _LABEL,
         "--so-pin", _SO_PIN, "--pin", pin)  # fmt: skip
    for entry in entries:
        key, certificate = scratch / "key.pem", scratch / "certificate.der"
        key.write_bytes(entry.key)
        certificate.write_bytes(entry.certificate)
        _run(environment, *token, "--write-object", str(key), "--type", "privkey", "--usage-sign",
             "--id", entry.id, "--label", entry.key_label,
             *(("--always-auth",) if entry.each_time else ()))  # fmt: skip
        _run(environment, *token, "--write-object", str(certificate), "--type", "cert",
             "--id", entry.id, "--label", entry.certificate_label)  # fmt: skip
    for file in scratch.iterdir():
        file.unlink()
    scratch.rmdir()


def _run(environment: Mapping[str, str], *command: str) -> None:
    """A PIN of the demo may stand on a command line: it is fictional, and in the repository."""
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=_DEADLINE)
    except FileNotFoundError:
        raise NoSoftHsm("packages softhsm2 and opensc are needed") from None
    except subprocess.SubprocessError as failed:
        raise NoSoftHsm(f"{command[0]} did not do it: {type(failed).__name__}") from None
