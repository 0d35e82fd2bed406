"""The scanner finds what was planted, in every form, and nothing where nothing is."""

from __future__ import annotations

import base64
import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.privacy.scan import Scanner, values_of_residents

SCANNER = Scanner(values_of_residents())

PLANTED = {
    "as it is": b"Maria Soler i Vidal",
    "in the middle of a line": b'{"event": "x", "who": "00000000T"}',
    "as UTF-16": "Núria Gil Col·lell".encode("utf-16-le"),
    "as UTF-16, the other way round": "Fàtima Benali".encode("utf-16-be"),
    "as letters of an MRZ": b"SOLER<<MARIA<<<<<<<<<<<",
    "what opens a chip": b"BAA000589551031463105205",
    "a birth date as it is copied": b"5103146",
    "a PIN": b"15928401",
    "without accents": b"Fatima Benali",
    "as base64": base64.b64encode(b"the card of Jordi Puig Ferrer was read"),
    "as hex": b"El Idrissi".hex().encode(),
    "quoted in a URL": quote("Carrer de l’Exemple, 12, 3r 2a").encode(),
    "the CAN": b"482951",
    "the support number": b"BAA000589",
    "a birth date": b"1951-03-14",
    "a birth date as people write it": b"14/03/1951",
    "an address": b"Avinguda de la Prova",
    "an e-mail": b"anna.riba@exemple.cat",
    "a phone": b"+34600000158",
    "who lives with somebody": b"Lina El Idrissi Bennani",
}


@pytest.mark.parametrize("how", PLANTED)
def test_a_planted_leak_is_found(how: str) -> None:
    assert SCANNER.in_bytes("planted", b"\0\1before " + PLANTED[how] + b" after\xff")


def test_a_leak_in_a_database_is_found_in_its_pages_and_in_its_log_of_writes(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "journal.sqlite")
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("CREATE TABLE jobs (note TEXT)")
    base.execute("INSERT INTO jobs VALUES ('Maria Soler i Vidal')")
    base.commit()
    assert any("wal" in finding for finding in SCANNER.in_files(tmp_path))
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    assert any("journal.sqlite" in finding for finding in SCANNER.in_files(tmp_path))


def test_a_leak_in_a_file_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "volant-00000000T.pdf").touch()
    assert SCANNER.in_files(tmp_path)


def test_what_says_nothing_of_a_person_is_not_found() -> None:
    assert not SCANNER.in_bytes("clean", b'{"t": 12.5, "event": "digit", "state": "identify_can"}')


def test_a_finding_does_not_repeat_what_it_found() -> None:
    assert "Soler i Vidal" not in str(SCANNER.in_bytes("planted", b"Maria Soler i Vidal"))
