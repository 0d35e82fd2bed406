"""The network card: one host at a time, a window that closes when the buffer is full, ways to go silent."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import socket
import struct
from collections.abc import Callable

from demo.printer.interpreter import Reply
from demo.printer.outbox import Outbox
from demo.printer.printer import Power, Printer

_WINDOW = 8192
"""Bytes that the kernel may hold while the printer does not read; it doubles them for its own accounts.

With half as many, a host that fills the window waits for probes of 200 ms between its segments.
"""
_SEGMENT = 1460
"""Ethernet's: a window smaller than one segment of the loopback's 64 KB would open late."""
_HOUSEKEEPING_S = 0.2
_SO_ATTACH_FILTER, _SO_DETACH_FILTER = 26, 27  # linux/asm-generic/socket.h
_TCP_CLOSE = 7  # linux/tcp_states.h
_AT_ONCE = 1 << 16


class Port:
    """Call `review` after all that may change whether the printer is reached, or how much it can read."""

    def __init__(
        self,
        host: str,
        port: int,
        kick: Callable[[], None],
        happened: Callable[[str, dict[str, object]], None],
    ) -> None:
        self._seat = _socket()
        self._seat.bind((host, port))
        self._address = host
        self.number: int = self._seat.getsockname()[1]
        self._listener: socket.socket | None = None
        self._listener_deaf = False
        self._host: socket.socket | None = None
        self._host_deaf = False
        self._accepting = self._reading = False
        self._heard_at = 0.0
        self._outbox = Outbox()
        self._drip: asyncio.TimerHandle | None = None
        self._housekeeping: asyncio.TimerHandle | None = None
        self._kick = kick
        self._happened = happened
        self._loop = asyncio.get_running_loop()
        self._printer: Printer | None = None

    def connect(self, printer: Printer) -> None:
        """Put the card into `printer`."""
        self._printer = printer
        self.review()

    @property
    def connected(self) -> bool:
        """A host is connected."""
        return self._host is not None

    # --- reachable or not -------------------------------------------------------------------------------

    def review(self) -> None:
        """Listen, read and answer exactly as far as the printer can now."""
        printer = self._printer
        if printer is None:
            return
        plugged = printer.power is Power.ON and not printer.mechanism.dials.offline
        if printer.power is Power.RESET:
            self._drop(reset=True)
        if self._host and not plugged and not self._host_deaf:
            self._host_deaf = True
            _deafen(self._host, True)
        if self._host and plugged and self._host_deaf:
            # The card started anew and knows nothing of its old connection.
            self._drop(reset=True)
        self._review_listener(plugged, silent=printer.power is Power.SILENT)
        if self._host and self._reading != (plugged and printer.room > 0):
            self._reading = not self._reading
            if self._reading:
                self._loop.add_reader(self._host, self._readable)
            else:
                self._loop.remove_reader(self._host)

    def _review_listener(self, plugged: bool, *, silent: bool) -> None:
        if self._listener and not plugged and not silent:
            self._loop.remove_reader(self._listener)
            self._listener.close()  # the seat keeps the number; connecting is refused
            self._listener, self._accepting = None, False
        if self._listener is None and (plugged or silent):
            self._listener = _socket()
            self._listener.bind((self._address, self.number))
            self._listener.listen(8)
            self._listener_deaf = False
        if self._listener:
            if self._listener_deaf != silent:
                self._listener_deaf = silent
                _deafen(self._listener, silent)
            # One host at a time: the next waits, connected but unheard, until this one has gone.
            if self._accepting != (plugged and self._host is None):
                self._accepting = not self._accepting
                if self._accepting:
                    self._loop.add_reader(self._listener, self._connecting)
                else:
                    self._loop.remove_reader(self._listener)

    # --- one host ---------------------------------------------------------------------------------------

    def _connecting(self) -> None:
        if self._listener is None or self._host:
            return
        try:
            self._host, _ = self._listener.accept()
        except (BlockingIOError, ConnectionError):
            return
        self._host.setblocking(False)
        self._host.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._host_deaf = False
        self._heard_at = self._loop.time()
        self._keep_house()
        self._happened("connected", {})
        self.review()

    def _readable(self) -> None:
        room = self._printer.room if self._printer else 0
        if self._host is None or self._printer is None or not room:
            return
        try:
            chunk = self._host.recv(room)
        except BlockingIOError:
            return
        except ConnectionError:
            chunk = b""
        if chunk:
            self._heard_at = self._loop.time()
            self._printer.receive(chunk, self._heard_at)
            self._kick()
        else:
            self._drop(reset=False)
            self.review()

    def _keep_house(self) -> None:
        """What no byte tells: a host that reset a connection which is not read, or is silent for long."""
        if self._host is None or self._printer is None:
            return
        idle_s = self._printer.mechanism.dials.idle_disconnect_s
        gone = self._host.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] == _TCP_CLOSE
        bored = bool(idle_s) and self._loop.time() >= self._heard_at + idle_s
        if (gone and not self._printer.room) or bored:
            self._drop(reset=False)
            self.review()
        else:
            self._housekeeping = self._loop.call_later(_HOUSEKEEPING_S, self._keep_house)

    def _drop(self, *, reset: bool) -> None:
        if self._host is None:
            return
        for timer in (self._drip, self._housekeeping):
            if timer:
                timer.cancel()
        self._drip = self._housekeeping = None
        self._outbox.clear()
        self._loop.remove_reader(self._host)
        self._loop.remove_writer(self._host)
        if reset:
            _deafen(self._host, False)
            self._host.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._host.close()
        self._host, self._reading = None, False
        self._happened("disconnected", {})

    # --- answers ----------------------------------------------------------------------------------------

    def transmit(self, said: bytes, kind: Reply) -> None:
        """Say it to the host that is there; nobody hears it otherwise."""
        if self._host and not self._host_deaf:
            self._outbox.add(said, kind)
            if self._drip is None:
                self._send()

    def _send(self) -> None:
        self._drip = None
        if self._host is None or self._printer is None:
            return
        gap_s = self._printer.mechanism.dials.reply_gap_s
        self._loop.remove_writer(self._host)
        while self._outbox and not self._host_deaf:
            try:
                self._outbox.sent(self._host.send(self._outbox.peek(1 if gap_s else _AT_ONCE)))
            except BlockingIOError:
                self._loop.add_writer(self._host, self._send)
                return
            except ConnectionError:
                self._outbox.clear()  # the reader will find out
                return
            if gap_s:
                self._drip = self._loop.call_later(gap_s, self._send)
                return

    def close(self) -> None:
        """Let go of every socket."""
        self._drop(reset=False)
        if self._listener:
            self._loop.remove_reader(self._listener)
            self._listener.close()
        self._seat.close()


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setblocking(False)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Both are inherited by what is accepted, and count for the window only when set before.
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _WINDOW)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, _SEGMENT)
    return made


def _deafen(ears: socket.socket, deaf: bool) -> None:
    """Let the kernel drop every packet to this socket, as if no machine were there: not even acknowledged."""
    drop_all = ctypes.create_string_buffer(struct.pack("=HBBI", 0x06, 0, 0, 0))  # BPF: return 0
    program = struct.pack("HL", 1, ctypes.addressof(drop_all))
    # Where the system refuses filters, the printer is silent all the same: it neither reads nor answers.
    with contextlib.suppress(OSError):
        if deaf:
            ears.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, program)
        else:
            ears.setsockopt(socket.SOL_SOCKET, _SO_DETACH_FILTER, 0)
