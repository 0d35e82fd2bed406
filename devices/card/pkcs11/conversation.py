"""Our side of one conversation with the process that holds the module."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from devices.card.pkcs11.wire import Broken, Found, Kind, Step, number, receive, send, send_secret

CHILD = "pkcs11-child"
"""The first argument by which a frozen kiosk, which has no `-m`, becomes the child."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A call that did not succeed."""

    value: int
    """CKR_…; 0 where the module could not even be loaded."""
    step: Step
    flags: int
    """Of the token, after a failed login; 0 where it does not tell."""


class Conversation:
    """One process, while `speaking`. `withdraw` and `kill` may come from another thread at any time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = self._answers = -1
        self._turn = threading.Lock()
        self._withdrawn = False
        self.pin_sent = False

    @contextmanager
    def speaking(self, module: str, slot: str, others: Sequence[str]) -> Iterator[None]:
        """The process runs inside it, and is gone behind it. Raises `Broken` where it was withdrawn."""
        with self._turn:
            if self._withdrawn:
                raise Broken
            self._process = process = subprocess.Popen(
                [*_child(), module, slot, *others],
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        assert process.stdin is not None
        assert process.stdout is not None
        self._asked, self._answers = process.stdin.fileno(), process.stdout.fileno()
        try:
            yield
        finally:
            process.stdin.close()
            process.wait()
            process.stdout.close()

    def found(self) -> list[Found] | Failed:
        """What certificates there are. Raises `Broken`."""
        kind, fields = receive(self._answers)
        match kind:
            case Kind.FOUND:
                quartets = zip(*[iter(fields)] * 4, strict=True)
                return [
                    Found(int.from_bytes(slot), int.from_bytes(flags), key, certificate)
                    for slot, flags, key, certificate in quartets
                ]
            case Kind.FAILED:
                return _failed(fields)
            case _:
                raise Broken

    def sign(self, by: Found, mechanism: int, content: bytes, pin: bytearray) -> bytes | Failed:
        """Send the PIN, unless it was withdrawn. Raises `Broken`."""
        with self._turn:
            if self._withdrawn:
                raise Broken
            self.pin_sent = True
        asked = (number(by.slot), by.id, number(mechanism), content, number(len(pin)))
        send(self._asked, Kind.SIGN, asked)
        send_secret(self._asked, pin)
        kind, fields = receive(self._answers)
        match kind, fields:
            case Kind.SIGNED, [signature]:
                return signature
            case Kind.FAILED, _:
                return _failed(fields)
            case _:
                raise Broken

    def withdraw(self) -> None:
        """No PIN is sent any more; a call that is on its way may still end."""
        with self._turn:
            self._withdrawn = True

    def kill(self) -> None:
        """End the process as it is; whoever waits for it gets `Broken`."""
        self.withdraw()
        if self._process:
            self._process.kill()


def _failed(fields: Sequence[bytes]) -> Failed:
    value, step, flags = (int.from_bytes(field) for field in fields)
    return Failed(value, Step(step), flags)


def _child() -> list[str]:
    """Python's own isolation (-I): neither the folder nor PYTHONPATH decide what runs with the PIN."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [sys.executable, "-I", "-m", "devices.card.pkcs11.child"]
