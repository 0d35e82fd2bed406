"""The seu electrònica, one method an operation of its contract; each brings its answer, or `Failed`.

The tokens and the evidence that go through here are kept nowhere.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, TypeAdapter

from devices.contracts import CardReading, ChipEvidence, ChipProof, Signed, Verdict
from kiosk.clock import Clock, WallClock
from kiosk.seu.appointments_calls import AppointmentCalls
from kiosk.seu.calls import Calls, new_key, said
from kiosk.seu.handover_calls import HandoverCalls
from kiosk.seu.help_calls import HelpCalls
from kiosk.seu.identity import Identity
from kiosk.seu.insight_calls import InsightCalls
from kiosk.seu.models import (
    Accepted,
    Arrival,
    Assurance,
    Attempt,
    Catalogue,
    Challenge,
    CodeSent,
    CopyReason,
    Evidence,
    Failed,
    FailureKind,
    Heard,
    Issue,
    Offers,
    PaperOutcome,
    ProofName,
    Refused,
    Rendition,
    Turn,
    TurnPlace,
)
from kiosk.seu.procedures_calls import ProceduresCalls
from kiosk.seu.wire import MOST_PDF, PDF, Ask, OnFailure, Patience, Wire

CATALOGUE: Final = TypeAdapter(Catalogue)
CHALLENGE: Final = TypeAdapter(Challenge)
EVIDENCE: Final = TypeAdapter(Evidence)
CODE_SENT: Final = TypeAdapter(CodeSent)
ATTEMPT: Final[TypeAdapter[Attempt]] = TypeAdapter(Annotated[Attempt, Field(discriminator="result")])
SIGNATURE: Final[TypeAdapter[Accepted | Refused]] = TypeAdapter(
    Annotated[Accepted | Refused, Field(discriminator="result")]
)
OFFERS: Final = TypeAdapter(Offers)
ISSUE: Final = TypeAdapter(Issue)
TURN: Final = TypeAdapter(Turn)
ARRIVAL: Final[TypeAdapter[Arrival]] = TypeAdapter(Annotated[Arrival, Field(discriminator="result")])
TURN_PLACE: Final = TypeAdapter(TurnPlace)
HEARD: Final = TypeAdapter(Heard)

PATIENCE: Final = Patience()
KIOSK_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")


def evidence_body(files: ChipEvidence, verdict: Verdict, proof: ChipProof, *, hashes_agree: bool) -> bytes:
    """What the chip said, what is thought of it, and whose word stands behind the chip having been there."""
    signs = bool(files.signature and files.dg15)
    optional = {"dg14": files.dg14, "dg15": files.dg15, "signature": files.signature if signs else b""}
    return said(
        means="chip",
        dg1=_base64(files.dg1),
        sod=_base64(files.sod),
        **{name: _base64(content) for name, content in optional.items() if content},
        hashes_agree=hashes_agree,
        verdict=verdict,
        chip_proof=proof,
        witness="active_authentication" if signs else "kiosk_word",
    )


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _tell_nobody(operation: str, kind: FailureKind, detail: str) -> None:
    pass


class Seu(Calls):
    """One for the whole application. Keys come from whoever may repeat the act after a failure."""

    def __init__(
        self,
        base_url: str,
        identity: Identity = None,
        *,
        kiosk: str,
        ca_file: Path | None = None,
        patience: Patience = PATIENCE,
        clock: Clock | None = None,
        on_failure: OnFailure = _tell_nobody,
    ) -> None:
        """Raises ValueError for an address or a name that cannot be, OSError for a file that fails."""
        if KIOSK_NAME.fullmatch(kiosk) is None:
            raise ValueError("the contract has no kiosk of such a name")
        self._kiosk = kiosk
        wire = Wire(
            base_url,
            identity,
            ca_file=ca_file,
            patience=patience,
            clock=clock or WallClock(),
            on_failure=on_failure,
        )
        super().__init__(wire)
        self.appointments = AppointmentCalls(wire)
        self.handovers = HandoverCalls(wire)
        self.help = HelpCalls(wire)
        self.insight = InsightCalls(wire, kiosk)
        self.procedures = ProceduresCalls(wire)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._wire.aclose()

    async def catalogue(self) -> Catalogue | Failed:
        """What the town hall offers today."""
        return await self._read(Ask("getCatalogue", "GET", "/v1/catalogue"), CATALOGUE)

    # --- from a document on the reader to a citizen's session -----------------------------------------------

    async def challenge(self, wanted: Assurance | None = None) -> Challenge | Failed:
        """Begin to identify somebody, who is in want of that assurance."""
        body = said(assurance=wanted) if wanted else said()
        ask = Ask("createChallenge", "POST", "/v1/identity/challenges", key=new_key(), body=body, status=201)
        return await self._read(ask, CHALLENGE)

    async def evidence(self, challenge: str, reading: CardReading, key: str) -> Evidence | Failed:
        """Hand over what the chip said."""
        path = f"/v1/identity/challenges/{challenge}/evidence"
        body = evidence_body(
            reading.evidence, reading.verdict, reading.proof, hashes_agree=reading.hashes_agree
        )
        return await self._read(Ask("giveEvidence", "POST", path, key=key, body=body), EVIDENCE)

    async def signature(self, challenge: str, signed: Signed, key: str) -> Accepted | Refused | Failed:
        """Hand over a signature of the person's own card over the challenge's nonce."""
        path = f"/v1/identity/challenges/{challenge}/signature"
        certificate, signature = _base64(signed.certificate), _base64(signed.signature)
        body = said(proof=ProofName.DNIE_PIN, certificate=certificate, signature=signature)
        return await self._read(Ask("giveSignature", "POST", path, key=key, body=body), SIGNATURE)

    async def send_code(
        self, challenge: str, proof: str, prefix: str, number: str, key: str
    ) -> CodeSent | Failed:
        """Send a one-time code to that phone, if it is the registered one; `prefix` is like `34`."""
        path = f"/v1/identity/challenges/{challenge}/codes"
        body = said(proof=proof, phone={"prefix": f"00{prefix}", "number": number})
        return await self._read(Ask("sendCode", "POST", path, key=key, body=body, status=202), CODE_SENT)

    async def attempt(self, challenge: str, code: str, digits: str, key: str) -> Attempt | Failed:
        """Is it the code that was sent? A try that is repeated under its key costs no second one."""
        path = f"/v1/identity/challenges/{challenge}/codes/{code}/attempts"
        return await self._read(Ask("tryCode", "POST", path, key=key, body=said(digits=digits)), ATTEMPT)

    async def leave(self, citizen_session: str) -> Failed | None:
        """The person has gone; the token is of no more use."""
        ask = Ask(
            "endSession", "DELETE", "/v1/identity/session", citizen=citizen_session, status=204, media=""
        )
        return await self._done(ask)

    # --- documents of the municipal register ----------------------------------------------------------------

    async def offers(self, citizen_session: str) -> Offers | Failed:
        """The eight documents, and where this person can have each."""
        return await self._read(Ask("getOffers", "GET", "/v1/padro/offers", citizen=citizen_session), OFFERS)

    async def issue(
        self,
        citizen_session: str,
        key: str,
        offer: str,
        purpose: str,
        language: str,
        rendition: Rendition,
        paper: str,
    ) -> Issue | Failed:
        """Order a document, on paper of that kind; `paper` is the number of its first copy, see `outcome`."""
        body = said(offer=offer, purpose=purpose, language=language, rendition=rendition, paper=paper)
        ask = Ask("issueDocument", "POST", "/v1/padro/issues", citizen_session, key, body, status=201)
        return await self._read(ask, ISSUE)

    async def document(self, citizen_session: str, issue: str, copy_number: int = 1) -> bytes | Failed:
        """The PDF of one copy. Whether it is the one that was promised is for the caller to check."""
        path = f"/v1/padro/issues/{issue}/document?copy={copy_number}"
        return await self._wire.ask(
            Ask("getDocument", "GET", path, citizen=citizen_session, media=PDF, most=MOST_PDF)
        )

    async def copy(
        self, citizen_session: str, issue: str, because: CopyReason, key: str, paper: str
    ) -> Issue | Failed:
        """Another numbered copy under the same CSV."""
        path = f"/v1/padro/issues/{issue}/copies"
        body = said(because=because, paper=paper)
        return await self._read(Ask("issueCopy", "POST", path, citizen_session, key, body, status=201), ISSUE)

    async def outcome(self, paper: str, outcome: PaperOutcome) -> Failed | None:
        """What became of one copy's paper, by its random number; the person may have gone long ago."""
        body = said(outcome=outcome.value)
        ask = Ask("tellOutcome", "PUT", f"/v1/papers/{paper}/outcome", body=body, status=204, media="")
        return await self._done(ask)

    # --- the way to a person --------------------------------------------------------------------------------

    async def take_turn(
        self,
        reason: str,
        language: str,
        key: str,
        *,
        queue: str = "",
        priority: bool | None = None,
        handover: Mapping[str, str] | None = None,
    ) -> Turn | Failed:
        """A place in the queue of the desk. Empty, and None, say that nobody was asked.

        `handover` is what goes along with it, by the members of the contract's `Handover`.
        """
        asked = {"queue": queue or None, "priority": priority, "handover": handover or None}
        told = {name: answer for name, answer in asked.items() if answer is not None}
        body = said(reason=reason, language=language, **told)
        return await self._read(Ask("takeTurn", "POST", "/v1/turns", key=key, body=body, status=201), TURN)

    async def turn_place(self, turn: str) -> TurnPlace | Failed:
        """How far the queue has come."""
        return await self._read(Ask("getTurn", "GET", f"/v1/turns/{turn}"), TURN_PLACE)

    async def give_turn_back(self, turn: str) -> Failed | None:
        """Nobody needs it any more."""
        return await self._done(Ask("giveTurnBack", "DELETE", f"/v1/turns/{turn}", status=204, media=""))

    async def arrive(self, citizen_session: str, code: str, language: str, key: str) -> Arrival | Failed:
        """Somebody with an appointment is here, by its code, or where that is empty by their session."""
        body = said(code=code, language=language) if code else said(language=language)
        session = "" if code else citizen_session
        return await self._read(Ask("arrive", "POST", "/v1/arrivals", session, key, body), ARRIVAL)

    # --- the kiosk's own voice ------------------------------------------------------------------------------

    async def heartbeat(
        self, state: str, devices: Mapping[str, str], uncertain_jobs: int, at: datetime, version: str
    ) -> datetime | Failed:
        """The kiosk lives, and its devices are so; the answer is the seu's hour. `at` has its zone."""
        body = said(
            at=at.isoformat(),
            state=state,
            version=version,
            devices=[{"name": name, "status": status} for name, status in devices.items()],
            uncertain_jobs=uncertain_jobs,
        )
        heard = await self._read(Ask("beat", "PUT", f"/v1/kiosks/{self._kiosk}/heartbeat", body=body), HEARD)
        return heard if isinstance(heard, Failed) else heard.at
