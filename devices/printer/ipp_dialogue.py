"""What is said to an IPP printer and what it answers, one question at a time, each with its deadline."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import count
from urllib.parse import urlsplit

import httpx

from devices.contracts import PrinterStatus
from devices.printer.ipp_message import (
    LONGEST_ANSWER,
    Answer,
    Attribute,
    BrokenMessage,
    Operation,
    Tag,
    read,
    request,
)

PORT = 631
CONNECT_WITHIN = 3.0
ANSWER_WITHIN = 8.0
CHUNK = 16384
PDF = "application/pdf"
NEEDED = {Operation.CREATE_JOB, Operation.SEND_DOCUMENT, Operation.CANCEL_JOB, Operation.GET_JOB_ATTRIBUTES}
PRINTER_ASKED = (
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "printer-uuid",
    "printer-up-time",
    "document-format-supported",
    "operations-supported",
)
JOB_ASKED = ("job-state", "job-state-reasons", "job-impressions-completed", "time-at-processing")
NOT_FOUND = 0x0406
STOPPED = 5
"""printer-state (RFC 8011, 5.4.11)."""


class JobPhase(IntEnum):
    """job-state (RFC 8011, 5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9

    @property
    def over(self) -> bool:
        """Nothing of the job comes out any more."""
        return self >= JobPhase.CANCELLED


@dataclass(frozen=True, slots=True)
class JobSeen:
    """What a printer says of a job; None where it does not say."""

    phase: JobPhase
    impressions: int | None
    never_began: bool
    """It says so itself: it has no time at which it began to process the job."""
    with_errors: bool


@dataclass(frozen=True, slots=True)
class PrinterSeen:
    """What a printer says of itself."""

    status: PrinterStatus
    serial: str
    up_for: int | None
    """Seconds since it was started."""


class Silent(Exception):
    """The printer was not reached, or did not answer in time, or with what is no answer."""


class Refused(Exception):
    """The printer answered that it will not."""


def http_address(address: str) -> str:
    """Where the HTTP of `ipp://host[:port]/path` or `ipps://…` goes. Raises ValueError for anything else."""
    parts = urlsplit(address)
    if parts.scheme not in ("ipp", "ipps") or not parts.hostname or parts.query or parts.username:
        raise ValueError("an IPP printer's address is ipp://host:port/path")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    scheme = "https" if parts.scheme == "ipps" else "http"
    return f"{scheme}://{host}:{PORT if parts.port is None else parts.port}{parts.path or '/'}"


# RFC 8011, 5.4.12: a reason with `-error`, or without a word for how severe it is, has stopped the printer;
# with `-warning` it goes on; `-report` is for the record.
STOPS = (
    (PrinterStatus.COVER_OPEN, ("cover-open", "door-open", "interlock-open")),
    (PrinterStatus.PAPER_OUT, ("media-empty", "media-needed", "input-tray-missing")),
    (PrinterStatus.PAPER_JAM, ("media-jam",)),
    (PrinterStatus.OVERHEATED, ("fuser-over-temp",)),
    (PrinterStatus.PAPER_NOT_TAKEN, ("output-area-full", "output-tray-missing")),
    (
        PrinterStatus.OFFLINE,
        ("paused", "shutdown", "toner-empty", "marker-supply-empty", "marker-waste-full", "fuser-under-temp"),
    ),
)
LOW = ("media-low", "media-empty")
"""What a printer that goes on says of a tray that will need somebody."""


def status_of(answer: Answer) -> PrinterStatus:
    """The worst news in a printer's description of itself (RFC 8011, 5.4.12)."""
    worst = _worst(answer.words("printer-state-reasons"))
    state = answer.number("printer-state")
    if state is None or not _understands(answer):
        return PrinterStatus.UNKNOWN
    accepting = answer.said.get("printer-is-accepting-jobs", (True,))[0] is not False
    if worst.can_print and (state == STOPPED or not accepting):
        return PrinterStatus.OFFLINE
    return worst


def _worst(reasons: Iterable[str]) -> PrinterStatus:
    told = [reason for reason in reasons if not reason.endswith("-report")]
    stopping = {reason.removesuffix("-error") for reason in told}
    for status, words in STOPS:
        if not stopping.isdisjoint(words):
            return status
    low = not {reason.removesuffix("-warning") for reason in stopping}.isdisjoint(LOW)
    return PrinterStatus.PAPER_LOW if low else PrinterStatus.READY


def _understands(answer: Answer) -> bool:
    """It reads PDF, and takes a job whose number is known before its first byte."""
    operations = answer.said.get("operations-supported", ())
    return PDF in answer.words("document-format-supported") and set(operations) >= NEEDED


class Dialogue:
    """Questions to one printer."""

    def __init__(self, address: str) -> None:
        """Raises ValueError where `address` is none of `http_address`."""
        self._address = address
        self._http_address = http_address(address)
        self._numbers = count(1)
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(ANSWER_WITHIN, connect=CONNECT_WITHIN),
            trust_env=False,
            # The machine's own roots, where a town hall puts its own; not those that a library brings.
            verify=ssl.create_default_context(),
        )

    async def close(self) -> None:
        """End what is open."""
        await self._client.aclose()

    async def printer(self) -> PrinterSeen:
        """What the printer says of itself. Raises Silent and Refused."""
        wanted = Attribute(Tag.KEYWORD, "requested-attributes", PRINTER_ASKED)
        answer = await self._ask(Operation.GET_PRINTER_ATTRIBUTES, [wanted])
        serial = next(iter(answer.words("printer-uuid")), "")
        return PrinterSeen(status_of(answer), serial, answer.number("printer-up-time"))

    async def create_job(self) -> int:
        """The number of a new job that has no document yet. Raises Silent and Refused."""
        answer = await self._ask(
            Operation.CREATE_JOB,
            [Attribute(Tag.NAME, "job-name", ["document"])],
            [
                Attribute(Tag.KEYWORD, "media", ["iso_a4_210x297mm"]),
                Attribute(Tag.KEYWORD, "print-scaling", ["none"]),
                Attribute(Tag.KEYWORD, "sides", ["one-sided"]),
            ],
        )
        number = answer.number("job-id")
        if number is None or number < 1:
            raise Silent
        return number

    async def send_document(self, job: int, pdf: bytes) -> None:
        """Send the job's one document, as long as it takes: a printer without paper may stop reading.

        Raises Silent and Refused.
        """
        about = [
            Attribute(Tag.MIME_TYPE, "document-format", [PDF]),
            Attribute(Tag.BOOLEAN, "last-document", [True]),
        ]
        await self._ask(Operation.SEND_DOCUMENT, [_job(job), _asker(), *about], document=pdf)

    async def job(self, number: int) -> JobSeen | None:
        """What became of a job; None where the printer does not know it. Raises Silent and Refused."""
        wanted = Attribute(Tag.KEYWORD, "requested-attributes", JOB_ASKED)
        try:
            answer = await self._ask(Operation.GET_JOB_ATTRIBUTES, [_job(number), _asker(), wanted])
        except Refused as refusal:
            if refusal.args == (NOT_FOUND,):
                return None
            raise
        try:
            phase = JobPhase(answer.number("job-state") or 0)
        except ValueError:
            raise Silent from None
        return JobSeen(
            phase,
            answer.number("job-impressions-completed"),
            answer.said.get("time-at-processing") == (None,),
            "job-completed-with-errors" in answer.words("job-state-reasons"),
        )

    async def cancel(self, number: int) -> None:
        """Have a job ended; one that is over already is no error. Raises Silent and Refused."""
        await self._ask(Operation.CANCEL_JOB, [_job(number), _asker()])

    async def _ask(
        self,
        operation: Operation,
        about: list[Attribute],
        job: list[Attribute] | None = None,
        document: bytes | None = None,
    ) -> Answer:
        where = Attribute(Tag.URI, "printer-uri", [self._address])
        if operation in (Operation.CREATE_JOB, Operation.GET_PRINTER_ATTRIBUTES):
            about = [_asker(), *about]
        head = request(operation, next(self._numbers), [where, *about], job or [])
        try:
            async with asyncio.timeout(None if document else CONNECT_WITHIN + ANSWER_WITHIN):
                answer = read(await self._post(head, document))
        except (httpx.HTTPError, OSError, BrokenMessage, TimeoutError):
            raise Silent from None
        if not answer.good:
            raise Refused(answer.status)
        return answer

    async def _post(self, head: bytes, document: bytes | None) -> bytes:
        size = len(head) + len(document or b"")
        async with self._client.stream(
            "POST",
            self._http_address,
            content=head if document is None else _parts(head, document),
            headers={"Content-Type": "application/ipp", "Content-Length": str(size)},
            timeout=httpx.USE_CLIENT_DEFAULT
            if document is None
            else httpx.Timeout(None, connect=CONNECT_WITHIN),
        ) as response:
            if response.status_code != httpx.codes.OK:
                raise httpx.HTTPError("another status")
            heard = bytearray()
            async for part in response.aiter_bytes():
                heard += part
                if len(heard) > LONGEST_ANSWER:
                    raise BrokenMessage("too long")
            return bytes(heard)


async def _parts(head: bytes, document: bytes) -> AsyncIterator[bytes]:
    yield head
    for start in range(0, len(document), CHUNK):
        yield document[start : start + CHUNK]


def _job(number: int) -> Attribute:
    return Attribute(Tag.INTEGER, "job-id", [number])


def _asker() -> Attribute:
    return Attribute(Tag.NAME, "requesting-user-name", ["kiosk"])
