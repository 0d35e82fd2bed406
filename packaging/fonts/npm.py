"""Fetches one npm package at a pinned version, refuses it when its content is another than the pinned one."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """`integrity` is npm's own: base64 of the tarball's SHA-512."""

    name: str
    version: str
    integrity: str


def fetch(package: Package, folder: Path) -> Path:
    """Unpack the package below `folder`; returns its folder. Raises ValueError on other content."""
    told = subprocess.run(
        ["npm", "pack", "--json", "--pack-destination", str(folder), f"{package.name}@{package.version}"],
        check=True,
        capture_output=True,
        text=True,
    )
    tarball = folder / str(json.loads(told.stdout)[0]["filename"]).replace("@", "").replace("/", "-")
    digest = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if digest != package.integrity:
        raise ValueError(f"{package.name}@{package.version} is not the pinned content: {digest}")
    unpacked = folder / package.name.replace("/", "-")
    with tarfile.open(tarball) as archive:
        archive.extractall(unpacked, filter="data")
    return unpacked / "package"
