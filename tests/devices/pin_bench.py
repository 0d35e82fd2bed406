"""Two readers with the demo's cards in them, and a signing card above the one with contacts."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from demo.card.dnie import USES, Authority
from demo.card.holders import read_holders
from demo.card.softhsm import MODULE, configure
from demo.pcsc import CONTACT_READER, PrivatePcsc
from devices.card.pkcs11.card import Pkcs11Card
from devices.contracts import ReaderState
from tests.devices.card_bench import PATIENCE, RESIDENTS, Cards, private_service

CHALLENGE = bytes(range(32))
PIN = str(RESIDENTS["maria"]["document"]["pin"])
FAKE = Path(__file__).with_name("fake_pkcs11.c")


class TwoReaders(Cards):
    """The cards, and the service behind both readers."""

    def __init__(self, service: PrivatePcsc, folder: Path) -> None:
        contact = ("--contact-port", str(service.contact_port), "--contact-folder", str(folder))
        super().__init__(service.vpcd_port, *contact)
        self.service = service


@contextmanager
def two_readers(folder: Path) -> Iterator[TwoReaders]:
    """Both readers, empty; SoftHSM sees the token of whoever's DNI is in the one with contacts."""
    with private_service(contact=True) as service:
        cards = TwoReaders(service, folder)
        os.environ["SOFTHSM2_CONF"] = str(configure(folder, folder / "inserted"))
        try:
            yield cards
        finally:
            cards.end()
            del os.environ["SOFTHSM2_CONF"]


def a_pin(text: str = PIN) -> bytearray:
    return bytearray(text.encode())


def is_zeroed(pin: bytearray) -> bool:
    return bool(pin) and not any(pin)


class Orders:
    """What the fake module is to say of its token, and where it notes what was called in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.record, self._monkeypatch = folder / "record", monkeypatch
        certificate = folder / "certificate.der"
        certificate.write_bytes(certificate_of_nobody_s_key())
        self.does(CERTIFICATE=str(certificate), RECORD=str(self.record))

    def does(self, **orders: str) -> None:
        for name, order in orders.items():
            self._monkeypatch.setenv(f"FAKE_{name}", order)


@cache
def certificate_of_nobody_s_key() -> bytes:
    """For authentication, in DER. The fake module never signs with it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    return Authority().issue(read_holders()[0], USES[1], key).public_bytes(Encoding.DER)


def make_fake(folder: Path) -> Path:
    """Compile the module that does what SoftHSM never does."""
    module = folder / "fake.so"
    subprocess.run(["gcc", "-Wall", "-Werror", "-shared", "-fPIC", "-o", module, FAKE], check=True)
    return module


class Watched(Protocol):
    """What tells its state."""

    @property
    def state(self) -> ReaderState: ...

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]: ...


async def until(one: Watched, state: ReaderState) -> None:
    """Wait for it."""
    told = asyncio.Event()
    end = one.watch(lambda state: told.set())
    try:
        async with asyncio.timeout(PATIENCE):
            while one.state is not state:
                await told.wait()
                told.clear()
    finally:
        end()


@asynccontextmanager
async def signing(card: Pkcs11Card, cards: Cards, inserted: str = "") -> AsyncIterator[Pkcs11Card]:
    """The card with something in its reader, or nothing."""
    try:
        await until(card, ReaderState.EMPTY)
        if inserted:
            await asyncio.to_thread(cards.post, "/contact/insert", card=inserted)
            await until(card, ReaderState.CARD)
        yield card
    finally:
        await card.close()


def play(
    cards: Cards,
    inserted: str,
    acts: Callable[[Pkcs11Card], Coroutine[object, object, None]],
    module: Path = MODULE,
    *,
    counts_tries: bool = False,
    deadline: float = PATIENCE,
) -> None:
    """Put a card in, and do something with it."""

    async def run() -> None:
        card = Pkcs11Card(CONTACT_READER, module, counts_tries=counts_tries, deadline=deadline)
        async with signing(card, cards, inserted):
            await acts(card)

    asyncio.run(run())
