"""A ticket in a printer's own letters, on its way: noted, acknowledged, cut as a step of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.contracts import (
    Advancing,
    CutDone,
    Cutting,
    Mark,
    Plain,
    PlainCode,
    PlainLine,
    Printed,
    PrinterStatus,
    PrintOutcome,
    Sending,
    Work,
)
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import known_models
from devices.printer.plain import steps
from tests.devices.letters import Reader
from tests.devices.simulated_printer import Heard, Notes, Simulated, page, rows, simulated

TICKET = Plain(
    (
        PlainLine("L’Hospitalet", bold=True),
        PlainLine(" B 047", size=6, bold=True),
        PlainLine("Seieu a la zona taronja".center(42), inverted=True),
        PlainLine("Taxa: 3,50 € · “col·lectiu”"),
        PlainCode("https://seu.exemple.cat/torn/7f3k9q2m", 29, 6),
        *(PlainLine(f"Línia {number}") for number in range(40)),
    )
)


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Simulated]:
    with simulated(tmp_path) as running:
        yield running


def printed(printer: Simulated, *works: Work, heard: Heard, notes: Notes) -> list[PrintOutcome]:
    async def all_of_them() -> list[PrintOutcome]:
        driver = EscPosPrinter("ticket", printer.address, known_models()["generic-80-serial"])
        try:
            async with asyncio.timeout(60):
                return [await driver.print(work, heard, notes) for work in works]
        finally:
            await driver.close()

    return asyncio.run(all_of_them())


def test_a_plain_ticket_is_printed_and_cut_as_a_step_of_its_own(printer: Simulated) -> None:
    heard, notes = Heard(), Notes()

    assert printed(printer, [TICKET], heard=heard, notes=notes) == [Printed(1)]

    assert notes.steps == [Sending(1, Mark()), Cutting(1), CutDone(1)]
    assert heard.done == sorted(heard.done)
    assert heard.news[-1] == Advancing(1.0, 1)
    assert len(printer.sheets()) == 1


def test_several_sheets_are_cut_from_one_another(printer: Simulated) -> None:
    notes = Notes()

    assert printed(printer, [TICKET, TICKET], heard=Heard(), notes=notes) == [Printed(2)]

    assert notes.steps[2:4] == [CutDone(1), Sending(2, Mark())]
    assert len(printer.sheets()) == 2


def test_the_printer_received_the_words_in_one_code_page_and_one_cut(printer: Simulated) -> None:
    printed(printer, [TICKET], heard=Heard(), notes=Notes())

    received = Reader((printer.out / "printed.bin").read_bytes())
    wanted = [line.text for line in TICKET.lines if isinstance(line, PlainLine)]
    assert [line for line, _ in received.lines] == wanted
    assert [code.data for code in received.codes] == ["https://seu.exemple.cat/torn/7f3k9q2m"]
    assert received.pages == [16]
    assert received.cuts == 1


def test_dots_after_a_plain_ticket_are_as_they_always_are(printer: Simulated) -> None:
    heard = Heard()

    assert printed(printer, [TICKET], [page()], heard=heard, notes=Notes()) == [Printed(1), Printed(1)]

    assert printer.sheets()[1] == rows(page())


def test_without_paper_a_plain_ticket_is_held_and_then_goes_on(printer: Simulated) -> None:
    printer.turn(speed_mm_s=40)

    async def work() -> PrintOutcome:
        heard = Heard()
        driver = EscPosPrinter("ticket", printer.address, known_models()["generic-80-serial"])
        try:
            async with asyncio.timeout(60):
                job = asyncio.create_task(driver.print([TICKET], heard, Notes()))
                await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0)
                printer.turn(paper_out=True)
                await heard.until(lambda news: getattr(news, "status", None) is PrinterStatus.PAPER_OUT)
                printer.turn(paper_out=False)
                return await job
        finally:
            await driver.close()

    assert asyncio.run(work()) == Printed(1)
    assert len(Reader((printer.out / "printed.bin").read_bytes()).lines) == len(TICKET.lines) - 1


@pytest.mark.parametrize("text", ["Sala\x10\x04\x01", "línia\nnova"])
def test_a_control_byte_in_a_line_is_a_bug_that_shows(text: str) -> None:
    with pytest.raises(ValueError, match="control byte"):
        steps(Plain((PlainLine(text),)))
