"""Does that server keep the contract (docs/seu-api.yaml)? One finding for each way in which it does not.

The judges are the models of the kiosk's own client: what they refuse, the kiosk would not act upon either.
Without `acts` nothing is left behind but a challenge that expires, a heartbeat and a day of no figures. What
only a person who was identified can ask for (offers, issues, copies) is looked at from outside: it has to be
closed.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from pydantic_core import PydanticCustomError

from devices.contracts import ChipEvidence, ChipProof, Verdict
from kiosk.seu.calls import new_key, said
from kiosk.seu.check_appointments import appointments
from kiosk.seu.check_arrivals import arrivals
from kiosk.seu.check_handovers import handovers_kept, handovers_open
from kiosk.seu.check_help import check_help
from kiosk.seu.check_insight import check_insight
from kiosk.seu.check_procedures import check_procedures
from kiosk.seu.check_turns import turns_kept, turns_open
from kiosk.seu.client import (
    ATTEMPT,
    CATALOGUE,
    CHALLENGE,
    CODE_SENT,
    EVIDENCE,
    HEARD,
    KIOSK_NAME,
    SIGNATURE,
    evidence_body,
)
from kiosk.seu.examiner import CANARY, Examiner, Finding, Seen, grouped
from kiosk.seu.identity import ClientCertificate, Identity
from kiosk.seu.models import Accepted, Challenge
from kiosk.seu.wire import Patience, http_client

PATIENCE: Final = Patience()
PAPER: Final = "0" * 16
"""The number of no paper."""
CHALLENGES: Final = "/v1/identity/challenges"

# The specimen of ICAO 9303-5, appendix A: a document of nobody, from nowhere.
_MRZ = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
_DG1 = b"\x61\x5d\x5f\x1f\x5a" + _MRZ.encode()
_SOD = b"\x77\x05\x30\x03\x06\x01\x00"
# No message is sent: nobody has registered a phone for that document.
_CODE_WANTED = said(proof="idcat_mobil_code", phone={"prefix": "0034", "number": "600000000"})


async def check(
    base_url: str,
    identity: Identity = None,
    *,
    kiosk: str,
    ca_file: Path | None = None,
    acts: bool = False,
    patience: Patience = PATIENCE,
) -> list[Finding]:
    """What does not keep the contract, each thing once. Raises OSError for a file that fails.

    `acts` takes a turn, calls help and calls it off, gives opinions, tries codes for nobody's document and
    phone, and keeps an hour for a moment.
    """
    if KIOSK_NAME.fullmatch(kiosk) is None:
        return [Finding("kiosk", "the contract has no kiosk of such a name")]
    try:
        async with _examiner(base_url, identity, ca_file, patience) as examiner:
            first = await examiner.call("getCatalogue", "GET", "/v1/catalogue")
            if first is None:
                return grouped(examiner.findings)
            catalogue = examiner.good(first, 200, CATALOGUE)
            if catalogue is not None and catalogue.offers("procedures"):
                await check_procedures(examiner)
            await _identity(examiner, acts)
            await _signature(examiner)
            await _closed(examiner)
            await appointments(examiner, acts=acts)
            await _kiosk(examiner, kiosk)
            await turns_open(examiner)
            await handovers_open(examiner)
            await arrivals(examiner)
            await check_help(examiner, acts)
            await check_insight(examiner, kiosk, acts)
            if acts:
                await turns_kept(examiner)
                await handovers_kept(examiner, offered=catalogue is not None and catalogue.turns.handover)
            findings = examiner.findings
        if identity is not None:
            findings += await _stranger(base_url, identity, ca_file, patience)
        return grouped(findings)
    except PydanticCustomError as trouble:
        return [Finding("address", trouble.message())]


@asynccontextmanager
async def _examiner(
    base_url: str, identity: Identity, ca_file: Path | None, patience: Patience
) -> AsyncIterator[Examiner]:
    async with http_client(base_url, identity, ca_file, patience) as client:
        yield Examiner(client, patience.call)


async def _stranger(
    base_url: str, identity: Identity, ca_file: Path | None, patience: Patience
) -> list[Finding]:
    """Somebody whom the seu does not know."""
    async with _examiner(base_url, None, ca_file, patience) as examiner:
        seen = await examiner.call("getCatalogue by a stranger", "GET", "/v1/catalogue")
        if seen is None and isinstance(identity, ClientCertificate):
            return []  # turned away while the line was being secured: as good as a problem
        examiner.refused(seen, "kiosk-unknown")
        wrong = await examiner.call(
            "getCatalogue with a token of nobody",
            "GET",
            "/v1/catalogue",
            Authorization=f"Bearer {token_urlsafe()}",
        )
        examiner.refused(wrong, "kiosk-unknown")
        return examiner.findings


async def _identity(examiner: Examiner, acts: bool) -> None:
    key = new_key()
    first = await examiner.call("createChallenge", "POST", CHALLENGES, said(), Idempotency_Key=key)
    challenge = examiner.good(first, 201, CHALLENGE)
    again = await examiner.call("createChallenge again", "POST", CHALLENGES, said(), Idempotency_Key=key)
    examiner.same(first, again)
    keyless = await examiner.call("createChallenge without a key", "POST", CHALLENGES, said())
    examiner.refused(keyless, "idempotency-key-missing")
    more = said(**{CANARY: CANARY})
    unknown = await _post(examiner, "createChallenge with an unknown member", CHALLENGES, more)
    examiner.refused(unknown, "request-not-valid")
    plain = await examiner.call(
        "createChallenge as text",
        "POST",
        CHALLENGES,
        said(),
        Idempotency_Key=new_key(),
        Content_Type="text/plain",
    )
    examiner.refused(plain, "unsupported-media-type")
    nowhere = f"{CHALLENGES}/{token_urlsafe(16)}/evidence"
    lost = await _post(examiner, "giveEvidence to no challenge", nowhere, _evidence_of(_DG1))
    examiner.refused(lost, "not-found")
    if challenge is not None:
        await _evidence(examiner, challenge, key, acts)


def _evidence_of(dg1: bytes) -> bytes:
    return evidence_body(ChipEvidence(dg1, _SOD), Verdict.NOT_VERIFIED, ChipProof.NONE, hashes_agree=False)


async def _signature(examiner: Examiner) -> None:
    """A certificate that is none: refused, without a cause, and the challenge is closed."""
    wanted = said(assurance="high")
    challenge = examiner.good(
        await _post(examiner, "createChallenge for a high assurance", CHALLENGES, wanted), 201, CHALLENGE
    )
    forged = said(proof="dnie_pin", certificate="MAA=", signature="MAA=")
    nowhere = f"{CHALLENGES}/{token_urlsafe(16)}/signature"
    examiner.refused(await _post(examiner, "giveSignature to no challenge", nowhere, forged), "not-found")
    if challenge is None:
        return
    path = f"{CHALLENGES}/{challenge.challenge}/signature"
    pin = said(proof="dnie_pin", certificate="MAA=", signature="MAA=", pin=CANARY)
    examiner.refused(await _post(examiner, "giveSignature with a PIN", path, pin), "request-not-valid")
    answer = examiner.good(await _post(examiner, "giveSignature", path, forged), 200, SIGNATURE)
    if isinstance(answer, Accepted):
        examiner.found("giveSignature", "a certificate that is none was accepted")
    again = await _post(examiner, "giveSignature once more", path, forged)
    examiner.refused(again, "challenge-closed")


async def _evidence(examiner: Examiner, challenge: Challenge, key: str, acts: bool) -> None:
    path = f"{CHALLENGES}/{challenge.challenge}"
    body = _evidence_of(_DG1)
    reused = await examiner.call(
        "giveEvidence under a used key", "POST", f"{path}/evidence", body, Idempotency_Key=key
    )
    examiner.refused(reused, "idempotency-key-reused")
    early = await _post(examiner, "sendCode before evidence", f"{path}/codes", _CODE_WANTED)
    examiner.refused(early, "evidence-missing", "proof-not-accepted")
    half = said(means="chip", dg1=CANARY)
    missing = await _post(examiner, "giveEvidence without its hashes", f"{path}/evidence", half)
    examiner.refused(missing, "request-not-valid")
    noise = _evidence_of(b"\x61\x04\x5f\x1f\x01<")
    unreadable = await _post(examiner, "giveEvidence that is no document", f"{path}/evidence", noise)
    examiner.refused(unreadable, "evidence-unreadable")
    given = await _post(examiner, "giveEvidence", f"{path}/evidence", body)
    examiner.good(given, 200, EVIDENCE)
    twice = await _post(examiner, "giveEvidence twice", f"{path}/evidence", body)
    examiner.refused(twice, "evidence-given")
    digits = said(digits="000000")
    attempts = f"{path}/codes/{token_urlsafe(16)}/attempts"
    examiner.refused(await _post(examiner, "tryCode of no code", attempts, digits), "not-found")
    if acts:
        sent = await _post(examiner, "sendCode", f"{path}/codes", _CODE_WANTED)
        code = examiner.good(sent, 202, CODE_SENT)
        if code is not None:
            tried = await _post(examiner, "tryCode", f"{path}/codes/{code.code}/attempts", digits)
            answer = examiner.good(tried, 200, ATTEMPT)
            if isinstance(answer, Accepted):
                examiner.found("tryCode", "a document of nobody was accepted")


async def _closed(examiner: Examiner) -> None:
    """Without a person there is nothing to be had."""
    issue = f"/v1/padro/issues/{token_urlsafe(16)}"
    order = said(
        offer="volant_individual_current", purpose="other", language="ca", rendition="a4", paper=PAPER
    )
    nobody = token_urlsafe(32)
    for operation, method, path, body in (
        ("getOffers", "GET", "/v1/padro/offers", None),
        ("issueDocument", "POST", "/v1/padro/issues", order),
        ("getDocument", "GET", f"{issue}/document", None),
        ("issueCopy", "POST", f"{issue}/copies", said(because="asked", paper=PAPER)),
    ):
        key = {"Idempotency_Key": new_key()} if method == "POST" else {}
        bare = await examiner.call(f"{operation} without a session", method, path, body, **key)
        examiner.refused(bare, "session-ended")
        key = {"Idempotency_Key": new_key()} if method == "POST" else {}
        unknown = await examiner.call(
            f"{operation} in a session of nobody", method, path, body, Citizen_Session=nobody, **key
        )
        examiner.refused(unknown, "session-ended")
    left = await examiner.call(
        "endSession of nobody", "DELETE", "/v1/identity/session", Citizen_Session=token_urlsafe(32)
    )
    examiner.done(left)


async def _kiosk(examiner: Examiner, kiosk: str) -> None:
    no_copy = f"/v1/papers/{PAPER}/outcome"
    told = await examiner.call("tellOutcome of no issue", "PUT", no_copy, said(outcome="printed"))
    examiner.refused(told, "not-found")
    beat = {"state": "checking", "version": "0", "devices": [], "uncertain_jobs": 0}
    path = f"/v1/kiosks/{kiosk}/heartbeat"
    now = datetime.now(UTC)
    heard = await examiner.call("beat", "PUT", path, said(at=now.isoformat(), **beat))
    examiner.good(heard, 200, HEARD)
    zoneless = now.replace(tzinfo=None).isoformat()
    examiner.refused(
        await examiner.call("beat without a zone", "PUT", path, said(at=zoneless, **beat)),
        "request-not-valid",
    )
    other = f"/v1/kiosks/{CANARY}/heartbeat"
    stranger = await examiner.call("beat of another kiosk", "PUT", other, said(at=now.isoformat(), **beat))
    examiner.refused(stranger, "another-kiosk")

    patched = await examiner.call("getCatalogue by PUT", "PUT", "/v1/catalogue", said())
    examiner.refused(patched, "method-not-allowed")


async def _post(examiner: Examiner, case: str, path: str, body: bytes) -> Seen | None:
    return await examiner.call(case, "POST", path, body, Idempotency_Key=new_key())
