"""The operations of the published contract, under the names that it gives them."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, FastAPI, Header, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from demo.seu import identity, received, town
from demo.seu.appointments import Appointments
from demo.seu.appointments_api import add_appointments
from demo.seu.appointments_codes import AppointmentCodes
from demo.seu.appointments_mail import Post
from demo.seu.arrivals import Arrivals, add_arrivals
from demo.seu.caller import Caller
from demo.seu.certificate import Unproven, signer
from demo.seu.clock import Clock, rfc3339
from demo.seu.handovers import Handovers, add_handovers
from demo.seu.help_api import add_help
from demo.seu.identity import Accepted, Identity, Refused, Session, Wrong
from demo.seu.insight_api import add_insight
from demo.seu.messages import Messages
from demo.seu.padro import Padro
from demo.seu.problems import Kind, Problem, Where
from demo.seu.procedures import Procedures
from demo.seu.procedures_api import add_procedures
from demo.seu.records import Records
from demo.seu.turns import Turns
from demo.seu.turns_api import add_turns
from demo.seu.words import preferred

Json = dict[str, object]


@dataclass(slots=True)
class TownHall:
    """Everything behind the contract."""

    clock: Clock
    records: Records
    messages: Messages
    identity: Identity
    padro: Padro
    turns: Turns
    arrivals: Arrivals
    appointments: Appointments
    appointment_codes: AppointmentCodes
    handovers: Handovers
    appointment_post: Post
    procedures: Procedures = field(default_factory=Procedures)
    dnie_authorities: bytes = b""
    """PEM: whose certificates of a DNIe are believed. The demo's own are told on the operator's side."""


def _citizen(request: Request, citizen_session: Annotated[str, Header()] = "") -> Session:
    hall: TownHall = request.app.state.hall
    return hall.identity.session(citizen_session)


Citizen = Annotated[Session, Depends(_citizen)]


def contract_app(hall: TownHall) -> FastAPI:
    """The contract's operations on `hall`; identity of the kiosk, keys and headers are the gate's."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.hall = hall
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_routing)
    _add_identity(app, hall)
    _add_padro(app, hall)
    add_turns(app, hall.turns, hall.handovers)
    add_handovers(app, hall.handovers)
    add_arrivals(app, hall.arrivals)
    add_appointments(app, hall)
    _add_people(app, hall)
    add_procedures(app, hall.procedures)
    add_help(app, hall)
    add_insight(app, hall)
    return app


def _add_identity(app: FastAPI, hall: TownHall) -> None:
    who = hall.identity

    @app.get("/v1/catalogue")
    def get_catalogue() -> Json:
        return town.catalogue(who.proofs, who.documents, handover=hall.handovers.offered)

    @app.post("/v1/identity/challenges", status_code=201)
    def create_challenge(body: received.NewChallenge) -> Json:
        opened = who.begin()
        return {
            "challenge": opened.challenge,
            "nonce": opened.nonce,
            "expires_at": rfc3339(opened.expires_at),
            "proofs": town.reaching(who.proofs, body.assurance),
        }

    @app.post("/v1/identity/challenges/{challenge}/evidence")
    def give_evidence(challenge: str, body: received.Evidence) -> Json:
        claim = identity.Claim(body.hashes_agree, body.verdict, body.chip_proof)
        who.take_evidence(challenge, base64.b64decode(body.dg1), claim)
        return {"assurance": "possession", "proofs": who.proofs}

    @app.post("/v1/identity/challenges/{challenge}/codes", status_code=202)
    def send_code(challenge: str, body: received.CodeWanted) -> Json:
        code, tries = who.send_code(challenge, body.proof, body.phone.prefix, body.phone.number)
        return {
            "code": code,
            "phone_hint": identity.hint(body.phone.number),
            "digits": identity.DIGITS,
            "valid_seconds": int(identity.CODE_LIFE.total_seconds()),
            "resend_after_seconds": int(identity.RESEND_AFTER.total_seconds()),
            "tries": tries,
        }

    @app.post("/v1/identity/challenges/{challenge}/codes/{code}/attempts")
    def try_code(challenge: str, code: str, body: received.Attempt) -> Json:
        result = who.attempt(challenge, code, body.digits)
        if isinstance(result, Wrong):
            return {"result": "wrong", "tries_left": result.tries_left}
        return _outcome(result)

    @app.post("/v1/identity/challenges/{challenge}/signature")
    def give_signature(challenge: str, body: received.Signature) -> Json:
        over = base64.urlsafe_b64decode(who.nonce(challenge) + "==")
        files = base64.b64decode(body.certificate), base64.b64decode(body.signature)
        holder = signer(*files, over, hall.dnie_authorities, hall.clock.now())
        return _outcome(who.take_signature(challenge, None if isinstance(holder, Unproven) else holder.dni))

    @app.delete("/v1/identity/session", status_code=204)
    def end_session(citizen_session: Annotated[str, Header()] = "") -> None:
        if not citizen_session:
            raise Problem(Kind.SESSION_ENDED)
        who.end(citizen_session)
        hall.appointment_codes.end(citizen_session)


def _outcome(result: Accepted | Refused) -> Json:
    if isinstance(result, Refused):
        return {"result": "refused"}
    return {
        "result": "accepted",
        "citizen_session": result.token,
        "assurance": result.assurance,
        "name": result.name,
        "last_access": {"at": result.last_access} if result.last_access else None,
        "expires_at": rfc3339(result.expires_at),
    }


def _add_padro(app: FastAPI, hall: TownHall) -> None:
    @app.get("/v1/padro/offers")
    def get_offers(session: Citizen) -> Json:
        return hall.padro.offers(session)

    @app.post("/v1/padro/issues", status_code=201)
    def issue_document(session: Citizen, body: received.IssueWanted) -> Json:
        return hall.padro.issue(session, body).to_json()

    @app.get("/v1/padro/issues/{issue}/document")
    def get_document(session: Citizen, issue: str, copy: received.CopyNumber = 1) -> Response:
        return Response(hall.padro.document(session, issue, copy), media_type="application/pdf")

    @app.post("/v1/padro/issues/{issue}/copies", status_code=201)
    def issue_copy(session: Citizen, issue: str, body: received.CopyWanted) -> Json:
        return hall.padro.copy(session, issue, body).to_json()

    @app.put("/v1/papers/{paper}/outcome", status_code=204)
    def tell_outcome(paper: received.PaperNumber, body: received.Outcome) -> None:
        hall.padro.outcome(paper, body.outcome)


def _add_people(app: FastAPI, hall: TownHall) -> None:
    records = hall.records

    @app.put("/v1/kiosks/{kiosk}/heartbeat")
    def beat(caller: Caller, kiosk: str, body: received.Heartbeat) -> Json:
        if kiosk != caller:
            raise Problem(Kind.ANOTHER_KIOSK)
        now = rfc3339(hall.clock.now())
        records.add_heartbeat(kiosk, body.state, now)
        return {"at": now}


def _problem(request: Request, problem: Problem) -> Response:
    language = preferred(request.headers.get("accept-language", ""))
    return Response(problem.body(language), problem.kind.status, media_type="application/problem+json")


async def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return _problem(request, error)


async def _on_invalid(request: Request, error: Exception) -> Response:
    """Say where a request breaks the contract, but for an unknown member: its name may say anything."""
    assert isinstance(error, RequestValidationError)
    places = []
    for found in error.errors():
        names = [str(part) for part in found["loc"]]
        if found["type"] == "extra_forbidden":
            names.pop()
        places.append(Where("/".join(names), str(found["type"])))
    return _problem(request, Problem(Kind.NOT_VALID, tuple(places)))


async def _on_routing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        answer = _problem(request, Problem(Kind.METHOD))
        # Of all that stands at this path: the framework names the methods of the first operation only.
        there = (r for r in request.app.routes if r.matches(request.scope)[0] is not Match.NONE)
        answer.headers["Allow"] = ", ".join(sorted({method for route in there for method in route.methods}))
        return answer
    return _problem(request, Problem(Kind.NOT_FOUND))
