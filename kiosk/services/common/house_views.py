"""What is shown while nobody is being served: attract, goodbye, out of service."""

from __future__ import annotations

from dataclasses import dataclass

import segno

from kiosk.house import House
from kiosk.services.common.from_home import from_home
from kiosk.services.common.views import AT_THE_DESKS, panels
from screens.common import views
from screens.i18n.words import Words, words as words_of
from screens.view import Button, Choice, View

ARCHES = (
    ("padro", "identification-card"),
    ("appointments", "calendar-plus"),
    ("turn", "ticket"),
    ("procedures", "books"),
)
ARCHES_A_LANGUAGE = len(ARCHES)
AFTERNOON, EVENING = 14, 20
"""Hours from which one greets otherwise in Catalonia."""


@dataclass(frozen=True)
class Farewell:
    """What the goodbye screen may still know after the wipe: nothing of a person."""

    language: str
    took_paper: bool
    card_on_reader: bool
    done: tuple[str, ...] = ()
    """What may be done from home next time, as the seu names it."""


@dataclass(frozen=True)
class Between:
    """Where the house is while nobody is being served, and what its screens depend on."""

    state: str
    lit: int
    """How many arches of attract have been lit."""
    farewell: Farewell | None
    for_staff: tuple[str, ...]


def spoken(house: House, between: Between) -> Words:
    """Attract speaks one language after the other, a goodbye that of whoever leaves."""
    languages = house.settings.languages
    if between.state in ("goodbye", "broken", "wiping") and between.farewell is not None:
        return words_of(between.farewell.language)
    if between.state == "attract":
        return words_of(languages.offered[between.lit // ARCHES_A_LANGUAGE % len(languages.offered)])
    return words_of(languages.first)


def shown(house: House, words: Words, between: Between) -> View:
    """The screen of that state."""
    match between.state:
        case "attract":
            return attract(house, words, between.lit)
        case "goodbye" if between.farewell is not None:
            return goodbye(house, words, between.farewell)
        case "broken":
            return broken(words)
        case "out_of_service":
            return out_of_service(words, between.for_staff)
        case _:
            return wiping(words)


def attract(house: House, words: Words, lit: int) -> views.Attract:
    """The greeting of the hour, and the services."""
    hour = house.clock.now().hour
    part = "morning" if hour < AFTERNOON else "afternoon" if hour < EVENING else "evening"
    role = house.settings.kiosk.role
    arches = [arch for arch in ARCHES if role != "arrival" or arch[0] in AT_THE_DESKS]
    start = "attract.start.assisted" if role == "assisted" else "attract.start"
    others = [code for code in house.settings.languages.offered if code != words.language]
    return views.Attract(
        question=words(f"attract.greeting.{part}"),
        lead=words("attract.lead" if role == "blue" else f"attract.lead.{role}"),
        start=words(start),
        start_others=tuple(words_of(code)(start) for code in others),
        arches=tuple(Choice(id=name, title=words(f"attract.{name}"), icon=icon) for name, icon in arches),
        lit=lit % len(arches),
    )


def out_of_service(words: Words, for_staff: tuple[str, ...]) -> views.OutOfService:
    """Where to go instead; below, small, what a technician needs."""
    return views.OutOfService(question=words("out.question"), lead=words("out.lead"), for_staff=for_staff)


def goodbye(house: House, words: Words, farewell: Farewell) -> views.Goodbye:
    """Thanks, in the person's language; what lies there still; and the way to do it from home."""
    take = []
    if farewell.card_on_reader:
        take.append(Choice(id="card", title=words("bye.card"), icon="identification-card"))
    if farewell.took_paper:
        take.append(Choice(id="paper", title=words("bye.paper"), icon="file-text"))
    offer = from_home(farewell.done, house, words)
    return views.Goodbye(
        question=words("bye.title"),
        take=tuple(take),
        wiped=words.notice("done", "check-circle", "bye.wiped"),
        home_title=words("bye.home") if offer else "",
        home_text=offer.title if offer else "",
        home_needs=offer.needs if offer else "",
        home_address=offer.url.removeprefix("https://") if offer else "",
        home_qr=qr_picture(offer.url) if offer else "",
    )


def wiping(words: Words) -> views.Wait:
    """The session is ending."""
    return views.Wait(question=words("wait.question"), text=words("wiping.text"))


def qr_picture(address: str) -> str:
    """A QR as a data URI of a PNG, one pixel a module, four modules of quiet zone."""
    return segno.make(address, error="m", micro=False).png_data_uri(scale=1, border=4)


def broken(words: Words) -> views.Trouble:
    """The machine failed; what it knew of the person is gone already."""
    return views.Trouble(
        question=words("broken.title"),
        panels=panels(words, words("broken.what"), words("broken.kept"), words("broken.now"), kept=True),
        primary=Button(label=words("act.home"), icon="house"),
        primary_act="go_home",
    )
