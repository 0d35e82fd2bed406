"""The models hold the seu to the published contract: they take what its schemas take, and nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from kiosk.seu import appointments_calls, client
from kiosk.seu.handover_calls import TAKEN_OVER
from kiosk.seu.help_calls import HELP_CALL
from kiosk.seu.models import FailureKind, PaperOutcome, ProofName, in_language
from kiosk.seu.problems import PROBLEMS, ProblemDetails
from kiosk.seu.procedures_calls import PROCEDURES
from kiosk.seu.reading import Broken, read
from tests.contract.spec import Example, contract, examples
from tests.seu.bad_server import answer
from tests.seu.play import CITIZEN, kind, play

SHAPES: dict[str, TypeAdapter[object]] = {
    "getCatalogue": client.CATALOGUE,
    "createChallenge": client.CHALLENGE,
    "giveEvidence": client.EVIDENCE,
    "sendCode": client.CODE_SENT,
    "tryCode": client.ATTEMPT,
    "giveSignature": client.SIGNATURE,
    "getOffers": client.OFFERS,
    "issueDocument": client.ISSUE,
    "issueCopy": client.ISSUE,
    "takeTurn": client.TURN,
    "getTurn": client.TURN_PLACE,
    "takeOver": TAKEN_OVER,
    "arrive": client.ARRIVAL,
    "callHelp": HELP_CALL,
    "getHelpCall": HELP_CALL,
    "beat": client.HEARD,
    "getProcedures": PROCEDURES,
    "getAppointmentCatalogue": appointments_calls.APPOINTMENT_CATALOGUE,
    "getDays": appointments_calls.DAYS,
    "getHours": appointments_calls.HOURS,
    "holdHour": appointments_calls.HOLD,
    "bookAppointment": appointments_calls.APPOINTMENT,
    "getAppointments": appointments_calls.APPOINTMENTS,
    "moveAppointment": appointments_calls.APPOINTMENT,
    "sendAppointmentCode": appointments_calls.LOOKUP_SENT,
    "tryAppointmentCode": appointments_calls.LOOKUP_ATTEMPT,
}
PROBLEM = TypeAdapter(ProblemDetails)
NO_JSON = "getDocument"

ANSWERS = [e for e in examples() if "requestBody" not in e.pointer and e.operation != NO_JSON]
SPARED = {"reason", "back_at", "until", "service", "detail", "because", "desk"}
"""Members that may be missing, and whose worth the kiosk does not depend on."""


def taken(example: Example) -> bool:
    """Whether the kiosk would act upon it."""
    problem = "application~1problem+json" in example.pointer
    shape = PROBLEM if problem else SHAPES[example.operation]
    return not isinstance(read(shape, json.dumps(example.value).encode()), Broken)


@pytest.mark.parametrize("example", ANSWERS, ids=str)
def test_each_example_is_taken_or_refused_as_the_contract_says(example: Example) -> None:
    assert taken(example) is example.good


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every member and element inside."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield (*path, step)
        yield from places(inner, (*path, step))


def _gone(holder: list | dict, last: str | int) -> bool:
    del holder[last]
    return True


def _renamed(holder: list | dict, last: str | int) -> bool:
    if isinstance(holder, list):
        return False
    holder["another_name"] = holder.pop(last)
    return True


def _more(holder: list | dict, last: str | int) -> bool:
    if not isinstance(holder[last], dict):
        return False
    holder[last]["cause"] = "x"
    return True


def _now(worth: object) -> Callable[[list | dict, str | int], bool]:
    def change(holder: list | dict, last: str | int) -> bool:
        holder[last] = copy.deepcopy(worth)
        return True

    return change


CHANGES = {
    "gone": _gone,
    "renamed": _renamed,
    "more": _more,
    "null": _now(None),
    "text": _now(""),
    "other text": _now("!¡ 12345"),
    "true": _now(True),
    "below": _now(-1),
    "above": _now(10**9),
    "half": _now(0.5),
    "list": _now([]),
    "object": _now({}),
}
"""Each changes what stands at one place; False where it has nothing to change there."""


def changes(example: Example) -> Iterator[tuple[str, Example]]:
    """The example with one thing in it changed, in every way at every place."""
    yield "more", replace(example, value={**example.value, "cause": "x"})
    for path in places(example.value):
        where = "/".join(map(str, path))
        for name, change in CHANGES.items():
            changed = copy.deepcopy(example.value)
            *above, last = path
            holder = changed
            for step in above:
                holder = holder[step]
            if change(holder, last):
                yield f"{where}: {name}", replace(example, value=changed)


def distinct_answers() -> list[Example]:
    """One problem is like the other: each kind of answer once is enough."""
    found: dict[str, Example] = {}
    for example in ANSWERS:
        if example.good:
            problem = "problem+json" in example.pointer
            members = str(sorted(example.value)) if isinstance(example.value, dict) else ""
            found.setdefault(members if problem else f"{example.operation}-{example.name}", example)
    return list(found.values())


@pytest.mark.parametrize("example", distinct_answers(), ids=str)
def test_one_change_anywhere_is_taken_or_refused_as_the_schema_says(example: Example) -> None:
    for what, changed in changes(example):
        if not SPARED & set(what.partition(":")[0].split("/")):
            assert taken(changed) is changed.keeps_the_contract, what


def test_the_changes_come_upon_every_required_member() -> None:
    names = {
        what.removesuffix(": renamed").rpartition("/")[2]
        for example in distinct_answers()
        for what, changed in changes(example)
        if what.endswith(": renamed") and not taken(changed)
    }
    schemas = contract()["components"]["schemas"]
    identity = ("Challenge", "Possession", "CodeSent", "Accepted", "Wrong", "Refused")
    for schema in (
        "Catalogue",
        *identity,
        "Offer",
        "Offers",
        "Issue",
        "Turn",
        "TurnPlace",
        "Arrived",
        "OutsideItsWindow",
        "ArrivedElsewhere",
        "NoAppointment",
        "HelpCall",
        "Heard",
        "Problem",
        *("AppointmentCatalogue", "BookableProcedure", "Days", "Hours", "Hold"),
        *("Appointment", "Appointments", "LookupSent", "LookupAccepted"),
    ):
        assert set(schemas[schema]["required"]) <= names, schema


def test_a_member_renamed_behind_identification_is_garbled_over_the_wire() -> None:
    offers = next(e.value for e in ANSWERS if e.name == "lives_alone")
    assert isinstance(offers, dict)
    assert kind(play(answer(body=offers), call=lambda seu: seu.offers(CITIZEN))) is None
    renamed = {**offers, "registered_here": offers["registered"]}
    del renamed["registered"]
    played = play(answer(body=renamed), call=lambda seu: seu.offers(CITIZEN))
    assert kind(played) is FailureKind.GARBLED
    assert played.told == [("getOffers", FailureKind.GARBLED, "registered: missing")]


def test_every_problem_of_the_contract_is_known_with_its_status() -> None:
    told = {}
    for line in contract()["info"]["description"].splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 5 and cells[2].isdigit():
            told |= {name.strip(" `"): int(cells[2]) for name in cells[1].split(",")}
    assert len(told) > 20
    assert told == PROBLEMS


def test_the_words_of_the_contract_are_the_kiosks() -> None:
    schemas = contract()["components"]["schemas"]
    assert set(schemas["Outcome"]["properties"]["outcome"]["enum"]) == set(PaperOutcome)
    assert {name for name in ProofName if f"`{name}`" in schemas["Proof"]["description"]} == set(ProofName)


def test_where_a_language_is_missing_catalan_is_taken() -> None:
    assert in_language({"ca": "Hola", "es": "Hola.", "en": "Hello", "gl": "Ola"}, "gl") == "Ola"
    assert in_language({"ca": "Hola", "es": "Hola.", "en": "Hello"}, "ar") == "Hola"
