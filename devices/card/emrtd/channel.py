"""The way to the chip: plain until PACE or BAC gave a session, protected from then on."""

from __future__ import annotations

from typing import Protocol

from devices.card.emrtd.apdu import SHORT_MOST, Command, Response, decode
from devices.card.emrtd.secure_messaging import Session
from devices.card.emrtd.tlv import Malformed
from devices.contracts import ReadFailure

MOST_COMMANDS = 2000
"""A document is read in some dozens. A chip that sends its files byte by byte would keep us for ever."""


class Stopped(Exception):
    """The read cannot go on, and this is why."""

    def __init__(self, failure: ReadFailure) -> None:
        super().__init__(failure.value)
        self.failure = failure


class ExtendedRefused(Exception):
    """The chip or the reader broke off at a command in extended form: begin again with short ones."""


class Link(Protocol):
    """A card that is connected."""

    def transmit(self, command: bytes) -> bytes:
        """Send a command, give the response with its status word. Raises `Stopped`."""

    def reset(self) -> None:
        """Power the chip off and on, so that it forgets every session. Raises `Stopped`."""


class Channel:
    """Sends commands over `link`, protected as soon as `session` is set."""

    def __init__(self, link: Link, extended: bool = True) -> None:
        self._link = link
        self._left = MOST_COMMANDS
        self.extended = extended
        """Whether the reader carries commands in extended form, as far as is known."""
        self.session: Session | None = None
        self.longest_response = SHORT_MOST
        """Bytes that a response may hold without its status word; more than 256 means extended length."""

    @property
    def largest_read(self) -> int:
        """Bytes of a file that one response can bring."""
        return self.session.largest(self.longest_response) if self.session else self.longest_response

    def send(self, command: Command) -> Response:
        """The chip's answer. An error status may come unprotected: chips end a session so."""
        if not self._left:
            raise Malformed("a chip that needs more commands than any document")
        self._left -= 1
        wire = self.session.protect(command) if self.session else command
        try:
            answer = decode(self._link.transmit(wire.encode()))
        except Stopped as stopped:
            if wire.extended and stopped.failure is not ReadFailure.TIMED_OUT:
                raise ExtendedRefused from stopped
            raise
        if self.session is None:
            return answer
        if answer.data:
            return self.session.unprotect(answer)
        if wire.extended:
            raise ExtendedRefused
        if answer.ok:
            raise Malformed("an unprotected answer in a session")
        return answer
