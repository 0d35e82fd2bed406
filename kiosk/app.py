"""The composition root: the only module that looks every way. Opens devices, window and seu."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from config.problem import Problem
from config.settings import Settings
from config.welcome import Welcome, read_welcome
from devices.absent import AbsentPrinter, AbsentReader, AbsentScanner, AbsentSigningCard
from devices.contracts import CardReader, Mark, Printer, Scanner, SigningCard, StaffCard
from kiosk.clock import Clock, WallClock
from kiosk.conductor import Conductor
from kiosk.health import Health
from kiosk.house import House
from kiosk.insight.experiments import missing
from kiosk.insight.laboratory import Laboratory
from kiosk.insight.shelf import FILE_NAME as SHELF, Shelf
from kiosk.journal import Journal
from kiosk.journal_file import FILE_NAME
from kiosk.logs import Event as Log, log
from kiosk.open_calls import OpenCalls
from kiosk.seu.client import Seu
from kiosk.seu.from_settings import from_settings
from kiosk.seu.models import FailureKind
from kiosk.trace import Trace
from screens.icons import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from screens.stage import Stage
    from screens.wedge import KeyboardScanner

USUAL_DENSITY = 3.61
"""Pixels a millimetre of a 24-inch panel of 1080 × 1920, where neither settings nor the screen say better."""
USUAL_SIZE = (1080, 1920)
NOWHERE = "http://127.0.0.1:9"
"""The discard port of this machine."""


class CannotOpen(Exception):
    """Settings that are well formed but cannot be acted on; says which, why, and what would be right."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the kiosk is to start."""

    settings: Settings
    refused: tuple[str, ...] = ()
    """What is wrong with the settings, a sentence each; then nobody is served."""
    windowed: bool = False
    trace: Path | None = None
    heard: Callable[[str, str], None] | None = None
    """Gets each event and state as the trace does."""


@dataclass(frozen=True, slots=True)
class Running:
    """What a tour or a bench may hold of a running kiosk."""

    stage: Stage
    conductor: Conductor
    house: House


def open_printer(name: str, settings: Settings, *, left_over: Mark | None = None) -> Printer:
    """The printer of that name in settings; `left_over` marks a sheet that an earlier run did not settle.

    Raises CannotOpen.
    """
    chosen = settings.printers.document if name == "document" else settings.printers.ticket
    if not chosen.enabled:
        return AbsentPrinter(name)
    if chosen.address.startswith(("ipp:", "ipps:")):
        from devices.printer.ipp import IppPrinter

        return IppPrinter(name, chosen.address, left_over=left_over)
    from devices.printer.escpos import EscPosPrinter
    from devices.printer.models import model_named

    try:
        return EscPosPrinter(name, chosen.address, model_named(chosen.model), left_over=left_over)
    except ValueError as why:
        raise CannotOpen(f"printers.{name}: {why}") from None


def open_reader(settings: Settings) -> CardReader:
    """The card reader of settings."""
    if not settings.card_reader.enabled:
        return AbsentReader()
    from devices.card.reader import PcscReader
    from devices.card.trust.judge import PassiveAuthentication
    from devices.card.trust.store import CountrySigners

    judge = PassiveAuthentication(CountrySigners(settings.identity.country_signers))
    return PcscReader(settings.card_reader.name, judge)


def open_signing_card(settings: Settings) -> SigningCard:
    """The reader with contacts of settings."""
    chosen = settings.contact_reader
    if not chosen.enabled:
        return AbsentSigningCard()
    from devices.card.pkcs11.card import Pkcs11Card

    return Pkcs11Card(chosen.name, chosen.module, counts_tries=chosen.counts_tries)


def open_staff_card(settings: Settings) -> StaffCard | None:
    """The same reader, for the cards of staff. Raises CannotOpen."""
    chosen, file = settings.contact_reader, settings.staff_card.authorities
    if not chosen.enabled or file is None:
        return None
    from devices.card.pkcs11.card import Pkcs11Card
    from devices.card.staff import SigningStaffCard, read_authorities, told_apart

    try:
        authorities = read_authorities(file)
    except (OSError, ValueError) as error:
        right = "a PEM file with authorities"
        why = type(error).__name__
        raise CannotOpen(f"staff_card.authorities: {why}; right would be: {right}") from None
    reader = Pkcs11Card(chosen.name, chosen.module, wanted=told_apart(authorities))
    return SigningStaffCard(reader, authorities)


def open_scanner(settings: Settings) -> Scanner:
    """The scanner of settings."""
    match settings.scanner.kind:
        case "none":
            return AbsentScanner()
        case "serial":
            from devices.scanner.serial import SerialScanner

            return SerialScanner(settings.scanner.device, settings.scanner.baud)
        case "keyboard":
            from devices.scanner.wedge import WedgeScanner

            return WedgeScanner()


def open_seu(settings: Settings, clock: Clock) -> Seu:
    """The client of the seu, with this kiosk's own identity."""

    def failed(operation: str, kind: FailureKind, detail: str) -> None:
        log(Log.SEU_FAILED, operation=operation, kind=kind, detail=detail)

    answer = from_settings(settings, clock, failed)
    if isinstance(answer, Problem):
        raise CannotOpen(str(answer))
    return answer


def open_journal(settings: Settings) -> Journal:
    """The journal of settings; raises CannotOpen."""
    folder = settings.kiosk.state_folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Journal(folder / FILE_NAME)
    except (OSError, sqlite3.Error) as error:
        right = "a folder in which the kiosk may write"
        raise CannotOpen(f"kiosk.state_folder: {type(error).__name__}; right would be: {right}") from None


def open_laboratory(settings: Settings, seu: Seu, clock: Clock) -> Laboratory:
    """What is counted and tried out; raises CannotOpen."""
    tried = settings.experiments.tried
    if (problem := missing(tried)) is not None:
        raise CannotOpen(str(problem))
    try:
        return Laboratory(Shelf(settings.kiosk.state_folder / SHELF), tried, seu, clock)
    except sqlite3.Error as error:
        right = "a file of counters that this kiosk wrote; without it, it begins anew"
        raise CannotOpen(f"kiosk.state_folder: {type(error).__name__}; right would be: {right}") from None


def closed_house(settings: Settings, clock: Clock) -> House:
    """A house that serves nobody: no devices, a seu that nobody asks."""
    seu = Seu(NOWHERE, kiosk=settings.kiosk.name)
    return House(
        settings=settings,
        clock=clock,
        seu=seu,
        journal=Journal(Path(":memory:")),
        laboratory=Laboratory(Shelf(Path(":memory:")), (), seu, clock),
        document_printer=AbsentPrinter("document"),
        ticket_printer=AbsentPrinter("ticket"),
        reader=AbsentReader(),
        signing_card=AbsentSigningCard(),
        scanner=AbsentScanner(),
    )


def open_welcome(settings: Settings) -> Welcome | None:
    """The questions of the welcome zone, on a kiosk that stands there; raises CannotOpen."""
    if settings.kiosk.role != "welcome":
        return None
    answer = read_welcome(settings.kiosk.welcome_file, icons())
    if isinstance(answer, tuple):
        raise CannotOpen("; ".join(map(str, answer)))
    return answer


def open_house(settings: Settings, clock: Clock) -> House:
    """Devices, seu and journal, as settings say; raises CannotOpen."""
    roots, journal = settings.seu.seal_roots, open_journal(settings)
    seu = open_seu(settings, clock)
    return House(
        settings=settings,
        clock=clock,
        seu=seu,
        journal=journal,
        laboratory=open_laboratory(settings, seu, clock),
        document_printer=open_printer("document", settings, left_over=journal.left_over("document")),
        ticket_printer=open_printer("ticket", settings, left_over=journal.left_over("ticket")),
        reader=open_reader(settings),
        signing_card=open_signing_card(settings),
        staff_card=open_staff_card(settings),
        scanner=open_scanner(settings),
        welcome=open_welcome(settings),
        open_calls=OpenCalls(settings.kiosk.state_folder),
        seal_roots=(roots.read_bytes(),) if roots else (),
    )


def run(opening: Opening, meanwhile: Callable[[Running], Awaitable[int]] | None = None) -> int:
    """Run the kiosk until its window is closed, or until `meanwhile` ends; the answer is the exit status."""
    _prefer_software(opening.settings)
    from PySide6.QtGui import QGuiApplication
    from qasync import QEventLoop

    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        status: int = loop.run_until_complete(_run(application, opening, meanwhile))
    return status


def _prefer_software(settings: Settings) -> None:
    """Without a graphics card Qt's own software renderer is lighter and quicker than an emulated one."""
    wanted = settings.screen.software_rendering
    no_card = not Path("/dev/dri").exists() or os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    if wanted == "always" or (wanted == "auto" and no_card):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")


async def _run(
    application: QGuiApplication, opening: Opening, meanwhile: Callable[[Running], Awaitable[int]] | None
) -> int:
    from screens.stage import Stage

    settings = opening.settings
    clock = WallClock(settings.kiosk.time_zone)
    density = settings.screen.px_per_mm or USUAL_DENSITY
    width, height = settings.screen.width, settings.screen.height
    room = application.primaryScreen().availableSize()
    if not (width and height):
        width, height = USUAL_SIZE if opening.windowed else (room.width(), room.height())
        if opening.windowed and height > room.height():
            # On a desk the whole kiosk is shown, smaller, rather than a part of it.
            scale = room.height() / height
            width, height, density = int(width * scale), room.height(), density * scale
    conductors: list[Conductor] = []
    houses: list[House] = []
    stage = Stage(
        width,
        height,
        px_per_mm=density,
        fullscreen=settings.screen.fullscreen and not opening.windowed,
        acted=lambda serial, event, data: conductors[0].acted(serial, event, data),
        touched=lambda: conductors[0].touched(),
        scanner=_typing_scanner(settings, houses),
    )
    refused = opening.refused
    try:
        house = closed_house(settings, clock) if refused else open_house(settings, clock)
    except CannotOpen as why:
        refused = (str(why),)
        house = closed_house(settings, clock)
    houses.append(house)
    conductor = Conductor(house, stage, Trace(opening.trace, clock.monotonic(), opening.heard))
    conductors.append(conductor)
    health = Health(house, lambda: conductor.post("device_changed"))
    conducting = asyncio.create_task(
        conductor.run("closed" if refused else "opened", refused), name="conductor"
    )
    if not refused:
        health.begin()
    try:
        closed = asyncio.Event()
        application.lastWindowClosed.connect(closed.set)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(closed.set))
        running = Running(stage, conductor, house)
        ending = asyncio.ensure_future(meanwhile(running) if meanwhile else _when(closed))
        told = asyncio.ensure_future(_when(closed))
        await asyncio.wait({ending, conducting, told}, return_when=asyncio.FIRST_COMPLETED)
        if conducting.done():
            conducting.result()
        return ending.result() if ending.done() else 0
    finally:
        await health.end()
        conducting.cancel()
        await asyncio.gather(conducting, return_exceptions=True)
        await house.close()
        stage.close()


def _typing_scanner(settings: Settings, houses: Sequence[House]) -> KeyboardScanner | None:
    """A scanner that acts as a keyboard, as the window knows it; what it reads goes to the house."""
    if settings.scanner.kind != "keyboard":
        return None
    from devices.scanner.wedge import WedgeScanner
    from screens.wedge import KeyboardScanner

    def scanned(run: str) -> None:
        for house in houses:
            if isinstance(house.scanner, WedgeScanner):
                house.scanner.typed(run)

    return KeyboardScanner(scanned, settings.scanner.key_gap, us_layout=settings.scanner.layout == "us")


async def _when(closed: asyncio.Event) -> int:
    await closed.wait()
    return 0
