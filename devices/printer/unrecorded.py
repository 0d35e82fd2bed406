"""For paper of which no record is kept."""

from __future__ import annotations

from concurrent.futures import Future

from devices.contracts import JobStep


def unrecorded(step: JobStep) -> Future[None]:
    """A `Note` that writes nothing down."""
    written: Future[None] = Future()
    written.set_result(None)
    return written
