"""What lives as long as the application: settings, devices, the seu; and what it says of itself, never of a person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from config.settings import Settings
from devices.contracts import CardReader, Printer, PrinterStatus, ReaderState
from kiosk.clock import Clock
from kiosk.journal import Journal
from kiosk.seu.client import Seu
from kiosk.seu.models import Catalogue, Failed, HelpCall
from kiosk.services.common.states import Facts


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
    catalogue: Catalogue | None = None
    sheet_left_inside: bool = False
    """A page of a session that ended may still be in the document printer; staff have to take it away."""
    alarm: HelpCall | None = None
    """The call by which staff were told of a device; None where nobody was told."""
    alarm_key: str = field(default_factory=lambda: secrets.token_urlsafe(16))

    def facts(self) -> Facts:
        """Services that cannot be had now, with the key of the sentence that says why."""
        off: dict[str, str] = {}
        if (reason := self._padro_off()) is not None:
            off["padro"] = reason
        if self.catalogue is None:
            off["turn"] = "off.seu"
        return Facts(off=off)

    def _padro_off(self) -> str | None:
        if self.catalogue is None:
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
        if self.alarm is None:
            answer = await self.seu.call_help("kiosk", reason, self.alarm_key)
            self.alarm = None if isinstance(answer, Failed) else answer
        return self.alarm is not None

    def alarm_over(self) -> None:
        """The device is well again; the next trouble is a new call."""
        self.alarm = None
        self.alarm_key = secrets.token_urlsafe(16)
