"""What the kiosk does until a document is read: waits for it, for its number or lines, and reads its chip."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from devices.contracts import Can, CardReading, Mrz, ReaderState, ReadFailure, ReadProgress
from kiosk.activity import Step, news_by
from kiosk.paper.document import warm
from kiosk.remaining import seconds_left
from kiosk.services.common.activities import explain
from kiosk.services.common.memory import TroubleKind
from kiosk.services.identify.challenge import fresh_challenge
from kiosk.services.identify.lines import Lines, taken
from kiosk.services.identify.mrz import first_of, until_scanned
from kiosk.seu.models import Failed, ProofName

PRINTING = frozenset({"padro"})
"""Services that end with a document: what makes it ready has time while the person says who they are."""
SETTLED = 0.9
"""Seconds for which the reader has to say the same before a document counts as moved."""

NONE_OF_OURS = {
    ReadFailure.NOT_A_DOCUMENT: "card.unknown",
    ReadFailure.BANK_CARD: "card.bank",
    ReadFailure.HEALTH_CARD: "card.health",
    ReadFailure.TRANSPORT_CARD: "card.transport",
}
"""What is said of a card that is no document. It has to be taken away before another is waited for."""


async def identify_card(step: Step) -> str | None:
    """Wait for one document on the reader, or for a card that signs in its slot."""
    identity = step.session.identity
    identity.typed = ""
    identity.can_wrong = False
    identity.lines = Lines(tries=identity.lines.tries)
    if identity.evidence_key:  # whether it was heard or not, that challenge takes no other evidence
        identity.reading, identity.challenge = None, None
        identity.evidenced, identity.evidence_key = False, ""
    if step.session.spine.service in PRINTING:
        step.house.background(warm())
    return await first_of(_document(step), _signer(step))


async def _document(step: Step) -> str:
    identity, reader = step.session.identity, step.house.reader
    with news_by(reader.watch) as changed:
        state = reader.state
        if identity.problem == "reading.pulled" and state is ReaderState.CARD:
            state = await _news(changed, state)
        while identity.problem in NONE_OF_OURS.values() and state is ReaderState.CARD:
            state = await changed.get()
        while state is not ReaderState.CARD:
            if state is ReaderState.TWO_CARDS:
                identity.problem = "card.two"
            elif state is ReaderState.GONE:
                identity.problem = "card.gone"
            elif identity.problem in ("card.two", "card.gone"):
                identity.problem = ""
            step.refresh()
            state = await changed.get()
        return "card_present"


async def _signer(step: Step) -> str:
    """A card that was already asked for its PIN counts once it was put in again."""
    card, catalogue = step.house.signing_card, step.house.catalogue
    accepted = catalogue is not None and ProofName.DNIE_PIN in catalogue.proofs
    with news_by(card.watch) as changed:
        state = ReaderState.EMPTY if step.session.identity.pin.asked else card.state
        while not (accepted and state is ReaderState.CARD):
            state = await changed.get()
        return "signer_present"


async def identify_can(step: Step) -> str | None:
    """While its number is typed, the document may be taken away, or its lines scanned."""
    return await first_of(_taken_away(step), until_scanned(step, unreadable=lambda: None))


async def identify_mrz(step: Step) -> str | None:
    """While its lines are copied, whichever of them is on the screen, the same."""

    def unreadable() -> None:
        step.session.identity.lines.notice = "mrz.unread"
        step.refresh()

    return await first_of(_taken_away(step), until_scanned(step, unreadable))


async def _taken_away(step: Step) -> str:
    with news_by(step.house.reader.watch) as changed:
        while True:
            state = await changed.get()
            if state is not ReaderState.CARD and await _news(changed, state) is not ReaderState.CARD:
                return "card_removed"


async def _news(changed: asyncio.Queue[ReaderState], state: ReaderState) -> ReaderState:
    """What lies on the reader once that has settled: the service looks only twice a second."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SETTLED):
            while True:
                state = await changed.get()
    return state


async def identify_reading(step: Step) -> str | None:
    """Read the chip; whatever goes wrong, nothing of it is kept."""
    identity = step.session.identity
    identity.problem = ""
    clock = step.house.clock
    began = clock.monotonic()

    def report(progress: ReadProgress) -> None:
        identity.progress = progress
        identity.reading_left = seconds_left(clock.monotonic() - began, progress.done)
        step.refresh()

    secret = taken(identity.lines, clock.now().date()) or Can(identity.typed)
    identity.typed = ""
    challenge = await fresh_challenge(step)
    if isinstance(challenge, Failed):
        return explain(step, challenge, "identify_card")
    outcome = await step.house.reader.read(secret, report, challenge.to_chip)
    identity.progress, identity.reading_left = None, 0
    if isinstance(outcome, CardReading):
        identity.reading = outcome
        identity.can_tries = identity.lines.tries = 0
        return "document_read"
    return _not_read(step, outcome, secret)


def _not_read(step: Step, failure: ReadFailure, secret: Can | Mrz) -> str:
    identity = step.session.identity
    match failure:
        case ReadFailure.WRONG_SECRET if isinstance(secret, Mrz):
            return _wrong_lines(step)
        case ReadFailure.WRONG_SECRET:
            identity.can_tries += 1
            if identity.can_tries >= step.house.settings.identity.can_tries:
                identity.can_tries = 0
                return "can_wrong_last"
            identity.can_wrong = True
            return "can_wrong"
        case ReadFailure.CARD_PULLED | ReadFailure.READER_GONE:
            identity.problem = "reading.pulled"
            return "card_pulled"
        case _ if failure in NONE_OF_OURS:
            identity.problem = NONE_OF_OURS[failure]
            return "not_a_document"
        case ReadFailure.TWO_CARDS:
            identity.problem = "card.two"
            return "two_cards"
        case ReadFailure.FORGED:
            return "document_refused"
        case ReadFailure.MRZ_NEEDED:
            identity.lines.notice = "mrz.needed"
            return "can_not_taken"
        case _:
            step.session.spine.trouble = TroubleKind.NOT_READ
            step.session.spine.resume = "identify_card"
            return "document_unreadable"


def _wrong_lines(step: Step) -> str:
    lines = step.session.identity.lines
    lines.tries += 1
    if lines.tries >= step.house.settings.identity.can_tries:
        lines.tries = 0
        return "mrz_wrong_last"
    lines.notice = "mrz.refused"
    return "mrz_wrong"


ACTIVITIES = (identify_card, identify_can, identify_mrz, identify_reading)
