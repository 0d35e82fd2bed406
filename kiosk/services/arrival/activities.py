"""Waiting for the code of an appointment, and telling the seu that somebody is here."""

from __future__ import annotations

import secrets

from devices.contracts import Scan, ScanKind
from kiosk.activity import Step, news_by
from kiosk.services.appointments.code import AnotherTown, Damaged, NotOurs, Ours, decode
from kiosk.services.common.activities import explain
from kiosk.seu.models import Arrived, Failed


async def arrival_scan(step: Step) -> str:
    """Until a code of this town is scanned; of any other it is said what is wrong with it."""
    arrival, catalogue = step.session.arrival, step.house.catalogue
    town = catalogue.town.ine if catalogue else ""
    with news_by(step.house.scanner.watch) as scans:
        while True:
            match _decoded(await scans.get(), town):
                case Ours(code):
                    arrival.begin(code)
                    return "code_scanned"
                case AnotherTown():
                    arrival.notice = "arrival.scan.town"
                case Damaged():
                    arrival.notice = "arrival.scan.damaged"
                case NotOurs():
                    arrival.notice = "arrival.scan.other"
            step.tell("not_scanned")


def _decoded(scan: Scan, town: str) -> Ours | AnotherTown | Damaged | NotOurs:
    return NotOurs() if scan.kind is ScanKind.MRZ else decode(scan.text, town)


async def arrival_ask(step: Step) -> str:
    """Tell the seu, once: an answer that was lost is asked for again under the same key."""
    arrival, proven = step.session.arrival, step.session.identity.proven
    arrival.key = arrival.key or secrets.token_urlsafe(16)
    session = proven.citizen_session if proven else ""
    answer = await step.house.seu.arrive(session, arrival.code, step.session.language, arrival.key)
    if isinstance(answer, Failed):
        return explain(step, answer, "arrival_ask")
    arrival.answer = answer
    return "arrived" if isinstance(answer, Arrived) else "not_arrived"


ACTIVITIES = (arrival_scan, arrival_ask)
