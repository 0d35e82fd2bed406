"""What kiosk and the process that draws a document say to each other: a line of JSON, then bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from devices.contracts import Dots
from kiosk.paper.refusal import DigestTrouble, DocumentRefused, PdfTrouble, Seal

REASONS = {kind.__name__: kind for kind in (DigestTrouble, Seal, PdfTrouble)}


class Broken(Exception):
    """These bytes are no answer: the process ended before it had one."""


@dataclass(frozen=True, slots=True)
class Order:
    """A document and what it has to be; see `kiosk.paper.document.document_sheets`."""

    pdf: bytes = field(repr=False)
    sha256: str
    width: int
    seal_roots: tuple[bytes, ...] = field(repr=False)


def order_to_bytes(order: Order) -> bytes:
    """`order` as it is sent."""
    head = {"sha256": order.sha256, "width": order.width, "roots": [root.hex() for root in order.seal_roots]}
    return _line(head) + order.pdf


def order_from_bytes(sent: bytes) -> Order:
    """The order that was sent."""
    head, _, pdf = sent.partition(b"\n")
    said = json.loads(head)
    return Order(pdf, said["sha256"], said["width"], tuple(map(bytes.fromhex, said["roots"])))


def answer_to_bytes(made: tuple[Dots, ...] | DocumentRefused) -> bytes:
    """What became of it, as it is answered."""
    if isinstance(made, DocumentRefused):
        return _line({"refused": made.why.value, "by": type(made.why).__name__})
    return _line({"sheets": [[sheet.width, sheet.height] for sheet in made]}) + b"".join(
        sheet.rows for sheet in made
    )


def answer_from_bytes(said: bytes) -> tuple[Dots, ...] | DocumentRefused:
    """What became of it. Raises Broken."""
    head, end, rows = said.partition(b"\n")
    if not end:
        raise Broken
    told = json.loads(head)
    if "refused" in told:
        return DocumentRefused(REASONS[told["by"]](told["refused"]))
    sheets, at = [], 0
    for width, height in told["sheets"]:
        length = (width + 7) // 8 * height
        sheets.append(Dots(width, rows[at : at + length]))
        at += length
    if at != len(rows):
        raise Broken
    return tuple(sheets)


def _line(said: dict[str, object]) -> bytes:
    return json.dumps(said).encode("ascii") + b"\n"
