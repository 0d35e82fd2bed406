"""Writes a file so that a power cut leaves the old one or the new one, never a part of either."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomically(file: Path, content: bytes, mode: int) -> None:
    """Write beside, force to disk, rename, force the folder. Raises OSError, and the old file then stands."""
    beside = file.with_name(f".{file.name}.new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, mode)
    with os.fdopen(descriptor, "wb") as stream:
        # The file may be left from a write that was cut, or the umask may have taken bits away.
        os.fchmod(stream.fileno(), mode)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)
    folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
