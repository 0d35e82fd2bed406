"""Opens what settings name: devices, seu, journal and counters, together a house; knows no window."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from config.problem import Problem
from config.settings import Settings
from config.welcome import Welcome, read_welcome
from devices.absent import AbsentPrinter, AbsentReader, AbsentScanner, AbsentSigningCard
from devices.contracts import CardReader, Mark, Printer, Scanner, SigningCard, StaffCard
from kiosk.clock import Clock
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
from screens.icons import icons

NOWHERE = "http://127.0.0.1:9"
"""The discard port of this machine."""


class CannotOpen(Exception):
    """Settings that are well formed but cannot be acted on; says which, why, and what would be right."""


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
