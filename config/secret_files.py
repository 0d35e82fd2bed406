"""Tokens, keys and PIN hashes: each in a file of its own that nobody but its owner may read."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from config.atomic import write_atomically
from config.problem import Problem

MODE = 0o600


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """What a secret file holds."""

    content: bytes

    def __repr__(self) -> str:
        return "Secret(…)"


def file_problem(file: Path, field: str, *, secret: bool) -> Problem | None:
    """What is wrong with the file that the setting `field` names."""
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode):
            return Problem(field, "this is no ordinary file", "the path of a file")
        with file.open("rb"):
            pass
    except OSError as trouble:
        why = f"the file cannot be read ({type(trouble).__name__})"
        return Problem(field, why, "the path of a readable file")
    if secret and mode & 0o077:
        return Problem(field, "others on this machine can read the file", f"mode 0600: chmod 600 {file}")
    return None


def read_secret(file: Path, field: str) -> Secret | Problem:
    """The content of a secret file, where only its owner may read it."""
    problem = file_problem(file, field, secret=True)
    return problem or Secret(file.read_bytes())


def write_secret(file: Path, secret: Secret) -> None:
    """Put a secret into its file. Raises OSError; the old file then stands."""
    write_atomically(file, secret.content, MODE)
