"""A client of a smart card service, as a process of its own: orders and answers are lines of JSON.

libpcsclite reads the address of its service once in the life of a process: tests do not load it themselves.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import cast


class Client:
    """Speaks with the process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def _ask(self, **order: object) -> object:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def readers(self) -> list[str]:
        return cast(list[str], self._ask(do="readers"))

    def wait(self, state: str) -> str:
        """Until the first reader is `present` or `empty`; the card's ATR, or what went wrong."""
        return cast(str, self._ask(do="wait", state=state))

    def connect(self) -> None:
        assert self._ask(do="connect") is None

    def send(self, apdu: str) -> str:
        """The answer in hex, or the name of the error."""
        return cast(str, self._ask(do="send", apdu=apdu))


@contextmanager
def client(environment: Mapping[str, str]) -> Iterator[Client]:
    process = subprocess.Popen(
        [sys.executable, __file__],
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Client(process)
    finally:
        process.communicate()


def _serve() -> None:
    from smartcard import scard

    states = {"present": scard.SCARD_STATE_PRESENT, "empty": scard.SCARD_STATE_EMPTY}
    established, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
    readers = scard.SCardListReaders(context, [])[1] if established == scard.SCARD_S_SUCCESS else []
    card = protocol = None
    for line in sys.stdin:
        order = json.loads(line)
        code, answer = scard.SCARD_S_SUCCESS, None
        match order["do"]:
            case "readers":
                answer = readers
            case "wait":
                seen = scard.SCARD_STATE_UNAWARE
                while code == scard.SCARD_S_SUCCESS and not seen & states[order["state"]]:
                    code, [(_, seen, atr)] = scard.SCardGetStatusChange(context, 10_000, [(readers[0], seen)])
                    answer = bytes(atr).hex().upper()
            case "connect":
                code, card, protocol = scard.SCardConnect(
                    context, readers[0], scard.SCARD_SHARE_EXCLUSIVE, scard.SCARD_PROTOCOL_T1
                )
            case "send":
                code, received = scard.SCardTransmit(card, protocol, list(bytes.fromhex(order["apdu"])))
                answer = bytes(received).hex().upper()
        said = answer if code == scard.SCARD_S_SUCCESS else scard.SCardGetErrorMessage(code)
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
