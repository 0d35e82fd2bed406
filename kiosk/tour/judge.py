"""Judges a tour from outside: by its trace, the seu's requests, the printers' bytes, and its pictures."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kiosk.journal_file import Waiting
from kiosk.tour.steps import Journey

OPERATIONS = {
    "POST /v1/identity/challenges": "createChallenge",
    "POST /v1/identity/challenges/*/evidence": "giveEvidence",
    "POST /v1/identity/challenges/*/signature": "giveSignature",
    "POST /v1/identity/challenges/*/codes": "sendCode",
    "POST /v1/identity/challenges/*/codes/*/attempts": "tryCode",
    "DELETE /v1/identity/session": "endSession",
    "POST /v1/padro/issues": "issueDocument",
    "POST /v1/padro/issues/*/copies": "issueCopy",
    "PUT /v1/papers/*/outcome": "tellOutcome",
    "POST /v1/appointment-holds": "holdHour",
    "DELETE /v1/appointment-holds/*": "releaseHold",
    "POST /v1/appointments": "bookAppointment",
    "POST /v1/appointments/*/moves": "moveAppointment",
    "DELETE /v1/appointments/*": "cancelAppointment",
    "POST /v1/appointment-lookups": "sendAppointmentCode",
    "POST /v1/appointment-lookups/*/attempts": "tryAppointmentCode",
    "POST /v1/turns": "takeTurn",
    "POST /v1/handovers": "takeOver",
    "DELETE /v1/handovers/*": "giveHandoverBack",
    "DELETE /v1/turns/*": "giveTurnBack",
    "POST /v1/arrivals": "arrive",
    "POST /v1/help-calls": "callHelp",
    "PUT /v1/help-calls/*/level": "callAgain",
    "DELETE /v1/help-calls/*": "cancelHelp",
    "PUT /v1/kiosks/*/insight/*": "tellInsight",
    "POST /v1/opinions": "giveOpinions",
}
"""The operations of the contract that change something of a person's; a journey names each that it makes."""


BACKGROUND = frozenset(
    {
        "callHelp",
        "callAgain",
        "cancelHelp",
        "tellOutcome",
        "endSession",
        "giveOpinions",
        "tellInsight",
        "releaseHold",
        "giveHandoverBack",
    }
)
"""Told while the person goes on, so in no certain order."""


def operations_of(traffic: list[dict[str, object]]) -> tuple[str, ...]:
    """What the seu was asked to change, in order; what went by while the network was cut never reached it."""
    seen = []
    for record in traffic:
        line = f"{record['method']} {record['path']}"
        for pattern, operation in OPERATIONS.items():
            if re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]+"), line) and record["mode"] != "down":
                seen.append(operation)
    return tuple(seen)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a tour left behind."""

    out: Path
    traffic: list[dict[str, object]]
    papers: Mapping[str, list[bytes]]
    printed: Mapping[str, bytes]
    waiting: tuple[Waiting, ...]


def judge(journey: Journey, evidence: Evidence) -> list[str]:
    """What was not as the journey says, a sentence each."""
    return [
        *_states(journey, evidence.out / "trace.jsonl"),
        *_requests(journey, evidence.traffic),
        *_evidence(journey, evidence.traffic),
        *_papers(journey, evidence),
        *_staff(journey, evidence),
        *_pictures(evidence.out),
    ]


def states_of(trace: Path) -> list[str]:
    """The states of a trace in order, each once as long as it lasts."""
    states = [json.loads(line)["state"] for line in trace.read_text(encoding="utf-8").splitlines()]
    return [state for index, state in enumerate(states) if index == 0 or states[index - 1] != state]


def _states(journey: Journey, trace: Path) -> Iterator[str]:
    seen = states_of(trace)
    if tuple(seen) != journey.states:
        yield f"the states were {' → '.join(seen)}, not {' → '.join(journey.states)}"


def _requests(journey: Journey, traffic: list[dict[str, object]]) -> Iterator[str]:
    seen = operations_of(traffic)
    if not same_requests(seen, journey.requests):
        yield f"the seu was asked for {', '.join(seen)}, not {', '.join(journey.requests)}"


def _evidence(journey: Journey, traffic: list[dict[str, object]]) -> Iterator[str]:
    told: dict[str, str] = {}
    for record in traffic:
        if str(record["path"]).endswith("/evidence"):
            told = json.loads(b64decode(str(record["body"])))
    for member, expected in journey.evidence.items():
        if told.get(member) != expected:
            yield f"the seu was told {member} {told.get(member)}, not {expected}"


def same_requests(seen: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """The same requests, those in the order said that the person waits for."""
    foreground = [tuple(name for name in names if name not in BACKGROUND) for names in (seen, said)]
    return foreground[0] == foreground[1] and sorted(seen) == sorted(said)


def _papers(journey: Journey, evidence: Evidence) -> Iterator[str]:
    for printer, count in journey.papers.items():
        came_out = len(evidence.papers[printer])
        if came_out != count:
            yield f"{came_out} sheets came out of the {printer} printer, not {count}"
        if count and not evidence.printed[printer]:
            yield f"the {printer} printer was sent no byte"


def calls_of(traffic: list[dict[str, object]]) -> list[str]:
    """Why the kiosk itself called staff."""
    bodies = (
        json.loads(b64decode(str(record["body"])))
        for record in traffic
        if (record["method"], record["path"]) == ("POST", "/v1/help-calls") and record["mode"] != "down"
    )
    return [body["reason"] for body in bodies if body["service"] == "kiosk"]


def _staff(journey: Journey, evidence: Evidence) -> Iterator[str]:
    called = tuple(sorted(calls_of(evidence.traffic)))
    if called != journey.calls:
        yield f"staff were called for {', '.join(called)}, not {', '.join(journey.calls)}"
    waiting = tuple(str(job.state) for job in evidence.waiting)
    if waiting != journey.waiting:
        yield f"staff find {', '.join(waiting)} waiting, not {', '.join(journey.waiting)}"


def _pictures(out: Path) -> Iterator[str]:
    pictures = sorted(out.glob("[0-9][0-9]-*.png"))
    for before, after in pairwise(pictures):
        if before.read_bytes() == after.read_bytes():
            yield f"{after.name} is the same picture as {before.name}"
