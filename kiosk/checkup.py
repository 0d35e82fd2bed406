"""`kiosk check`: settings, devices and seu, a line each, for whoever stands before the open cabinet."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from config.problem import Problem
from config.settings import Settings
from config.store import Loaded, Refused
from config.welcome import read_welcome, unknown_queues
from devices.contracts import PrinterStatus, ReaderState
from kiosk.admin.pin_file import read_hash
from kiosk.clock import WallClock
from kiosk.journal_file import FILE_NAME, check_writable
from kiosk.open_house import CannotOpen, open_printer, open_reader, open_scanner, open_seu, open_signing_card
from kiosk.paper_desk import NOTHING_YET, UNWRITTEN
from kiosk.seu.models import Catalogue, Failed
from screens.icons import icons

T = TypeVar("T")

SCANNERS = {
    "none": "none in settings",
    "keyboard": "types as a keyboard; whether it is there shows when it reads",
}

PATIENCE = 5.0
"""Seconds that a device has to be found."""


async def checkup(loaded: Loaded | Refused, say: Callable[[str], None]) -> int:
    """Say how each is; the answer is 0 where all is well."""
    if isinstance(loaded, Refused):
        for problem in loaded.problems:
            say(f"settings          {problem}")
        return 1
    say("settings          ready")
    settings = loaded.settings
    said, well = journal_found(settings)
    say(f"journal           {said}")
    said, ready = pin_found(settings)
    say(f"technician's PIN  {said}")
    well &= ready
    for name in ("document", "ticket"):
        said, ready = await printer_found(name, settings)
        say(f"printer {name:9} {said}")
        well &= ready
    reader = open_reader(settings)
    state = await _known(lambda: reader.state, (ReaderState.GONE,))
    say(f"card reader       {state}")
    well &= state is not ReaderState.GONE
    await reader.close()
    said, ready = await contact_reader_found(settings)
    say(f"contact reader    {said}")
    well &= ready
    said, ready = await scanner_found(settings)
    say(f"scanner           {said}")
    well &= ready
    for trouble in welcome_troubles(settings):
        say(f"welcome           {trouble}")
        well = False
    try:
        seu = open_seu(settings, WallClock(settings.kiosk.time_zone))
    except CannotOpen as why:
        say(f"seu               {why}")
        return 1
    catalogue = await seu.catalogue()
    if isinstance(catalogue, Failed):
        say(f"seu               {catalogue.kind} {catalogue.problem}".rstrip())
        well = False
    else:
        say(f"seu               ready: {catalogue.town.name}")
        for trouble in queue_troubles(settings, catalogue):
            say(f"welcome           {trouble}")
            well = False
    await seu.aclose()
    return 0 if well else 1


def welcome_troubles(settings: Settings) -> tuple[str, ...]:
    """What is wrong with the questions of a kiosk in the welcome zone."""
    if settings.kiosk.role != "welcome":
        return ()
    answer = read_welcome(settings.kiosk.welcome_file, icons())
    return tuple(map(str, answer)) if isinstance(answer, tuple) else ()


def queue_troubles(settings: Settings, catalogue: Catalogue) -> tuple[str, ...]:
    """The places of a kiosk in the welcome zone that lead to a queue which the seu does not have."""
    file = settings.kiosk.welcome_file
    tree = read_welcome(file, icons()) if settings.kiosk.role == "welcome" else ()
    if isinstance(tree, tuple):
        return ()
    return tuple(map(str, unknown_queues(tree, [queue.id for queue in catalogue.turns.queues], file)))


def journal_found(settings: Settings) -> tuple[str, bool]:
    """What is to be said of the record of what is printed, and whether it can be written."""
    file = settings.kiosk.state_folder / FILE_NAME
    # Whoever looks is not always the kiosk's own user, to whom the file has to belong.
    if not file.exists():
        return NOTHING_YET, True
    try:
        check_writable(file)
    except sqlite3.Error as error:
        return f"{UNWRITTEN}: {error}", False
    return "ready", True


async def printer_found(name: str, settings: Settings) -> tuple[str, bool]:
    """What is to be said of a printer: its status, model and place; and whether it can print."""
    chosen = settings.printers.document if name == "document" else settings.printers.ticket
    try:
        printer = open_printer(name, settings)
    except CannotOpen as why:
        return str(why), False
    status = await _known(lambda: printer.status, (PrinterStatus.OFFLINE, PrinterStatus.UNKNOWN))
    await printer.close()
    return (f"{status}: {chosen.model} at {chosen.address}" if chosen.enabled else status), status.can_print


async def contact_reader_found(settings: Settings) -> tuple[str, bool]:
    """What is to be said of the reader for signing cards, and whether all is well with it."""
    chosen = settings.contact_reader
    if not chosen.enabled:
        return "none in settings", True
    if not chosen.module.exists():
        return f"its module is not there: {chosen.module}", False
    card = open_signing_card(settings)
    state = await _known(lambda: card.state, (ReaderState.GONE,))
    await card.close()
    return state, state is not ReaderState.GONE


def pin_found(settings: Settings) -> tuple[str, bool]:
    """What is to be said of the technician's PIN, and whether all is well with it."""
    file = settings.admin.pin_file
    if file is None:
        return "none in settings: nobody enters the technician's screens", True
    found = read_hash(file)
    return (str(found), False) if isinstance(found, Problem) else ("ready", True)


async def scanner_found(settings: Settings) -> tuple[str, bool]:
    """What is to be said of the scanner, and whether all is well with it."""
    if settings.scanner.kind != "serial":
        return SCANNERS[settings.scanner.kind], True
    scanner = open_scanner(settings)
    present = await _known(lambda: scanner.present, (False,))
    await scanner.close()
    return ("ready" if present else f"not there: {settings.scanner.device}"), present


async def _known(ask: Callable[[], T], not_yet: tuple[T, ...]) -> T:
    """What `ask` says once it is none of `not_yet`, or at the end of patience."""
    for _ in range(int(PATIENCE / 0.1)):
        if ask() not in not_yet:
            break
        await asyncio.sleep(0.1)
    return ask()
