"""Examples of the screens by which a padró document is chosen."""

from __future__ import annotations

from screens.i18n.words import Words
from screens.padro.views import PadroChoose, PadroPurpose
from screens.view import Button, Choice, View

DOCUMENTS = (
    ("volant_individual", "user"),
    ("volant_dwelling", "users-three"),
    ("certificat_individual", "seal-check"),
    ("certificat_dwelling", "seal-check"),
)
PURPOSES = (
    ("school", "graduation-cap"),
    ("grants", "hand-coins"),
    ("immigration", "airplane-tilt"),
    ("transport", "bus"),
    ("work", "briefcase"),
    ("other", "dots-three-circle"),
)


def choose(say: Words, time: str, at_desk: frozenset[str], off: str = "docs.off") -> PadroChoose:
    historic = time == "historic"
    return PadroChoose(
        question=say("docs.historic.question" if historic else "docs.question"),
        lead=say("docs.historic.lead" if historic else "docs.lead"),
        choices=tuple(
            Choice(
                id=name,
                title=say(f"docs.{name}_{time}"),
                about=say(f"docs.{name}_{time}.about"),
                icon=icon,
                off=say(off) if name in at_desk else "",
            )
            for name, icon in DOCUMENTS
        ),
        other_page=Button(
            label=say("docs.current" if historic else "docs.historic"), icon="clock-counter-clockwise"
        ),
        notice=say.notice("info", "coins", "docs.free"),
    )


def purpose(say: Words, chosen: str) -> PadroPurpose:
    return PadroPurpose(
        question=say("purpose.question"),
        lead=say("docs.volant_individual_current"),
        purposes=tuple(
            Choice(id=name, title=say(f"purpose.{name}"), icon=icon, chosen=name == chosen)
            for name, icon in PURPOSES
        ),
        language_question=say("purpose.language"),
        languages=(
            Choice(id="ca", title=say("purpose.catalan"), chosen=True),
            Choice(id="es", title=say("purpose.spanish")),
        ),
        least=say("purpose.least"),
        send=Button(
            label=say("purpose.print" if chosen else "purpose.missing"),
            icon="printer" if chosen else "",
            ready=bool(chosen),
        ),
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "choose": choose(say, "current", frozenset({"volant_dwelling", "certificat_dwelling"})),
        "choose-historic": choose(say, "historic", frozenset(name for name, _ in DOCUMENTS)),
        "choose-narrow": choose(
            say, "current", frozenset({"certificat_individual", "certificat_dwelling"}), "docs.paper"
        ),
        "purpose": purpose(say, ""),
        "purpose-chosen": purpose(say, "grants"),
    }
