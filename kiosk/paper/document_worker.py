"""The process that makes one document ready, and is ended behind it: nothing of the document stays in it.

Called in the press's thread only.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import time
from contextlib import suppress
from threading import Timer

from devices.contracts import Dots
from kiosk.paper.document_wire import Broken, Order, answer_from_bytes, order_to_bytes
from kiosk.paper.press import DOCUMENT_CHILD
from kiosk.paper.refusal import DocumentRefused, PdfTrouble

_waiting: list[subprocess.Popen[bytes]] = []
"""The one that has loaded what it needs, or does so now, and waits for its document."""
_spent: list[subprocess.Popen[bytes]] = []
"""Those that were ended, and are not waited for while somebody waits for paper."""


def warm() -> None:
    """Have one waiting."""
    if _waiting and _waiting[0].poll() is not None:
        _spent.append(_waiting.pop())
    if not _waiting:
        _waiting.append(_started())


def sheets(order: Order, seconds: float) -> tuple[Dots, ...] | DocumentRefused:
    """The sheets of `order`, or why there are none; after `seconds` it is given up."""
    warm()
    process = _waiting.pop()
    assert process.stdin is not None
    assert process.stdout is not None
    until = time.monotonic() + seconds
    deadline = Timer(seconds, process.kill)
    deadline.start()
    try:
        with suppress(BrokenPipeError), process.stdin as asked:
            asked.write(order_to_bytes(order))
        return answer_from_bytes(process.stdout.read())
    except Broken:
        late = time.monotonic() >= until
        return DocumentRefused(PdfTrouble.TOO_SLOW if late else PdfTrouble.UNREADABLE)
    finally:
        deadline.cancel()
        process.kill()
        _spent.append(process)


def tidy() -> None:
    """See those that were ended out."""
    while _spent:
        with suppress(BrokenPipeError), _spent.pop():
            pass


def _started() -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    return subprocess.Popen(
        [sys.executable, *((DOCUMENT_CHILD,) if frozen else ("-m", "kiosk.paper.document_child"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@atexit.register
def dismiss() -> None:
    """Have none."""
    while _waiting:
        _waiting[0].kill()
        _spent.append(_waiting.pop())
    tidy()
