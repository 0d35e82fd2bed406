"""`python -m devices.card.pkcs11.child MODULE SLOT [OTHER…]`: holds a module for one look at a card.

It tells what certificates it found. Then the kiosk closes the pipe, or asks for one signature and sends the
PIN. A module that hangs or crashes takes this process with it, and what it remembers of a PIN ends here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from devices.card.pkcs11 import opensc
from devices.card.pkcs11.cryptoki import (
    CKF_TOKEN_INITIALIZED,
    CKR_OK,
    CKR_TOKEN_NOT_RECOGNIZED,
    CryptokiError,
    Module,
)
from devices.card.pkcs11.secret import zero
from devices.card.pkcs11.wire import MOST_FOUND, Broken, Found, Kind, Step, number, read, receive, send
from devices.seclusion import seclude

ASKED = 0
"""The pipe from the kiosk."""


def main(arguments: Sequence[str]) -> int:
    """`SLOT` is the name that PC/SC gives to the card's slot; `OTHER` are slots that are never touched."""
    path, slot, *others = arguments
    answers = os.dup(1)
    os.dup2(2, 1)  # a module that chatters on standard output does not disturb
    seclude()
    opensc.configure(others)
    step, flags = Step.LOAD, 0
    try:
        with Module(path) as module:
            step = Step.LOOK
            send(answers, Kind.FOUND, _fields(_look(module, slot, others)))
            kind, fields = receive(ASKED)
            if kind is not Kind.SIGN:
                return 1
            place, key, mechanism, content, length = fields
            at = int.from_bytes(place)
            pin = read(ASKED, int.from_bytes(length))
            try:
                step = Step.LOGIN
                with module.session(at) as session, session.logged_in(pin):
                    step = Step.SIGN
                    signature = session.sign(key, int.from_bytes(mechanism), content, pin)
            except CryptokiError:
                flags = _flags(module, at)
                raise
            finally:
                zero(pin)
            send(answers, Kind.SIGNED, [signature])
    except CryptokiError as failed:
        send(answers, Kind.FAILED, [number(failed.value), number(step.value), number(flags)])
    except (OSError, AttributeError):
        send(answers, Kind.FAILED, [number(CKR_OK), number(step.value), number(flags)])
    except Broken:
        return 0  # nobody waits for more
    return 0


def _look(module: Module, slot: str, others: Sequence[str]) -> Iterator[Found]:
    for at in _candidates(module, slot, others):
        try:
            flags = module.token_flags(at)
        except CryptokiError as failed:
            if failed.value == CKR_TOKEN_NOT_RECOGNIZED:
                continue
            raise
        if not flags & CKF_TOKEN_INITIALIZED:
            continue
        with module.session(at) as session:
            for key, certificate in session.certificates():
                yield Found(at, flags, key, certificate)


def _candidates(module: Module, slot: str, others: Sequence[str]) -> list[int]:
    """The slots that carry the reader's name; where none does, those that carry no other reader's."""
    named = dict(_named(module))
    meant = [at for at, name in named.items() if _same(name, slot)]
    return meant or [at for at, name in named.items() if not any(_same(name, other) for other in others)]


def _named(module: Module) -> Iterator[tuple[int, str]]:
    for at in module.slots():
        with suppress(CryptokiError):  # OpenSC names no slot whose card it does not understand
            yield at, module.description(at)


def _same(description: str, reader: str) -> bool:
    """A description holds 64 bytes of a name."""
    return description == reader.encode()[:64].decode("utf-8", "replace").rstrip(" \0")


def _fields(found: Iterator[Found]) -> list[bytes]:
    return [
        field
        for one in islice(found, MOST_FOUND)
        for field in (number(one.slot), number(one.flags), one.id, one.certificate)
    ]


def _flags(module: Module, at: int) -> int:
    """After a failure: what the token says of its PIN now."""
    try:
        return module.token_flags(at)
    except CryptokiError:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
