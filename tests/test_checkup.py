"""What `kiosk check` says of the journal, the scanner and the printers."""

from __future__ import annotations

import asyncio
import os
import pty
from pathlib import Path

import pytest

from config.settings import DocumentPrinter, Kiosk, Printers, Scanner, Settings, TicketPrinter
from kiosk import checkup
from kiosk.checkup import journal_found, printer_found, scanner_found, welcome_troubles
from kiosk.journal_file import FILE_NAME, open_file
from tests.devices.simulated_printer import simulated
from tests.disk import full_disk


def test_a_serial_scanner_is_ready_when_its_device_is_there(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    settings = Settings(scanner=Scanner(kind="serial", device=Path(os.ttyname(slave))))
    os.close(slave)
    assert asyncio.run(scanner_found(settings)) == ("ready", True)
    os.close(master)


def test_a_serial_scanner_that_is_not_there_is_no_ready_kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "PATIENCE", 0.2)
    settings = Settings(scanner=Scanner(kind="serial", device=tmp_path / "none"))
    assert asyncio.run(scanner_found(settings)) == (f"not there: {tmp_path / 'none'}", False)


def test_a_kiosk_without_a_scanner_and_one_with_a_typing_scanner_are_ready() -> None:
    assert asyncio.run(scanner_found(Settings()))[1]
    assert asyncio.run(scanner_found(Settings(scanner=Scanner(kind="keyboard"))))[1]


def with_state(folder: Path) -> Settings:
    return Settings.model_validate({"kiosk": {"state_folder": folder}})


def test_the_journal_is_ready_where_it_can_be_written(tmp_path: Path) -> None:
    assert journal_found(with_state(tmp_path)) == ("nothing was printed yet", True)
    assert list(tmp_path.iterdir()) == []  # it belongs to the kiosk's own user, whoever looks
    open_file(tmp_path / FILE_NAME).close()
    assert journal_found(with_state(tmp_path)) == ("ready", True)


def test_a_journal_that_cannot_be_written_is_no_ready_kiosk(tmp_path: Path) -> None:
    open_file(tmp_path / FILE_NAME).close()
    with full_disk():
        said, ready = journal_found(with_state(tmp_path))
    assert not ready
    assert said.startswith("the journal cannot be written: ")


def with_ticket_printer(address: str, model: str) -> Settings:
    ticket = TicketPrinter(address=address, model=model)
    document = DocumentPrinter(enabled=False, address=address, model="generic-216")
    return Settings(printers=Printers(document=document, ticket=ticket))


def test_a_printer_is_told_with_its_status_its_model_and_its_place(tmp_path: Path) -> None:
    with simulated(tmp_path) as peer:
        settings = with_ticket_printer(peer.address, "generic-80")
        assert asyncio.run(printer_found("ticket", settings)) == (
            f"ready: generic-80 at {peer.address}",
            True,
        )
        peer.turn(paper_out=True)
        said, ready = asyncio.run(printer_found("ticket", settings))
    assert (said, ready) == (f"paper_out: generic-80 at {peer.address}", False)


def test_a_model_that_nobody_knows_is_told_with_those_that_there_are() -> None:
    said, ready = asyncio.run(printer_found("ticket", with_ticket_printer("usb://04b8:0e28", "epson-tm-t99")))
    assert not ready
    assert said.startswith("printers.ticket: no printer model is called epson-tm-t99; right would be one of:")
    assert "epson-tm-t20iii" in said


def test_the_questions_of_a_welcome_zone_are_told_where_they_are_wrong(tmp_path: Path) -> None:
    file = tmp_path / "welcome.toml"
    file.write_text('start = "here"\n', encoding="utf-8")
    assert welcome_troubles(Settings(kiosk=Kiosk(welcome_file=file))) == ()
    assert welcome_troubles(Settings(kiosk=Kiosk(role="welcome"))) == ()
    troubles = welcome_troubles(Settings(kiosk=Kiosk(role="welcome", welcome_file=file)))
    assert any("questions" in trouble and str(file) in trouble for trouble in troubles)
