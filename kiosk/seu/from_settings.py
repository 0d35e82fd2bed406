"""From the settings to the client, or to the setting that a technician has to put right."""

from __future__ import annotations

from config.problem import Problem
from config.secret_files import file_problem, read_secret
from config.settings import Settings
from kiosk.clock import Clock
from kiosk.seu.client import Seu
from kiosk.seu.identity import ClientCertificate, Identity, Token, tls
from kiosk.seu.wire import OnFailure, Patience


def from_settings(settings: Settings, clock: Clock, on_failure: OnFailure) -> Seu | Problem:
    """The one client of the application."""
    seu = settings.seu
    if not seu.base_url:
        return Problem("seu.base_url", "the seu has no address", "https://HOST/PATH")
    identity = identity_of(settings)
    if isinstance(identity, Problem):
        return identity
    if (problem := _tls_problem(settings, identity)) is not None:
        return problem
    return Seu(
        seu.base_url,
        identity,
        kiosk=settings.kiosk.name,
        ca_file=seu.ca_file,
        patience=Patience(seu.connect_seconds, seu.read_seconds, seu.connect_seconds + seu.read_seconds),
        clock=clock,
        on_failure=on_failure,
    )


def identity_of(settings: Settings) -> Identity | Problem:
    """Who this kiosk is; a client certificate goes before a token."""
    seu = settings.seu
    if seu.client_certificate is not None:
        problem = file_problem(seu.client_certificate, "seu.client_certificate", secret=True)
        return problem or ClientCertificate(seu.client_certificate)
    if seu.token_file is None:
        return None
    secret = read_secret(seu.token_file, "seu.token_file")
    if isinstance(secret, Problem):
        return secret
    try:
        return Token(secret.content.decode("ascii", "replace").strip())
    except ValueError:
        return Problem("seu.token_file", "what the file holds is no token", "one line with the token alone")


def _tls_problem(settings: Settings, identity: Identity) -> Problem | None:
    right = "a PEM file"
    try:
        tls(None, settings.seu.ca_file)
    except OSError:
        return Problem("seu.ca_file", "the file holds no authorities that can be read", right)
    try:
        tls(identity, settings.seu.ca_file)
    except OSError:
        why = "the file holds no certificate with its key, or the key has a password"
        return Problem("seu.client_certificate", why, right)
    return None
