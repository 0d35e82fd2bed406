"""The folder of country signers: a DER file for each certificate and revocation list, and an index.

The index is read when a document is judged, not when the kiosk starts, and read anew when it has changed; of
the files only those of the document's country are opened. A file that is not in the index, or is not what the
index says, counts for nothing.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from config.atomic import write_atomically
from devices.card.trust.certificate import Certificate, certificate
from devices.card.trust.doubt import Contradiction
from devices.card.trust.revocation import RevocationList, revocation_list

INDEX = "index.json"
VERSION = 1
CERTIFICATE, REVOCATION_LIST = "certificate", "revocation list"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the folder, as `kiosk trust list` shows it."""

    file: str
    kind: str
    country: str
    subject: str
    """Of a revocation list: its issuer."""
    serial: str
    """In hexadecimal digits; how many are revoked, where it is a list."""
    valid_from: str
    valid_until: str
    """Days, as ISO 8601 writes them; empty where there is none."""
    sha256: str
    source: str
    """The name of the file from which it was imported."""


class CountrySigners:
    """A folder of country signers, for reading. Used by one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, int] | None = None
        self._entries: tuple[Entry, ...] = ()
        self._certificates: dict[str, tuple[Certificate, ...]] = {}
        self._revocations: dict[str, tuple[RevocationList, ...]] = {}

    @property
    def none_at_all(self) -> bool:
        """Nothing was ever imported."""
        return not any(entry.kind == CERTIFICATE for entry in self._index())

    def of(self, country: str) -> tuple[Certificate, ...]:
        """The certificates of a country's signers."""
        if not self._knows(country):
            return ()
        if country not in self._certificates:
            self._certificates[country] = self._read(country, CERTIFICATE, certificate)
        return self._certificates[country]

    def revocations(self, country: str) -> tuple[RevocationList, ...]:
        """The revocation lists of a country; who signed them is still to be checked."""
        if not self._knows(country):
            return ()
        if country not in self._revocations:
            self._revocations[country] = self._read(country, REVOCATION_LIST, revocation_list)
        return self._revocations[country]

    def _knows(self, country: str) -> bool:
        """A chip may name any country: of those that are none nothing is kept."""
        return any(entry.country == country for entry in self._index())

    def _index(self) -> tuple[Entry, ...]:
        try:
            stat = (self._folder / INDEX).stat()
            seen = (stat.st_mtime_ns, stat.st_ino)
        except OSError:
            seen = None
        if seen != self._seen:
            self._seen, self._entries = seen, entries(self._folder)
            self._certificates, self._revocations = {}, {}
        return self._entries

    def _read(self, country: str, kind: str, parse: Callable[[bytes], T]) -> tuple[T, ...]:
        found = []
        for entry in self._entries:
            if entry.country == country and entry.kind == kind:
                octets = read_file(self._folder, entry)
                try:
                    found.append(parse(octets))
                except Contradiction:
                    continue  # cut by a power failure, or changed: the import is to be repeated
        return tuple(found)


def entries(folder: Path) -> tuple[Entry, ...]:
    """What the index lists; nothing where there is none, or where it is not one of ours."""
    try:
        index = json.loads((folder / INDEX).read_bytes())
        if index["version"] != VERSION:
            return ()
        return tuple(Entry(**entry) for entry in index["entries"])
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def read_file(folder: Path, entry: Entry) -> bytes:
    """The file's bytes; none where they are not those that were imported."""
    try:
        octets = (folder / entry.file).read_bytes()
    except OSError:
        return b""
    return octets if hashlib.sha256(octets).hexdigest() == entry.sha256 else b""


def add(folder: Path, new: Sequence[tuple[Entry, bytes]]) -> None:
    """Put files into the folder; the index, written last and at once, makes them count. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder):
        for entry, octets in new:
            if read_file(folder, entry) != octets:
                write_atomically(folder / entry.file, octets, 0o644)
        _list(folder, [entry for entry, _ in new])


def _list(folder: Path, new: Sequence[Entry]) -> None:
    listed = {entry.file: entry for entry in (*entries(folder), *new)}
    ordered = sorted(
        listed.values(), key=lambda entry: (entry.country, entry.kind, entry.subject, entry.file)
    )
    index = {"version": VERSION, "entries": [asdict(entry) for entry in ordered]}
    content = json.dumps(index, ensure_ascii=False, indent=1) + "\n"
    write_atomically(folder / INDEX, content.encode(), 0o644)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Two imports at once would each write an index without the other's files."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def entry_of_certificate(one: Certificate, source: str) -> Entry:
    """How a certificate is listed."""
    fingerprint = hashlib.sha256(one.whole).hexdigest()
    return Entry(
        file=f"{_letters(one.subject.country)}-{fingerprint[:40]}.cer",
        kind=CERTIFICATE,
        country=one.subject.country,
        subject=one.subject.text,
        serial=f"{one.serial:x}",
        valid_from=one.not_before.date().isoformat(),
        valid_until=one.not_after.date().isoformat(),
        sha256=fingerprint,
        source=source,
    )


def entry_of_revocations(one: RevocationList, source: str) -> Entry:
    """How a revocation list is listed."""
    fingerprint = hashlib.sha256(one.whole).hexdigest()
    return Entry(
        file=f"{_letters(one.issuer.country)}-{fingerprint[:40]}.crl",
        kind=REVOCATION_LIST,
        country=one.issuer.country,
        subject=one.issuer.text,
        serial=str(len(one.serials)),
        valid_from=one.this_update.date().isoformat(),
        valid_until=one.next_update.date().isoformat() if one.next_update else "",
        sha256=fingerprint,
        source=source,
    )


def _letters(country: str) -> str:
    return country if country.isascii() and country.isalpha() else "XX"
