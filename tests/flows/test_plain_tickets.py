"""A ticket goes to the printer of the settings' model as its line allows: in letters, else in dots."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from devices.printer.escpos import EscPosPrinter
from devices.printer.models import known_models
from kiosk.paper.ticket import Text, Ticket
from tests.devices.letters import NotText, Reader
from tests.devices.simulated_printer import simulated
from tests.flows.lonely import Lonely, in_lonely_kiosk


def received(folder: Path, model: str, ticket: Ticket) -> bytes:
    """The bytes that a printer of `model` was sent for `ticket`."""
    with simulated(folder / "out") as printer:

        async def printed(lonely: Lonely) -> None:
            lonely.house.ticket_printer = EscPosPrinter("ticket", printer.address, known_models()[model])
            assert await lonely.house.print_ticket(ticket)

        in_lonely_kiosk(folder, printed)
    return (folder / "out" / "printed.bin").read_bytes()


@pytest.fixture(autouse=True)
def fonts() -> object:
    """Qt writes nothing without an application."""
    return QGuiApplication.instance() or QGuiApplication(["tests"])


def test_to_a_slow_line_it_goes_in_letters(tmp_path: Path) -> None:
    page = Reader(received(tmp_path, "generic-80-serial", Ticket((Text("El vostre torn, 3,50 €"),))))

    assert page.text.strip() == "El vostre torn, 3,50 €"
    assert page.cuts == 1


@pytest.mark.parametrize(
    ("model", "ticket"),
    [
        ("generic-80", Ticket((Text("El vostre torn"),))),
        ("generic-80-serial", Ticket((Text("دورك"),))),
        ("generic-80-serial", Ticket((Text("B 047"),), right_to_left=True)),
    ],
    ids=["a quick line", "another script", "from right to left"],
)
def test_else_it_goes_in_dots(tmp_path: Path, model: str, ticket: Ticket) -> None:
    sent = received(tmp_path, model, ticket)

    assert b"\x1dv0" in sent
    with pytest.raises(NotText, match="1d76"):
        Reader(sent)
