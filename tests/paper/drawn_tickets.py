"""Every ticket in every language, as data: what the golden pictures are drawn from.

Arabic is no language of this kiosk yet. It stands here for all that is written from the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from devices.contracts import Dots
from kiosk.paper.consent import Consent, consent
from kiosk.paper.leaflets import Appointment, Facility, IdCat, Leaflet, appointment, facility, idcat, leaflet
from kiosk.paper.receipts import Receipt, Turn, receipt, turn
from kiosk.paper.ticket import Code, Figure, Ticket
from kiosk.paper.typeset import typeset
from kiosk.services.appointments.code import encode
from screens.i18n.words import LANGUAGES, words
from tests.paper.arabic import ARABIC

WIDTHS = (384, 576, 832)
"""Dots of 58, 80 and 112 mm paper."""
USUAL = 576
TOWN, PHONE = "L’Hospitalet", "93\u00a0000\u00a000\u00a000"
HOME = "https://seu.exemple.cat/tramits/volant"
FOLLOW = "https://seu.exemple.cat/torn/7f3k9q2m"
ARRIVE = encode("08101", "hT5vRq8LcX2nWz7KdMb4Yg")
MAP = "https://seu.exemple.cat/llocs/biblioteca-central"
TRY = "https://seu.exemple.cat/idcat"
RUBBISH = "https://seu.exemple.cat/impostos/escombraries"
CODES = {
    "receipt": HOME,
    "turn": FOLLOW,
    "appointment": ARRIVE,
    "facility": MAP,
    "idcat": TRY,
    "leaflet": RUBBISH,
}
"""What the code says of each paper that has one."""

DAY = {
    "ca": "Dimarts 1 de desembre de 2026",
    "es": "Martes 1 de diciembre de 2026",
    "en": "Tuesday 1 December 2026",
}
HOUR = {"ca": "10.24\u00a0h", "es": "10:24", "en": "10:24"}
WHAT = {"ca": "Volant individual", "es": "Volante individual", "en": "Individual slip"}
FOLLOWING = {
    "ca": "**Seguiu el torn al mòbil.** Així podeu sortir una estona.",
    "es": "**Siga el turno en el móvil.** Así puede salir un rato.",
    "en": "**Follow it on your phone.** You can go out for a while.",
}
BOOKED = {"ca": "Alta al padró", "es": "Alta en el padrón", "en": "Joining the register"}
PLACE = {
    "ca": "Oficina central, Carrer de Girona, 10",
    "es": "Oficina central, Carrer de Girona, 10",
    "en": "Main office, Carrer de Girona, 10",
}
BRING = {
    "ca": "el DNI o passaport, i el contracte de lloguer",
    "es": "el DNI o pasaporte, y el contrato de alquiler",
    "en": "your DNI or passport, and your rental contract",
}
HOURS = {
    "ca": "De dilluns a divendres, de 9 a 20.30 h",
    "es": "De lunes a viernes, de 9 a 20:30",
    "en": "Monday to Friday, 9:00 to 20:30",
}
WAY = {
    "ca": "Seguiu la rambla fins a la plaça.",
    "es": "Siga la rambla hasta la plaza.",
    "en": "Follow the rambla to the square.",
}
LEAFLETS = {
    "ca": (
        "Taxa d’escombraries",
        "El rebut de la recollida d’escombraries de casa.",
        ("El vostre DNI, NIE o passaport", "L’últim rebut, si el teniu"),
        "Habitatge: 68,40\u00a0€",
        "De l’1 de setembre al 31 d’octubre",
    ),
    "es": (
        "Tasa de basura",
        "El recibo de la recogida de basura de casa.",
        ("Su DNI, NIE o pasaporte", "El último recibo, si lo tiene"),
        "Vivienda: 68,40\u00a0€",
        "Del 1 de septiembre al 31 de octubre",
    ),
    "en": (
        "Waste charge",
        "The bill for household waste collection.",
        ("Your DNI, NIE or passport", "The last bill, if you have it"),
        "Home: €68.40",
        "From 1 September to 31 October",
    ),
}


def tickets(language: str) -> dict[str, Ticket]:
    """The papers in `language`, by name."""
    if language == "ar":
        return ARABIC
    say = words(language)
    town = {"town": TOWN, "place": say("frame.kiosk")}
    when = f"{DAY[language]}, {HOUR[language]}"
    doubt = say("receipt.doubt", phone=PHONE)
    title, about, needs, cost, deadline = LEAFLETS[language]
    return {
        "receipt": receipt(
            Receipt(
                **town,
                title=say("receipt.title"),
                when=when,
                rows=(
                    (say("receipt.what"), say("receipt.document", document=WHAT[language])),
                    (say("receipt.result"), say("receipt.printed", n=1)),
                    (say("receipt.price"), say("receipt.free")),
                    (say("receipt.number"), "ZB01-2612-0042"),
                ),
                from_home=Code(HOME, f"{say('home.code', title=WHAT[language])} {say('home.needs.digital')}"),
                doubt=doubt,
                private=say("receipt.private"),
                thanks=say("bye.title").replace("\n", " "),
            )
        ),
        "turn": turn(
            Turn(
                **town,
                title=say("turn.question"),
                number="B 047",
                where=say("turn.where.orange"),
                figures=(
                    Figure(say("turn.before"), "4", say("turn.before.unit", n=4)),
                    Figure(say("turn.wait"), "12", say("turn.wait.unit", n=12)),
                ),
                follow=Code(FOLLOW, FOLLOWING[language]),
                call=say("turn.lead"),
                when=when,
            )
        ),
        "turn-along": turn(
            Turn(
                **town,
                title=say("turn.question"),
                number="R 021",
                where=say("turn.where.pink"),
                figures=(
                    Figure(say("turn.before"), "1", say("turn.before.unit", n=1)),
                    Figure(say("turn.wait"), "8", say("turn.wait.unit", n=8)),
                ),
                follow=None,
                call=f"{say('turn.lead')} {say('turn.along')}",
                when=when,
            )
        ),
        "appointment": appointment(
            Appointment(
                **town,
                title=say("paper.appointment.title"),
                day=DAY[language],
                hour=HOUR[language],
                rows=(
                    (say("paper.appointment.what"), BOOKED[language]),
                    (say("paper.appointment.where"), PLACE[language]),
                    (say("paper.appointment.number"), "4Q7M-2K9X"),
                ),
                bring=say("paper.appointment.bring", what=BRING[language]),
                arrive=Code(ARRIVE, say("paper.appointment.arrive")),
                move=f"{say('appt.late', n=10)} {say('appt.paper.move', phone=PHONE)}",
            )
        ),
        "facility": facility(
            Facility(
                **town,
                title="Biblioteca Central",
                open_now=say("paper.place.open", hour={"ca": "20.30"}.get(language, "20:30")),
                rows=(
                    (say("paper.place.address"), "Plaça de l’Exemple, 3"),
                    (say("paper.place.hours"), HOURS[language]),
                    (say("paper.place.phone"), PHONE),
                    (say("paper.place.access"), say("paper.place.stepfree")),
                ),
                way=say("paper.place.walk", n=7, way=WAY[language]),
                there=Code(MAP, say("paper.place.map")),
                thanks=say("paper.place.thanks"),
            )
        ),
        "idcat": idcat(
            IdCat(
                **town,
                title=say("paper.idcat.title"),
                when=when,
                steps=tuple(
                    (f"{n}.", say(f"paper.idcat.{place}"))
                    for n, place in enumerate(("first", "second", "third"), 1)
                ),
                try_it=Code(TRY, say("paper.idcat.try")),
                careful=say("paper.idcat.careful"),
                doubt=doubt,
                thanks=say("bye.title").replace("\n", " "),
            )
        ),
        "leaflet": leaflet(
            Leaflet(
                **town,
                title=title,
                about=about,
                note="",
                needs_title=say("procedures.needs"),
                needs=needs,
                rows=(
                    (say("procedures.cost"), cost),
                    (say("procedures.deadline"), deadline),
                    (say("procedures.where"), "Oficina d’Impostos, Carrer del Molí, 8"),
                    (say("procedures.hours"), HOURS[language]),
                    (say("procedures.phone_number"), PHONE),
                ),
                from_home=Code(RUBBISH, f"{say('home.code', title=title)} {say('home.needs.digital')}"),
                told=say("procedures.told", day=say.date(date(2026, 12, 1)), hour=HOUR[language]),
            )
        ),
        "consent": consent(consent_copy(language, "person"), consent_copy("ca", "file")),
    }


def consent_copy(language: str, whose: str) -> Consent:
    """One copy of the consent sheet; the file's is in the language of the town hall's files."""
    say = words(language)
    return Consent(
        town=TOWN,
        place=say("frame.kiosk.assisted"),
        title=say("paper.consent.title"),
        whose=say(f"paper.consent.{whose}"),
        name_line=say("paper.consent.name"),
        document_line=say("paper.consent.document"),
        consents=say("paper.consent.text"),
        procedure=say("consent.padro"),
        procedure_line=say("paper.consent.procedure"),
        rows=((say("paper.consent.place"), TOWN), (say("paper.consent.date"), DAY[language])),
        person_line=say("paper.consent.sign"),
        official_line=say("paper.consent.official"),
        official_sign_line=say("paper.consent.official.sign"),
        given=say("paper.consent.given"),
        law=say("paper.consent.law"),
    )


def drawings() -> Iterator[tuple[str, Dots]]:
    """Each piece of paper in each language on the usual width; in Catalan and Arabic on the others too."""
    for language in (*LANGUAGES, "ar"):
        for name, made in tickets(language).items():
            for width in WIDTHS:
                if width == USUAL or language in ("ca", "ar"):
                    for number, dots in enumerate(typeset(made, width), start=1):
                        yield f"{name}-{language}-{width}-{number}", dots
