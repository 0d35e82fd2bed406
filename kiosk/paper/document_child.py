"""`python -m kiosk.paper.document_child`: makes the one document ready that comes on standard input."""

from __future__ import annotations

import os
import sys
from importlib.resources import files

from devices.seclusion import seclude
from kiosk import heap
from kiosk.paper.checking import checked_sheets
from kiosk.paper.codes import found
from kiosk.paper.document_wire import answer_to_bytes, order_from_bytes
from kiosk.paper.grey import Grey
from kiosk.paper.pdf import pages
from kiosk.paper.seal import check_seal

A4 = 1728, 2376
"""Dots of a head, and of a page."""


def main() -> int:
    """Load all that a document needs, wait for it, answer, end."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that chatters on standard output does not disturb
    seclude()
    heap.keep()
    _first()
    sent = sys.stdin.buffer.read()
    if sent:
        order = order_from_bytes(sent)
        answers.write(answer_to_bytes(checked_sheets(order.pdf, order.sha256, order.width, order.seal_roots)))
        answers.close()
        os._exit(0)  # an interpreter that tidies up keeps the page waiting for a tenth of a second
    return 0


def _first() -> None:
    """Do once all that a document needs: code is loaded, and memory for a sheet of A4 is there.

    `first.pdf` is a page with a seal by nobody and a QR; nothing of it is printed.
    """
    pdf = files("kiosk.paper").joinpath("first.pdf").read_bytes()
    check_seal(pdf, ())
    pages(pdf, 576)
    found(Grey.white(*A4))


if __name__ == "__main__":
    sys.exit(main())
