"""Whether the kiosk is well: what its devices, its record and the seu's answers say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from devices.contracts import PrinterStatus, ReaderState
from kiosk.house import House
from screens.admin.views import AdminOverview, Finding
from screens.i18n.words import Words
from screens.view import NoticeKind

PRINTER_KINDS: Mapping[PrinterStatus, NoticeKind] = {
    PrinterStatus.READY: "done",
    PrinterStatus.PAPER_LOW: "care",
    PrinterStatus.PAPER_NOT_TAKEN: "care",
}


def overview(house: House, for_staff: tuple[str, ...], words: Words) -> AdminOverview:
    """Without its tabs. `for_staff` is what keeps the kiosk out of service: no device is open then."""
    found = () if for_staff else tuple(_findings(house, words))
    faults = [finding for finding in found if finding.kind == "fault"]
    cares = [finding for finding in found if finding.kind == "care"]
    todo = next((finding.todo for finding in (*faults, *cares) if finding.todo), "")
    if for_staff:
        title = words("out.question")
    elif faults:
        title = words("admin.faults", what=words.joined([finding.name for finding in faults]))
    else:
        title = words("admin.warnings", n=len(cares)) if cares else words("admin.well")
    return AdminOverview(
        question=title,
        lead=words("admin.now", what=todo) if todo else "",
        tabs=(),
        findings=found,
        for_staff=for_staff,
    )


def _findings(house: House, words: Words) -> Iterator[Finding]:
    settings = house.settings
    if house.sheet_left_inside:
        yield _finding("paper", "file-text", "care", "admin.paper.left", words, todo="admin.todo.paper.left")
    if settings.printers.document.enabled:
        yield _printer("document", "printer", house.document_printer.status, words)
    if settings.printers.ticket.enabled:
        yield _printer("ticket", "receipt", house.ticket_printer.status, words)
    if settings.card_reader.enabled:
        yield _reader("reader", "identification-card", house.reader.state, words)
    if settings.contact_reader.enabled:
        yield _reader("contact", "sim-card", house.signing_card.state, words)
    if settings.scanner.kind == "serial":
        yield _ready("scanner", "qr-code", house.scanner.present, words)
    yield _ready("seu", "buildings", house.catalogue is not None, words)
    yield _ready("journal", "file-text", house.journal.works, words)


def _printer(name: str, icon: str, status: PrinterStatus, words: Words) -> Finding:
    kind = PRINTER_KINDS.get(status, "fault")
    todo = f"admin.todo.{status}" if kind != "done" else ""
    return _finding(name, icon, kind, f"admin.printer.{status}", words, todo=todo)


def _reader(name: str, icon: str, state: ReaderState, words: Words) -> Finding:
    gone = state is ReaderState.GONE
    todo = "admin.todo.reader" if gone else ""
    return _finding(name, icon, "fault" if gone else "done", f"admin.reader.{state}", words, todo=todo)


def _ready(name: str, icon: str, ready: bool, words: Words) -> Finding:
    if ready:
        return _finding(name, icon, "done", "admin.ready", words)
    return _finding(name, icon, "fault", f"admin.{name}.fault", words, todo=f"admin.todo.{name}")


def _finding(name: str, icon: str, kind: NoticeKind, key: str, words: Words, todo: str = "") -> Finding:
    called, value = words(f"admin.part.{name}"), words(key)
    return Finding(
        name=called,
        value=value,
        icon=icon,
        kind=kind,
        todo=words(todo) if todo else "",
        spoken=f"{called}: {value}",
    )
