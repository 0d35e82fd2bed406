"""A `SigningCard` behind a PKCS#11 module: presence by the watcher, each call by a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509

from devices.card.emrtd.channel import Stopped
from devices.card.names import contact_slots
from devices.card.pcsc import NOTICE, CardLink, Service, ServiceLost
from devices.card.pkcs11 import certificates
from devices.card.pkcs11.conversation import Conversation, Failed
from devices.card.pkcs11.secret import zero
from devices.card.pkcs11.tries import told_by
from devices.card.pkcs11.wire import Broken, Found, Step
from devices.card.sightings import Heard, Sightings
from devices.card.watcher import Watcher
from devices.contracts import PinTries, ReaderState, Signed, SigningFailure

DEADLINE = 20.0
"""Seconds for everything: a DNIe takes some to open its secure channel and hand out its certificates."""
LAST_CALL = 2.0
"""Seconds for which a call that nobody waits for may still end by itself, and log out."""
LONGEST_PIN = 255

CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE = 0xA0, 0xA1, 0xA2
CKR_PIN_EXPIRED, CKR_PIN_LOCKED = 0xA3, 0xA4
CKR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT = 0x32, 0xE0
CKR_SESSION_CLOSED, CKR_SESSION_HANDLE_INVALID = 0xB0, 0xB3

_MEANING = {
    CKR_PIN_INCORRECT: SigningFailure.WRONG_PIN,
    CKR_PIN_INVALID: SigningFailure.WRONG_PIN,
    CKR_PIN_LEN_RANGE: SigningFailure.WRONG_PIN,
    CKR_PIN_EXPIRED: SigningFailure.BLOCKED,
    CKR_PIN_LOCKED: SigningFailure.BLOCKED,
    CKR_DEVICE_REMOVED: SigningFailure.CARD_PULLED,
    CKR_TOKEN_NOT_PRESENT: SigningFailure.CARD_PULLED,
    CKR_SESSION_CLOSED: SigningFailure.CARD_PULLED,
    CKR_SESSION_HANDLE_INVALID: SigningFailure.CARD_PULLED,
}
"""Return values that say by themselves what happened (PKCS#11 2.40, 5.1)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """It failed, and as long as the card lies there this is why; a pulled card explains it better."""

    otherwise: SigningFailure


@dataclass(frozen=True, slots=True)
class Refused:
    """The card or its module said no, and what the token says of its PIN since."""

    why: SigningFailure
    tries: PinTries | None


Outcome = Signed | PinTries | SigningFailure | Doubt | Refused
Job = Callable[[Conversation], Outcome]
Wanted = Callable[[x509.Certificate], bool]


class Pkcs11Card:
    """One contact reader. Its threads, `card-watch` and `card-sign`, run until `close`."""

    def __init__(
        self,
        pattern: str,
        module: Path,
        *,
        counts_tries: bool = False,
        wanted: Wanted = certificates.is_dnie_authentication,
        deadline: float = DEADLINE,
    ) -> None:
        """`pattern` is part of the reader's name, or a glob.

        `counts_tries`: the module is known to set its flags whenever a try was lost, so that no flag means
        that none was. `wanted` tells the certificate whose key is to sign.
        """
        self._module, self._counts_tries, self._wanted = str(module), counts_tries, wanted
        self._deadline = deadline
        self._sightings = Sightings()
        self._since_wrong: tuple[int, PinTries] | None = None
        """What the token said after a wrong PIN, and of which card: OpenSC knows it of a DNIe only then."""
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="card-sign")
        self._conversations: dict[Conversation, asyncio.Future[Outcome]] = {}
        self._watcher = Watcher(pattern, self._sightings.saw, contact_slots)
        self._watcher.start()

    @property
    def state(self) -> ReaderState:
        """What is in the reader now."""
        return self._sightings.now.state

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` in the running event loop at every change; the answer ends it."""
        return self._sightings.watch(heard)

    async def tries(self) -> PinTries | SigningFailure:
        """How often the PIN may still be wrong; sends none."""
        moves = self._sightings.moves
        outcome = await self._talk(self._look)
        if outcome is PinTries.UNKNOWN and self._since_wrong and self._since_wrong[0] == moves:
            return self._since_wrong[1]
        assert isinstance(outcome, PinTries | SigningFailure)
        return outcome

    async def sign(self, pin: bytearray, challenge: bytes) -> Signed | SigningFailure:
        """Sign with the authentication key. `pin` (UTF-8) is zeroed before this returns, in any case."""
        try:
            if not 0 < len(pin) <= LONGEST_PIN:
                return SigningFailure.WRONG_PIN
            self._since_wrong = None  # whatever comes of it, one try may be gone
            outcome = await self._talk(lambda talk: self._sign(talk, pin, challenge))
        finally:
            zero(pin)
        assert isinstance(outcome, Signed | SigningFailure)
        return outcome

    async def close(self) -> None:
        """End the watcher and the worker."""
        self._sightings.forget()
        self._watcher.end()
        for conversation in self._conversations:
            conversation.kill()
        stuck: set[asyncio.Future[Outcome]] = set()
        if self._conversations:
            _, stuck = await asyncio.wait(self._conversations.values(), timeout=LAST_CALL)
        self._worker.shutdown(wait=not stuck, cancel_futures=True)
        await asyncio.to_thread(self._watcher.join, LAST_CALL)

    # --- in the event loop --------------------------------------------------------------------------------

    async def _talk(self, job: Job) -> Signed | PinTries | SigningFailure:
        """Do the job in the worker while the card lies there, and leave nothing of it behind."""
        sighting, moves = self._sightings.now, self._sightings.moves
        if sighting.state is not ReaderState.CARD:
            return _without_card(sighting.state)
        stirred = asyncio.Event()
        end_watch = self._sightings.watch(lambda state: stirred.set())
        try:
            outcome = await self._worked(job, sighting.slot, stirred)
            if isinstance(outcome, Doubt):
                if self._sightings.moves == moves:
                    stirred.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(stirred.wait(), NOTICE / 1000)
                return outcome.otherwise if self._sightings.moves == moves else _without_card(self.state)
        finally:
            end_watch()
        if isinstance(outcome, Refused):
            known = outcome.tries in (PinTries.SEVERAL, PinTries.LAST)
            self._since_wrong = (moves, outcome.tries) if outcome.tries and known else None
            return outcome.why
        return outcome

    async def _worked(self, job: Job, slot: str, stirred: asyncio.Event) -> Outcome:
        """Until it is done, or something moved, or the deadline is over."""
        conversation = Conversation()
        working = asyncio.get_running_loop().run_in_executor(
            self._worker, self._speak, job, conversation, slot
        )
        self._conversations[conversation] = working
        working.add_done_callback(lambda done: stirred.set())
        patience = LAST_CALL
        try:
            await asyncio.wait_for(stirred.wait(), self._deadline)
        except TimeoutError:
            patience = 0.0
        finally:
            ended = await _ended(conversation, working, patience)
            del self._conversations[conversation]
        return working.result() if ended and patience else SigningFailure.TIMED_OUT

    # --- in the worker's thread ---------------------------------------------------------------------------

    def _speak(self, job: Job, conversation: Conversation, slot: str) -> Outcome:
        try:
            with Service() as service:
                others = [name for name in service.slots() if name != slot]
            with conversation.speaking(self._module, slot, others):
                return job(conversation)
        except ServiceLost:
            return Doubt(SigningFailure.READER_GONE)
        except Broken:  # the module crashed, or the process was killed
            if conversation.pin_sent:
                _log_out_by_force(slot)
            return Doubt(SigningFailure.READER_GONE)

    def _look(self, conversation: Conversation) -> Outcome:
        found = self._find(conversation)
        if not isinstance(found, tuple):
            return found
        silent = PinTries.SEVERAL if self._counts_tries else PinTries.UNKNOWN
        return told_by(found[0].flags) or silent

    def _sign(self, conversation: Conversation, pin: bytearray, challenge: bytes) -> Outcome:
        found = self._find(conversation)
        if not isinstance(found, tuple):
            return found
        at, certificate = found
        if told_by(at.flags) is PinTries.BLOCKED:
            return SigningFailure.BLOCKED
        made = conversation.sign(at, *certificates.to_sign(certificate, challenge), pin)
        if isinstance(made, Failed):
            return _refusal(made)
        signature = certificates.signed(certificate, challenge, made)
        return Signed(at.certificate, signature) if signature else Doubt(SigningFailure.NOT_A_SIGNER)

    def _find(self, conversation: Conversation) -> tuple[Found, x509.Certificate] | Outcome:
        """The first certificate that is wanted."""
        found = conversation.found()
        if isinstance(found, Failed):
            return _refusal(found)
        for one in found:
            certificate = certificates.read_certificate(one.certificate)
            if certificate and self._wanted(certificate):
                return one, certificate
        return Doubt(SigningFailure.NOT_A_SIGNER)


async def _ended(conversation: Conversation, working: asyncio.Future[Outcome], patience: float) -> bool:
    """End the conversation, by force where it has no PIN yet or is not done after `patience` seconds.

    False where nothing helps.
    """
    conversation.withdraw()
    try:
        done, _ = await asyncio.wait({working}, timeout=patience if conversation.pin_sent else 0)
    finally:
        if not working.done():
            conversation.kill()
    if not done:
        done, _ = await asyncio.wait({working}, timeout=LAST_CALL)
    return bool(done)


def _without_card(state: ReaderState) -> SigningFailure:
    match state:
        case ReaderState.GONE:
            return SigningFailure.READER_GONE
        case ReaderState.TWO_CARDS:
            return SigningFailure.NOT_A_SIGNER
        case ReaderState.EMPTY | ReaderState.CARD:  # it was put back meanwhile
            return SigningFailure.CARD_PULLED


def _refusal(failed: Failed) -> Outcome:
    if failed.step is Step.LOAD:
        return Doubt(SigningFailure.READER_GONE)
    why = _MEANING.get(failed.value)
    if why is None:
        return Doubt(SigningFailure.NOT_A_SIGNER)
    tries = told_by(failed.flags)
    blocked = why is SigningFailure.WRONG_PIN and tries is PinTries.BLOCKED
    return Refused(SigningFailure.BLOCKED if blocked else why, tries)


def _log_out_by_force(slot: str) -> None:
    """A process that ended without C_Logout may have left the card open: a reset closes it."""
    with (
        contextlib.suppress(ServiceLost, Stopped),
        Service() as service,
        CardLink(service, slot, lambda: False),
    ):
        return
