"""What lives as long as the application: settings, devices, the seu; nothing of a person."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from config.settings import Settings
from config.welcome import Welcome
from devices.contracts import (
    CardReader,
    NotPrinted,
    Printed,
    Printer,
    PrinterStatus,
    ReaderState,
    Scanner,
    SigningCard,
    StaffCard,
    Uncertain,
    Work,
)
from kiosk import jobs
from kiosk.alarm import Alarm
from kiosk.clock import Clock
from kiosk.insight.laboratory import Laboratory
from kiosk.insight.outbox import Opinion
from kiosk.journal import Job, JobKind, Journal, new_copy
from kiosk.journal_file import JobState
from kiosk.logs import Event as Log, log
from kiosk.open_calls import OpenCalls
from kiosk.paper.plain import plain
from kiosk.paper.press import press
from kiosk.paper.ticket import Ticket
from kiosk.paper.typeset import typeset
from kiosk.services.common.states import Facts
from kiosk.services.procedures.shelf import Shelf
from kiosk.services.turns.back import unask
from kiosk.session import Session
from kiosk.seu.client import Seu
from kiosk.seu.models import Catalogue, FailureKind, PaperOutcome

T = TypeVar("T")

OUTCOMES = {
    JobState.SENDING: PaperOutcome.UNCERTAIN,
    JobState.CUTTING: PaperOutcome.UNCERTAIN,
    JobState.PRINTED: PaperOutcome.PRINTED,
    JobState.PRESENTED: PaperOutcome.PRINTED,
    JobState.TAKEN: PaperOutcome.TAKEN,
    JobState.RETRACTED: PaperOutcome.RETRACTED,
    JobState.NOT_PRINTED: PaperOutcome.NOT_PRINTED,
    JobState.UNCERTAIN: PaperOutcome.UNCERTAIN,
    JobState.MADE_UNPRINTABLE: PaperOutcome.MADE_UNPRINTABLE,
    JobState.LEFT_IN_PRINTER: PaperOutcome.LEFT_IN_PRINTER,
    JobState.TAKEN_AWAY: PaperOutcome.LEFT_IN_PRINTER,
}
"""How the seu is told of what the journal says; a step that an earlier run ended at is uncertain."""


@dataclass(repr=False)
class House:
    """The devices, the seu, and what is known of them."""

    settings: Settings
    clock: Clock
    seu: Seu
    journal: Journal
    laboratory: Laboratory
    document_printer: Printer
    ticket_printer: Printer
    reader: CardReader
    scanner: Scanner
    signing_card: SigningCard
    welcome: Welcome | None = None
    """The questions of the welcome zone; None on a kiosk that stands elsewhere."""
    staff_card: StaffCard | None = None
    """Where staff have cards by which they act at the kiosk."""
    seal_roots: tuple[bytes, ...] = ()
    """PEM roots to which the organ's seal on a document must lead; empty where none is pinned."""
    catalogue: Catalogue | None = None
    shelf: Shelf | None = None
    """The procedures, as the seu told them last."""
    sheet_left_inside: bool = False
    """A page of a session that ended may still be in the document printer; staff have to take it away."""
    alarm: Alarm = field(init=False)
    """By which staff are told of the document printer."""
    paper_alarm: Alarm = field(init=False)
    """The same of what no sensor sees: a sheet that was left."""
    journal_alarm: Alarm = field(init=False)
    """The same of the record of what is printed, where it cannot be written."""
    welcome_alarm: Alarm = field(init=False)
    """The same of a place of the welcome zone whose queue the seu does not have."""
    open_calls: OpenCalls = field(default_factory=OpenCalls)
    """The calls for help that the seu may have heard of."""
    _telling: asyncio.Lock = field(default_factory=asyncio.Lock)
    _background: set[asyncio.Task[Any]] = field(default_factory=set)  # Any: tasks of every result, kept alive

    def __post_init__(self) -> None:
        alarms = (Alarm(self.seu, self.open_calls) for _ in range(4))
        self.alarm, self.paper_alarm, self.journal_alarm, self.welcome_alarm = alarms

    @property
    def reader_has_card(self) -> bool:
        """Whether somebody's document lies on the reader, or is in the slot."""
        there = (ReaderState.CARD, ReaderState.TWO_CARDS)
        return self.reader.state in there or self.signing_card.state in there

    @property
    def reads_documents(self) -> bool:
        """Whether anybody can show one here now."""
        return {self.reader.state, self.signing_card.state} != {ReaderState.GONE}

    def facts(self) -> Facts:
        """Services that cannot be had now, with the key of the sentence that says why."""
        off: dict[str, str] = {}
        if (reason := self._padro_off()) is not None:
            off["padro"] = reason
        if not self._offered("turns"):
            off["turn"] = "off.seu"
        listed = self.catalogue.service("arrival") if self.catalogue else None
        if listed is None or not listed.available:
            off["arrival"] = "off.arrival" if self.catalogue else "off.seu"
        if self.catalogue is None:
            off["procedures"] = "off.seu"
        elif not self.catalogue.offers("procedures"):
            off["procedures"] = "off.procedures"
        if (reason := self._appointments_off()) is not None:
            off["appointments"] = reason
        services = self.catalogue.services if self.catalogue else ()
        turns = self.catalogue.turns if self.catalogue else None
        return Facts(
            off=off,
            identity={service.id: service.identity for service in services},
            queues=tuple(queue.id for queue in turns.queues) if turns else (),
            priority=turns is not None and turns.priority,
            welcome=self.welcome,
            handover=turns is not None and turns.handover,
            assisted=self.settings.kiosk.role == "assisted",
            scanner=self.settings.scanner.kind != "none",
        )

    def _offered(self, service: str) -> bool:
        if self.catalogue is None:
            return False
        listed = self.catalogue.service(service)
        return listed is None or listed.available

    def _appointments_off(self) -> str | None:
        if self.catalogue is None:
            return "off.seu"
        listed = self.catalogue.service("appointments")
        return None if listed is not None and listed.available else "off.appointments"

    def _padro_off(self) -> str | None:
        if not self._offered("padro"):
            return "off.seu"
        if self.reader.state is ReaderState.GONE:
            return "off.padro.reader"
        if self.sheet_left_inside or not self.journal.works:
            return "off.printer"
        if not self.document_printer.status.can_print:
            if not self.alarm.told:
                return "off.printer"
            paper_out = self.document_printer.status is PrinterStatus.PAPER_OUT
            return "off.padro.paper" if paper_out else "off.printer.sheet"
        return None

    def background(self, doing: Coroutine[object, object, T]) -> asyncio.Task[T]:
        """Something that outlives the screen, and the session, and concerns nobody's data."""
        task = asyncio.create_task(doing)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task

    async def ring(self, alarm: Alarm, reason: str) -> bool:
        """Tell staff, whoever leaves the screen meanwhile; see `Alarm.ring`."""
        return await asyncio.shield(self.background(alarm.ring(reason)))

    async def print_ticket(self, ticket: Ticket) -> bool:
        """Typeset and print it whole, whoever leaves the screen meanwhile; True where the printer agreed."""
        return await asyncio.shield(self.background(self._print_ticket(ticket)))

    async def _print_ticket(self, ticket: Ticket) -> bool:
        printer = self.ticket_printer
        work: Work | None = await press(plain, ticket, printer.columns) if printer.columns else None
        if work is None:
            work = await press(typeset, ticket, printer.width)
        try:
            job = await jobs.intend(self.journal, printer, JobKind.TICKET, new_copy(), work)
            outcome = await jobs.send(self.journal, printer, job, work, lambda news: None)
            match outcome:
                case Printed():
                    await self.journal.settle(job, JobState.PRINTED)
                case NotPrinted():
                    await self.journal.settle(job, JobState.NOT_PRINTED)
                case Uncertain():
                    await self.journal.settle(job, JobState.UNCERTAIN)
        except sqlite3.Error:
            return False
        return isinstance(outcome, Printed)

    async def settle(self, job: Job, state: JobState, *, remains: bool = False) -> None:
        """Write down what became of a document, and tell the seu; see `Journal.settle`."""
        self.sheet_left_inside |= remains
        try:
            await self.journal.settle(job, state, remains=remains)
        except sqlite3.Error:
            return  # the journal owes it to its file, and serves nobody until then
        self.background(self.tell_seu())

    async def look_again(self, job: Job) -> None:
        """Settle an uncertain document, should its printer come back and know; then tell the seu."""
        await jobs.look_again(self.journal, self.document_printer, job)
        await self.tell_seu()

    def report(self, copy: str, outcome: PaperOutcome) -> None:
        """Tell the seu of a document of which the journal knows nothing: no byte of it left."""
        self.background(self.seu.outcome(copy, outcome))

    async def tell_seu(self) -> None:
        """What the seu does not know yet of documents, as far as it hears now."""
        # Where it cannot be written down that it was told, it is told once more.
        async with self._telling:
            with suppress(sqlite3.Error):
                for copy, state in await self.journal.untold():
                    failed = await self.seu.outcome(copy, OUTCOMES[state])
                    # One that the seu refuses it will never take.
                    if failed is not None and failed.kind is not FailureKind.REFUSED:
                        return
                    await self.journal.told(copy, state)

    def let_go(self, session: Session) -> None:
        """The hour that was held for this person is anybody's again."""
        held, session.appointments.held = session.appointments.held, None
        if held is not None:
            self.background(self.seu.appointments.release(held.hold))

    def unask_turns(self, session: Session, *, but: str = "") -> None:
        """What was asked for and never shown is given back, except under that key."""
        unsure = session.person.unsure
        for key in [key for key in unsure if key != but]:
            self.background(unask(self, unsure.pop(key)))

    def farewell(self, session: Session, why: str) -> None:
        """At the end the seu is told that the person left, and the session is counted."""
        proven, spine = session.identity.proven, session.spine
        self.let_go(session)
        self.unask_turns(session)
        tokens = (proven.citizen_session if proven else "", session.appointments.lookup.session)
        for token in filter(None, tokens):
            self.background(self.seu.leave(token))
        now, opinion = self.clock.now(), None
        if spine.face and spine.opinion_sent:
            about = session.tally.latest or "kiosk"
            opinion = Opinion(int(spine.face), tuple(spine.reasons), about, session.language, now.hour)
            log(Log.OPINION_GIVEN)
        face = spine.face if opinion else ""
        cells = session.tally.over(why, session.language, face, now, self.clock.monotonic())
        self.background(self.laboratory.end(cells, opinion))

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
        if self.staff_card is not None:
            await self.staff_card.close()
        await self.seu.aclose()
        await self.journal.close()
        await self.laboratory.close()
