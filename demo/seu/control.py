"""The operator's side of the demo town hall, on its own port: the code sent, the dials, what went by."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, ConfigDict, Field

from demo.seu.api import Json, TownHall
from demo.seu.appointments import Dials
from demo.seu.arrivals import add_reception
from demo.seu.gate import Gate
from demo.seu.handovers import add_handover_dial
from demo.seu.network import Mode, Network, Trap, TrapMode
from demo.seu.overview import add_overview
from demo.seu.padro import ASSURANCE, SealFault
from demo.seu.received import Assurance, Instant
from demo.seu.shown_codes import add_shown_codes
from demo.seu.turns_api import add_desk


class _Dial(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class NetworkDial(_Dial):
    mode: Mode
    seconds: Annotated[float, Field(ge=0, le=120)] = 4.0


class TrapDial(_Dial):
    mode: TrapMode
    at: str
    times: Annotated[int, Field(ge=0)] = 1


class ClockDial(_Dial):
    """So far from true time, or so that it is now that instant."""

    offset_seconds: int = 0
    at: Instant | None = None


class ProofsDial(_Dial):
    proofs: Annotated[list[str], Field(min_length=1)]


class AssuranceDial(_Dial):
    certificat: Assurance


class ProceduresDial(_Dial):
    gone: list[str] = []
    withdrawn: list[str] = []


class SealDial(_Dial):
    fault: SealFault


class AppointmentsDial(_Dial):
    """What is left out stays as it was; `given` books something for the phone of that number."""

    hold_seconds: Annotated[int, Field(ge=1, le=3600)] | None = None
    room: Annotated[int, Field(ge=0)] | None = None
    rival: bool | None = None
    withdrawn: list[str] | None = None
    given: Annotated[str, Field(pattern=r"^[0-9]{4,14}$")] | None = None


class DocumentsDial(_Dial):
    accepted: Annotated[list[str], Field(min_length=1)]


def control_app(hall: TownHall, gate: Gate, network: Network, public: str) -> FastAPI:
    """Not part of the contract; on loopback only. `public` is the address of the public pages."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)

    @app.get("/sms")
    async def sms() -> Json:
        last = hall.identity.sms
        return {
            "code": last.code if last else None,
            "phone_ending": last.phone_ending if last else None,
            "sent": hall.identity.sms_sent,
        }

    @app.get("/mail")
    async def mail() -> Json:
        post = hall.appointment_post
        last = {"address_hint": None, "title": None, "text": None} if post.last is None else asdict(post.last)
        return {**last, "sent": post.sent}

    @app.get("/network")
    async def get_network() -> Json:
        return {"mode": network.mode, "seconds": network.seconds}

    @app.post("/network")
    async def set_network(dial: NetworkDial) -> Json:
        network.mode, network.seconds = dial.mode, dial.seconds
        return {"mode": network.mode, "seconds": network.seconds}

    @app.post("/trap", status_code=204)
    async def set_trap(dial: TrapDial) -> None:
        network.trap = Trap(dial.mode, re.compile(dial.at), dial.times)

    @app.get("/traffic")
    async def traffic() -> list[Json]:
        return [exchange.to_json() for exchange in network.traffic]

    @app.delete("/traffic", status_code=204)
    async def forget_traffic() -> None:
        network.traffic.clear()

    @app.get("/outcomes")
    async def outcomes() -> list[Json]:
        return [asdict(row) for row in hall.records.outcomes()]

    @app.get("/help-calls")
    async def help_calls() -> list[Json]:
        return hall.records.calls()

    @app.post("/help-calls/coming")
    async def somebody_comes() -> Json:
        return {"calls": hall.records.somebody_comes()}

    @app.post("/help-calls/ended")
    async def everybody_was_helped() -> Json:
        return {"calls": hall.records.everybody_was_helped()}

    @app.get("/opinions")
    async def opinions() -> list[Json]:
        return hall.records.opinions()

    @app.get("/insight")
    async def insight() -> Json:
        return {day: json.loads(told) for day, told in hall.records.insights().items()}

    @app.get("/proofs")
    async def get_proofs() -> Json:
        return {"proofs": hall.identity.proofs}

    @app.post("/proofs")
    async def set_proofs(dial: ProofsDial) -> Json:
        hall.identity.proofs = tuple(dial.proofs)
        return {"proofs": hall.identity.proofs}

    @app.post("/assurance")
    async def set_assurance(dial: AssuranceDial) -> Json:
        hall.padro.assurance["certificat"] = dial.certificat
        return {"assurance": hall.padro.assurance}

    @app.post("/documents")
    async def set_documents(dial: DocumentsDial) -> Json:
        hall.identity.documents = tuple(dial.accepted)
        return {"accepted": hall.identity.documents}

    @app.post("/procedures")
    async def set_procedures(dial: ProceduresDial) -> Json:
        hall.procedures.gone = frozenset(dial.gone)
        hall.procedures.withdrawn = frozenset(dial.withdrawn)
        return {"gone": dial.gone, "withdrawn": dial.withdrawn}

    @app.post("/appointments", status_code=204)
    async def set_appointments(dial: AppointmentsDial) -> None:
        dials = hall.appointments.dials
        dials.hold_seconds = dial.hold_seconds or dials.hold_seconds
        dials.room = dials.room if dial.room is None else dial.room
        dials.rival = dials.rival if dial.rival is None else dial.rival
        if dial.withdrawn is not None:
            dials.withdrawn = frozenset(dial.withdrawn)
        if dial.given is not None:
            hall.appointments.give(f"0034 {dial.given}")

    @app.put("/dnie-authorities", status_code=204)
    async def set_dnie_authorities(request: Request) -> None:
        hall.dnie_authorities = await request.body()

    @app.post("/clock")
    async def set_clock(dial: ClockDial) -> Json:
        hall.clock.offset = timedelta(seconds=dial.offset_seconds)
        if dial.at is not None:
            hall.clock.offset = datetime.fromisoformat(dial.at) - datetime.now(UTC)
        return {"now": hall.clock.now().isoformat()}

    @app.get("/seal-root", response_class=PlainTextResponse)
    async def seal_root() -> str:
        return hall.padro.seal_root

    @app.post("/seal")
    async def set_seal(dial: SealDial) -> Json:
        hall.padro.seal_fault = dial.fault
        return {"fault": hall.padro.seal_fault}

    add_desk(app, hall.turns)
    add_handover_dial(app, hall.handovers)
    add_reception(app, hall.arrivals)
    add_shown_codes(app, hall.arrivals)
    add_overview(app, hall, public)

    @app.post("/reset", status_code=204)
    async def reset() -> None:
        hall.clock.offset = timedelta()
        hall.identity.forget_all()
        hall.messages.forget_all()
        hall.padro.assurance.update(ASSURANCE)
        hall.padro.seal_fault = "none"
        hall.procedures.gone = hall.procedures.withdrawn = frozenset()
        hall.appointments.dials = Dials()
        hall.appointment_codes.forget_all()
        hall.appointment_post.forget_all()
        hall.records.forget_all()
        hall.turns.forget_all()
        hall.handovers.forget_all()
        gate.forget_all()
        network.reset()

    return app
