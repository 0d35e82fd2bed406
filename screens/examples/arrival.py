"""Examples of the screens on which somebody with an appointment says that they are here."""

from __future__ import annotations

from screens.arrival.views import ArrivalAnswer, ArrivalScan
from screens.examples.pieces import now_said, said_as
from screens.i18n.words import Words
from screens.view import Button, Notice, View

DAY = {"ca": "dilluns 30 de novembre", "es": "lunes 30 de noviembre", "en": "Monday 30 November"}
OFFICE = {"ca": "Oficina de la Florida", "es": "Oficina de La Florida", "en": "La Florida office"}


def scan(say: Words, problem: str = "") -> ArrivalScan:
    return ArrivalScan(
        question=say("arrival.scan.question"),
        lead=say("arrival.scan.lead"),
        hold=say("arrival.scan.hold"),
        problem=say.notice("care", "warning", problem) if problem else Notice(),
        none=Button(label=say("arrival.scan.none"), icon="identification-card"),
    )


def answer(say: Words, name: str, what: str, notdone: str, now: str, *, turn: bool = False) -> ArrivalAnswer:
    home = Button(label=say("act.home"), icon="house")
    return ArrivalAnswer(
        question=say(f"arrival.{name}.question"),
        panels=(
            said_as("what", say("trouble.what"), what),
            said_as("notdone", say("trouble.notdone"), say(f"arrival.{notdone}.notdone")),
            now_said(say, now),
        ),
        primary=Button(label=say("arrival.take"), icon="ticket") if turn else home,
        primary_act="take_turn" if turn else "go_home",
        secondary=Button(label=say("act.retry"), icon="arrow-clockwise") if turn else None,
        secondary_act="scan_again" if turn else "",
    )


def examples(say: Words) -> dict[str, View]:
    day, office = DAY[say.language], OFFICE[say.language]
    hour, until = ("10.30\u00a0h", "10.40\u00a0h") if say.language == "ca" else ("10:30", "10:40")
    early, late = say("arrival.early.what.day", day=day, hour=hour), say("arrival.late.now")
    elsewhere = say("arrival.elsewhere.what", office=office, hour=hour)
    there = say("arrival.elsewhere.now", address="Plaça de l’Exemple, 3")
    was = say("arrival.late.what", hour=hour, until=until)
    none, desk = say("arrival.none.what.code"), say("arrival.none.now")
    return {
        "arrival-scan": scan(say),
        "arrival-scan-other": scan(say, "arrival.scan.other"),
        "arrival-scan-damaged": scan(say, "arrival.scan.damaged"),
        "arrival-scan-town": scan(say, "arrival.scan.town"),
        "arrival-early": answer(say, "early", early, "early", say("arrival.early.now.day", hour=hour)),
        "arrival-late": answer(say, "late", was, "late", late, turn=True),
        "arrival-late-again": answer(say, "late", was, "late", late, turn=True).model_copy(
            update={
                "secondary": Button(label=say("arrival.late.again"), icon="calendar-plus"),
                "secondary_act": "book_again",
            }
        ),
        "arrival-elsewhere": answer(say, "elsewhere", elsewhere, "early", there),
        "arrival-none": answer(say, "none", none, "none", desk, turn=True),
    }
