"""Examples of the screens of the welcome zone."""

from __future__ import annotations

from screens.i18n.words import Words
from screens.view import Button, Choice, Notice, View
from screens.welcome.views import WelcomeAsk, WelcomePlace

ANSWERS = (
    ("Tinc cita", "calendar-check"),
    ("Un paper o un tràmit", "identification-card"),
    ("Impostos, rebuts o multes", "coins"),
    ("Ajuda amb el certificat digital", "device-mobile"),
    ("Una altra cosa", "question"),
)
"""In the town hall's words: here always in Catalan."""
ABOUT = "Algú seurà amb vós i ho fareu plegats."
LONGEST = (
    "Voleu parlar amb una persona dels Serveis Socials Municipals, o preguntar per l’habitatge o un ajut?"
)


def ask(count: int) -> WelcomeAsk:
    return WelcomeAsk(
        question="Per a què\nheu vingut?",
        choices=tuple(
            Choice(id=str(number), title=title, icon=icon)
            for number, (title, icon) in enumerate(ANSWERS[:count])
        ),
    )


def place(
    say: Words, zone: str, colour: str, following: str, off: str = "", about: str = ABOUT
) -> WelcomePlace:
    return WelcomePlace(
        question=say("welcome.place.question"),
        zone=zone,
        colour=colour,
        about=about,
        notice=say.notice("care", "warning", off) if off else Notice(),
        on=Button(label=say(f"welcome.{following}"), icon="ticket", ready=not off),
        event="choose_service" if following == "arrival" else "go_on",
        payload="arrival" if following == "arrival" else "",
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "welcome-2": ask(2),
        "welcome-3": ask(3),
        "welcome-5": ask(5),
        "welcome-longest": WelcomeAsk(
            question=LONGEST[:50],
            choices=tuple(Choice(id=name, title=LONGEST[:45], icon="question") for name in "01234"),
        ),
        "welcome-place-longest": place(say, LONGEST[:30], "pink", "turn", "off.seu", LONGEST[:110]),
        "welcome-blue": place(say, "Zona blava", "blue", "start"),
        "welcome-pink": place(say, "Zona rosa", "pink", "turn"),
        "welcome-orange": place(say, "Zona taronja", "orange", "arrival"),
        "welcome-other": place(say, "Sala de matrimonis", "", "turn", "off.seu"),
    }
