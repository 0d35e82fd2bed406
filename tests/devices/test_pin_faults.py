"""What SoftHSM never does: count tries, lock, hang, crash. A small module in C does it in a real process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path

import pytest

from devices.card.pkcs11.card import Pkcs11Card
from devices.contracts import PinTries, ReaderState, SigningFailure
from tests.devices.card_bench import PATIENCE, Cards
from tests.devices.pin_bench import CHALLENGE, PIN, Orders, TwoReaders, a_pin, is_zeroed, play, until

OTHER = "metro"
"""What lies in the reader does not matter to the fake module."""
SHORT = 1.0
"""Seconds of a deadline that is to be met."""


class Fake(Orders):
    """The module's own orders, and what was called in it, which it tells through a pipe."""

    def __init__(self, cards: Cards, module: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder, monkeypatch)
        self._cards, self._module = cards, module
        os.mkfifo(self.record)
        self._pipe = os.open(self.record, os.O_RDWR | os.O_NONBLOCK)
        self._heard = b""

    def called(self) -> list[str]:
        with contextlib.suppress(BlockingIOError):
            self._heard += os.read(self._pipe, 65536)
        return self._heard.decode().split()

    async def until_called(self, name: str) -> None:
        loop, more = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._pipe, more.set)
        try:
            async with asyncio.timeout(PATIENCE):
                while name not in self.called():
                    await more.wait()
                    more.clear()
        finally:
            loop.remove_reader(self._pipe)

    def end(self) -> None:
        os.close(self._pipe)

    def play(
        self,
        acts: Callable[[Pkcs11Card], Coroutine[object, object, None]],
        *,
        counts_tries: bool = False,
        deadline: float = PATIENCE,
    ) -> None:
        play(self._cards, OTHER, acts, self._module, counts_tries=counts_tries, deadline=deadline)


@pytest.fixture
def fake(both: Cards, module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    fake = Fake(both, module, tmp_path, monkeypatch)
    yield fake
    fake.end()
    both.post("/contact/remove")


def children() -> set[int]:
    """Processes of ours that hold a module."""
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes()
                parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if b"devices.card.pkcs11.child" in words and int(parent) == os.getpid():
                found.add(int(folder.name))
    return found


FLAGS = {
    "40000": PinTries.BLOCKED,
    "70000": PinTries.BLOCKED,
    "20000": PinTries.LAST,
    "30000": PinTries.LAST,
    "10000": PinTries.SEVERAL,
}


@pytest.mark.parametrize("counts", [False, True])
def test_tries_are_what_the_flags_say_and_no_more(fake: Fake, counts: bool) -> None:
    async def acts(card: Pkcs11Card) -> None:
        for flags, expected in FLAGS.items():
            fake.does(FLAGS=flags)
            assert (flags, await card.tries()) == (flags, expected)
        fake.does(FLAGS="0")
        assert await card.tries() is (PinTries.SEVERAL if counts else PinTries.UNKNOWN)
        assert "C_Login" not in fake.called()

    fake.play(acts, counts_tries=counts)


def test_to_a_blocked_card_no_pin_is_sent(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        assert await card.sign(pin, CHALLENGE) is SigningFailure.BLOCKED
        assert is_zeroed(pin)
        assert "C_Login" not in fake.called()

    fake.does(FLAGS="40000")
    fake.play(acts)


@pytest.mark.parametrize("flags", ["0", "20000"])
def test_to_sign_does_not_ask_how_many_tries_are_left(fake: Fake, flags: str) -> None:
    async def acts(card: Pkcs11Card) -> None:
        await card.sign(a_pin(), CHALLENGE)
        assert "C_Sign" in fake.called()

    fake.does(FLAGS=flags)
    fake.play(acts)


ANSWERS = [
    ("A0", "20000", SigningFailure.WRONG_PIN),
    ("A0", "40000", SigningFailure.BLOCKED),
    ("A1", "0", SigningFailure.WRONG_PIN),
    ("A2", "0", SigningFailure.WRONG_PIN),
    ("A4", "0", SigningFailure.BLOCKED),
    ("32", "0", SigningFailure.CARD_PULLED),
    ("E0", "0", SigningFailure.CARD_PULLED),
    ("5", "0", SigningFailure.NOT_A_SIGNER),
]


def test_what_the_login_answers_is_said_and_the_pin_is_gone(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        for answer, flags, expected in ANSWERS:
            fake.does(C_Login=answer, FLAGS_AFTER=flags)
            pin = a_pin()
            assert (answer, flags, await card.sign(pin, CHALLENGE)) == (answer, flags, expected)
            assert is_zeroed(pin)
            assert fake.called()[-1] == "C_Finalize"
            assert fake.called().count("C_Logout") == 0

    fake.play(acts)


def test_a_signature_that_is_none_is_not_given_on_and_the_card_is_logged_out(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.sign(a_pin(), CHALLENGE) is SigningFailure.NOT_A_SIGNER
        assert fake.called()[-4:] == ["C_Sign", "C_Logout", "C_CloseSession", "C_Finalize"]

    fake.play(acts)


def test_a_failed_signature_still_logs_out(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.sign(a_pin(), CHALLENGE) is SigningFailure.CARD_PULLED
        assert fake.called().index("C_Logout") < fake.called().index("C_CloseSession", -4)

    fake.does(C_Sign="32")
    fake.play(acts)


def test_what_a_module_tells_only_after_a_wrong_pin_holds_until_the_card_moves(
    fake: Fake, both: Cards
) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is PinTries.UNKNOWN
        assert await card.sign(a_pin(), CHALLENGE) is SigningFailure.WRONG_PIN
        assert await card.tries() is PinTries.LAST
        await asyncio.to_thread(both.post, "/contact/remove")
        await until(card, ReaderState.EMPTY)
        await asyncio.to_thread(both.post, "/contact/insert", card=OTHER)
        await until(card, ReaderState.CARD)
        assert await card.tries() is PinTries.UNKNOWN

    fake.does(C_Login="A0", FLAGS_AFTER="20000")
    fake.play(acts)


def test_a_pin_of_which_nobody_knows_what_became_leaves_the_tries_unknown(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        await card.sign(a_pin(), CHALLENGE)
        assert await card.tries() is PinTries.SEVERAL
        fake.does(C_Login="hang")
        assert await card.sign(a_pin(), CHALLENGE) is SigningFailure.TIMED_OUT
        assert await card.tries() is PinTries.UNKNOWN

    fake.does(C_Login="A0", FLAGS_AFTER="10000")
    fake.play(acts, deadline=SHORT)


@pytest.mark.parametrize("where", ["C_Initialize", "C_GetSlotList", "C_Login", "C_Sign", "C_Finalize"])
def test_a_module_that_hangs_is_ended_at_the_deadline_and_holds_nobody_up(fake: Fake, where: str) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin, began = a_pin(), time.monotonic()
        threads = threading.active_count()
        signing = asyncio.create_task(card.sign(pin, CHALLENGE))
        longest, before = 0.0, time.monotonic()
        while not signing.done():
            await asyncio.sleep(0.005)
            longest, before = max(longest, time.monotonic() - before), time.monotonic()
        assert await signing is SigningFailure.TIMED_OUT
        assert SHORT <= time.monotonic() - began < SHORT + 3
        assert is_zeroed(pin)
        assert not children()
        assert threading.active_count() <= threads + 1  # the worker, which waits for the next call
        assert longest < SHORT / 2

    fake.does(**{where: "hang"})
    fake.play(acts, deadline=SHORT)


def holds(process: int, secret: bytes) -> bool:
    """Whether it stands anywhere in what the process can write to, or on its command line."""
    if secret in Path(f"/proc/{process}/cmdline").read_bytes():
        return True
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for place, rights, *_ in (line.split() for line in maps):
            first, end = (int(edge, 16) for edge in place.split("-"))
            if rights.startswith("rw") and "[v" not in place:
                memory.seek(first)
                if secret in memory.read(end - first):
                    return True
    return False


@pytest.mark.parametrize(("where", "is_there"), [("C_Login", True), ("C_Finalize", False)])
def test_the_process_that_holds_the_module_keeps_no_pin_either(
    fake: Fake, where: str, is_there: bool
) -> None:
    """Looked for in its memory: it is found while the module logs in, so the look works, and not after."""
    if os.geteuid():
        pytest.skip("only root may look: the process lets nobody else")

    async def acts(card: Pkcs11Card) -> None:
        signing = asyncio.create_task(card.sign(a_pin(), CHALLENGE))
        await fake.until_called(where)
        (child,) = children()
        assert holds(child, PIN.encode()) is is_there
        signing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await signing

    fake.does(**{where: "hang"})
    fake.play(acts)


@pytest.mark.parametrize("where", ["C_Initialize", "C_Login", "C_Sign"])
def test_a_module_that_crashes_takes_only_its_own_process_with_it(fake: Fake, where: str) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        assert await card.sign(pin, CHALLENGE) is SigningFailure.READER_GONE
        assert is_zeroed(pin)
        assert not children()

    fake.does(**{where: "crash"})
    fake.play(acts)


def test_whoever_leaves_while_the_pin_is_with_the_card_leaves_no_pin_and_no_process(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        signing = asyncio.create_task(card.sign(pin, CHALLENGE))
        await fake.until_called("C_Login")
        signing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await signing
        assert is_zeroed(pin)
        assert not children()

    fake.does(C_Login="hang")
    fake.play(acts)


def test_a_kiosk_that_closes_in_the_middle_leaves_no_pin_and_no_process(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        signing = asyncio.create_task(card.sign(pin, CHALLENGE))
        await fake.until_called("C_Login")
        await card.close()
        assert not children()
        assert await signing is SigningFailure.READER_GONE
        assert is_zeroed(pin)

    fake.does(C_Login="hang")
    fake.play(acts)


def test_a_second_question_waits_for_the_first(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        told = await asyncio.gather(card.tries(), card.sign(pin, CHALLENGE), card.tries())
        assert told == [PinTries.LAST, SigningFailure.WRONG_PIN, PinTries.LAST]
        assert fake.called().count("C_Initialize") == 3
        assert is_zeroed(pin)

    fake.does(FLAGS="20000", C_Login="A0")
    fake.play(acts)


def test_whoever_leaves_before_sends_no_pin(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        signing = asyncio.create_task(card.sign(pin, CHALLENGE))
        await fake.until_called("C_GetSlotList")
        signing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await signing
        assert is_zeroed(pin)
        assert "C_Login" not in fake.called()

    fake.does(C_GetSlotList="hang")
    fake.play(acts)


def test_a_card_that_is_pulled_from_under_a_module_that_hangs_is_said_at_once(
    fake: Fake, both: Cards
) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        signing = asyncio.create_task(card.sign(pin, CHALLENGE))
        await fake.until_called("C_Login")
        await asyncio.to_thread(both.post, "/contact/remove")
        assert await signing is SigningFailure.CARD_PULLED
        assert is_zeroed(pin)

    fake.does(C_Login="hang")
    fake.play(acts, deadline=60)


def test_a_service_that_is_killed_is_said_at_once_and_the_next_call_finds_it_again(
    fake: Fake, both: TwoReaders
) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        signing = asyncio.create_task(card.sign(pin, CHALLENGE))
        await fake.until_called("C_Login")
        both.service.kill()
        assert await signing is SigningFailure.READER_GONE
        assert is_zeroed(pin)
        assert not children()
        both.service.start()  # here: it ends with the thread that started it
        await until(card, ReaderState.CARD)
        assert await card.tries() is PinTries.UNKNOWN

    fake.does(C_Login="hang")
    fake.play(acts, deadline=60)


def test_a_slot_that_carries_the_name_of_the_other_reader_is_never_opened(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.sign(a_pin(), CHALLENGE) is SigningFailure.NOT_A_SIGNER
        assert "C_OpenSession" not in fake.called()

    fake.does(SLOT="Zona Blava Demo NFC 00 00")
    fake.play(acts)


def test_a_slot_that_carries_the_readers_own_name_is_taken(fake: Fake) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is PinTries.UNKNOWN

    fake.does(SLOT="Zona Blava Demo Contact 00 00")
    fake.play(acts)
