"""`kiosk trust`: whom documents are judged by, for the technician who brings the files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from devices.card.trust.intake import Intake, take_in
from devices.card.trust.store import CERTIFICATE, Entry, entries

SHOWN = 8
"""Lines of one kind that are said; a master list may have hundreds alike."""


def import_file(file: Path, folder: Path, say: Callable[[str], None]) -> int:
    """Take in what `file` holds; the answer is 0 where something is in force that it brought."""
    try:
        intake = take_in(file.read_bytes(), file.name, folder, date.today())
    except OSError as error:
        say(f"not imported: {error.strerror}: {error.filename}")
        return 1
    _say_all(intake, say)
    return 0 if intake.new or intake.known else 1


def list_signers(folder: Path, say: Callable[[str], None]) -> int:
    """A line for each: country, subject, serial, validity, fingerprint, where from."""
    listed = entries(folder)
    for entry in listed:
        say(_line(entry))
    if not listed:
        say(f"no country signers in {folder}: every document will be not_verified; kiosk trust import FILE")
    return 0 if listed else 1


def _say_all(intake: Intake, say: Callable[[str], None]) -> None:
    say(f"file         SHA-256 {intake.sha256}")
    for title, lines in (
        ("checked", intake.checked),
        ("not checked", intake.not_checked),
        ("refused", intake.refused),
    ):
        for line in lines[:SHOWN]:
            say(f"{title:12} {line}")
        if len(lines) > SHOWN:
            say(f"{title:12} and {len(lines) - SHOWN} more")
    say(f"imported     {intake.new} new, {intake.known} known before")


def _line(entry: Entry) -> str:
    what = f"serial {entry.serial}" if entry.kind == CERTIFICATE else f"{entry.serial} taken back"
    until = f"{entry.valid_from}/{entry.valid_until}"
    return "  ".join((entry.country, entry.subject, what, until, entry.sha256[:16], entry.source))
