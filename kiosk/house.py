"""What lives as long as the application: settings, devices, the seu; nothing of a person."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from config.settings import Settings
from devices.contracts import (
    CardReader,
    Printed,
    Printer,
    PrinterStatus,
    ReaderState,
    Scanner,
    SigningCard,
    Work,
)
from devices.printer.unrecorded import unrecorded
from kiosk.clock import Clock
from kiosk.journal import Journal
from kiosk.logs import Event as Log, log
from kiosk.paper.plain import plain
from kiosk.paper.press import press
from kiosk.paper.ticket import Ticket
from kiosk.paper.typeset import typeset
from kiosk.services.common.states import Facts
from kiosk.session import Session
from kiosk.seu.client import Seu
from kiosk.seu.models import Catalogue, Failed, HelpCall, PaperOutcome

T = TypeVar("T")


@dataclass(repr=False)
class House:
    """The devices, the seu, and what is known of them."""

    settings: Settings
    clock: Clock
    seu: Seu
    journal: Journal
    document_printer: Printer
    ticket_printer: Printer
    reader: CardReader
    scanner: Scanner
    signing_card: SigningCard
    seal_roots: tuple[bytes, ...] = ()
    """PEM roots to which the organ's seal on a document must lead; empty where none is pinned."""
    catalogue: Catalogue | None = None
    sheet_left_inside: bool = False
    """A page of a session that ended may still be in the document printer; staff have to take it away."""
    alarm: HelpCall | None = None
    """The call by which staff were told of a device; None where nobody was told."""
    _alarm_key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    _raising: asyncio.Lock = field(default_factory=asyncio.Lock)
    _background: set[asyncio.Task[Any]] = field(default_factory=set)  # Any: tasks of every result, kept alive

    @property
    def reader_has_card(self) -> bool:
        """Whether somebody's document lies on the reader, or is in the slot."""
        there = (ReaderState.CARD, ReaderState.TWO_CARDS)
        return self.reader.state in there or self.signing_card.state in there

    def facts(self) -> Facts:
        """Services that cannot be had now, with the key of the sentence that says why."""
        off: dict[str, str] = {}
        if (reason := self._padro_off()) is not None:
            off["padro"] = reason
        if not self._offered("turns"):
            off["turn"] = "off.seu"
        services = self.catalogue.services if self.catalogue else ()
        return Facts(off=off, identity={service.id: service.identity for service in services})

    def _offered(self, service: str) -> bool:
        if self.catalogue is None:
            return False
        listed = self.catalogue.service(service)
        return listed is None or listed.available

    def _padro_off(self) -> str | None:
        if not self._offered("padro"):
            return "off.seu"
        if self.reader.state is ReaderState.GONE:
            return "off.padro.reader"
        if self.sheet_left_inside:
            return "off.printer"
        if not self.document_printer.status.can_print:
            if self.alarm is None:
                return "off.printer"
            paper_out = self.document_printer.status is PrinterStatus.PAPER_OUT
            return "off.padro.paper" if paper_out else "off.printer.sheet"
        return None

    async def raise_alarm(self, reason: str) -> bool:
        """Tell staff of a device, once until it is put right; True where they were told."""
        async with self._raising:
            if self.alarm is None:
                answer = await self.seu.call_help("kiosk", reason, self._alarm_key)
                self.alarm = None if isinstance(answer, Failed) else answer
            return self.alarm is not None

    def alarm_over(self) -> None:
        """The device is well again; the next trouble is a new call. One under way is taken back after it."""
        self.background(self._end_alarm())

    async def _end_alarm(self) -> None:
        async with self._raising:
            if self.alarm is not None:
                await self.seu.cancel_help(self.alarm.call)
            self.alarm = None
            self._alarm_key = secrets.token_urlsafe(16)

    def background(self, doing: Coroutine[object, object, T]) -> asyncio.Task[T]:
        """Something that outlives the screen, and the session, and concerns nobody's data."""
        task = asyncio.create_task(doing)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task

    async def print_ticket(self, ticket: Ticket) -> bool:
        """Typeset and print it whole, whoever leaves the screen meanwhile; True where the printer agreed."""
        return await asyncio.shield(self.background(self._print_ticket(ticket)))

    async def _print_ticket(self, ticket: Ticket) -> bool:
        printer = self.ticket_printer
        work: Work | None = await press(plain, ticket, printer.columns) if printer.columns else None
        if work is None:
            work = (await press(typeset, ticket, printer.width),)
        outcome = await printer.print(work, lambda news: None, unrecorded)
        return isinstance(outcome, Printed)

    def report_outcome(self, issue: str, copy_number: int, outcome: PaperOutcome) -> None:
        """Tell the seu what became of a sheet."""
        self.background(self.seu.outcome(issue, copy_number, outcome))

    def farewell(self, session: Session) -> None:
        """What the seu is told at the end: the person left, and the opinion without anybody's name."""
        proven, spine = session.identity.proven, session.spine
        if proven is not None:
            self.background(self.seu.leave(proven.citizen_session))
        if spine.face and spine.opinion_sent:
            self.background(
                self.seu.opinion(
                    int(spine.face),
                    tuple(spine.reasons),
                    spine.service or "kiosk",
                    session.language,
                    self.clock.now().hour,
                    secrets.token_urlsafe(16),
                )
            )
            log(Log.OPINION_GIVEN)

    async def close(self) -> None:
        """End the devices and the client, after what is under way was given a moment."""
        if self._background:
            _, late = await asyncio.wait(self._background, timeout=2)
            for task in late:
                task.cancel()
        await self.document_printer.close()
        await self.ticket_printer.close()
        await self.reader.close()
        await self.scanner.close()
        await self.signing_card.close()
        await self.seu.aclose()
        await self.journal.close()
